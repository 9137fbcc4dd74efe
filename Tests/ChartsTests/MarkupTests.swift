import Charts
import Testing

@Suite("Markup")
struct MarkupTests {
    private static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)", "a & b < c > d",
        "</style></title></svg><script>", "&lt;already&gt;", "]]>", "<!-- -->",
    ]

    /// Neither as text nor as an attribute's value can a text end what it stands in.
    @Test(arguments: hostile)
    func `text is shown, never obeyed`(_ text: String) {
        let rendered = Markup.tag("p", ["title": text], text: text).rendered
        let inside = rendered.dropFirst("<p title=\"".count).dropLast("</p>\n".count)
        let parts = inside.split(separator: "\">", maxSplits: 1, omittingEmptySubsequences: false)
        #expect(parts.count == 2)
        for part in parts { #expect(!part.contains(where: { "<>\"'".contains($0) })) }
        #expect(parts.allSatisfy { unescaped(String($0)) == text })
    }

    @Test func `control characters, which XML refuses, are replaced`() {
        #expect(Markup.text("a\u{0}b\u{1b}c\u{85}d\n").rendered == "a\u{fffd}b\u{fffd}c\u{fffd}d\n")
    }

    @Test func `void elements and shapes end as HTML and SVG say`() {
        #expect(Markup.tag("meta", ["charset": "utf-8"]).rendered == "<meta charset=\"utf-8\">")
        #expect(Markup.tag("path", ["d": "M0 0"]).rendered == "<path d=\"M0 0\"/>")
        #expect(Markup.tag("td").rendered == "<td></td>")
    }

    private func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
