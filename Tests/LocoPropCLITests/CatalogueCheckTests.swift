import Foundation
import ProgramTestSupport
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
        let heads = result.errors.split(separator: "\n").filter { $0.contains(#/^bad\.yaml:\d+:\d+: error: .* \[CAT\d\d\d\]$/#) }
        #expect(heads.count == 3)
        #expect(result.errors.contains("""
            16 |     link: tahn(a)
               |           ^~~~
            help: write it so
            16 |     link: tanh(a)
               |           ~~~~
            """))
        #expect(result.errors.contains("\n3 errors in bad.yaml; "))
        #expect(!result.errors.contains("\u{1B}"), "colours are for terminals")
        let json = try Program.run(["catalogue", "check", "bad.yaml", "--json"], in: folder.path)
        #expect(json.status == 65)
        #expect(json.errors == result.errors)
        let value = try JSONValue(parsing: json.output.utf8)
        let diagnostics = try #require(value["diagnostics"]?.array)
        #expect(diagnostics.compactMap { $0["line"]?.integer } == [7, 11, 16])
        #expect(diagnostics.allSatisfy { $0["column"]?.integer == 11 || $0["column"]?.integer == 15 })
        #expect(diagnostics.allSatisfy { $0["message"]?.string?.isEmpty == false })
        #expect(diagnostics.compactMap { $0["name"]?.string } == ["integral-mismatch", "link-decreasing", "unknown-function"])
        #expect(diagnostics.compactMap { $0["code"]?.string } == ["CAT069", "CAT066", "CAT045"])
        #expect(diagnostics.compactMap { $0["end_column"]?.integer } == [18, 13, 15])
        #expect(diagnostics.map { $0["help"] } == [.null, .null, "write tanh"])
        let falls = try #require(value["entries"]?.array?.first { $0["name"] == "falls" })
        #expect(falls["monotone"] == "refuted")
        #expect(falls["witness"]?.string?.isEmpty == false)
    }

    /// Beside the hostile entries of the analysis, in a process of its own: there no error on the way costs a backtrace.
    @Test func `deep and long formulas have an answer`() throws {
        let deep = String(repeating: "tanh(", count: 150) + "a" + String(repeating: ")", count: 150)
        let long = (1...60).map { "sin(a / \($0))" }.joined(separator: " * ")
        let text = Self.head + entry("deep", link: deep, integral: "a^2") + entry("long", link: long, integral: long)
        let result = try Program.run(["catalogue", "check", "-", "--json"], input: text)
        #expect(result.status == 65)
        let entries = try #require(try JSONValue(parsing: result.output.utf8)["entries"]?.array)
        #expect(entries.map { $0["monotone"] } == ["strict", "refuted"])
        #expect(result.errors.contains("[CAT069]") && result.errors.contains("[CAT066]"))
    }

    @Test func `standard input is a catalogue too`() throws {
        let text = Self.head + entry("fine", link: "a", integral: "a^2 / 2")
        let fine = try Program.run(["catalogue", "check", "-"], input: text)
        #expect(fine.status == 0 && fine.output.hasPrefix("fine  strict  "))
        let bad = try Program.run(["catalogue", "check", "-"], input: text.replacingOccurrences(of: "link: a", with: "link: b"))
        #expect(bad.status == 65 && bad.errors.hasPrefix("<stdin>:6:11: error: unknown name 'b'"))
    }

    @Test func `a catalogue that is not there is a problem of it`() throws {
        let result = try Program.run(["catalogue", "check", "no/such.yaml"])
        #expect(result.status == 65)
        #expect(result.errors.hasPrefix("no/such.yaml:1:1: error: "))
    }
}
