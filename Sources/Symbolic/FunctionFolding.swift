/// Values and identities of single functions, applied to simplified arguments.
enum FunctionFolding {
    static func fold(_ function: Function, _ arguments: [Expression]) -> Expression {
        let u = arguments[0]
        switch function {
        case .min, .max: return extremum(function, u, arguments[1])
        case .abs: return absolute(u)
        case .sign: return sign(u)
        case .sqrt: return squareRoot(u)
        case .exp:
            if u == .zero { return .one }
            if case .call(.log, let inner) = u { return inner[0] }
        case .expm1:
            if u == .zero { return .zero }
            if case .call(.log1p, let inner) = u { return inner[0] }
        case .log:
            if u == .one { return .zero }
            if case .call(.exp, let inner) = u { return inner[0] }
            if case .call(.sqrt, let inner) = u {
                return Expression.divide(fold(.log, inner), .integer(2)).simplified()
            }
        case .log1p:
            if u == .zero { return .zero }
            if case .call(.expm1, let inner) = u { return inner[0] }
        case .cosh, .cos:
            if u == .zero { return .one }
            return .call(function, [opposite(u) ?? u])
        case .sinh, .tanh, .asinh, .atanh, .sin, .tan, .asin, .atan, .erf:
            if u == .zero { return .zero }
            if case .call(let inner, let arguments) = u, undoes(function, inner) { return arguments[0] }
            if let positive = opposite(u) { return .negate(.call(function, [positive])) }
        case .li2:
            if u == .zero { return .zero }
        case .acosh, .acos:
            if u == .one { return .zero }
        }
        return .call(function, arguments)
    }

    /// Whether f(g(u)) is u wherever it has a value.
    private static func undoes(_ f: Function, _ g: Function) -> Bool {
        switch (f, g) {
        case (.sinh, .asinh), (.asinh, .sinh), (.tanh, .atanh), (.atanh, .tanh), (.tan, .atan), (.sin, .asin): true
        default: false
        }
    }

    /// −u where u is written with a leading minus.
    private static func opposite(_ u: Expression) -> Expression? {
        if case .negate(let x) = u { return x }
        if let value = u.rational, value.numerator < 0 { return .number(value.negated) }
        return nil
    }

    private static func extremum(_ function: Function, _ u: Expression, _ v: Expression) -> Expression {
        if u == v { return u }
        if let x = u.rational, let y = v.rational, let order = x.compared(to: y) {
            return (order <= 0) == (function == .min) ? u : v
        }
        return .call(function, [u, v])
    }

    private static func absolute(_ u: Expression) -> Expression {
        if isNonnegative(u) { return u }
        let product = FactorProduct(u)
        if product.coefficient == .one { return .call(.abs, [u]) }
        let size = product.coefficient.numerator < 0 ? product.coefficient.negated : product.coefficient
        let body = product.body.expression()
        if let number = body.rational, number == .one { return .number(size) }
        let inner = Expression.call(.abs, [body])
        return size == .one ? inner : Expression.multiply(.number(size), inner).simplified()
    }

    private static func sign(_ u: Expression) -> Expression {
        if let number = u.rational { return .integer(number.numerator.signum()) }
        if case .call(.exp, _) = u { return .one }
        if case .call(.cosh, _) = u { return .one }
        let product = FactorProduct(u)
        if product.coefficient == .one || product.coefficient == .zero { return .call(.sign, [u]) }
        let inner = Expression.call(.sign, [product.body.expression()])
        return product.coefficient.numerator < 0 ? .negate(inner) : inner
    }

    private static func isNonnegative(_ u: Expression) -> Bool {
        switch u {
        case .number(let value): value.numerator >= 0
        case .pi: true
        case .call(let function, _): [.abs, .exp, .cosh, .sqrt, .acosh].contains(function)
        case .power(_, let exponent): exponent.rational.map { $0.isInteger && $0.numerator % 2 == 0 } ?? false
        default: false
        }
    }

    private static func squareRoot(_ u: Expression) -> Expression {
        guard let value = u.rational, value.numerator >= 0,
            let above = exactRoot(value.numerator), let below = exactRoot(value.denominator),
            let root = Rational(above, below)
        else { return .call(.sqrt, [u]) }
        return .number(root)
    }

    /// The integer root of a perfect square, by Newton's iteration from above, which falls until it is there.
    private static func exactRoot(_ value: Int128) -> Int128? {
        guard value > 1 else { return value < 0 ? nil : value }
        var root = Int128(1) << ((Int128.bitWidth - value.leadingZeroBitCount + 1) / 2)
        while true {
            let next = (root + value / root) / 2
            if next >= root { break }
            root = next
        }
        return root * root == value ? root : nil
    }
}
