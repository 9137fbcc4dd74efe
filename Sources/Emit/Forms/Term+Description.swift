import Symbolic

extension Term: CustomStringConvertible {
    /// The term in the formula language (with the stable primitives by name).
    var description: String { rendered(in: .sum) }

    private enum Context: Int, Comparable {
        case sum, product, power
        static func < (a: Context, b: Context) -> Bool { a.rawValue < b.rawValue }
    }

    private func rendered(in context: Context) -> String {
        switch self {
        case .number(let n):
            let text = n.isInteger ? "\(n.numerator)" : "\(n.numerator)/\(n.denominator)"
            let fits = context == .sum || (n.isInteger && n.numerator >= 0)
            return fits ? text : "(\(text))"
        case .constant(let digits): return digits.hasPrefix("3.14159265358979323846") ? "pi" : digits
        case .variable: return "a"
        case .parameter(let name), .local(let name): return name
        case .sum(let terms):
            var text = ""
            for (i, term) in terms.enumerated() {
                let (coefficient, core) = term.scaled
                if coefficient.numerator < 0 {
                    let positive = Term.multiplying([.number(coefficient.negated), core])
                    text += (i == 0 ? "-" : " - ") + positive.rendered(in: .product)
                } else {
                    text += (i == 0 ? "" : " + ") + term.rendered(in: .sum)
                }
            }
            return context > .sum ? "(\(text))" : text
        case .product(let factors):
            let text = Term.fraction(of: factors)
            return context > .product || (context == .product && text.hasPrefix("-")) ? "(\(text))" : text
        case .power(let base, let exponent):
            if exponent < 0 {
                let text = "1/" + Term.raising(base, to: -exponent).rendered(in: .power)
                return context > .sum ? "(\(text))" : text
            }
            return base.rendered(in: .power) + "^\(exponent)"
        case .call(let primitive, let arguments):
            return "\(primitive.rawValue)(\(arguments.map { $0.rendered(in: .sum) }.joined(separator: ", ")))"
        case .select(let c, let x, let y):
            let condition = "\(c.left) \(c.relation.rawValue) \(c.right)"
            return "where(\(condition), \(x), \(y))"
        case .reduction(let kind, let x): return "\(kind.rawValue)(\(x))"
        }
    }

    private static func fraction(of factors: [Term]) -> String {
        var above: [String] = []
        var below: [String] = []
        var sign = ""
        for factor in factors {
            switch factor {
            case .number(let n):
                if n.numerator < 0 { sign = "-" }
                if n.numerator.magnitude != 1 { above.append("\(n.numerator.magnitude)") }
                if n.denominator != 1 { below.append("\(n.denominator)") }
            case .power(let base, let exponent) where exponent < 0:
                below.append(Term.raising(base, to: -exponent).rendered(in: .power))
            default:
                above.append(factor.rendered(in: .product))
            }
        }
        let numerator = above.isEmpty ? "1" : above.joined(separator: "*")
        let denominator = below.count == 1 ? below[0] : "(\(below.joined(separator: "*")))"
        return sign + numerator + (below.isEmpty ? "" : "/" + denominator)
    }
}
