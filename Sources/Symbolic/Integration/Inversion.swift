/// Solving y = f(a) for a where a occurs once, by undoing the operations around it.
public enum Inversion {
    /// The solution, with ``Expression/variable`` standing for y; a candidate, which the caller checks.
    ///
    /// Even functions are solved for their nonnegative branch. `nil` where a occurs more than once and no rule
    /// for two occurrences applies, or an operation has no inverse in the formula language.
    public static func solve(_ link: Expression, bounds: [Expression: RationalBounds] = [:]) -> Expression? {
        let link = link.simplified()
        guard !link.containsSum, let inverse = undo(link, .variable) ?? twice(link, bounds) else { return nil }
        return inverse.simplified()
    }

    private static func undo(_ e: Expression, _ y: Expression) -> Expression? {
        if e == .variable { return y }
        let moving = e.children.indices.filter { e.children[$0].dependsOnVariable }
        guard moving.count == 1, let place = moving.first else { return nil }
        let inner = e.children[place]
        let isFirst = place == 0
        switch e {
        case .negate: return undo(inner, .negate(y))
        case .add(let u, let v): return undo(inner, .subtract(y, isFirst ? v : u))
        case .subtract(let u, let v): return undo(inner, isFirst ? .add(y, v) : .subtract(u, y))
        case .multiply(let u, let v): return undo(inner, .divide(y, isFirst ? v : u))
        case .divide(let u, let v): return undo(inner, isFirst ? .multiply(y, v) : .divide(u, y))
        case .power(let base, let exponent):
            if !isFirst { return undo(inner, .divide(.call(.log, [y]), .call(.log, [base]))) }
            if let n = exponent.rational, n.isInteger, n.numerator % 2 != 0, n.numerator > 1 {
                // An odd power has the whole line for its range.
                let size = Expression.power(.call(.abs, [y]), .divide(.one, exponent))
                return undo(inner, .multiply(.call(.sign, [y]), size))
            }
            return undo(inner, .power(y, .divide(.one, exponent)))
        case .call(let function, _):
            return opposite(function, y).flatMap { undo(inner, $0) }
        default: return nil
        }
    }

    private static func opposite(_ function: Function, _ y: Expression) -> Expression? {
        func of(_ g: Function) -> Expression { .call(g, [y]) }
        return switch function {
        case .sqrt: .power(y, .integer(2))
        case .exp: of(.log)
        case .expm1: of(.log1p)
        case .log: of(.exp)
        case .log1p: of(.expm1)
        case .sinh: of(.asinh)
        case .cosh: of(.acosh)
        case .tanh: of(.atanh)
        case .asinh: of(.sinh)
        case .acosh: of(.cosh)
        case .atanh: of(.tanh)
        case .sin: of(.asin)
        case .cos: of(.acos)
        case .tan: of(.atan)
        case .asin: of(.sin)
        case .acos: of(.cos)
        case .atan: of(.tan)
        case .abs, .sign, .min, .max, .erf, .li2: nil
        }
    }

    // MARK: Two occurrences

    /// y = (p a + q)/(r a + s); y = c a/√(s + r a²); y = k (p a + q + √(p² a² + …)), whose square is affine in a.
    private static func twice(_ link: Expression, _ bounds: [Expression: RationalBounds]) -> Expression? {
        moebius(link) ?? overRoot(link) ?? plusRoot(link)
    }

    private static func moebius(_ link: Expression) -> Expression? {
        guard let quotient = RationalQuotient(link), quotient.numerator.degree <= 1, quotient.denominator.degree == 1 else { return nil }
        let (above, below) = (quotient.numerator, quotient.denominator)
        let y = Expression.variable
        return .divide(.subtract(.multiply(below[0], y), above[0]), .subtract(above[1], .multiply(below[1], y)))
    }

    private static func overRoot(_ link: Expression) -> Expression? {
        let factors = FactorProduct(link)
        let (outer, inner) = factors.split { !$0.dependsOnVariable }
        guard inner.factors.count == 2, inner.factors.contains(where: { $0.base == .variable && $0.exponent == .one }),
            let root = inner.factors.first(where: { $0.base != .variable })
        else { return nil }
        let square: Expression
        if case .call(.sqrt, let arguments) = root.base, root.exponent == Rational(-1) {
            square = arguments[0]
        } else if root.exponent == Rational(-1, 2) {
            square = root.base
        } else {
            return nil
        }
        guard let polynomial = ExpressionPolynomial(square), polynomial.degree == 2, polynomial[1] == .zero else { return nil }
        // y² (s + r a²) = c² a².
        let y = Expression.variable
        let c = outer.expression()
        let rest = Expression.subtract(.power(c, .integer(2)), .multiply(polynomial[2], .power(y, .integer(2))))
        return .divide(.multiply(y, .call(.sqrt, [polynomial[0]])), .call(.sqrt, [rest]))
    }

    /// With z = y/k: (z − p a − q)² = p² a² + r a + s, of which the squares cancel.
    private static func plusRoot(_ link: Expression) -> Expression? {
        let factors = FactorProduct(link)
        let body: Expression
        var scale = Expression.one
        if factors.factors.count == 1, let factor = factors.factors.first, factor.exponent == .one {
            (body, scale) = (factor.base, .number(factors.coefficient))
        } else {
            body = link
        }
        guard let terms = body.summands else { return nil }
        var (straight, roots) = (Expression.zero, [(factor: Expression, square: Expression)]())
        for term in terms {
            let parts = FactorProduct(term.simplified())
            let (outer, inner) = parts.split { !$0.dependsOnVariable }
            if inner.factors.count == 1, case .call(.sqrt, let arguments) = inner.factors[0].base, inner.factors[0].exponent == .one {
                roots.append((outer.expression(), arguments[0]))
            } else {
                straight = .add(straight, term)
            }
        }
        guard roots.count == 1, let root = roots.first, let line = ExpressionPolynomial(straight), line.degree == 1,
            let square = ExpressionPolynomial(.multiply(.power(root.factor, .integer(2)), root.square)), square.degree == 2,
            Expression.subtract(square[2], .power(line[1], .integer(2))).simplified() == .zero
        else { return nil }
        let z = Expression.subtract(.divide(.variable, scale), line[0])
        return .divide(
            .subtract(.power(z, .integer(2)), square[0]), .add(square[1], .multiply(.multiply(.integer(2), line[1]), z)))
    }
}
