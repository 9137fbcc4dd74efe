import Analysis
import Catalogue
import Testing
import YAMLReader

/// Documentation/Checks.md explains every code.
@Suite struct DocumentationTests {
    @Test func everyCodeIsExplained() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        guard case .success(let bytes) = TextFile.read(root + "/Documentation/Checks.md") else {
            Issue.record("Documentation/Checks.md is missing")
            return
        }
        let page = String(decoding: bytes, as: UTF8.self)
        let codes = Set((RefutationTests.wrongIntegrals + RefutationTests.wrongLinks + RefutationTests.wrongDuals).map(\.code))
        #expect(codes.count >= 9)
        for code in codes.union(["monotonicity-undecided", "link-not-falling", "inverse-of-falling-link", "dual-of-falling-link", "check-undecided", "too-large-to-check"]) { #expect(page.contains("`\(code)`"), "\(code)") }
        for match in page.matches(of: /(CAT\d+) `([a-z-]+)`/) {
            #expect(DiagnosticKind.named(String(match.2))?.number == String(match.1), "\(match.0) in Documentation/Checks.md")
        }
    }

    @Test(arguments: DiagnosticKind.all.map(\.name))
    func everyKindHasAnExampleThatHasTheProblem(_ name: String) throws {
        let kind = try #require(DiagnosticKind.named(name))
        let said = try #require(DiagnosticPage.said(of: kind), "the example in DiagnosticTable.swift does not have the problem '\(name)'")
        if case .formula = kind.example {} else { #expect(said.contains("error: ") && said.contains("[\(kind.number)]")) }
        #expect(kind.title.hasSuffix("."))
    }

    @Test func thePageIsWhatIsSaid() throws {
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let bytes = try TextFile.read(root + "/Documentation/Diagnostics.md").get()
        #expect(String(decoding: bytes, as: UTF8.self) == DiagnosticPage.text, """
            Documentation/Diagnostics.md is stale; refresh it with
                locoprop catalogue explain --all > Documentation/Diagnostics.md
            """)
    }
}
