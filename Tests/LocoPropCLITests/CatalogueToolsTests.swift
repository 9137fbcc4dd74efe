import Foundation
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// `catalogue new`, `catalogue diff` and `catalogue explain`.
@Suite struct CatalogueToolsTests {
    private static let head = "schema: 1\nactivations:\n"

    // MARK: new

    @Test(arguments: [
        ["my_act"], ["my_act", "--parameter", "beta"], ["float", "--parameter", "beta", "--parameter", "gamma"],
        ["my_softmax", "--coupled"], ["my_softmax", "--coupled", "--parameter", "tau", "--parameter", "rho"],
    ])
    func `a new entry is sound as it stands`(_ arguments: [String]) throws {
        let folder = try TemporaryFolder()
        let entry = try Program.run(["catalogue", "new"] + arguments, in: folder.path)
        #expect(entry.status == 0 && entry.errors == "")
        let check = try Program.run(["catalogue", "check", "-"], input: Self.head + entry.output)
        #expect(check.status == 0, "\(check.errors)")
        #expect(check.output.hasPrefix(arguments[0] + "  "))
        #expect(arguments.contains("--coupled") || check.output.contains("  strict  "))
    }

    @Test func `every key of the schema is in the entry, or in its comments`() throws {
        let folder = try TemporaryFolder()
        let entry = try Program.run(["catalogue", "new", "my_act"], in: folder.path).output
        for key in ["name", "type", "title", "aliases", "parameters", "link", "integral", "inverse", "dual", "domain", "note", "reference"] {
            #expect(entry.contains("\(key):"), "\(key)")
        }
    }

    @Test(arguments: [
        (["LeakyReLU"], "'LeakyReLU' is not the name of an activation"), (["1"], "'1' is not the name"),
        (["it's: [odd"], "is not the name of an activation"), (["a\nb"], "is not the name of an activation"),
        (["x", "--parameter", "exp"], "'exp' means something in formulas already"),
        (["x", "--parameter", "a b"], "'a b' is not the name of a parameter"),
        (["x", "--parameter", "beta", "--parameter", "beta"], "the key 'beta' stands here a second time"),
        (["taken"], "the name 'taken' is taken on line 3"), (["nick"], "the name 'nick' is taken on line 6"),
        ([String(repeating: "x", count: 65)], "is longer than 64 characters"),
    ])
    func `a name that cannot be is refused as check would`(_ arguments: [String], _ words: String) throws {
        let folder = try TemporaryFolder()
        let mine = Self.head + "  - name: taken\n    type: Taken\n    title: Taken\n    aliases: [nick]\n    link: a\n    integral: a^2 / 2\n"
        try folder.write(Array(mine.utf8), "activations.yaml")
        let result = try Program.run(["catalogue", "new"] + arguments, in: folder.path)
        #expect(result.status == 65 && result.output == "")
        #expect(result.errors.contains(words) && result.errors.contains("[CAT"), "\(result.errors)")
    }

    // MARK: explain

    @Test func `a code is explained by its number and its name`() throws {
        let byNumber = try Program.run(["catalogue", "explain", "CAT019"])
        #expect(byNumber.status == 0 && byNumber.output.hasPrefix("## CAT019 `unknown-key`\n"))
        #expect(try Program.run(["catalogue", "explain", "unknown-key"]).output == byNumber.output)
        #expect(byNumber.output.contains("Did you mean 'link'?"))
        let unknown = try Program.run(["catalogue", "explain", "unknwn-key"])
        #expect(unknown.status == 64 && unknown.errors.contains("Did you mean 'unknown-key'?"))
        #expect(try Program.run(["catalogue", "explain"]).status == 64)
    }

    // MARK: diff

    private static let old = head + """
          - { name: same, type: Same, title: Same, link: a, integral: a^2 / 2 }
          - { name: worded, type: Worded, title: Before, link: a, integral: a^2 / 2 }
          - { name: rewritten, type: Rewritten, title: R, link: 1 / (1 + exp(-a)), integral: a + log(1 + exp(-a)) }
          - { name: shifted, type: Shifted, title: S, link: tanh(a), integral: log(cosh(a)) }
          - { name: grown, type: Grown, title: G, link: a, integral: a^2 / 2, inverse: y }
          - { name: called, type: Called, title: C, link: tanh(a), integral: log(cosh(a)) }
          - { name: tuned, type: Tuned, title: T, parameters: { beta: { default: 1 } }, link: a + beta^2 * a, integral: a^2 / 2 + beta^2 * a^2 / 2 }
          - { name: lost, type: Lost, title: L, link: a, integral: a^2 / 2 }
          - { name: softer, type: Softer, title: S, link: exp(a) / sum(exp(a)), integral: log(sum(exp(a))) }
        """
    private static let new = head + """
          - { name: same, type: Same, title: Same, link: a, integral: a^2 / 2 }
          - { name: worded, type: Worded, title: After, link: a, integral: a^2 / 2 }
          - { name: rewritten, type: Rewritten, title: R, link: exp(a) / (1 + exp(a)), integral: log(1 + exp(a)) }
          - { name: shifted, type: Shifted, title: S, link: tanh(a), integral: log(cosh(a)) + 1 }
          - { name: grown, type: Grown, title: G, link: 1.5 * a, integral: 0.75 * a^2, inverse: y / 1.5 }
          - { name: hailed, type: Hailed, title: C, aliases: [called], link: tanh(a), integral: log(cosh(a)) }
          - { name: tuned, type: Tuned, title: T, parameters: { gamma: { default: 2 } }, link: a + gamma^2 * a, integral: a^2 / 2 + gamma^2 * a^2 / 2 }
          - { name: found, type: Found, title: F, link: a, integral: a^2 / 2 }
          - { name: softer, type: Softer, title: S, link: exp(2 * a) / sum(exp(2 * a)), integral: log(sum(exp(2 * a))) / 2 }
        """

