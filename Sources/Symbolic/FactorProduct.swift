/// A product in collected form: an exact coefficient times powers of distinct bases.
///
/// Bases are simplified trees that are no number, negation, product or quotient themselves. `x/x` cancels:
/// the result equals the product wherever that is defined.
struct FactorProduct {
    struct Factor {
        var base: Expression
        var exponent: Rational
    }

    private(set) var coefficient = Rational.one
    private(set) var factors: [Factor] = []

    init() {}

    init(_ expression: Expression) { multiply(by: expression) }

    /// Multiplies by a simplified tree to an integer power.
    mutating func multiply(by expression: Expression, power: Rational = .one) {
        switch expression {
        case .number(let value):
            guard let raised = value.raised(to: power), let product = coefficient.multiplied(by: raised) else {
                return append(expression, power)
            }
            coefficient = product
        case .negate(let x):
            multiply(by: .number(Rational(-1)), power: power)
            multiply(by: x, power: power)
        case .multiply(let x, let y):
            multiply(by: x, power: power)
            multiply(by: y, power: power)
        case .divide(let x, let y):
            multiply(by: x, power: power)
            multiply(by: y, power: power.negated)
        case .power(let base, let exponent):
            if let exponent = exponent.rational, let total = exponent.multiplied(by: power) {
                append(base, total)
            } else {
                append(expression, power)
            }
        default:
            append(expression, power)
        }
    }

    private mutating func append(_ base: Expression, _ exponent: Rational) {
        if let i = factors.firstIndex(where: { $0.base == base }), let sum = factors[i].exponent.adding(exponent) {
            factors[i].exponent = sum
        } else {
            factors.append(Factor(base: base, exponent: exponent))
        }
    }

    /// The same product without its coefficient.
    var body: FactorProduct {
        var copy = self
        copy.coefficient = .one
        return copy
    }

    mutating func scale(by factor: Rational) -> Bool {
        guard let product = coefficient.multiplied(by: factor) else { return false }
        coefficient = product
        return true
    }

    /// Splits off the factors for which `predicate` holds, with the coefficient.
    func split(_ predicate: (Expression) -> Bool) -> (with: FactorProduct, without: FactorProduct) {
        var (with, without) = (self, body)
        with.factors = factors.filter { predicate($0.base) }
        without.factors = factors.filter { !predicate($0.base) }
        return (with, without)
    }

    // MARK: Identities between factors

    private func exponent(of base: Expression) -> Rational? {
        factors.first { $0.base == base && $0.exponent.isInteger }?.exponent
    }

    private mutating func change(_ base: Expression, by steps: Int128) { append(base, Rational(steps)) }

    /// sinh/cosh → tanh, sin/cos → tan, u·sign(u) → |u|, |u|·sign(u) → u, |u|² → u², sqrt(u)² → u, eᵘe⁻ᵘ → 1.
    private mutating func applyIdentities() {
        for base in factors.map(\.base) {
            guard case .call(let function, let arguments) = base, let own = exponent(of: base)?.numerator else { continue }
            let u = arguments[0]
            switch function {
            case .sinh: ratio(base, own, .call(.cosh, [u]), .call(.tanh, [u]))
            case .sin: ratio(base, own, .call(.cos, [u]), .call(.tan, [u]))
            case .sign where own > 0:
                if let other = exponent(of: u)?.numerator, other > 0 {
                    let steps = Swift.min(own, other)
                    change(base, by: -steps)
                    change(u, by: -steps)
                    change(.call(.abs, [u]), by: steps)
                } else if let other = exponent(of: .call(.abs, [u]))?.numerator, other > 0 {
                    let steps = Swift.min(own, other)
                    change(base, by: -steps)
                    change(.call(.abs, [u]), by: -steps)
                    multiply(by: u, power: Rational(steps))
                }
            case .abs where own % 2 == 0 && own != 0:
                change(base, by: -own)
                multiply(by: u, power: Rational(own))
            case .sqrt where own != 0:
                var halves = own
                if let other = exponent(of: u)?.numerator, (other > 0) != (own > 0) {
                    halves += 2 * other
                    change(u, by: -other)
                }
                change(base, by: -own + halves % 2)
                if halves / 2 != 0 { multiply(by: u, power: Rational(halves / 2)) }
            case .exp where own != 0:
                let opposite = Expression.call(.exp, [Expression.negate(u).simplified()])
                if let other = exponent(of: opposite)?.numerator, other != 0 {
                    change(opposite, by: -other)
                    change(base, by: -other)
                }
            default: break
            }
        }
    }

