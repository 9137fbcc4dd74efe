import Catalogue
import Testing
import YAMLReader

/// Numbers of diagnostics are for good: people search for them.
@Suite struct DiagnosticCodesTests {
    /// In the sources a problem has a name, written as the argument after a position or in a `code:` argument.
    @Test(arguments: ["YAMLReader", "Catalogue", "Symbolic", "Analysis"])
    func everyNameInTheSourcesHasANumber(_ module: String) throws {
        var names: Set<String> = []
        for path in try swiftFiles(under: packageFile("Sources/\(module)")) where !path.hasSuffix("DiagnosticTable.swift") {
            for match in try packageText(path).matches(of: /"([a-z0-9]+(?:-[a-z0-9]+)+)"/) { names.insert(String(match.1)) }
        }
        #expect(names.count > 5)
        let last = DiagnosticKind.all.last?.ordinal ?? 0
        for name in names.sorted() {
            #expect(DiagnosticKind.named(name) != nil, """
                '\(name)' has no number: append DiagnosticKind(\(last + 1), "\(name)", …) with a title and an example to \
                Sources/YAMLReader/Diagnostics/DiagnosticTable.swift
                """)
        }
    }

    @Test func numbersAreNeverChangedReusedOrTakenAway() throws {
        let known = try packageText("Tests/Fixtures/diagnostic-codes.txt").split(separator: "\n").map(String.init)
        let now = DiagnosticKind.all.map { "\($0.number) \($0.name)" }
        for (line, kind) in zip(known, now) { #expect(line == kind, "numbers are only appended") }
        #expect(now.count >= known.count, "a number was taken away")
        for kind in now.dropFirst(known.count) {
            Issue.record("new: append the line '\(kind)' to Tests/Fixtures/diagnostic-codes.txt")
        }
        #expect(DiagnosticKind.all.map(\.ordinal) == Array(1...DiagnosticKind.all.count))
        #expect(Set(DiagnosticKind.all.map(\.name)).count == DiagnosticKind.all.count)
    }

    @Test func aKindIsFoundByItsNameAndItsNumber() {
        for text in ["unknown-key", "CAT019", "cat019", "19"] { #expect(DiagnosticKind.named(text)?.name == "unknown-key") }
        for text in ["", "CAT", "CAT000", "CAT999", "unknown", "-1"] { #expect(DiagnosticKind.named(text) == nil) }
    }

    @Test func everyCodeThatTheTablesSayHasANumber() {
        let tables = schemaProblems + nameProblems + numberProblems + quotingProblems + yamlProblems + textProblems
        let names = Set(tables.flatMap(\.expected).compactMap { $0.split(separator: " ").dropFirst().first?.dropLast() })
        #expect(names.count > 30)
        for name in names.sorted() { #expect(DiagnosticKind.named(String(name)) != nil, "\(name)") }
    }

    /// What is underlined lies in its line, the line break at its end included.
    @Test(arguments: schemaProblems + nameProblems + numberProblems + quotingProblems + yamlProblems + textProblems)
    func whatIsUnderlinedLiesInItsLine(_ bad: BadCatalogue) {
        let lines = bad.text.split(separator: "\n", omittingEmptySubsequences: false)
        for problem in CatalogueReader.read(text: bad.text).diagnostics {
            guard let length = problem.length, problem.position.line <= lines.count else { continue }
            let count = lines[problem.position.line - 1].unicodeScalars.count
            #expect(length >= 0 && problem.position.column - 1 + length <= count + 1, "\(problem)")
        }
    }

    /// Where the whole of a line is shown as it should be, the problem is gone.
    @Test(arguments: schemaProblems + nameProblems + numberProblems + quotingProblems + yamlProblems + textProblems)
    func aFixMends(_ bad: BadCatalogue) {
        var lines = bad.text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        let problems = CatalogueReader.read(text: bad.text).diagnostics
        guard let problem = problems.last(where: { $0.fix != nil }), let fix = problem.fix, let length = problem.length else { return }
        let start = problem.position.column - 1
        lines[problem.position.line - 1].replaceSubrange(start..<start + length, with: fix.unicodeScalars)
        let mended = lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
        let left = CatalogueReader.read(text: mended).diagnostics
        #expect(!left.contains { $0.position == problem.position && $0.code == problem.code }, "\(mended)")
    }
}
