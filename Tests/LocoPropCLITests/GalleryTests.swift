import Foundation
import ProgramTestSupport
import Testing
import TrainingTestSupport

/// The command `activations gallery`. How the page looks is tested in a browser: Tests/InteropTests.
@Suite struct GalleryTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func gallery(_ arguments: String...) throws -> Program.Result {
        try Program.run(["activations", "gallery"] + arguments)
    }

    @Test func `the folder is made, the page is whole and the same every time, an older gallery is replaced`() throws {
        let output = folder.path + "/new/gallery"
        let result = try gallery("--output", output)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("\(output)/index.html: "))
        let first = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
        #expect(first.hasPrefix("<!DOCTYPE html>\n") && first.hasSuffix("</html>"))
        #expect(!first.contains("<script") && !first.contains("src="))
        #expect(try gallery("--output", output).status == 0)
        #expect(try String(contentsOfFile: output + "/index.html", encoding: .utf8) == first)
        #expect(try FileManager.default.contentsOfDirectory(atPath: output) == ["index.html"])
    }

    @Test func `names choose, with their parameters, each once`() throws {
        let output = folder.path + "/some"
        #expect(try gallery("--output", output, "--name", "tanh", "--name", "elu(beta=0.25)").status == 0)
        let page = try String(contentsOfFile: output + "/index.html", encoding: .utf8)
        #expect(page.ranges(of: "<article ").count == 2)
        #expect(page.contains("elu(beta=0.25): link and derivative"))
        let unknown = try gallery("--output", output, "--name", "tahn")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("Did you mean 'tanh'?"))
        #expect(try gallery("--output", output, "--name", "tanh", "--name", "hyperbolic_tangent").status == 64)
        // A refused request leaves the page alone.
        #expect(try String(contentsOfFile: output + "/index.html", encoding: .utf8) == page)
    }

    @Test func `someone else's page is not overwritten`() throws {
        let path = folder.path + "/index.html"
        try "<title>mine</title>".write(toFile: path, atomically: true, encoding: .utf8)
        let result = try gallery("--output", folder.path)
        #expect(result.status == 64)
        #expect(result.errors.contains("choose another --output"))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "<title>mine</title>")
    }

    @Test func `a folder that cannot be made is a failed run`() throws {
        try "a file".write(toFile: folder.path + "/file", atomically: true, encoding: .utf8)
        let result = try gallery("--output", folder.path + "/file/gallery")
        #expect(result.status == 1)
        #expect(result.errors.contains("cannot make the folder"))
        #expect(try gallery("--output", "").status == 64)
        #expect(try gallery().status == 64)
    }
}