    private mutating func ratio(_ x: Expression, _ own: Int128, _ y: Expression, _ quotient: Expression) {
        guard let other = exponent(of: y)?.numerator, own != 0, other != 0, (own > 0) != (other > 0) else { return }
        let steps = Swift.min(own.magnitude, other.magnitude)
        let signed = own > 0 ? Int128(steps) : -Int128(steps)
        change(x, by: -signed)
        change(y, by: signed)
        change(quotient, by: signed)
    }

    // MARK: Back to a tree

    func expression() -> Expression {
        var product = self
        product.applyIdentities()
        return product.written()
    }

    private func written() -> Expression {
        // A division by zero has no value whatever else stands in the product.
        if factors.contains(where: { $0.base == .zero && $0.exponent.numerator < 0 }) { return .divide(.one, .zero) }
        if coefficient == .zero { return .zero }
        let positive = Rational(Int128(coefficient.numerator.magnitude), coefficient.denominator) ?? coefficient
        let isNegative = coefficient.numerator < 0
        let live = factors.filter { $0.exponent != .zero }
        if live.isEmpty { return .number(coefficient) }
        var above = live.filter { $0.exponent.numerator > 0 }.map(Self.power)
        var below = live.filter { $0.exponent.numerator < 0 }
            .map { Self.power(Factor(base: $0.base, exponent: $0.exponent.negated)) }
        // A coefficient of many digits is a decimal of the source: it is written as one.
        if positive.denominator > 1000, positive.decimalText != nil {
            above.insert(.number(positive), at: 0)
        } else {
            if positive.numerator != 1 || above.isEmpty { above.insert(.integer(positive.numerator), at: 0) }
            if positive.denominator != 1 { below.insert(.integer(positive.denominator), at: 0) }
        }
        // −(x − y) is y − x.
        if isNegative, above.count == 1, below.isEmpty {
            switch above[0] {
            case .add, .subtract:
                var sum = TermSum()
                sum.add(above[0], scale: Rational(-1))
                return sum.expression()
            default: return .negate(above[0])
            }
        }
        let numerator = Self.product(above)
        let quotient = below.isEmpty ? numerator : Expression.divide(numerator, Self.product(below))
        return isNegative ? .negate(quotient) : quotient
    }

    private static func power(_ factor: Factor) -> Expression {
        if factor.exponent == .one { return factor.base }
        if factor.exponent == Rational(1, 2) { return .call(.sqrt, [factor.base]) }
        return .power(factor.base, .number(factor.exponent))
    }

    private static func product(_ parts: [Expression]) -> Expression {
        parts.dropFirst().reduce(parts[0]) { .multiply($0, $1) }
    }
}

extension Rational {
    /// An integer power; `nil` where it leaves 128 bits, the exponent is no integer, or for 0 to a negative power.
    public func raised(to exponent: Rational) -> Rational? {
        guard exponent.isInteger, exponent.numerator.magnitude <= 128 else {
            return self == .one && exponent.isInteger ? .one : nil
        }
        guard let base = exponent.numerator < 0 ? reciprocal : self else { return nil }
        var result = Rational.one
        for _ in 0..<Int(exponent.numerator.magnitude) {
            guard let next = result.multiplied(by: base) else { return nil }
            result = next
        }
        return result
    }
}
