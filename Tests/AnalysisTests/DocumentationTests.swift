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
        for code in codes.union(["link-not-falling", "inverse-of-falling-link", "dual-of-falling-link", "check-undecided", "too-large-to-check"]) { #expect(page.contains("`\(code)`"), "\(code)") }
    }
}
