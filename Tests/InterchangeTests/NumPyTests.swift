import Interchange
import Testing

@Suite("NumPy's files")
struct NumPyTests {
    @Test func `a header is a dictionary, and the data begin at a multiple of 64`() throws {
        for (shape, text) in [([2, 3], "(2, 3)"), ([6], "(6,)"), ([], "()"), ([1, 2, 3], "(1, 2, 3)")] {
            let values = (0..<shape.reduce(1, *)).map { Float($0) + 0.5 }
            let bytes = NPYArray(shape: shape, values: values).bytes
            #expect(Array(bytes.prefix(8)) == [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0])
            let length = Int(bytes[8]) | Int(bytes[9]) << 8
            #expect((10 + length) % 64 == 0)
            let header = String(decoding: bytes[10..<10 + length], as: UTF8.self)
            #expect(header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': \(text), }") && header.hasSuffix("\n"))
            #expect(bytes.count == 10 + length + 4 * values.count)
            #expect(Array(bytes.suffix(4)) == withUnsafeBytes(of: values[values.count - 1].bitPattern.littleEndian) { Array($0) })
        }
    }

    @Test func `an archive has its files, their checksums and a directory`() {
        var archive = ZIPArchive()
        archive.add("a.npy", Array("123456789".utf8))
        archive.add("ü", [])
        let bytes = archive.contents
        // The CRC-32 of "123456789" is in every description of it.
        #expect(Array(bytes[0..<30]) == [
            0x50, 0x4b, 3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0, 0x26, 0x39, 0xf4, 0xcb, 9, 0, 0, 0, 9, 0, 0, 0, 5, 0, 0, 0,
        ])
        #expect(String(decoding: bytes[30..<44], as: UTF8.self) == "a.npy123456789")
        let end = Array(bytes.suffix(22))
        #expect(Array(end[0..<12]) == [0x50, 0x4b, 5, 6, 0, 0, 0, 0, 2, 0, 2, 0])
        let (size, offset) = (Int(end[12]) | Int(end[13]) << 8, Int(end[16]) | Int(end[17]) << 8)
        #expect(offset + size + 22 == bytes.count)
        #expect(Array(bytes[offset..<offset + 4]) == [0x50, 0x4b, 1, 2])
    }
}
