/// A word of a formula and where it stands.
struct FormulaToken {
    enum Kind: Equatable {
        case number(Expression)
        case name(String)
        /// One of `+ - * / ^ ( ) ,`.
        case symbol(Character)
        case comparison(Condition.Relation)
        case end
    }

    var kind: Kind
    var offset: Int
    var length: Int
}

/// Cuts a formula into words. Characters that look like an operator are reported and read as that operator,
/// so that the rest of the formula is still checked.
struct FormulaLexer {
    let characters: [Character]
    private(set) var tokens: [FormulaToken] = []
    private(set) var errors: [FormulaError] = []
    private var index = 0

    init(_ text: String) { characters = Array(text) }

    mutating func run() {
        while index < characters.count {
            let character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if let meant = lookalikes[character] {
                report(1, "lookalike-character", "'\(character)' is not read; write \(meant.text)", fix: meant.fix)
                if let kind = meant.kind { emit(kind, 1) } else { index = characters.count }
            } else if isDigit(character) || (character == "." && isDigit(peek(1))) {
                readNumber()
            } else if isNameStart(character) {
                readName()
            } else if !readOperator() {
                report(1, "unexpected-character", unexpected(character))
                // What follows an unreadable character has no meaning to check.
                index = characters.count
            }
        }
        tokens.append(FormulaToken(kind: .end, offset: characters.count, length: 0))
    }

    private func peek(_ distance: Int) -> Character? {
        index + distance < characters.count ? characters[index + distance] : nil
    }

    private mutating func emit(_ kind: FormulaToken.Kind, _ length: Int) {
        tokens.append(FormulaToken(kind: kind, offset: index, length: length))
        index += length
    }

    private mutating func report(_ length: Int, _ code: String, _ message: String, fix: String? = nil) {
        errors.append(FormulaError(offset: index, length: length, code: code, message: message, fix: fix))
    }

    // MARK: Names and operators

    private mutating func readName() {
        var end = index
        while end < characters.count, isNamePart(characters[end]) { end += 1 }
        emit(.name(String(characters[index..<end])), end - index)
    }

    private mutating func readOperator() -> Bool {
        let character = characters[index]
        let next = peek(1)
        switch (character, next) {
        case ("*", "*"):
            report(2, "wrong-operator", "'**' is not an operator; write '^' for a power", fix: "^")
            emit(.symbol("^"), 2)
        case ("<", "="): emit(.comparison(.lessOrEqual), 2)
        case (">", "="): emit(.comparison(.greaterOrEqual), 2)
        case ("<", _): emit(.comparison(.less), 1)
        case (">", _): emit(.comparison(.greater), 1)
        case ("+", _), ("-", _), ("*", _), ("/", _), ("^", _), ("(", _), (")", _), (",", _):
            emit(.symbol(character), 1)
        default: return false
        }
        return true
    }

    private func unexpected(_ character: Character) -> String {
        switch character {
        case "=", "!": "'\(character)' is not part of the formula language; the comparisons are < <= > >=, inside where(…)"
        case "&", "|": "conditions cannot be combined; nest one where(…) in another"
        case "?", ":": "write where(condition, x, y) instead of 'condition ? x : y'"
        case "[", "]", "{", "}": "'\(character)' is not part of the formula language; group with ( )"
        case ";": "arguments are separated by ','"
        case "%": "'%' is not part of the formula language; write a percentage as a decimal, 0.05"
        case "#": "'#' is not part of the formula language; notes belong under 'note'"
        case ".": "'.' stands alone; a number needs a digit, as in 0.5"
        default: "\(quoted(character)) is not part of the formula language"
        }
    }

