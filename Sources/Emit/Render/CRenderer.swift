import Symbolic

/// Prints terms as C expressions in one precision.
struct CRenderer: Sendable {
    enum Precision: String, CaseIterable, Sendable {
        case float = "f32"
        case double = "f64"

        /// The suffix of functions and tables: `f32`, `f64`.
        var suffix: String { rawValue }
        var type: String { self == .float ? "float" : "double" }
        /// `ACTIVATION_FLOAT` or `ACTIVATION_DOUBLE` of the kernels' interface.
        var tableIndex: String { self == .float ? "ACTIVATION_FLOAT" : "ACTIVATION_DOUBLE" }
    }

    let precision: Precision
    /// What the formula's variable is called.
    let variable: String

    func render(_ term: Term) -> String { render(term, in: .sum) }

    private enum Context: Int, Comparable {
        case sum, product, atom
        static func < (a: Context, b: Context) -> Bool { a.rawValue < b.rawValue }
    }

    private func render(_ term: Term, in context: Context) -> String {
        switch term {
        case .number(let n):
            let text = number(n)
            return n.numerator < 0 && context > .sum ? "(\(text))" : text
        case .constant(let digits): return literal(digits)
        case .variable: return variable
        case .parameter(let name): return "p.\(name)"
        case .local(let name): return name
        case .sum(let terms):
            let text = terms.enumerated().map { i, term in
                let (coefficient, core) = term.scaled
                guard coefficient.numerator < 0 else { return (i == 0 ? "" : " + ") + render(term, in: .sum) }
                let positive = Term.multiplying([.number(coefficient.negated), core])
                return (i == 0 ? "-" : " - ") + render(positive, in: .product)
            }.joined()
            return context > .sum ? "(\(text))" : text
        case .product(let factors):
            let text = fraction(factors)
            return context == .atom || (context == .product && text.hasPrefix("-")) ? "(\(text))" : text
        case .power(let base, let exponent):
            if exponent < 0 {
                let text = "\(number(.one)) / \(render(.raising(base, to: -exponent), in: .atom))"
                return context > .sum ? "(\(text))" : text
            }
            return exponent == 2
                ? "vm_square_\(precision.suffix)(\(render(base)))"
                : "vm_integer_power_\(precision.suffix)(\(render(base)), \(exponent))"
        case .call(let primitive, let arguments):
            return "vm_\(primitive.rawValue)_\(precision.suffix)(\(arguments.map(render).joined(separator: ", ")))"
        case .select(let c, let x, let y):
            let condition = "\(render(c.left)) \(c.relation.rawValue) \(render(c.right))"
            return "(\(condition) ? \(render(x)) : \(render(y)))"
        case .reduction:
            // RowFunction has replaced every reduction by a local before it prints.
            preconditionFailure("a reduction is a loop, not an expression")
        }
    }

    private func fraction(_ factors: [Term]) -> String {
        var above: [Term] = []
        var below: [Term] = []
        var sign = ""
        for factor in factors {
            switch factor {
            case .number(let n):
                if n.numerator < 0 { sign = "-" }
                let magnitude = n.numerator < 0 ? n.negated : n
                if magnitude != .one { above.append(.number(magnitude)) }
            case .power(let base, let exponent) where exponent < 0:
                below.append(.raising(base, to: -exponent))
            default:
                above.append(factor)
            }
        }
        let numerator = above.isEmpty
            ? number(.one) : above.map { render($0, in: .product) }.joined(separator: " * ")
        if below.isEmpty { return sign + numerator }
        let denominator = below.count == 1
            ? render(below[0], in: .atom)
            : "(" + below.map { render($0, in: .product) }.joined(separator: " * ") + ")"
        return "\(sign)\(numerator) / \(denominator)"
    }

    /// The number, rounded once: a quotient of exactly representable integers, or its decimal expansion.
    private func number(_ n: Rational) -> String {
        if n.isInteger, n.numerator.magnitude < 1 << 53 { return literal("\(n.numerator)") }
        return literal(n.decimalExpansion(digits: 40))
    }

    private func literal(_ digits: String) -> String {
        let isInteger = !digits.contains { $0 == "." || $0 == "e" || $0 == "E" }
        return digits + (isInteger ? ".0" : "") + (precision == .float ? "f" : "")
    }
}

extension Rational {
    /// The number in decimal, to `digits` significant digits.
    func decimalExpansion(digits: Int) -> String {
        // Long division in 256 bits' worth of steps: the remainder stays below the denominator.
        var remainder = numerator.magnitude
        let divisor = denominator.magnitude
        var text = numerator < 0 ? "-" : ""
        let (whole, rest) = remainder.quotientAndRemainder(dividingBy: divisor)
        text += "\(whole)."
        remainder = rest
        var significant = whole == 0 ? 0 : "\(whole)".count
        while remainder != 0, significant < digits {
            // 10 · remainder may leave 128 bits: subtract the divisor ten times at most instead.
            var digit = 0
            var tenfold: UInt128 = 0
            for _ in 0..<10 {
                let (sum, overflow) = tenfold.addingReportingOverflow(remainder)
                if overflow || sum >= divisor {
                    digit += 1
                    tenfold = sum &- divisor
                } else {
                    tenfold = sum
                }
            }
            remainder = tenfold
            if digit != 0 || significant > 0 { significant += 1 }
            text += "\(digit)"
        }
        return text.hasSuffix(".") ? text + "0" : text
    }
}