    private func diff(_ old: String, _ new: String, _ options: String...) throws -> Program.Result {
        let folder = try TemporaryFolder()
        try folder.write(Array(old.utf8), "old.yaml")
        try folder.write(Array(new.utf8), "new.yaml")
        return try Program.run(["catalogue", "diff", "old.yaml", "new.yaml"] + options, in: folder.path)
    }

    @Test func `each entry's change is told`() throws {
        let result = try diff(Self.old, Self.new, "--json")
        #expect(result.status == 0)
        let entries = try #require(try JSONValue(parsing: result.output.utf8)["entries"]?.array)
        let outcomes = entries.map { "\($0["name"]?.string ?? "") \($0["outcome"]?.string ?? "")" }
        #expect(outcomes == [
            "same same", "worded prose", "rewritten identical", "shifted identical", "grown numeric", "hailed renamed",
            "tuned parameters", "found added", "softer numeric", "lost removed",
        ])
        #expect(entries[5]["old_name"] == "called")
        let grown = try #require(entries[4]["changes"]?.array)
        #expect(grown.compactMap { $0["what"]?.string } == ["link", "derivative", "integral", "inverse"])
        for change in grown {
            let largest = try #require(change["largest"]?["relative"]?.number)
            #expect(abs(largest - 1.0 / 3) < 1e-12, "3/2 times as large, or as small")
        }
        // Where it is largest, with both values: of softmax(a) and softmax(2a).
        let change = try #require(entries[8]["changes"]?.array?.first)
        let at = try #require(change["largest"]?["at"]?.array).compactMap(\.number)
        func softmax(_ scale: Double) -> Double { 1 / at.map { exp(scale * ($0 - at[0])) }.reduce(0, +) }
        let (old, new) = (try #require(change["largest"]?["old"]?.number), try #require(change["largest"]?["new"]?.number))
        #expect(at.count > 1 && abs(old / softmax(1) - 1) < 1e-12 && abs(new / softmax(2) - 1) < 1e-12)
    }

    @Test func `a change in one parameter's reach is found there`() throws {
        func entry(_ link: String) -> String {
            Self.head + "  - { name: e, type: E, title: E, parameters: { beta: { default: 1, domain: \"[0, inf)\" } }, link: \"\(link)\", integral: a }\n"
        }
        let result = try diff(entry("a + beta"), entry("a + where(beta > 100, beta + 1, beta)"), "--json")
        let largest = try #require(try JSONValue(parsing: result.output.utf8)["entries"]?.array?[0]["changes"]?.array?[0]["largest"])
        let beta = try #require(largest["parameters"]?["beta"]?.number)
        #expect(beta > 100 && largest["new"]?.number == (largest["old"]?.number).map { $0 + 1 })
    }

    @Test func `the text says the same, and the exit status on request`() throws {
        let result = try diff(Self.old, Self.new)
        #expect(result.status == 0)
        #expect(result.output.contains("identical  rewritten\n    link: 1 / (1 + exp(-a)) → exp(a) / (1 + exp(a)): equal, by normal forms\n"))
        #expect(result.output.contains("renamed  called → hailed\n"))
        #expect(result.output.contains("worded\n    title: Before → After\n"))
        #expect(result.output.hasSuffix("1 removed, 1 added, 2 numeric, 1 parameters, 2 identical, 1 renamed, 1 prose, 1 same\n"))
        #expect(try diff(Self.old, Self.new, "--exit-code").status == 1)
        #expect(try diff(Self.old, Self.old, "--exit-code").status == 0)
        #expect(try diff(Self.old, Self.old.replacingOccurrences(of: "Before", with: "After"), "--exit-code").status == 0)
    }

    @Test func `a file with problems is not compared`() throws {
        let result = try diff(Self.old, Self.head + "  - name: x\n")
        #expect(result.status == 65 && result.output == "")
        #expect(result.errors.contains("new.yaml:3:5: error: 'x' has no 'type'"))
        #expect(try Program.run(["catalogue", "diff", "-", "no/such.yaml"], input: Self.old).status == 65)
    }
}
