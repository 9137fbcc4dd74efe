/// A polynomial in the variable; its coefficients, lowest first, are formulas without it.
struct ExpressionPolynomial {
    private static let maximumDegree = 8

    private(set) var coefficients: [Expression]

    init(_ coefficients: [Expression]) {
        self.coefficients = coefficients.map { $0.simplified() }
        while let last = self.coefficients.last, last == .zero { self.coefficients.removeLast() }
    }

    /// - Returns: `nil` if the expression is no polynomial in the variable of low degree.
    init?(_ e: Expression) {
        guard let quotient = RationalQuotient(e), quotient.denominator.degree == 0, let divisor = quotient.denominator.coefficients.first
        else { return nil }
        self.init(quotient.numerator.coefficients.map { .divide($0, divisor) })
    }

    /// −1 of the zero polynomial.
    var degree: Int { coefficients.count - 1 }

    subscript(index: Int) -> Expression { index < coefficients.count ? coefficients[index] : .zero }

    static func + (x: Self, y: Self) -> Self {
        Self((0..<max(x.coefficients.count, y.coefficients.count)).map { .add(x[$0], y[$0]) })
    }

    func scaled(by factor: Expression) -> Self { Self(coefficients.map { .multiply(factor, $0) }) }

    static func * (x: Self, y: Self) -> Self? {
        guard x.degree >= 0, y.degree >= 0 else { return Self([]) }
        guard x.degree + y.degree <= maximumDegree else { return nil }
        var product = [Expression](repeating: .zero, count: x.degree + y.degree + 1)
        for i in 0...x.degree { for k in 0...y.degree { product[i + k] = .add(product[i + k], .multiply(x[i], y[k])) } }
        return Self(product)
    }

    func dividedByVariable(power: Int) -> Self { Self(Array(coefficients.dropFirst(power))) }

    /// Quotient and remainder; the divisor's lead is not zero.
    func divided(by divisor: Self) -> (quotient: Self, remainder: Self) {
        var rest = coefficients
        var quotient = [Expression](repeating: .zero, count: max(0, degree - divisor.degree + 1))
        for k in quotient.indices.reversed() {
            let factor = Expression.divide(rest[k + divisor.degree], divisor[divisor.degree]).simplified()
            quotient[k] = factor
            for i in 0...divisor.degree { rest[k + i] = Expression.subtract(rest[k + i], .multiply(factor, divisor[i])).simplified() }
        }
        return (Self(quotient), Self(Array(rest.prefix(max(0, divisor.degree)))))
    }

    var expression: Expression {
        coefficients.enumerated().reduce(Expression.zero) { sum, term in
            Expression.add(sum, .multiply(term.element, .power(.variable, .integer(Int128(term.offset)))))
        }.simplified()
    }
}

/// A quotient of two polynomials in the variable.
struct RationalQuotient {
    var numerator: ExpressionPolynomial
    var denominator: ExpressionPolynomial

    /// - Returns: `nil` if the expression is no rational function of the variable of low degree.
    init?(_ e: Expression) {
        guard let (above, below) = Self.read(e), below.degree >= 0 else { return nil }
        (numerator, denominator) = (above, below)
    }

    private typealias Pair = (above: ExpressionPolynomial, below: ExpressionPolynomial)

    private static func read(_ e: Expression) -> Pair? {
        let one = ExpressionPolynomial([.one])
        if !e.dependsOnVariable { return (ExpressionPolynomial([e]), one) }
        switch e {
        case .variable: return (ExpressionPolynomial([.zero, .one]), one)
        case .negate(let x): return read(x).map { ($0.above.scaled(by: .integer(-1)), $0.below) }
        case .add(let x, let y): return sum(x, y, .one)
        case .subtract(let x, let y): return sum(x, y, .integer(-1))
        case .multiply(let x, let y):
            guard let p = read(x), let q = read(y), let above = p.above * q.above, let below = p.below * q.below else { return nil }
            return (above, below)
        case .divide(let x, let y):
            guard let p = read(x), let q = read(y), let above = p.above * q.below, let below = p.below * q.above else { return nil }
            return (above, below)
        case .power(let x, let y):
            guard let n = y.rational?.smallInteger, n.magnitude <= 8, let p = read(x) else { return nil }
            var result: Pair = (one, one)
            let factor: Pair = n < 0 ? (p.below, p.above) : p
            for _ in 0..<n.magnitude {
                guard let above = result.above * factor.above, let below = result.below * factor.below else { return nil }
                result = (above, below)
            }
            return result
        default: return nil
        }
    }

