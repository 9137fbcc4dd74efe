import Foundation
import Testing
import Training
import TrainingTestSupport

@Suite("ZIP archives that are written")
struct ZIPWriterTests {
    @Test func `an archive has its files, their checksums and a directory`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/x.zip"
        do {
            let file = try OutputFile(path)
            var archive = ZIPWriter(file)
            try archive.add("a.npy", Array("123456789".utf8))
            try archive.add("ü", [])
            try archive.finish()
        }
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        // The CRC-32 of "123456789" is in every description of it: cbf43926.
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
