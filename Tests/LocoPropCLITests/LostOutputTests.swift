import Foundation
import ProgramTestSupport
import Testing

#if os(Linux)
@Suite struct LostOutputTests {
    @Test func `output that does not arrive is an error`() throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Program.path, "build the program: swift build"))
        process.arguments = ["activations", "list", "--json"]
        // Every write to it fails as if the disk were full.
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(message == "error: cannot write to standard output: No space left on device\n")
    }
}
#endif
