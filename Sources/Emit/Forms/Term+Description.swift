import Symbolic

extension Term: CustomStringConvertible {
    /// The term in the formula language (with the stable primitives by name).
    var description: String { rendered(in: .sum, "a") }

    /// The same with another name for the variable: `y` in the dual view.
    func description(variable: String) -> String { rendered(in: .sum, variable) }

    private enum Context: Int, Comparable {
        case sum, product, power
        static func < (a: Context, b: Context) -> Bool { a.rawValue < b.rawValue }
    }

    private func rendered(in context: Context, _ variable: String) -> String {
        switch self {
        case .number(let n):
            let isDecimal = n.isInteger || n.readsAsDecimal
            let text = n.isInteger ? "\(n.numerator)"
                : isDecimal ? n.decimalExpansion(digits: 40) : "\(n.numerator)/\(n.denominator)"
            let fits = context == .sum || (isDecimal && n.numerator >= 0)
            return fits ? text : "(\(text))"
        case .constant(let digits): return digits.hasPrefix("3.14159265358979323846") ? "pi" : digits
        case .variable: return variable
        case .parameter(let name), .local(let name): return name
        case .sum(let terms):
            var text = ""
            for (i, term) in terms.enumerated() {
                let (coefficient, core) = term.scaled
                if coefficient.numerator < 0 {
                    let positive = Term.multiplying([.number(coefficient.negated), core])
                    text += (i == 0 ? "-" : " - ") + positive.rendered(in: .product, variable)
                } else {
                    text += (i == 0 ? "" : " + ") + term.rendered(in: .sum, variable)
                }
            }
            return context > .sum ? "(\(text))" : text
        case .product(let factors):
            let text = Term.fraction(of: factors, variable)
            return context > .product || (context == .product && text.hasPrefix("-")) ? "(\(text))" : text
        case .power(let base, let exponent):
            if exponent < 0 {
                let text = "1/" + Term.raising(base, to: -exponent).rendered(in: .power, variable)
                return context > .sum ? "(\(text))" : text
            }
            return base.rendered(in: .power, variable) + "^\(exponent)"
        case .call(let primitive, let arguments):
            return "\(primitive.rawValue)(\(arguments.map { $0.rendered(in: .sum, variable) }.joined(separator: ", ")))"
        case .select(let c, let x, let y):
            let parts = [c.left, c.right, x, y].map { $0.rendered(in: .sum, variable) }
            return "where(\(parts[0]) \(c.relation.rawValue) \(parts[1]), \(parts[2]), \(parts[3]))"
        case .reduction(let kind, let x): return "\(kind.rawValue)(\(x.rendered(in: .sum, variable)))"
        }
    }

    private static func fraction(of factors: [Term], _ variable: String) -> String {
        var above: [String] = []
        var below: [String] = []
        var sign = ""
        for factor in factors {
            switch factor {
            case .number(let n):
                if n.numerator < 0 { sign = "-" }
                if n.readsAsDecimal {
                    above.append((n.numerator < 0 ? n.negated : n).decimalExpansion(digits: 40))
                    continue
                }
                if n.numerator.magnitude != 1 { above.append("\(n.numerator.magnitude)") }
                if n.denominator != 1 { below.append("\(n.denominator)") }
            case .power(let base, let exponent) where exponent < 0:
                below.append(Term.raising(base, to: -exponent).rendered(in: .power, variable))
            default:
                above.append(factor.rendered(in: .product, variable))
            }
        }
        let numerator = above.isEmpty ? "1" : above.joined(separator: "*")
        let denominator = below.count == 1 ? below[0] : "(\(below.joined(separator: "*")))"
        return sign + numerator + (below.isEmpty ? "" : "/" + denominator)
    }
}

extension Rational {
    /// Whether the number was given by its decimals rather than as a quotient: 1.05 rather than 1/3 or 1/2.
    fileprivate var readsAsDecimal: Bool {
        guard denominator.magnitude > 1000 else { return false }
        var rest = denominator.magnitude
        for prime: UInt128 in [2, 5] {
            while rest.isMultiple(of: prime) { rest /= prime }
        }
        return rest == 1
    }
}
