import Testing
import YAMLReader

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Files that cannot be read, and what is said of each.
@Suite struct TextFileTests {
    @Test(arguments: [
        ("", "the path is empty; name a file"), ("no/such/file.yaml", "there is no such file; check the path"),
        ("/", "this is a directory; name a file in it"), ("a\0b", "the path contains a NUL character"),
        (#filePath + "/x", "cannot open the file: Not a directory"),
        (String(repeating: "x", count: 5_000), "cannot open the file: File name too long"),
    ])
    func problemsByName(_ path: String, _ expected: String) {
        guard case .failure(let problem) = TextFile.read(path) else {
            Issue.record("\(path) was read")
            return
        }
        #expect(problem.diagnostic.message == expected)
        #expect(problem.diagnostic.position == SourcePosition(line: 1, column: 1))
    }

    @Test func aDeviceThatNeverEndsIsCutOff() throws {
        let bytes = try TextFile.read("/dev/zero").get()
        #expect(bytes.count > 4 << 20 && bytes.count < 5 << 20)
        #expect(YAMLDocument(bytes: bytes).diagnostics.map(\.code) == ["file-too-large"])
    }

    @Test func aFileIsReadWhole() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "YAMLReaderTests-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        // More than one read takes at once.
        let content = [UInt8]((0..<200_000).map { UInt8($0 % 251) })
        let file = folder.appending(path: "größe 1.yaml")
        try Data(content).write(to: file)
        #expect(try TextFile.read(file.path).get() == content)
        #expect(try TextFile.read("/dev/null").get() == [])
    }
}
