/// A file's text by lines, as libyaml counts them.
///
/// Line breaks are `\n`, `\r\n` and `\r`. YAML 1.1 has three more (U+0085, U+2028, U+2029), which
/// ``SourceDecoder`` has replaced, so that the lines here are those of an editor.
struct SourceText: Sendable {
    let bytes: [UInt8]
    let lineStarts: [Int]
    /// Columns of quotation marks that were put in for the parser's sake (``QuoteAdvice``), by line, ascending.
    private var insertions: [Int: [Int]] = [:]

    /// - Parameter bytes: valid UTF-8 without a byte-order mark.
    init(bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for i in bytes.indices where isBreak(at: i, in: bytes) { starts.append(i + 1) }
        lineStarts = starts
    }

    /// The length of a line with its break.
    func byteCount(ofLine number: Int) -> Int {
        (number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count) - lineStarts[number]
    }

    /// A line without its break; empty past the end.
    func line(_ number: Int) -> [Unicode.Scalar] {
        guard lineStarts.indices.contains(number) else { return [] }
        var end = lineStarts[number] + byteCount(ofLine: number)
        while end > lineStarts[number], bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
            end -= 1
        }
        return Array(String(decoding: bytes[lineStarts[number]..<end], as: UTF8.self).unicodeScalars)
    }

    /// The place in the file as its author sees it.
    func position(_ mark: Mark) -> SourcePosition {
        // libyaml ends a text that lacks its last line break with one of its own.
        guard mark.line < lineStarts.count else {
            let last = lineStarts.count - 1
            return position(Mark(line: last, column: line(last).count))
        }
        let shift = insertions[mark.line]?.count { $0 < mark.column } ?? 0
        return SourcePosition(line: mark.line + 1, column: mark.column - shift + 1)
    }

    /// How many characters lie between two places, to the end of the line's content where they are not on one line.
    func length(from start: Mark, to end: Mark) -> Int { length(from: position(start), to: end) }

    func length(from start: SourcePosition, to end: Mark) -> Int {
        let end = position(end)
        if end.line == start.line { return max(0, end.column - start.column) }
        let content = line(start.line - 1).count - line(start.line - 1).reversed().prefix { isBlank($0) }.count
        return max(0, content - start.column + 1)
    }

    func isRepaired(line: Int) -> Bool { insertions[line] != nil }

    /// The text with one line rewritten, its positions still those of the file.
    func replacing(line number: Int, with text: [Unicode.Scalar], inserted columns: [Int]) -> SourceText {
        let start = lineStarts[number]
        let old = String(String.UnicodeScalarView(line(number))).utf8.count
        let new = Array(String(String.UnicodeScalarView(text)).utf8)
        var copy = SourceText(bytes: Array(bytes[..<start]) + new + Array(bytes[(start + old)...]))
        copy.insertions = insertions
        copy.insertions[number] = columns
        return copy
    }
}

/// Whether the byte at `i` ends a line; the `\r` of `\r\n` does not.
private func isBreak(at i: Int, in bytes: [UInt8]) -> Bool {
    if bytes[i] == UInt8(ascii: "\n") { return true }
    return bytes[i] == UInt8(ascii: "\r") && (i + 1 == bytes.count || bytes[i + 1] != UInt8(ascii: "\n"))
}
