/// A formula F with F′ = f, found by rules, and which rules found it.
public struct Antiderivative: Hashable, Sendable {
    public var expression: Expression
    /// The rules' names in the order of their first use.
    public var rules: [String]

    /// Integrates a formula without `sum` in the variable; the constant is whatever the rules leave.
    ///
    /// The rules: linearity, a table of functions of an affine argument, rational functions whose denominators have
    /// a degree of at most two, substitution u = h(a) where h′ is a factor, and integration by parts. A result is a
    /// candidate: the caller checks it by differentiation. All work is bounded.
    /// - Parameters:
    ///   - integrand: a formula in the variable.
    ///   - bounds: what holds of the variable and of parameters; it decides signs under a logarithm.
    public static func find(_ integrand: Expression, bounds: [Expression: RationalBounds] = [:]) -> Antiderivative? {
        guard !integrand.containsSum else { return nil }
        let integrator = Integrator(bounds: bounds)
        guard let found = integrator.integrate(integrand.simplified()) else { return nil }
        return Antiderivative(expression: integrator.tidied(found), rules: integrator.rules)
    }
}

/// The search behind ``Antiderivative``.
final class Integrator {
    private static let maximumDepth = 7

    private(set) var rules: [String] = []
    private let bounds: [Expression: RationalBounds]
    private var budget = 400
    private var depth = 0

    init(bounds: [Expression: RationalBounds]) { self.bounds = bounds }

    /// - Parameter integrand: simplified.
    func integrate(_ integrand: Expression) -> Expression? {
        guard budget > 0, depth < Self.maximumDepth, integrand.nodeCount < 400 else { return nil }
        budget -= 1
        depth += 1
        defer { depth -= 1 }
        if !integrand.dependsOnVariable { return .multiply(integrand, .variable) }
        return attempt { self.linear(integrand) }
            ?? attempt { self.table(integrand) }
            ?? attempt { self.rational(integrand) }
            ?? attempt { self.substitution(integrand) }
            ?? attempt { self.parts(integrand) }
            ?? attempt { self.expanded(integrand) }
    }

    /// A rule that fails leaves no trace in ``rules``.
    private func attempt(_ rule: () -> Expression?) -> Expression? {
        let before = rules
        if let result = rule() { return result }
        rules = before
        return nil
    }

    private func note(_ rule: String) {
        if !rules.contains(rule) { rules.append(rule) }
    }

    // MARK: Linearity

    private func linear(_ e: Expression) -> Expression? {
        switch e {
        case .add(let x, let y): return both(x, y) { .add($0, $1) }
        case .subtract(let x, let y): return both(x, y) { .subtract($0, $1) }
        case .negate(let x): return integrate(x).map { .negate($0) }
        default:
            let (outer, inner) = FactorProduct(e).split { !$0.dependsOnVariable }
            let constant = outer.expression()
            guard constant != .one else { return nil }
            return integrate(inner.expression()).map { .multiply(constant, $0) }
        }
    }

    private func both(_ x: Expression, _ y: Expression, _ join: (Expression, Expression) -> Expression) -> Expression? {
        guard let left = integrate(x), let right = integrate(y) else { return nil }
        return join(left, right)
    }

    /// A product over a sum, multiplied out.
    private func expanded(_ e: Expression) -> Expression? {
        let factors = FactorProduct(e).factors
        for factor in factors {
            guard let terms = factor.base.summands, let n = factor.exponent.smallInteger, (1...3).contains(n) else { continue }
            var rest = FactorProduct(e)
            rest.multiply(by: factor.base, power: Rational(-1))
            let other = rest.expression()
            let products = terms.map { Expression.multiply($0, other).simplified() }
            let sum = products.dropFirst().reduce(products[0]) { .add($0, $1) }.simplified()
            if sum != e, let result = linear(sum) { return result }
        }
        return nil
    }

    // MARK: Table

