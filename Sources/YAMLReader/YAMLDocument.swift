/// A YAML file read into a tree, with every problem found on the way.
///
/// The reader is strict and total: whatever the bytes, it returns soon, with a tree, problems or both. See
/// ``YAMLLimits`` for its bounds.
public struct YAMLDocument: Sendable {
    /// `nil` where the file holds no value, or none that can be read; `diagnostics` then says why.
    public let root: YAMLNode?
    /// Problems in the order of the file.
    public let diagnostics: [Diagnostic]
    let source: SourceText
    /// How many characters of its first line each value covers, by where it begins.
    package let spans: [SourcePosition: Int]

    public init(text: String) { self.init(bytes: Array(text.utf8)) }

    public init(bytes: [UInt8]) {
        var decoder = SourceDecoder()
        guard let decoded = decoder.decode(bytes) else {
            (root, diagnostics, source, spans) = (nil, decoder.diagnostics, SourceText(bytes: []), [:])
            return
        }
        var found = decoder.diagnostics
        var text = decoded.withoutDirectives(&found)
        // Every repair reads the text again, so large texts get few.
        var repairsLeft = min(64, 1 + (8 << 20) / max(1, bytes.count))
        var composer = YAMLComposer(text)
        var root = composer.compose()
        while let error = composer.syntaxError {
            guard let advice = QuoteAdvice(error, in: text) else {
                found.append(error.diagnostic(in: text))
                break
            }
            found.append(advice.diagnostic)
            guard let repaired = advice.repaired, repairsLeft > 0 else { break }
            repairsLeft -= 1
            text = repaired
            composer = YAMLComposer(text)
            root = composer.compose()
        }
        found += composer.diagnostics
        if found.isEmpty, root?.isBlank ?? true {
            root = nil
            found.append(Diagnostic(SourcePosition(line: 1, column: 1), code: "empty-file", "the file is empty"))
        }
        let spans = composer.spans
        let placed = found.map { problem in
            var problem = problem
            problem.length = problem.length ?? spans[problem.position]
            return problem
        }
        (self.root, diagnostics, source, self.spans) = (root, placed.sorted { $0.position < $1.position }, text, spans)
    }

    /// Where the characters of a scalar's text stand in the file.
    public func positions(in scalar: YAMLScalar) -> ScalarPositions {
        ScalarPositions(scalar, in: source)
    }

    /// How many characters of its line lie between two places of the file, to the line's end where they are not on one line.
    package func length(from start: SourcePosition, to end: SourcePosition) -> Int {
        source.isRepaired(line: end.line - 1) && end.line == start.line
            ? max(0, end.column - start.column)
            : source.length(from: start, to: Mark(line: end.line - 1, column: end.column - 1))
    }

    /// The rest of the line after a scalar, as it stands in the file.
    package func restOfLine(after scalar: YAMLScalar) -> String {
        String(String.UnicodeScalarView(source.line(scalar.end.line).dropFirst(scalar.end.column)))
    }
}

extension YAMLNode {
    /// Whether this is what libyaml makes of a document without content.
    fileprivate var isBlank: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.style == .plain && scalar.text.isEmpty
    }
}

extension SourceText {
    /// Reports directives (`%YAML`, `%TAG`) and makes comments of them.
    fileprivate func withoutDirectives(_ diagnostics: inout [Diagnostic]) -> SourceText {
        var bytes = bytes
        var hasDirectives = false
        for (number, start) in lineStarts.enumerated() where start < bytes.count && bytes[start] == UInt8(ascii: "%") {
            bytes[start] = UInt8(ascii: "#")
            hasDirectives = true
            if diagnostics.count <= YAMLLimits.diagnostics {
                diagnostics.append(Diagnostic(
                    SourcePosition(line: number + 1, column: 1), code: "directive",
                    "a line that begins with '%' is a YAML directive, and none is allowed; remove it"))
            }
        }
        return hasDirectives ? SourceText(bytes: bytes) : self
    }
}