    /// Characters that cannot be seen are named by their code.
    private func quoted(_ character: Character) -> String {
        let scalars = character.unicodeScalars
        let visible = scalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
                .spaceSeparator, .nonspacingMark, .enclosingMark: false
            default: true
            }
        }
        if visible { return "'\(character)'" }
        return "the character U+" + scalars.prefix(3).map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " U+")
    }

    // MARK: Numbers

    /// Digits, at most one point, an optional exponent. Anything else that runs on from a digit is malformed,
    /// but a name right after the digits (`2a`) is left for the parser, which knows the fix.
    private mutating func readNumber() {
        var end = index
        func at(_ i: Int) -> Character? { i < characters.count ? characters[i] : nil }
        while isDigit(at(end)) { end += 1 }
        if at(end) == "." {
            end += 1
            while isDigit(at(end)) { end += 1 }
        }
        if at(end) == "e" || at(end) == "E" {
            var exponent = end + 1
            if at(exponent) == "+" || at(exponent) == "-" { exponent += 1 }
            if isDigit(at(exponent)) {
                end = exponent
                while isDigit(at(end)) { end += 1 }
            } else if exponent > end + 1 || !isNamePart(at(exponent) ?? " ") {
                end = exponent
                return malformed(upTo: end, "the exponent has no digits; write 1e3 for 1000")
            }
        }
        if at(end) == "." { return malformed(upTo: end + 1, "a number has one decimal point") }
        if at(end) == "_" { return malformed(upTo: end + 1, "write the digits without '_'") }
        let text = String(characters[index..<end])
        if text == "0", at(end) == "x" || at(end) == "X" { return malformed(upTo: end + 1, "write numbers in decimal") }
        guard let value = Double(text), value.isFinite else {
            return outOfRange(end, "\(abbreviated(text)) is larger than a Double holds (1.8e308)")
        }
        if value == 0, text.prefix(while: { $0 != "e" && $0 != "E" }).contains(where: { "123456789".contains($0) }) {
            return outOfRange(end, "\(abbreviated(text)) is smaller than a Double holds (4.9e-324)")
        }
        emit(.number(Rational(decimal: text).map(Expression.number) ?? .literal(text)), end - index)
    }

    private mutating func outOfRange(_ end: Int, _ message: String) {
        report(end - index, "number-out-of-range", message)
        emit(.number(.number(.one)), end - index)
    }

    private mutating func malformed(upTo end: Int, _ fix: String) {
        var last = end
        while last < characters.count, isNamePart(characters[last]) || characters[last] == "." { last += 1 }
        let text = abbreviated(String(characters[index..<last]))
        let digits = String(characters[index..<last].filter { $0 != "_" })
        report(
            last - index, "malformed-number", "'\(text)' is not a number: \(fix)",
            fix: digits.count < last - index && Rational(decimal: digits) != nil ? digits : nil)
        emit(.number(.number(.one)), last - index)
    }

    private func abbreviated(_ text: String) -> String {
        text.count <= 32 ? text : String(text.prefix(28)) + "…"
    }
}

private func isDigit(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character >= "0" && character <= "9" && character.isASCII
}

private func isNameStart(_ character: Character) -> Bool {
    character.isASCII ? (character.isLetter || character == "_") : character.isLetter
}

private func isNamePart(_ character: Character) -> Bool { isNameStart(character) || isDigit(character) }

/// Characters that a mathematician or an editor writes for one of ours: what to write, and what to read.
private let lookalikes: [Character: (text: String, kind: FormulaToken.Kind?, fix: String?)] = {
    var table: [Character: (text: String, kind: FormulaToken.Kind?, fix: String?)] = [
        "²": ("^2", nil, "^2"), "³": ("^3", nil, "^3"), "½": ("1/2", nil, "(1/2)"),
        "√": ("sqrt(…)", nil, nil), "∑": ("sum(…)", nil, nil),
        "∞": ("a finite number: infinity is a bound of a domain only", nil, nil),
        "≤": ("'<='", .comparison(.lessOrEqual), "<="), "⩽": ("'<='", .comparison(.lessOrEqual), "<="),
        "≥": ("'>='", .comparison(.greaterOrEqual), ">="), "⩾": ("'>='", .comparison(.greaterOrEqual), ">="),
    ]
    let symbols: [(Character, String)] = [
        ("-", "−–—‐"), ("*", "×·⋅∙∗•"), ("/", "÷∕⁄"), ("^", "ˆ"), ("(", "（"), (")", "）"), (",", "，"),
    ]
    for (symbol, shapes) in symbols {
        for shape in shapes { table[shape] = ("'\(symbol)'", .symbol(symbol), String(symbol)) }
    }
    return table
}()