    private func table(_ e: Expression) -> Expression? {
        if e == .variable { return .divide(.power(.variable, .integer(2)), .integer(2)) }
        let factors = FactorProduct(e).factors
        guard factors.count == 1, let factor = factors.first else { return nil }
        var (base, exponent) = (factor.base, factor.exponent)
        if case .call(.sqrt, let inner) = base, let halved = exponent.multiplied(by: Rational(1, 2) ?? .one) {
            (base, exponent) = (inner[0], halved)
        }
        let found: Expression? =
            if let (slope, _) = base.affine {
                IntegralTable.power(base, exponent).map { .divide($0, slope) }
            } else if case .power(let inner, let symbol) = base, exponent == .one, !symbol.dependsOnVariable,
                let (slope, _) = inner.affine
            {
                // A power with a parameter for its exponent.
                .divide(.power(inner, .add(symbol, .one)), .multiply(slope, .add(symbol, .one)))
            } else if case .power(let fixed, let inner) = base, !fixed.dependsOnVariable, let (slope, _) = inner.affine {
                .divide(base, .multiply(slope, .call(.log, [fixed])))
            } else if case .call(let function, let arguments) = base {
                call(function, arguments[0], exponent)
            } else {
                quadraticRoot(base, exponent)
            }
        if found != nil { note("table of integrals") }
        return found
    }

    private func call(_ function: Function, _ u: Expression, _ exponent: Rational) -> Expression? {
        if let (slope, _) = u.affine {
            return IntegralTable.call(function, u, exponent).map { .divide($0, slope) }
        }
        // log(1 + eᵛ).
        guard exponent == .one, function == .log || function == .log1p else { return nil }
        let rest = (function == .log ? Expression.subtract(u, .one) : u).simplified()
        guard case .call(.exp, let arguments) = rest, let (slope, _) = arguments[0].affine else { return nil }
        return .divide(.negate(.call(.li2, [.negate(rest)])), slope)
    }

    /// (p a² + r)^(±1/2) for p > 0.
    private func quadraticRoot(_ base: Expression, _ exponent: Rational) -> Expression? {
        guard let polynomial = ExpressionPolynomial(base), polynomial.degree == 2, polynomial[1] == .zero,
            isPositive(polynomial[2]), isPositive(polynomial[0])
        else { return nil }
        let (p, r) = (polynomial[2], polynomial[0])
        let root = Expression.call(.sqrt, [p])
        let angle = Expression.call(.asinh, [.divide(.multiply(root, .variable), .call(.sqrt, [r]))])
        if exponent == Rational(-1, 2) { return .divide(angle, root) }
        guard exponent == Rational(1, 2) else { return nil }
        return .add(
            .divide(.multiply(.variable, .call(.sqrt, [base])), .integer(2)),
            .divide(.multiply(r, angle), .multiply(.integer(2), root)))
    }

    // MARK: Rational functions

    private func rational(_ e: Expression) -> Expression? {
        guard let quotient = RationalQuotient(e), let result = quotient.integral(isPositive: isPositive) else { return nil }
        note("partial fractions")
        return result
    }

    // MARK: Substitution

    /// ∫ g(h(a)) h′(a) da = G(h(a)).
    private func substitution(_ e: Expression) -> Expression? {
        var candidates: [Expression] = []
        func visit(_ part: Expression) {
            if part != e, part != .variable, part.dependsOnVariable, part.affine == nil, !candidates.contains(part) {
                candidates.append(part)
            }
            part.children.forEach(visit)
        }
        visit(e)
        let symbol = Expression.parameter("u ")
        for h in candidates.sorted(by: { $0.nodeCount < $1.nodeCount }).prefix(8) {
            let slope = h.derivative()
            guard slope != .zero, slope.nodeCount < 200 else { continue }
            var product = FactorProduct(e)
            product.multiply(by: slope, power: Rational(-1))
            let quotient = product.expression().simplified().replacing(h, by: symbol).simplified()
            guard !quotient.dependsOnVariable else { continue }
            let inner = quotient.rewritten { $0 == symbol ? .variable : $0 }.simplified()
            guard let found = Integrator.search(inner, budget: &budget, depth: depth) else { continue }
            note("substitution u = \(h)")
            found.rules.forEach(note)
            return found.expression.substitutingVariable(h)
        }
        return nil
    }

