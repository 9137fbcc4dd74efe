import Testing
import Training

@Suite struct CurvesTests {
    @Test func `the set has its published sizes and depends on its seed alone`() throws {
        let data = Curves.dataset(seed: 1)
        #expect(data.train.count == 20_000)
        #expect(data.test.count == 10_000)
        #expect(data.width == 784)
        let first = Curves.images(0..<3, seed: 1)
        #expect(try first.values(0..<3) == data.train.values(0..<3))
        #expect(try Curves.images(20_000..<20_002, seed: 1).values(0..<2) == data.test.values(0..<2))
        #expect(try Curves.images(0..<1, seed: 2).values([0]) != first.values([0]))
    }

    /// FNV-1a over the bytes of the first hundred images of seed 0, as a second implementation (NumPy) has it.
    @Test func `an image is the same to the last bit everywhere`() throws {
        let digest = try Curves.images(0..<100, seed: 0).values(0..<100).reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64(($1 * 255).rounded())) &* 0x0000_0100_0000_01B3
        }
        #expect(digest == 5971774032240226361)
    }

    @Test func `each image is one stroke, whole, with grey edges, inside the frame`() throws {
        let set = Curves.images(0..<500, seed: 7)
        for index in 0..<500 {
            let image = try set.values([index])
            let inked = image.indices.filter { image[$0] > 0 }
            #expect(image.contains(1))
            #expect(image.contains { $0 > 0 && $0 < 1 })
            // The curve keeps 1.5 pixels off the edge and the stroke reaches 1.25 from it.
            #expect(inked.allSatisfy { (1...26).contains($0 / 28) && (1...26).contains($0 % 28) } || inked.isEmpty)
            #expect(connected(inked, from: inked[0]) == inked.count)
            // A stroke 1.5 wide: at most its length times its width, plus the grey edge and the caps.
            #expect(image.reduce(0, +) < 1.5 * 60 + 10)
        }
    }

    /// The number of inked pixels that a walk over neighbours reaches.
    private func connected(_ inked: [Int], from start: Int) -> Int {
        var left = Set(inked)
        var open = [start]
        left.remove(start)
        var reached = 1
        while let pixel = open.popLast() {
            for (dr, dc) in [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)] {
                let neighbour = pixel + 28 * dr + dc
                if left.remove(neighbour) != nil {
                    open.append(neighbour)
                    reached += 1
                }
            }
        }
        return reached
    }
}
