import Pictures
import Testing

@Suite struct PictureGridTests {
    private func flat(_ shade: UInt8) -> Picture { Picture(width: 2, height: 1, pixels: [shade, shade + 1]) }

    @Test func `pairs stand side by side, rows fill from the left`() throws {
        let pairs = (0..<3).map { (flat(UInt8(10 * $0)), flat(UInt8(100 + 10 * $0))) }
        let grid = try #require(PictureGrid.pairs(pairs, columns: 2, zoom: 1))
        #expect((grid.width, grid.height) == (6 + 2 * (2 + 2 + 2 + 6), 6 + 2 * (1 + 6)))
        func pixels(_ x: Int, _ y: Int, _ count: Int) -> [UInt8] { Array(grid.pixels[y * grid.width + x..<y * grid.width + x + count]) }
        #expect(pixels(6, 6, 6) == [0, 1, 128, 128, 100, 101])
        #expect(pixels(18, 6, 6) == [10, 11, 128, 128, 110, 111])
        #expect(pixels(6, 13, 6) == [20, 21, 128, 128, 120, 121])
        // Where a fourth would be, and all around, there is background.
        let drawn = Set([(6, 6), (18, 6), (6, 13)].flatMap { x, y in [0, 1, 4, 5].map { y * grid.width + x + $0 } })
        #expect(grid.pixels.indices.allSatisfy { drawn.contains($0) || grid.pixels[$0] == 128 })
    }

    @Test func `a pixel is drawn as a square`() throws {
        let grid = try #require(PictureGrid.pairs([(flat(1), flat(5))], columns: 9, zoom: 2))
        #expect((grid.width, grid.height) == (6 + 4 + 2 + 4 + 6, 6 + 2 + 6))
        for row in 6..<8 {
            #expect(grid.pixels[row * 22..<(row + 1) * 22].filter { $0 != 128 } == [1, 1, 2, 2, 5, 5, 6, 6])
        }
        #expect(try #require(PictureGrid.pairs([(flat(1), flat(5))], columns: 1)).width == 6 + 2 * 56 + 2 + 6)
    }

    @Test func `a grid beyond all screens is refused`() {
        let large = Picture(width: 6000, height: 6000, pixels: [UInt8](repeating: 0, count: 36_000_000))
        #expect(PictureGrid.pairs([(large, large)], columns: 1) == nil)
    }
}