    /// The integral over a substituted variable, of which no bounds are known.
    private static func search(_ e: Expression, budget: inout Int, depth: Int) -> Antiderivative? {
        let inner = Integrator(bounds: [:])
        inner.budget = budget
        inner.depth = depth
        defer { budget = inner.budget }
        return inner.integrate(e).map { Antiderivative(expression: $0, rules: inner.rules) }
    }

    // MARK: Parts

    /// ∫ aⁿ g = aⁿ G − n ∫ aⁿ⁻¹ G, or aⁿ⁺¹/(n+1) g − ∫ aⁿ⁺¹/(n+1) g′.
    private func parts(_ e: Expression) -> Expression? {
        let (power, rest) = FactorProduct(e).split { $0 == .variable }
        let exponent = power.factors.first?.exponent ?? .zero
        guard let n = exponent.smallInteger, (0...4).contains(n) else { return nil }
        let g = rest.expression()
        guard g != .one, g.nodeCount < 60 else { return nil }
        let raised = Expression.power(.variable, .integer(Int128(n)))
        if n > 0, let primitive = attempt({ self.integrate(g) }) {
            let next = Expression.multiply(.multiply(.integer(Int128(n)), .power(.variable, .integer(Int128(n - 1)))), tidied(primitive)).simplified()
            if let remainder = attempt({ self.integrate(next) }) {
                note("integration by parts")
                return .subtract(.multiply(raised, primitive), remainder)
            }
        }
        let higher = Expression.divide(.power(.variable, .integer(Int128(n + 1))), .integer(Int128(n + 1)))
        let next = Expression.multiply(higher, g.derivative()).simplified()
        guard next.nodeCount < 120, let remainder = integrate(next) else { return nil }
        note("integration by parts")
        return .subtract(.multiply(higher, g), remainder)
    }

    // MARK: Signs

    private func isPositive(_ e: Expression) -> Bool {
        if let value = e.rational { return value.numerator > 0 }
        if let (slope, intercept) = e.affine, let p = slope.rational, let q = intercept.rational, let known = bounds[.variable] {
            // p a + q lies above its value at the end of a's bounds that p points away from.
            guard let end = p.numerator > 0 ? known.lower : known.upper,
                let least = p.multiplied(by: end).flatMap({ $0.adding(q) })
            else { return false }
            return least.numerator >= 0
        }
        return RationalForm.sign(of: e, bounds: bounds) == .positive
    }

    /// log |x| where x is known to be positive is log x.
    func tidied(_ e: Expression) -> Expression {
        e.rewritten { part in
            guard case .call(.abs, let arguments) = part, isPositive(arguments[0]) else { return part }
            return arguments[0]
        }.simplified()
    }
}

extension Expression {
    /// The terms of a sum.
    var summands: [Expression]? {
        switch self {
        case .add(let x, let y): (x.summands ?? [x]) + (y.summands ?? [y])
        case .subtract(let x, let y): (x.summands ?? [x]) + (y.summands ?? [y]).map { .negate($0) }
        default: nil
        }
    }

    /// Slope and intercept of an expression that is affine in the variable and depends on it.
    package var affine: (slope: Expression, intercept: Expression)? {
        guard dependsOnVariable, !containsSum, nodeCount < 60 else { return nil }
        let slope = derivative()
        guard !slope.dependsOnVariable, slope != .zero else { return nil }
        switch self {
        case .call(.abs, _), .call(.sign, _), .call(.min, _), .call(.max, _), .select: return nil
        default: return (slope, substitutingVariable(.zero).simplified())
        }
    }

    /// The tree with `symbol` for a part; powers of an exponential that is the part become powers of the symbol.
    func replacing(_ part: Expression, by symbol: Expression) -> Expression {
        if self == part { return symbol }
        if case .call(.exp, let base) = part, case .call(.exp, let own) = self, own[0].dependsOnVariable,
            let ratio = Expression.divide(own[0], base[0]).simplified().rational, ratio.isInteger
        {
            return .power(symbol, .number(ratio))
        }
        let parts = children
        return parts.isEmpty ? self : withChildren(parts.map { $0.replacing(part, by: symbol) })
    }
}

extension Rational {
    /// The number, if it is an integer of at most two digits.
    var smallInteger: Int? { isInteger && numerator.magnitude < 100 ? Int(numerator) : nil }
}
