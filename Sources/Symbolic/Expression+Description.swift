/// Formula text with the fewest parentheses; reading it gives the same tree back, for every tree that was
/// read (a number that has no decimal digits, such as 1/3, is written as a quotient).
extension Expression: CustomStringConvertible {
    public var description: String { text(variable: "a") }

    /// - Parameter variable: the name to write for ``variable``: `a`, or `y` in an inverse or a dual.
    public func text(variable: String) -> String {
        FormulaWriter(variable: variable).write(self).text
    }
}

extension Condition: CustomStringConvertible {
    public var description: String { text(variable: "a") }

    public func text(variable: String) -> String {
        let writer = FormulaWriter(variable: variable)
        return "\(writer.write(left).text) \(relation.rawValue) \(writer.write(right).text)"
    }
}

private struct FormulaWriter {
    enum Level: Int, Comparable {
        case sum, product, negation, power, primary

        static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
    }

    let variable: String

    func write(_ expression: Expression) -> (text: String, level: Level) {
        switch expression {
        case .number(let value): return number(value)
        case .literal(let text): return (text, .primary)
        case .pi: return ("pi", .primary)
        case .variable: return (variable, .primary)
        case .parameter(let name): return (name, .primary)
        case .add(let x, let y): return ("\(at(.sum, x)) + \(at(.product, y))", .sum)
        case .subtract(let x, let y): return ("\(at(.sum, x)) - \(at(.product, y))", .sum)
        case .multiply(let x, let y): return ("\(at(.product, x)) * \(at(.negation, y))", .product)
        case .divide(let x, let y): return ("\(at(.product, x)) / \(at(.negation, y))", .product)
        case .negate(let x): return ("-\(at(.negation, x))", .negation)
        case .power(let x, let y): return ("\(at(.primary, x))^\(exponent(y))", .power)
        case .call(let function, let arguments):
            return ("\(function.rawValue)(\(arguments.map { write($0).text }.joined(separator: ", ")))", .primary)
        case .select(let condition, let x, let y):
            return ("where(\(condition.text(variable: variable)), \(write(x).text), \(write(y).text))", .primary)
        case .sum(let x): return ("sum(\(write(x).text))", .primary)
        }
    }

    private func number(_ value: Rational) -> (text: String, level: Level) {
        if let text = value.decimalText { return (text, value.numerator < 0 ? .negation : .primary) }
        return ("\(value.numerator) / \(value.denominator)", .product)
    }

    private func at(_ level: Level, _ expression: Expression) -> String {
        let written = write(expression)
        return written.level < level ? "(\(written.text))" : written.text
    }

    /// An exponent may be a negation (`a^-2`) or another power (`a^b^c`).
    private func exponent(_ expression: Expression) -> String { at(.negation, expression) }
}
