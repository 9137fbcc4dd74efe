import Suggestions

/// A recursive-descent reader of formulas, with positions.
///
/// Problems of naming are collected and parsing goes on; a problem of structure ends it, because what follows
/// could only be guessed at.
struct FormulaParser {
    /// A part of the formula with its depth as a tree.
    struct Parsed {
        var expression: Expression
        var depth: Int
        /// The offsets of its text.
        var range: Range<Int>
    }

    enum Argument {
        case value(Parsed)
        case comparison(Parsed, Condition.Relation, Parsed)
    }

    /// Ends the parse; the reason is already among the errors.
    struct Stop: Error {}

    let tokens: [FormulaToken]
    let text: [Character]
    let context: FormulaContext
    var errors: [FormulaError]
    var index = 0
    var nesting = 0
    var nodes = 0
    var sumDepth = 0
    var sawSum = false
    var variableOutsideSum: FormulaToken?

    init(tokens: [FormulaToken], text: [Character], context: FormulaContext, errors: [FormulaError]) {
        self.tokens = tokens
        self.text = text
        self.context = context
        self.errors = errors
    }

    /// The formula's tree. Meaningless unless ``errors`` is empty.
    mutating func run() -> Expression {
        if case .end = tokens[0].kind {
            // A formula whose only character could not be read has its error already.
            if errors.isEmpty { report(tokens[0], "empty-formula", "the formula is empty") }
            return .number(.zero)
        }
        do {
            let parsed = try expression()
            try refuseComparison()
            if case .symbol(")") = current.kind {
                throw fail(current, "unbalanced-parenthesis", "this ')' closes nothing; remove it or add a '(' before it")
            }
            if case .symbol(",") = current.kind {
                throw fail(current, "trailing-text", "a ',' outside of a function's arguments; decimals are written with '.'")
            }
            checkSumScope()
            return parsed.expression
        } catch {
            return .number(.zero)
        }
    }

    /// The integral and the dual of a coupled entry are numbers: every coordinate enters through a sum.
    private mutating func checkSumScope() {
        guard sawSum, let token = variableOutsideSum, context.kind == .integral || context.kind == .dual else { return }
        report(
            token, "variable-outside-sum",
            "'\(context.variable)' outside of sum(…): the \(context.kind.rawValue) of a coupled entry is one number for the whole vector; put every '\(context.variable)' inside a sum(…)")
    }

    // MARK: Words

    var current: FormulaToken { tokens[index] }

    /// The last token is always `.end`, which is never passed.
    mutating func advance() { if index + 1 < tokens.count { index += 1 } }

    mutating func report(_ token: FormulaToken, _ code: String, _ message: String, fix: String? = nil) {
        errors.append(FormulaError(offset: token.offset, length: token.length, code: code, message: message, fix: fix))
    }

    mutating func fail(_ token: FormulaToken, _ code: String, _ message: String) -> Stop {
        // After an unreadable character the text ends early: that is the reason, not what is missing here.
        if !(token.kind == .end && errors.contains { $0.code == "unexpected-character" || $0.code == "lookalike-character" }) {
            report(token, code, message)
        }
        return Stop()
    }

    mutating func node(_ expression: Expression, over parts: [Parsed], _ range: Range<Int>) throws(Stop) -> Parsed {
        nodes += 1
        let depth = 1 + (parts.map(\.depth).max() ?? 0)
        guard depth <= Formula.maximumDepth else { throw tooDeep(at: range.lowerBound) }
        guard nodes <= Formula.maximumNodes else {
            throw fail(
                FormulaToken(kind: .end, offset: range.lowerBound, length: 0), "formula-too-long",
                "the formula has more than \(Formula.maximumNodes) operations and operands")
        }
        return Parsed(expression: expression, depth: depth, range: range)
    }

    mutating func tooDeep(at offset: Int) -> Stop {
        report(
            FormulaToken(kind: .symbol("("), offset: offset, length: 1), "formula-too-deep",
            "operations nest deeper than \(Formula.maximumDepth) levels here; simplify the formula")
        return Stop()
    }

    mutating func nested(_ body: (inout FormulaParser) throws(Stop) -> Parsed) throws(Stop) -> Parsed {
        nesting += 1
        guard nesting <= Formula.maximumDepth else { throw tooDeep(at: current.offset) }
        let parsed = try body(&self)
        nesting -= 1
        return parsed
    }

    // MARK: Grammar

    mutating func expression() throws(Stop) -> Parsed {
        var left = try term()
        while case .symbol(let symbol) = current.kind, symbol == "+" || symbol == "-" {
            advance()
            let right = try term()
            left = try binary(left, right, symbol == "+" ? Expression.add : Expression.subtract)
        }
        return left
    }