    private static func sum(_ x: Expression, _ y: Expression, _ sign: Expression) -> Pair? {
        guard let p = read(x), let q = read(y) else { return nil }
        if p.below.coefficients == q.below.coefficients { return (p.above + q.above.scaled(by: sign), p.below) }
        guard let left = p.above * q.below, let right = q.above * p.below, let below = p.below * q.below else { return nil }
        return (left + right.scaled(by: sign), below)
    }

    /// The integral, where the denominator is a power of the variable times a polynomial of degree two or less.
    func integral(isPositive: (Expression) -> Bool) -> Expression? {
        let order = denominator.coefficients.prefix { $0 == .zero }.count
        let below = denominator.dividedByVariable(power: order)
        guard below.degree <= 2, let divisor = below.coefficients.first else { return nil }
        // N/(aᵐ Q) = Σ sⱼ aʲ⁻ᵐ + (N − Q Σ sⱼ aʲ)/aᵐ / Q, with the series N/Q = s₀ + s₁ a + ….
        var result = Expression.zero
        var above = numerator
        for j in 0..<order {
            let factor = Expression.divide(above[0], divisor).simplified()
            above = (above + below.scaled(by: .negate(factor))).dividedByVariable(power: 1)
            guard let term = IntegralTable.power(.variable, Rational(Int128(j - order))) else { return nil }
            result = .add(result, .multiply(factor, term))
        }
        let (quotient, remainder) = above.divided(by: below)
        for (n, coefficient) in quotient.coefficients.enumerated() {
            result = .add(result, .divide(.multiply(coefficient, .power(.variable, .integer(Int128(n + 1)))), .integer(Int128(n + 1))))
        }
        guard remainder.degree >= 0 else { return result }
        guard let rest = Self.proper(remainder, below, isPositive) else { return nil }
        return .add(result, rest)
    }

    private static func proper(
        _ above: ExpressionPolynomial, _ below: ExpressionPolynomial, _ isPositive: (Expression) -> Bool
    ) -> Expression? {
        let logarithm = Expression.call(.log, [.call(.abs, [below.expression])])
        if below.degree == 1 { return .divide(.multiply(above[0], logarithm), below[1]) }
        let (p, q, r) = (below[2], below[1], below[0])
        let twiceP = Expression.multiply(.integer(2), p)
        let slope = Expression.add(.multiply(twiceP, .variable), q)
        // (n₁ a + n₀)/Q = n₁/(2p) Q′/Q + (n₀ − n₁ q/(2p))/Q.
        let share = Expression.divide(above[1], twiceP)
        let rest = Expression.subtract(above[0], .multiply(share, q)).simplified()
        var result = Expression.multiply(share, logarithm)
        guard rest != .zero else { return result }
        let discriminant = Expression.subtract(.multiply(.integer(4), .multiply(p, r)), .power(q, .integer(2))).simplified()
        let part: Expression
        if discriminant == .zero {
            part = .negate(.divide(.integer(2), slope))
        } else if isPositive(discriminant) {
            let root = Expression.call(.sqrt, [discriminant])
            part = .divide(.multiply(.integer(2), .call(.atan, [.divide(slope, root)])), root)
        } else if isPositive(.negate(discriminant)) {
            let root = Expression.call(.sqrt, [.negate(discriminant)])
            let ratio = Expression.divide(.subtract(slope, root), .add(slope, root))
            part = .divide(.call(.log, [.call(.abs, [ratio])]), root)
        } else {
            return nil
        }
        result = .add(result, .multiply(rest, part))
        return result
    }
}

extension Expression {
    /// p (a − c)² where the expression is such a polynomial written out, else itself.
    package var withPerfectSquare: Expression {
        guard let polynomial = ExpressionPolynomial(self), polynomial.degree == 2, polynomial[0] != .zero else { return self }
        let (p, q, r) = (polynomial[2], polynomial[1], polynomial[0])
        let discriminant = Expression.subtract(.power(q, .integer(2)), .multiply(.integer(4), .multiply(p, r)))
        guard RationalForm.areEqual(discriminant, .zero) == true else { return self }
        let root = Expression.add(.variable, .divide(q, .multiply(.integer(2), p))).simplified()
        return .multiply(p, .power(root, .integer(2)))
    }
}
