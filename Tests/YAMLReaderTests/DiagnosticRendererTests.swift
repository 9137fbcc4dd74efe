import Testing
import YAMLReader

@Suite struct DiagnosticRendererTests {
    private func shown(
        _ line: String, column: Int, length: Int?, fix: String? = nil, code: String = "unknown-name", colours: Bool = false
    ) -> [String] {
        let problem = Diagnostic(SourcePosition(line: 2, column: column), code: code, "wrong", length: length, fix: fix)
        let text = DiagnosticRenderer(path: "a.yaml", bytes: Array("first\n\(line)\nlast\n".utf8), colours: colours).text(problem)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test func thePlaceIsUnderlinedAndTheLineMended() {
        #expect(shown("link: ln(a)", column: 7, length: 2, fix: "log") == [
            "a.yaml:2:7: error: wrong [CAT044]",
            "  |",
            "2 | link: ln(a)",
            "  |       ^~",
            "help: write it so",
            "2 | link: log(a)",
            "  |       ~~~",
        ])
        #expect(shown("link: a a", column: 9, length: 1, fix: "").suffix(2) == ["help: leave it out", "2 | link: a "])
    }

    @Test(arguments: [
        ("\tlink: b", 8, 1, "2 |     link: b", "  |           ^"),
        ("漢字: b", 5, 1, "2 | 漢字: b", "  |       ^"),
        ("漢字: 漢字", 5, 2, "2 | 漢字: 漢字", "  |       ^~~~"),
        ("e\u{301}e\u{301}: b", 7, 1, "2 | e\u{301}e\u{301}: b", "  |     ^"),
        ("a😀: bc", 5, 2, "2 | a😀: bc", "  |      ^~"),
        ("a\u{202E}b\u{1B}: c", 7, 1, "2 | a\u{FFFD}b\u{FFFD}: c", "  |       ^"),
        ("at the end", 11, 0, "2 | at the end", "  |           ^"),
    ])
    func theUnderlineStaysInPlace(_ line: String, _ column: Int, _ length: Int, _ text: String, _ underline: String) {
        #expect(shown(line, column: column, length: length).suffix(2) == [text, underline])
    }

    @Test func aLongLineIsShownAroundThePlace() {
        let line = String(repeating: "x ", count: 500) + "here" + String(repeating: " y", count: 500)
        let lines = shown(line, column: 1001, length: 4)
        #expect(lines[2].hasPrefix("2 | …") && lines[2].hasSuffix("…") && lines[2].count < 125)
        let start = lines[3].prefix { $0 != "^" }.count
        #expect(lines[2].dropFirst(start).hasPrefix("here y") && lines[3].hasSuffix("^~~~"))
    }

    @Test func whatIsNotSaidIsAWord() {
        #expect(shown("link: some text", column: 7, length: nil).last == "  |       ^~~~")
        // Nothing is mended where nobody said what.
        #expect(shown("link: some text", column: 7, length: nil, fix: "other").count == 4)
    }

    @Test(arguments: [(1, 99, 3), (7, 1, 3), (0, 0, 1), (2, 5, 1000), (1, 1, -5), (3, 4, Int.max)])
    func placesOutsideOfTheFileAreHarmless(_ line: Int, _ column: Int, _ length: Int) {
        let problem = Diagnostic(SourcePosition(line: line, column: column), code: "no-such", "wrong", length: length, fix: "x")
        let text = DiagnosticRenderer(path: "a.yaml", bytes: Array("one\ntwo three\nfour".utf8)).text(problem)
        #expect(text.hasPrefix("a.yaml:\(line):\(column): error: wrong [no-such]"))
    }

    @Test func coloursChangeNothingElse() {
        let coloured = shown("link: ln(a)", column: 7, length: 2, fix: "log", colours: true)
        #expect(coloured.map { $0.replacing(/\u{1B}\[[0-9;]*m/, with: "") } == shown("link: ln(a)", column: 7, length: 2, fix: "log"))
        #expect(coloured[0].contains("\u{1B}[1;31merror: \u{1B}[0m"))
    }

    @Test func allAreCounted() {
        let problems = [1, 2].map { Diagnostic(SourcePosition(line: $0, column: 1), code: "unknown-key", "wrong", length: 1) }
        let renderer = DiagnosticRenderer(path: "a.yaml", bytes: Array("one\r\ntwo\r\n".utf8))
        #expect(renderer.text([]) == "")
        #expect(renderer.text(problems) == """
            a.yaml:1:1: error: wrong [CAT019]
              |
            1 | one
              | ^

            a.yaml:2:1: error: wrong [CAT019]
              |
            2 | two
              | ^

            2 errors in a.yaml; 'locoprop catalogue explain CAT019' says more
            """)
    }
}