    private mutating func term() throws(Stop) -> Parsed {
        var left = try unary()
        while true {
            switch current.kind {
            case .symbol("*"):
                advance()
                left = try binary(left, try unary(), Expression.multiply)
            case .symbol("/"):
                advance()
                left = try binary(left, try unary(), Expression.divide)
            case .number, .name, .symbol("("):
                missingOperator(after: left)
                left = try binary(left, try unary(), Expression.multiply)
            default:
                return left
            }
        }
    }

    private mutating func binary(
        _ left: Parsed, _ right: Parsed, _ build: (Expression, Expression) -> Expression
    ) throws(Stop) -> Parsed {
        try node(
            build(left.expression, right.expression), over: [left, right],
            left.range.lowerBound..<right.range.upperBound)
    }

    private mutating func missingOperator(after left: Parsed) {
        var message = "an operator is missing here"
        let end = current.offset + current.length
        if left.range.count + current.length <= 40 {
            let next = String(text[current.offset..<end])
            message += "; write '\(String(text[left.range])) * \(next == "(" ? "(…)" : next)' for a product"
        }
        report(current, "missing-operator", message, fix: (left.range.upperBound == current.offset ? " * " : "* ") + String(text[current.offset..<end]))
    }

    private mutating func unary() throws(Stop) -> Parsed {
        guard case .symbol("-") = current.kind else { return try power() }
        let start = current.offset
        advance()
        let operand = try nested { parser throws(Stop) in try parser.unary() }
        return try node(.negate(operand.expression), over: [operand], start..<operand.range.upperBound)
    }

    private mutating func power() throws(Stop) -> Parsed {
        let base = try primary()
        guard case .symbol("^") = current.kind else { return base }
        advance()
        let exponent = try nested { parser throws(Stop) in try parser.exponent() }
        return try binary(base, exponent, Expression.power)
    }

    private mutating func exponent() throws(Stop) -> Parsed {
        guard case .symbol("-") = current.kind else { return try power() }
        let start = current.offset
        advance()
        let operand = try nested { parser throws(Stop) in try parser.exponent() }
        return try node(.negate(operand.expression), over: [operand], start..<operand.range.upperBound)
    }

    private mutating func primary() throws(Stop) -> Parsed {
        let token = current
        let range = token.offset..<(token.offset + token.length)
        switch token.kind {
        case .number(let number):
            advance()
            return try node(number, over: [], range)
        case .name(let name):
            advance()
            return try named(name, token)
        case .symbol("("):
            advance()
            var inner = try nested { parser throws(Stop) in try parser.expression() }
            try refuseComparison()
            try close(opening: token)
            inner.range = token.offset..<tokens[index - 1].offset + 1
            return inner
        case .symbol(")"):
            let opened = index > 0 && tokens[index - 1].kind == .symbol("(")
            throw fail(
                token, opened ? "missing-operand" : "unbalanced-parenthesis",
                opened ? "there is nothing between the parentheses" : missingOperand(before: "')'"))
        case .symbol(let symbol):
            throw fail(token, "missing-operand", missingOperand(before: "'\(symbol)'"))
        case .comparison(let relation):
            throw fail(token, "missing-operand", missingOperand(before: "'\(relation.rawValue)'"))
        case .end:
            throw fail(token, "missing-operand", "the formula ends where a number, a name or '(' is expected")
        }
    }

    private func missingOperand(before next: String) -> String {
        "a number, a name or '(' is expected before \(next)"
    }

    func isOperand(_ kind: FormulaToken.Kind) -> Bool {
        switch kind {
        case .number, .name, .symbol("("): true
        default: false
        }
    }

    mutating func refuseComparison() throws(Stop) {
        guard case .comparison(let relation) = current.kind else { return }
        throw fail(
            current, "misplaced-comparison",
            "'\(relation.rawValue)' belongs in the first argument of where, without parentheses of its own: where(\(context.variable) \(relation.rawValue) 0, x, y)")
    }

    mutating func close(opening: FormulaToken) throws(Stop) {
        guard case .symbol(")") = current.kind else {
            if case .symbol(",") = current.kind {
                throw fail(current, "trailing-text", "a ',' outside of a function's arguments; decimals are written with '.'")
            }
            throw fail(
                errors.contains { $0.code == "unexpected-character" || $0.code == "lookalike-character" } ? current : opening,
                "unbalanced-parenthesis", "this '(' is never closed; add the ')' that belongs to it")
        }
        advance()
    }
}
