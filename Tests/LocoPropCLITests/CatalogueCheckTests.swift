import Foundation
import Testing
import Training
import TrainingTestSupport

@Suite struct CatalogueCheckTests {
    /// The package's own catalogue, found from this file.
    private let catalogue = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("activations.yaml").path

    @Test func `the package's catalogue is sound, entry by entry`() throws {
        let result = try Program.run(["catalogue", "check", catalogue, "--json"])
        #expect(result.status == 0)
        #expect(result.errors == "")
        let json = try JSONValue(parsing: result.output.utf8)
        #expect(json["file"]?.string == catalogue)
        #expect(json["diagnostics"] == .array([]))
        let entries = try #require(json["entries"]?.array)
        let monotone = Dictionary(uniqueKeysWithValues: entries.map { ($0["name"]?.string ?? "", $0["monotone"]?.string ?? "") })
        #expect(monotone["tanh"] == "strict")
        #expect(monotone["elu"] == "strict")
        #expect(monotone["step"] == "nondecreasing")
        #expect(monotone["relu"] == "nondecreasing")
        #expect(monotone["gelu"] == "refuted")
        for entry in entries {
            // A link that falls, as its entry says, has the point where it does.
            #expect(entry["method"]?.string?.isEmpty == false)
            #expect((entry["witness"] == .null) == (entry["monotone"]?.string != "refuted"))
        }
    }

    private static let head = "schema: 1\nactivations:\n"

    private func entry(_ name: String, link: String, integral: String) -> String {
        "  - name: \(name)\n    type: \(name.capitalized)\n    title: A test\n    link: \(link)\n    integral: \(integral)\n"
    }

    @Test func `a wrong integral, a falling link and a slip of the pen are all told in one run`() throws {
        let folder = try TemporaryFolder()
        let text = Self.head + entry("wrong", link: "a", integral: "a^2") + entry("falls", link: "-a", integral: "-a^2 / 2")
            + entry("slip", link: "tahn(a)", integral: "log(cosh(a))")
        try folder.write(Array(text.utf8), "bad.yaml")
        let result = try Program.run(["catalogue", "check", "bad.yaml"], in: folder.path)
        #expect(result.status == 65)
        let lines = result.errors.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.contains(#/^bad\.yaml:\d+:\d+: error: /#) })
        let json = try Program.run(["catalogue", "check", "bad.yaml", "--json"], in: folder.path)
        #expect(json.status == 65)
        #expect(json.errors == result.errors)
        let value = try JSONValue(parsing: json.output.utf8)
        let diagnostics = try #require(value["diagnostics"]?.array)
        #expect(diagnostics.compactMap { $0["line"]?.integer } == [7, 11, 16])
        #expect(diagnostics.allSatisfy { $0["column"]?.integer != nil && $0["code"]?.string != nil && $0["message"]?.string != nil })
        let falls = try #require(value["entries"]?.array?.first { $0["name"] == "falls" })
        #expect(falls["monotone"] == "refuted")
        #expect(falls["witness"]?.string?.isEmpty == false)
    }

    @Test func `a catalogue that is not there is a problem of it`() throws {
        let result = try Program.run(["catalogue", "check", "no/such.yaml"])
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix("no/such.yaml:1:1: error: "))
    }
}
