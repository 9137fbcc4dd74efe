import Catalogue
import Testing

/// Documentation/Diagnostics.md is the list of codes.
@Suite struct DiagnosticsPageTests {
    /// Codes are written in the sources as the argument after a position, or in a `code:` argument.
    @Test(arguments: ["YAMLReader", "Catalogue", "Symbolic"])
    func everyCodeOfTheSourcesIsExplained(_ module: String) throws {
        let page = try packageText("Documentation/Diagnostics.md")
        var codes: Set<String> = []
        for path in try swiftFiles(under: packageFile("Sources/\(module)")) {
            for match in try packageText(path).matches(of: /"([a-z0-9]+(?:-[a-z0-9]+)+)"/) { codes.insert(String(match.1)) }
        }
        #expect(codes.count > 5)
        for code in codes.sorted() { #expect(page.contains("`\(code)`"), "explain \(code) in Documentation/Diagnostics.md") }
    }

    @Test func everyCodeThatTheTablesSayIsExplained() throws {
        let page = try packageText("Documentation/Diagnostics.md")
        let tables = schemaProblems + nameProblems + numberProblems + quotingProblems + yamlProblems + textProblems
        let codes = Set(tables.flatMap(\.expected).compactMap { $0.split(separator: " ").dropFirst().first?.dropLast() })
        #expect(codes.count > 30)
        for code in codes.sorted() { #expect(page.contains("`\(code)`"), "explain \(code) in Documentation/Diagnostics.md") }
    }
}
