import CZlib
import Pictures
import Testing

@Suite struct PNGTests {
    /// Pictures with every byte, of odd sizes.
    static let pictures = [
        Picture(width: 1, height: 1, pixels: [7]),
        Picture(width: 16, height: 17, pixels: (0..<272).map { UInt8(truncatingIfNeeded: $0) }),
        Picture(width: 5, height: 3, channels: 3, pixels: (0..<45).map { UInt8(truncatingIfNeeded: $0 * 37) }),
    ]

    /// Read back by the format's rules: whole chunks with right checksums, and unpacked rows without filters.
    @Test(arguments: pictures) func `a picture reads back as it was`(picture: Picture) throws {
        let bytes = try PNG.encoded(picture)
        #expect(Array(bytes.prefix(8)) == [0x89] + Array("PNG".utf8) + [13, 10, 26, 10])
        let chunks = try chunks(of: bytes)
        #expect(chunks.map(\.name) == ["IHDR", "IDAT", "IEND"])
        func word(_ number: Int) -> [UInt8] { [0, 0, UInt8(number >> 8), UInt8(number & 255)] }
        #expect(chunks[0].content == word(picture.width) + word(picture.height) + [8, picture.channels == 1 ? 0 : 2, 0, 0, 0])
        let rowBytes = picture.width * picture.channels
        var rows = [UInt8](repeating: 255, count: picture.height * (rowBytes + 1))
        var size = uLong(rows.count)
        #expect(uncompress(&rows, &size, chunks[1].content, uLong(chunks[1].content.count)) == Z_OK)
        #expect(Int(size) == rows.count)
        let pixels = (0..<picture.height).flatMap { row in
            #expect(rows[row * (rowBytes + 1)] == 0)
            return rows[row * (rowBytes + 1) + 1..<(row + 1) * (rowBytes + 1)]
        }
        #expect(pixels == picture.pixels)
    }

    private func chunks(of bytes: [UInt8]) throws -> [(name: String, content: [UInt8])] {
        func word(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
        var chunks: [(name: String, content: [UInt8])] = []
        var at = 8
        while at < bytes.count {
            let length = word(at)
            try #require(at + 12 + length <= bytes.count)
            let checked = Array(bytes[at + 4..<at + 8 + length])
            #expect(word(at + 8 + length) == Int(crc32(0, checked, uInt(checked.count))))
            chunks.append((String(decoding: checked.prefix(4), as: UTF8.self), Array(checked.dropFirst(4))))
            at += 12 + length
        }
        return chunks
    }

    /// RFC 4648, section 10, through the picture's own bytes: the text's length and padding follow theirs.
    @Test(arguments: pictures) func `a data URI holds the same bytes`(picture: Picture) throws {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let uri = try PNG.dataURI(picture)
        #expect(uri.hasPrefix("data:image/png;base64,iVBORw0KGgo"))
        let text = uri.dropFirst("data:image/png;base64,".count)
        #expect(text.count.isMultiple(of: 4))
        var bits: [Bool] = []
        for character in text where character != "=" {
            let value = try #require(digits.firstIndex(of: character))
            bits += (0..<6).map { value >> (5 - $0) & 1 == 1 }
        }
        let bytes = stride(from: 0, to: bits.count - 7, by: 8).map { at in
            bits[at..<at + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        #expect(try bytes == PNG.encoded(picture))
    }

    @Test func `values become shades between black and white, clipped, and nan black`() {
        let picture = Picture(width: 6, height: 1, values: [-1, 0, 0.5, 1, 2, .nan])
        #expect(picture.pixels == [0, 0, 128, 255, 255, 0])
        #expect(Picture(width: 3, height: 1, values: [-2, 0, 2], black: -2, white: 2).pixels == [0, 128, 255])
        #expect(Picture(width: 1, height: 1, values: [3], black: 3, white: 3).pixels == [0])
    }
}
