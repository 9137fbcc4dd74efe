import YAMLReader

/// Titles, notes and references. They end up in comments and string literals of generated Swift and C, so what
/// could end a comment, open a nested one or continue it past its line is refused here, once for every emitter:
/// line breaks, `*/`, `/*` (Swift's comments nest), `\` (at a line's end C reads on) and invisible characters.
/// `//`, quotes and `#` are harmless in a comment and escaped in a literal.
struct Prose {
    let document: YAMLDocument
    let scalar: YAMLScalar
    let key: String

    /// The text in one line, or `nil` after reporting what is wrong.
    func read(limit: Int, problems: inout Problems) -> String? {
        let before = problems.count
        let text = scalar.text.unicodeScalars
        // Offsets are those of the whole text; blanks at its ends are dropped, as a folded scalar has them.
        let isBreak: (Unicode.Scalar) -> Bool = { $0 == "\n" || $0 == "\r" }
        let end = text.lastIndex { !$0.properties.isWhitespace } ?? text.startIndex
        var previous: Unicode.Scalar?
        var isBlankSoFar = true
        for (offset, index) in zip(0..., text.indices) where index <= end {
            let character = text[index]
            isBlankSoFar = isBlankSoFar && character.properties.isWhitespace
            if isForbidden(character) {
                add(offset, forbiddenCharacterMessage(character), &problems)
            } else if isBreak(character), !isBlankSoFar {
                add(offset, "'\(key)' has a line break; write it as one paragraph ('>' joins lines)", &problems)
            } else if character == "\\" {
                add(offset, "'\\' is not allowed in '\(key)', where it could reach into generated code; remove it", &problems)
            } else if let pair = previous.map({ String($0) + String(character) }), pair == "*/" || pair == "/*" {
                add(offset - 1, length: 2, "'\(pair)' in '\(key)' would end or open a comment in generated code; write it apart", &problems)
            }
            previous = character
            if problems.count > before { break }
        }
        if problems.count == before, text.count > limit {
            add(limit, "'\(key)' is longer than \(limit) characters; shorten it", code: "too-long", &problems)
        }
        return problems.count == before ? oneLine(scalar.text) : nil
    }

    private func add(
        _ offset: Int, length: Int = 1, _ message: String, code: String = "unsafe-text", _ problems: inout Problems
    ) {
        problems.add(document.positions(in: scalar)[offset], code, message, length: length)
    }
}

/// The text without blanks at its ends and with every blank inside a space.
func oneLine(_ text: String) -> String {
    String(text.trimmingBlanks.map { $0.isWhitespace ? " " : $0 })
}
