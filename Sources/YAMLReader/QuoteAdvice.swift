/// Recognises values that mean something else to YAML than their author meant, and would not in quotes:
/// an interval, a formula that starts with `- `, a text with `: ` in it, a sign that YAML reserves.
///
/// Where libyaml gives up on such a line, the advice also quotes the value in a copy of the text, so that the
/// rest of the file can still be read and every problem is reported in one run.
struct QuoteAdvice {
    var position: SourcePosition
    var code: String { "needs-quotes" }
    var message: String
    /// The value in quotes.
    var quoted: String?
    /// How many characters the value has.
    var length: Int
    /// The text with the value in quotes.
    var repaired: SourceText?

    /// What is behind a syntax error, or `nil` where quotes would not mend it.
    init?(_ error: YAMLSyntaxError, in source: SourceText) {
        let number = error.problemMark.line
        let nearby = [number, number - 1, number - 2, error.contextMark?.line ?? number]
        for candidate in nearby where candidate >= 0 && !source.isRepaired(line: candidate) {
            let line = SourceLine(source.line(candidate))
            if let range = line.unquotedInterval {
                self.init(quoting: range, of: line, number: candidate, in: source,
                    because: line.scalars[range.lowerBound] == "["
                        ? "'[' begins a list in YAML" : "a comma ends a value inside { }")
                return
            }
        }
        for candidate in [number, error.contextMark?.line ?? number] where !source.isRepaired(line: candidate) {
            let line = SourceLine(source.line(candidate))
            guard let (range, reason) = line.misreadValue(at: error.problemMark.line == candidate ? error.problemMark.column : nil)
            else { continue }
            self.init(quoting: range, of: line, number: candidate, in: source, because: reason)
            return
        }
        return nil
    }

    /// The advice for a plain value inside `{ }` that a comma has cut into pieces.
    static func comma(from start: Mark, to end: Mark, in source: SourceText) -> QuoteAdvice {
        let line = SourceLine(source.line(start.line))
        var last = start.line == end.line ? min(end.column, line.contentEnd) : line.contentEnd
        // The rest may have been cut more than once.
        while last < line.contentEnd, line.scalars[last] == "," {
            let piece = line.scalars[(last + 1)..<line.contentEnd].prefix { $0 != "," && $0 != "}" }
            guard !piece.contains(":") else { break }
            last = piece.endIndex
        }
        while last > start.column, isBlank(line.scalars[last - 1]) { last -= 1 }
        let text = line.text(min(start.column, last)..<last)
        return QuoteAdvice(
            position: source.position(start), quoting: text, because: "a comma ends a value inside { }")
    }

    private init(position: SourcePosition, quoting text: String, because reason: String, repaired: SourceText? = nil) {
        self.position = position
        quoted = Self.quoted(text)
        length = text.unicodeScalars.count
        message = "\(reason); put the value in quotes" + (quoted.map { ": \($0)" } ?? "")
        self.repaired = repaired
    }

    var diagnostic: Diagnostic { Diagnostic(position, code: code, message, length: length, fix: quoted) }

    private init(quoting range: Range<Int>, of line: SourceLine, number: Int, in source: SourceText, because reason: String) {
        var text = Array(line.scalars[..<range.lowerBound])
        var inserted = [text.count]
        text.append("'")
        for scalar in line.scalars[range] {
            if scalar == "'" {
                inserted.append(text.count)
                text.append("'")
            }
            text.append(scalar)
        }
        inserted.append(text.count)
        text.append("'")
        text += line.scalars[range.upperBound...]
        self.init(
            position: source.position(Mark(line: number, column: range.lowerBound)),
            quoting: line.text(range), because: reason,
            repaired: source.replacing(line: number, with: text, inserted: inserted))
    }

    /// `nil` for a text too long to repeat.
    private static func quoted(_ text: String) -> String? {
        let needsSingle = text.unicodeScalars.contains { $0 == "\"" || $0 == "\\" }
        guard text.unicodeScalars.count <= 60 else { return nil }
        return needsSingle
            ? excerpt(text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''"))
            : "\"" + excerpt(text).dropFirst().dropLast() + "\""
    }
}

extension SourceLine {
    /// The value on this line that YAML cannot read as the plain text it was meant to be, and why.
    fileprivate func misreadValue(at problem: Int?) -> (Range<Int>, String)? {
        guard let first = valueStart else { return nil }
        // Inside { } the pair that holds the problem; elsewhere the line's one pair.
        guard scalars[first] == "{" else { return misread(first..<contentEnd) }
        var start = first + 1
        while start < contentEnd {
            var end = start
            while end < contentEnd, scalars[end] != ",", scalars[end] != "}" { end += 1 }
            if let valueStart = pair(from: start).valueStart, valueStart < end {
                var last = end
                while last > valueStart, isBlank(scalars[last - 1]) { last -= 1 }
                if let found = misread(valueStart..<last) { return found }
            }
            start = end + 1
        }
        return nil
    }

    private func misread(_ range: Range<Int>) -> (Range<Int>, String)? {
        guard let start = range.first, let last = range.last else { return nil }
        let isFollowedByBlank = start == last || isBlank(scalars[start + 1])
        switch scalars[start] {
        case "-", "?":
            if isFollowedByBlank { return (range, "'\(scalars[start]) ' begins a \(scalars[start] == "-" ? "list" : "key") in YAML") }
        case "*", "&", "!", "|", ">", "%", "@", "`":
            return (range, "'\(scalars[start])' has a meaning of its own at the start of a YAML value")
        case "\"", "'":
            return hasTextAfterQuotes(range) ? (range, "a text goes on after its closing quotation mark") : nil
        case "[", "{": return nil
        default: break
        }
        let hasColon = range.contains { scalars[$0] == ":" && ($0 == last || isBlank(scalars[$0 + 1])) }
        return hasColon ? (range, "': ' ends a key in YAML") : nil
    }

    private func hasTextAfterQuotes(_ range: Range<Int>) -> Bool {
        let quote = scalars[range.lowerBound]
        var i = range.lowerBound + 1
        while i < range.upperBound {
            if quote == "\"", scalars[i] == "\\" {
                i += 2
            } else if scalars[i] != quote {
                i += 1
            } else if quote == "'", i + 1 < range.upperBound, scalars[i + 1] == quote {
                i += 2
            } else {
                return i + 1 < range.upperBound
            }
        }
        return false
    }
}
