import Catalogue
import Testing
import YAMLReader

/// Every table of bad catalogues, with the exact words for each.
@Suite struct BadCatalogueTests {
    @Test(arguments: schemaProblems) func schema(_ bad: BadCatalogue) { check(bad) }
    @Test(arguments: nameProblems) func names(_ bad: BadCatalogue) { check(bad) }
    @Test(arguments: numberProblems) func numbers(_ bad: BadCatalogue) { check(bad) }
    @Test(arguments: quotingProblems) func quoting(_ bad: BadCatalogue) { check(bad) }
    @Test(arguments: yamlProblems) func yaml(_ bad: BadCatalogue) { check(bad) }
    @Test(arguments: textProblems) func texts(_ bad: BadCatalogue) { check(bad) }

    private func check(_ bad: BadCatalogue) {
        #expect(said(of: bad.text) == bad.expected)
    }

    @Test func theSameIsSaidWithWindowsLineEndsAndAByteOrderMark() {
        // Left out: texts in which a line break is a character of a value.
        for bad in schemaProblems + nameProblems + numberProblems + quotingProblems {
            #expect(said(of: "\u{FEFF}" + bad.text.replacing("\n", with: "\r\n")) == bad.expected, "\(bad.what)")
            #expect(said(of: bad.text.replacing("\n", with: "\r")) == bad.expected, "\(bad.what)")
        }
    }

    @Test func soundEntriesAreReturnedBesideOthers() {
        let text = header + entry("first", "First") + entry("second", "Second", ["link": "- a"])
            + entry("third", "Third", ["title": "Good\u{202E}"]) + entry("fourth", "Fourth", ["colour": "red"])
            + entry("fifth", "Fifth", ["name": "first"]) + entry("sixth", "Sixth")
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(entries.map(\.name.value) == ["first", "sixth"])
        #expect(diagnostics.map(\.code) == ["needs-quotes", "forbidden-character", "unknown-key", "duplicate-name"])
    }

    @Test func whatStandsBeforeASyntaxErrorIsStillRead() {
        let text = header + entry("first", "First") + entry("second", "Second", ["lnik": "a", "link": nil])
            + entry("third", "Third", ["title": "'open"])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(entries.map(\.name.value) == ["first"])
        #expect(diagnostics.map(\.code) == ["unknown-key", "yaml-syntax"])
    }

    @Test func pastTwoHundredProblemsOnlyTheirExistenceIsReported() {
        let text = header + (0..<250).map { entry("n\($0)", "T\($0)", ["colour": "red"]) }.joined()
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(entries.isEmpty)
        #expect(diagnostics.count == 201)
        #expect(diagnostics.last?.code == "too-many-problems")
        #expect(diagnostics.last?.message == "there are more problems from here on; mend the first 200")
        #expect(diagnostics.last?.position.line == 2 + 200 * 6 + 6)
    }

    @Test func countsHaveLimits() {
        let many = header + (0..<257).map { entry("n\($0)", "T\($0)") }.joined()
        #expect(said(of: many) == ["\(3 + 256 * 5):5 too-many-entries: 257 entries are more than 256; split the catalogue"])
        #expect(CatalogueReader.read(text: many).entries.count == 256)
        let names = (0..<17).map { "x\($0)" }
        #expect(said(of: header + entry(["aliases": "[\(names.joined(separator: ", "))]"])) == [
            "8:14 too-many-aliases: 17 aliases are more than 16; keep those that people look for"
        ])
        let parameters = names.map { "\n      \($0): { default: 1 }" }.joined()
        let link = names.prefix(16).joined(separator: " * ") + " * a"
        #expect(said(of: header + entry(["link": link, "parameters": parameters])) == [
            "9:7 too-many-parameters: 17 parameters are more than 16; keep those a user would change"
        ])
    }
}

/// What the reader says of a text, in the form of ``BadCatalogue/expected``.
func said(of text: String) -> [String] {
    CatalogueReader.read(text: text).diagnostics.map {
        "\($0.position.line):\($0.position.column) \($0.code): \($0.message)"
    }
}
