import Symbolic

extension Primitive {
    /// What the primitive computes, as a formula that high precision evaluates without overflow.
    func definition(_ x: Expression, _ y: Expression = .zero) -> Expression {
        func call(_ function: Function, _ u: Expression) -> Expression { .call(function, [u]) }
        let size = call(.abs, x)
        let half = Expression.number(Rational(1, 2)!)  // a valid fraction
        let decay = call(.exp, .negate(size))
        let square = Expression.power(x, .integer(2))
        switch self {
        case .pow: return .power(x, y)
        case .min, .max: return .call(self == .min ? .min : .max, [x, y])
        case .sigmoid: return .divide(.one, .add(.one, call(.exp, .negate(x))))
        case .sigmoidDerivative: return .divide(decay, .power(.add(.one, decay), .integer(2)))
        case .softplus: return .add(.call(.max, [x, .zero]), call(.log1p, decay))
        case .sech2: return .divide(.one, .power(call(.cosh, x), .integer(2)))
        case .logCosh:
            return .add(size, .subtract(call(.log1p, call(.exp, .multiply(.integer(-2), size))), call(.log, .integer(2))))
        case .halfSquareMinusLogCosh: return .subtract(.multiply(half, square), Primitive.logCosh.definition(x))
        case .xMinusTanh: return .subtract(x, call(.tanh, x))
        case .expm1Minus: return .subtract(call(.expm1, x), x)
        case .minusLog1p: return .subtract(x, call(.log1p, x))
        case .atanIntegral: return .subtract(.multiply(x, call(.atan, x)), .multiply(half, call(.log1p, square)))
        case .sqrt1pMinus1: return .subtract(call(.sqrt, .add(.one, x)), .one)
        case .hypot1: return call(.sqrt, .add(.one, square))
        case .hypot1Minus1: return .subtract(call(.sqrt, .add(.one, square)), .one)
        case .logit: return .subtract(call(.log, x), call(.log1p, .negate(x)))
        case .logExpm1: return call(.log, call(.expm1, x))
        case .xlogy: return .multiply(x, call(.log, y))
        case .xlog1py: return .multiply(x, call(.log1p, y))
        case .symmetricEntropy:
            return .add(
                .multiply(.add(.one, x), call(.log1p, x)), .multiply(.subtract(.one, x), call(.log1p, .negate(x))))
        case .binaryEntropy:
            return .add(.multiply(x, call(.log, x)), .multiply(.subtract(.one, x), call(.log1p, .negate(x))))
        case .log1pExcess: return .subtract(.multiply(.add(.one, x), call(.log1p, x)), x)
        case .logCos: return call(.log, call(.cos, x))
        case .li2NegExp: return call(.li2, .negate(call(.exp, x)))
        case .li2OneMinusExp: return call(.li2, .negate(call(.expm1, x)))
        case .expm1Tangent: return .subtract(call(.expm1, x), .multiply(x, call(.exp, x)))
        case .expm1Trapezoid:
            return .subtract(.multiply(.integer(2), .subtract(call(.expm1, x), x)), .multiply(x, call(.expm1, x)))
        case .xlogxMinusX: return .subtract(.multiply(x, call(.log, x)), x)
        case .softsign: return .divide(x, .add(.one, size))
        case .rootSquarePlus: return call(.sqrt, .add(square, y))
        case .plusRoot: return .add(x, call(.sqrt, .add(square, y)))
        case .plusRootSlope: return .add(.one, .divide(x, call(.sqrt, .add(square, y))))
        case .plusRootIntegral:
            return .add(
                .multiply(x, .add(x, call(.sqrt, .add(square, y)))), .multiply(y, call(.asinh, .divide(x, call(.sqrt, y)))))
        case .isru: return .divide(x, call(.sqrt, .add(.one, .multiply(y, square))))
        case .isruSlope:
            let root = call(.sqrt, .add(.one, .multiply(y, square)))
            return .divide(.one, .power(root, .integer(3)))
        case .isruIntegral: return .divide(.subtract(call(.sqrt, .add(.one, .multiply(y, square))), .one), y)
        case .isruInverse: return .divide(x, call(.sqrt, .subtract(.one, .multiply(y, square))))
        case .bentIdentityIntegral:
            let quarters = Expression.add(.multiply(x, call(.sqrt, .add(.one, square))), call(.asinh, x))
            return .add(.multiply(half, .subtract(square, x)), .divide(quarters, .integer(4)))
        case .asinhIntegral: return .subtract(.multiply(x, call(.asinh, x)), Primitive.hypot1Minus1.definition(x))
        case .erfIntegral:
            return .add(
                .multiply(x, call(.erf, x)), .divide(call(.expm1, .negate(square)), call(.sqrt, .pi)))
        case .gaussian: return call(.exp, .negate(.multiply(half, square)))
        case .expNegSquare: return call(.exp, .negate(square))
        case .normalDensity: return .divide(Primitive.gaussian.definition(x), call(.sqrt, .multiply(.integer(2), .pi)))
        case .normalCDF: return .multiply(half, .add(.one, call(.erf, .divide(x, call(.sqrt, .integer(2))))))
        case .erfc: return .subtract(.one, call(.erf, x))
        case .erfcx: return .multiply(call(.exp, square), .subtract(.one, call(.erf, x)))
        case .logErfc: return call(.log, .subtract(.one, call(.erf, x)))
        case .normalIntegral: return .add(Primitive.gelu.definition(x), Primitive.normalDensity.definition(x))
        case .gelu: return .multiply(x, Primitive.normalCDF.definition(x))
        case .geluSlope:
            return .add(Primitive.normalCDF.definition(x), .multiply(x, Primitive.normalDensity.definition(x)))
        case .geluIntegral:
            let terms = Expression.add(
                .multiply(.subtract(square, .one), Primitive.normalCDF.definition(x)),
                .multiply(x, Primitive.normalDensity.definition(x)))
            return .multiply(half, terms)
        case .silu: return .multiply(x, Primitive.sigmoid.definition(x))
        case .siluSlope:
            return .add(Primitive.sigmoid.definition(x), .multiply(x, Primitive.sigmoidDerivative.definition(x)))
        case .siluIntegral:
            return .add(.multiply(x, Primitive.softplus.definition(x)), call(.li2, .negate(call(.exp, x))))
        case .mish: return .multiply(x, call(.tanh, Primitive.softplus.definition(x)))
        case .mishSlope:
            let softplus = Primitive.softplus.definition(x)
            return .add(
                call(.tanh, softplus), .multiply(Primitive.sech2.definition(softplus), Primitive.silu.definition(x)))
        default:
            // Every other primitive is a function of the language: EmitTests hold this.
            return call(Function(rawValue: rawValue)!, x)
        }
    }
}

extension Expression {
    /// The formula that a term computes.
    init(_ term: Term) {
        switch term {
        case .number(let n): self = .number(n)
        case .constant(let digits): self = .literal(digits)
        case .variable: self = .variable
        case .parameter(let name), .local(let name): self = .parameter(name)
        case .sum(let terms): self = Self.folded(terms) { .add($0, $1) }
        case .product(let factors): self = Self.folded(factors) { .multiply($0, $1) }
        case .power(let base, let exponent): self = .power(Expression(base), .integer(Int128(exponent)))
        case .call(let primitive, let arguments):
            self = primitive.definition(Expression(arguments[0]), arguments.count > 1 ? Expression(arguments[1]) : .zero)
        case .select(let c, let x, let y):
            self = .select(Condition(Expression(c.left), c.relation, Expression(c.right)), Expression(x), Expression(y))
        case .reduction(_, let inner): self = .sum(Expression(inner))
        }
    }

    private static func folded(_ terms: [Term], _ join: (Expression, Expression) -> Expression) -> Expression {
        let parts = terms.map { Expression($0) }
        return parts.dropFirst().reduce(parts[0], join)
    }
}
