/// Integrals over u of functions of u alone, 0 at u = 0 where they have a value there, in forms that do not cancel
/// near 0.
enum IntegralTable {
    /// ∫ uⁿ du.
    static func power(_ u: Expression, _ n: Rational) -> Expression? {
        guard n != Rational(-1) else { return .call(.log, [.call(.abs, [u])]) }
        guard let next = n.adding(.one), let factor = next.reciprocal else { return nil }
        return .multiply(.number(factor), .power(u, .number(next)))
    }

    /// ∫ f(u)ⁿ du.
    static func call(_ f: Function, _ u: Expression, _ n: Rational) -> Expression? {
        if f == .exp {
            let exponent = Expression.multiply(.number(n), u).simplified()
            return .divide(.call(.expm1, [exponent]), .number(n))
        }
        return switch n {
        case .one: call(f, u)
        case Rational(2): square(f, u)
        case Rational(-1): reciprocal(f, u)
        case Rational(-2): reciprocalSquare(f, u)
        default: nil
        }
    }

    private static func call(_ f: Function, _ u: Expression) -> Expression? {
        func of(_ g: Function) -> Expression { .call(g, [u]) }
        func root(_ x: Expression) -> Expression { .call(.sqrt, [x]) }
        let square = Expression.power(u, .integer(2))
        switch f {
        case .exp: return of(.expm1)
        case .expm1: return .subtract(of(.expm1), u)
        case .log: return .add(.subtract(.multiply(u, of(.log)), u), .one)
        case .log1p: return .subtract(.multiply(.add(.one, u), of(.log1p)), u)
        case .sinh: return .subtract(of(.cosh), .one)
        case .cosh: return of(.sinh)
        case .tanh: return .call(.log, [of(.cosh)])
        case .asinh: return .subtract(.multiply(u, of(.asinh)), .subtract(root(.add(.one, square)), .one))
        case .acosh: return .subtract(.multiply(u, of(.acosh)), .multiply(root(.subtract(u, .one)), root(.add(u, .one))))
        case .atanh: return .add(.multiply(u, of(.atanh)), .divide(.call(.log, [.subtract(.one, square)]), .integer(2)))
        case .sin: return .subtract(.one, of(.cos))
        case .cos: return of(.sin)
        case .tan: return .negate(.call(.log, [of(.cos)]))
        case .asin: return .add(.multiply(u, of(.asin)), .subtract(root(.subtract(.one, square)), .one))
        case .acos: return .subtract(.multiply(u, of(.acos)), .subtract(root(.subtract(.one, square)), .one))
        case .atan: return .subtract(.multiply(u, of(.atan)), .divide(.call(.log, [.add(.one, square)]), .integer(2)))
        case .erf: return .add(.multiply(u, of(.erf)), .divide(.call(.expm1, [.negate(square)]), root(.pi)))
        case .li2:
            let rest = Expression.subtract(.one, u)
            return .subtract(.subtract(.multiply(u, of(.li2)), u), .multiply(rest, .call(.log, [rest])))
        case .abs: return .divide(.multiply(u, of(.abs)), .integer(2))
        case .sign: return of(.abs)
        case .sqrt, .min, .max: return nil
        }
    }

    private static func square(_ f: Function, _ u: Expression) -> Expression? {
        let twice = Expression.multiply(.integer(2), u)
        func half(_ x: Expression) -> Expression { .divide(x, .integer(2)) }
        func quarter(_ x: Expression) -> Expression { .divide(x, .integer(4)) }
        switch f {
        case .tanh: return .subtract(u, .call(.tanh, [u]))
        case .tan: return .subtract(.call(.tan, [u]), u)
        case .sinh: return .subtract(quarter(.call(.sinh, [twice])), half(u))
        case .cosh: return .add(quarter(.call(.sinh, [twice])), half(u))
        case .sin: return .subtract(half(u), quarter(.call(.sin, [twice])))
        case .cos: return .add(half(u), quarter(.call(.sin, [twice])))
        default: return nil
        }
    }

    private static func reciprocal(_ f: Function, _ u: Expression) -> Expression? {
        switch f {
        case .cosh: .multiply(.integer(2), .call(.atan, [.call(.tanh, [.divide(u, .integer(2))])]))
        case .tanh: .call(.log, [.call(.abs, [.call(.sinh, [u])])])
        default: nil
        }
    }

    private static func reciprocalSquare(_ f: Function, _ u: Expression) -> Expression? {
        switch f {
        case .cosh: .call(.tanh, [u])
        case .cos: .call(.tan, [u])
        default: nil
        }
    }
}
