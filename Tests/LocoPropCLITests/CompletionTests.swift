import Foundation
import ProgramTestSupport
import Testing
import TrainingTestSupport

@Suite struct CompletionTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test(arguments: ["bash", "zsh", "fish"]) func `the shells' scripts know commands, activations and methods`(shell: String) throws {
        let result = try Program.run(["--generate-completion-script", shell])
        #expect(result.status == 0)
        for word in ["train", "watch", "report", "leaky_relu", "sparsemax", "locoprop-m", "rmsprop", "softmax-cross-entropy", "locoprop2022", "--activation"] {
            // fish writes options without their dashes.
            #expect(result.output.contains(shell == "fish" ? word.trimmingPrefix("--") : word[...]), "\(shell): \(word)")
        }
    }

    @Test func `the script is one that bash reads`() throws {
        try folder.write(Array(try Program.run(["--generate-completion-script", "bash"]).output.utf8), "locoprop.bash")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-n", folder.file("locoprop.bash")]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
