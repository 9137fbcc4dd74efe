/// Diagnostics as people read them: the first line for editors too, then the source with the place underlined, and
/// where a few characters mend it, the line as it should be.
///
/// ```
/// activations.yaml:6:11: error: there is no function 'ln'; write log(a): log is natural [CAT045]
///   |
/// 6 |     link: ln(1 + exp(a))
///   |           ^~
/// help: write it so
/// 6 |     link: log(1 + exp(a))
///   |           ~~~
/// ```
public struct DiagnosticRenderer: Sendable {
    private let path: String
    private let source: SourceText
    private let colours: Bool

    /// - Parameters:
    ///   - path: what the first line calls the file.
    ///   - bytes: the file; empty where it could not be read.
    ///   - colours: whether to use a terminal's colours.
    public init(path: String, bytes: [UInt8], colours: Bool = false) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        self.path = path
        // Of a file that is too large nothing but its beginning is ever named.
        source = SourceText(bytes: Array(bytes[start...].prefix(YAMLLimits.bytes)))
        self.colours = colours
    }

    /// All of them and a line that counts them; empty where there are none.
    public func text(_ diagnostics: [Diagnostic]) -> String {
        guard let first = diagnostics.first else { return "" }
        let count = diagnostics.count == 1 ? "1 error" : "\(diagnostics.count) errors"
        let hint = DiagnosticKind.named(first.code) == nil ? "" : "; 'locoprop catalogue explain \(first.number)' says more"
        return diagnostics.map(text).joined(separator: "\n\n") + "\n\n" + bold("\(count) in \(path)") + hint
    }

    /// How many characters are underlined.
    public func length(of diagnostic: Diagnostic) -> Int {
        let line = source.line(diagnostic.position.line - 1)
        let start = min(max(0, diagnostic.position.column - 1), line.count)
        return min(line.count - start, max(0, diagnostic.length ?? Self.word(in: line, at: start)))
    }

    /// One of them, without a line's end after it.
    public func text(_ diagnostic: Diagnostic) -> String {
        let position = diagnostic.position
        let head = bold("\(path):\(position.line):\(position.column): ") + red("error: ") + bold(diagnostic.message)
            + " [\(diagnostic.number)]"
        let line = source.line(position.line - 1)
        let start = position.column - 1
        guard (0...line.count).contains(start), line.contains(where: { !isBlank($0) }) else { return head }
        let end = start + length(of: diagnostic)
        let number = String(position.line)
        let gutter = String(repeating: " ", count: number.count)
        var lines = [head, dim("\(gutter) |")]
        func show(_ line: [Unicode.Scalar], _ span: Range<Int>, _ first: String, _ rest: String, _ style: (String) -> String) {
            let (text, underline) = window(line, span, first, rest)
            lines.append(dim("\(number) | ") + text)
            lines.append(dim("\(gutter) | ") + underline.prefix { $0 == " " } + style(String(underline.drop { $0 == " " })))
        }
        show(line, start..<end, "^", "~", red)
        if let fix = diagnostic.fix, diagnostic.length != nil {
            let inserted = Array(fix.unicodeScalars)
            let mended = Array(line[..<start]) + inserted + Array(line[end...])
            lines.append(green("help: ") + (inserted.isEmpty ? "leave it out" : "write it so"))
            if inserted.isEmpty {
                lines.append(dim("\(number) | ") + window(mended, start..<start, " ", " ").text)
            } else {
                show(mended, start..<(start + inserted.count), "~", "~", green)
            }
        }
        return lines.joined(separator: "\n")
    }

    // MARK: Lines

    /// The cells that are shown of a line.
    private static let width = 110

    /// The line as far as it is shown, and what stands under it.
    private func window(_ line: [Unicode.Scalar], _ span: Range<Int>, _ first: String, _ rest: String) -> (text: String, underline: String) {
        let columns = DisplayColumns(line)
        let cells = columns.cells
        var from = 0
        var to = line.count
        if cells[to] > Self.width {
            // A quarter before the place, the rest from it on; but no less than fits.
            let wanted = max(0, min(cells[span.lowerBound] - Self.width / 4, cells[to] - Self.width))
            from = cells.firstIndex { $0 >= wanted } ?? 0
            to = (cells.lastIndex { $0 <= cells[from] + Self.width }) ?? to
            to = max(to, min(line.count, span.lowerBound + 1))
        }
        let prefix = from > 0 ? "…" : ""
        let text = prefix + columns.pieces[from..<to].joined() + (to < line.count ? "…" : "")
        let indent = String(repeating: " ", count: prefix.count + cells[span.lowerBound] - cells[from])
        let width = max(1, cells[min(span.upperBound, to)] - cells[span.lowerBound])
        return (text, indent + first + String(repeating: rest, count: width - 1))
    }

    /// How far a word reaches, where a diagnostic does not say what it covers.
    private static func word(in line: [Unicode.Scalar], at start: Int) -> Int {
        max(1, line[min(start, line.count)...].prefix { !isBlank($0) && $0 != "," && $0 != ":" }.count)
    }

    // MARK: Colours

    private func bold(_ text: String) -> String { styled(text, "1") }
    private func dim(_ text: String) -> String { styled(text, "2") }
    private func red(_ text: String) -> String { styled(text, "1;31") }
    private func green(_ text: String) -> String { styled(text, "1;32") }
    private func styled(_ text: String, _ code: String) -> String {
        colours && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
