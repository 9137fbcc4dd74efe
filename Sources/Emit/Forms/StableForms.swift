import Symbolic

/// The rewrites that turn a formula as a mathematician writes it into one that neither overflows nor cancels,
/// as a table of named rules. Order matters only where a comment says so.
enum StableForms {
    /// Applies the rules from the leaves up until none matches.
    ///
    /// Ends: every rule removes an operation, and a cap stops a set of rules that would not.
    static func stabilised(_ term: Term, rules: [RewriteRule] = rules) -> Term {
        let plain = term.mappingChildren { stabilised($0, rules: rules) }.withSolvedComparison
        var term = plain.factored
        // The sum that factoring leaves is a new one.
        if term != plain { term = term.mappingChildren { stabilised($0, rules: rules) } }
        for _ in 0..<32 {
            guard let next = rules.lazy.compactMap({ $0.applied(to: term) }).first, next != term else { break }
            term = next.mappingChildren { stabilised($0, rules: rules) }
        }
        return term
    }

    static let rules = general + algebraic + normal

    private static let general: [RewriteRule] = [
        // Logarithms and exponentials near 1 and 0.
        RewriteRule("log of a root", log(call(.sqrt, x)), half * log(x)),
        RewriteRule("log of 1 + x", log(1 + x), call(.log1p, x)),
        RewriteRule("log of 1 + x²", log(call(.hypot1, x)), half * call(.log1p, squared(x))),
        RewriteRule("exp minus 1", exp(x) + -1, call(.expm1, x)),
        RewriteRule("expm1 minus its argument", call(.expm1, x) + -x, call(.expm1Minus, x)),
        RewriteRule(
            "v (exp(u/v) − 1) − u", y * call(.expm1, x * reciprocal(y)) + -x, y * call(.expm1Minus, x * reciprocal(y))),
        RewriteRule(
            "expm1 less its tangent's rise", call(.expm1, x * reciprocal(y)) + -(x * reciprocal(y) * exp(x * reciprocal(y))),
            call(.expm1Tangent, x * reciprocal(y))),
        RewriteRule(
            "expm1 under its chord", 2 * y * call(.expm1Minus, x * reciprocal(y)) + -(x * call(.expm1, x * reciprocal(y))),
            y * call(.expm1Trapezoid, x * reciprocal(y))),
        RewriteRule(
            "log(1 + u) less u over 1 + u", call(.log1p, x * y) + -(x * y * reciprocal(1 + x * y)),
            call(.log1pExcess, x * y) * reciprocal(1 + x * y)),
        RewriteRule("x − log1p", x + -call(.log1p, x), call(.minusLog1p, x)),
        RewriteRule("root of 1 + x²", call(.sqrt, 1 + squared(x)), call(.hypot1, x)),
        RewriteRule("root of 1 + x, minus 1", call(.sqrt, 1 + x) + -1, call(.sqrt1pMinus1, x)),
        RewriteRule(
            "root of 1 + x², minus 1", call(.hypot1, x) + -1, call(.hypot1Minus1, x)),
        RewriteRule(
            "xʸ log x", .call(.pow, [x, y]) * log(x), .call(.xlogy, [.call(.pow, [x, y]), x])),
        RewriteRule("x log x − x", x * (log(x) + -1), call(.xlogxMinusX, x)),

        RewriteRule(
            "slope of x over the root of 1 + x²", call(.hypot1, x) + -(squared(x) * reciprocal(call(.hypot1, x))),
            reciprocal(call(.hypot1, x))),

        // The logistic family.
        RewriteRule("softplus", call(.log1p, exp(x)), call(.softplus, x)),
        RewriteRule("x + softplus(−x)", x + call(.softplus, -x), call(.softplus, x)),
        RewriteRule(
            "logistic density", exp(x) * reciprocalSquare(1 + exp(x)), call(.sigmoidDerivative, x)),
        RewriteRule("eˣ over 1 + eˣ", exp(x) * reciprocal(1 + exp(x)), call(.sigmoid, x)),
        RewriteRule("logistic", reciprocal(1 + exp(-x)), call(.sigmoid, x)),
        RewriteRule(
            "σ(x) σ(−x)", call(.sigmoid, x) * call(.sigmoid, -x), call(.sigmoidDerivative, x)),
        RewriteRule("exp times logistic", exp(x) * call(.sigmoid, -x), call(.sigmoid, x)),
        RewriteRule(
            "exp times squared logistic", exp(x) * squared(call(.sigmoid, -x)), call(.sigmoidDerivative, x)),

        // Hyperbolic functions.
        RewriteRule("log cosh", log(call(.cosh, x)), call(.logCosh, x)),
        RewriteRule("1 minus cos", 1 + -call(.cos, x), 2 * squared(call(.sin, half * x))),
        RewriteRule("1 − tanh²", 1 + -squared(call(.tanh, x)), call(.sech2, x)),
        RewriteRule("cosh⁻²", reciprocalSquare(call(.cosh, x)), call(.sech2, x)),
        RewriteRule("sinh over cosh", call(.sinh, x) * reciprocal(call(.cosh, x)), call(.tanh, x)),
        RewriteRule(
            "integral of atan", x * call(.atan, x) + -(half * call(.log1p, squared(x))),
            call(.atanIntegral, x)),

        // Dilogarithms.
        RewriteRule("Li₂ of −eˣ", call(.li2, -exp(x)), call(.li2NegExp, x)),
        RewriteRule("Li₂ of 1 − eʸ", call(.li2, -call(.expm1, x)), call(.li2OneMinusExp, x)),

        // Entropies of positive numbers: x − 1 is exact near 1.
        RewriteRule("x log x − x + 1", x * log(x) + -x + 1, call(.log1pExcess, x + -1)),

        RewriteRule(
            "integral of atanh", x * call(.atanh, x) + half * call(.log1p, -squared(x)), half * call(.symmetricEntropy, x)),

        // Inverses.
        RewriteRule("log of expm1", log(call(.expm1, x)), call(.logExpm1, x)),
        RewriteRule("logit", log(x * reciprocal(1 + -x)), call(.logit, x)),
        RewriteRule("difference of logs", log(x) + -call(.log1p, -x), call(.logit, x)),
        RewriteRule("−log of 1/x − 1", log(reciprocal(x) + -1), -call(.logit, x)),

        // At the ends of the range tan(x/2) is next to ±1, where atanh loses its digits.
        RewriteRule(
            "inverse of the Gudermannian", 2 * call(.atanh, call(.tan, half * x)), call(.asinh, call(.tan, x))),

        RewriteRule(
            "(1 + u) log(1 + u) − u", (1 + x) * call(.log1p, x) + -x, call(.log1pExcess, x)),
    ]

    /// Sigmoids of roots and of absolute values, shrinkage, and their integrals.
    private static let algebraic: [RewriteRule] = [
        RewriteRule("softsign", x * reciprocal(1 + call(.abs, x)), call(.softsign, x)),
        RewriteRule("cosh minus 1", call(.cosh, x) + -1, 2 * squared(call(.sinh, half * x))),
        RewriteRule("x − tanh", x + -call(.tanh, x), call(.xMinusTanh, x)),
        RewriteRule(
            "integral of x − tanh", half * squared(x) + -call(.logCosh, x), call(.halfSquareMinusLogCosh, x)),
        RewriteRule(
            "integral of asinh", x * call(.asinh, x) + -call(.hypot1Minus1, x), call(.asinhIntegral, x)),
        RewriteRule("x over the root of 1 + x²", x * reciprocal(call(.hypot1, x)), .call(.isru, [x, 1])),
        RewriteRule(
            "integral of the bent identity",
            half * squared(x) + quarter * (x * call(.hypot1, x)) + quarter * call(.asinh, x) + -(half * x),
            call(.bentIdentityIntegral, x)),

        RewriteRule("root of x² + y", call(.sqrt, squared(x) + y), .call(.rootSquarePlus, [x, y])),
        RewriteRule("x plus the root of x² + y", x + .call(.rootSquarePlus, [x, y]), .call(.plusRoot, [x, y])),
        RewriteRule("the root of x² + y less x", .call(.rootSquarePlus, [x, y]) + -x, .call(.plusRoot, [-x, y])),
        RewriteRule("the root of 1 + x² less x", call(.hypot1, x) + -x, .call(.plusRoot, [-x, 1])),
        RewriteRule(
            "slope of x less the root of x² + y", 1 + -(x * reciprocal(.call(.rootSquarePlus, [x, y]))),
            .call(.plusRootSlope, [-x, y])),
        RewriteRule(
            "slope of x plus the root of x² + y", 1 + x * reciprocal(.call(.rootSquarePlus, [x, y])),
            .call(.plusRootSlope, [x, y])),
        RewriteRule(
            "integral of x plus the root of x² + y",
            squared(x) + x * .call(.rootSquarePlus, [x, y]) + y * call(.asinh, x * reciprocal(call(.sqrt, y))),
            .call(.plusRootIntegral, [x, y])),
        RewriteRule(
            "x² + x times the root of x² + y", squared(x) + x * .call(.rootSquarePlus, [x, y]), x * .call(.plusRoot, [x, y])),
        RewriteRule("x + root of 1 + x²", x + call(.hypot1, x), .call(.plusRoot, [x, 1])),
        RewriteRule("x² + x times the root of 1 + x²", squared(x) + x * call(.hypot1, x), x * .call(.plusRoot, [x, 1])),

        // Before the next, whose y may be −1.
        RewriteRule(
            "x over the root of 1 − y x²", x * reciprocal(call(.sqrt, 1 + -(y * squared(x)))),
            .call(.isruInverse, [x, y])),
        RewriteRule(
            "x over the root of 1 − x²", x * reciprocal(call(.sqrt, 1 + -squared(x))), .call(.isruInverse, [x, 1])),
        RewriteRule(
            "x over the root of 1 + y x²", x * reciprocal(call(.sqrt, 1 + y * squared(x))), .call(.isru, [x, y])),
        RewriteRule(
            "the root of u less (u − 1) over it",
            call(.sqrt, 1 + y * squared(x)) + -(y * squared(x) * reciprocal(call(.sqrt, 1 + y * squared(x)))),
            reciprocal(call(.sqrt, 1 + y * squared(x)))),
        RewriteRule(
            "slope of x over the root of 1 + y x²",
            reciprocal(call(.sqrt, 1 + y * squared(x))) * reciprocal(1 + y * squared(x)), .call(.isruSlope, [x, y])),
        RewriteRule(
            "x³ times that slope", .power(x, 3) * .call(.isruSlope, [x, y]), .power(.call(.isru, [x, y]), 3)),
        RewriteRule(
            "integral of x over the root of 1 + y x²",
            call(.sqrt1pMinus1, y * squared(x)) * reciprocal(y), .call(.isruIntegral, [x, y])),
        RewriteRule(
            "x over √y and the root of 1 + x²/y", .call(.isru, [x, reciprocal(y)]) * reciprocal(call(.sqrt, y)),
            x * reciprocal(.call(.rootSquarePlus, [x, y]))),
        RewriteRule(
            "root of 1 + u, minus 1, less its slope times u",
            call(.sqrt1pMinus1, y * squared(x))
                + -(half * (y * squared(x) * reciprocal(call(.sqrt, 1 + y * squared(x))))),
            half * (squared(call(.sqrt1pMinus1, y * squared(x))) * reciprocal(call(.sqrt, 1 + y * squared(x))))),
    ]

    /// The normal distribution, and the non-monotone links made of distribution functions.
    private static let normal: [RewriteRule] = [
        RewriteRule("e to the −x²", exp(-squared(x)), call(.expNegSquare, x)),
        RewriteRule("e to the −x², minus 1", call(.expNegSquare, x) + -1, call(.expm1, -squared(x))),
        RewriteRule(
            "integral of erf", x * call(.erf, x) + call(.expm1, -squared(x)) * reciprocal(call(.sqrt, pi)),
            call(.erfIntegral, x)),
        RewriteRule("e to the −x²/2", exp(-(half * squared(x))), call(.gaussian, x)),
        RewriteRule("e to the −x²/2, minus 1", call(.gaussian, x) + -1, call(.expm1, -(half * squared(x)))),
        RewriteRule(
            "normal density", call(.gaussian, x) * reciprocal(call(.sqrt, 2 * pi)), call(.normalDensity, x)),
        RewriteRule(
            "normal density, with two roots",
            call(.gaussian, x) * reciprocal(call(.sqrt, 2)) * reciprocal(call(.sqrt, pi)), call(.normalDensity, x)),
        RewriteRule(
            "normal distribution", 1 + call(.erf, x * reciprocal(call(.sqrt, 2))), 2 * call(.normalCDF, x)),
        RewriteRule("1 plus erf", 1 + call(.erf, x), call(.erfc, -x)),
        RewriteRule("1 minus erf", 1 + -call(.erf, x), call(.erfc, x)),
        RewriteRule("log of erfc", log(call(.erfc, x)), call(.logErfc, x)),
        RewriteRule(
            "e to the −x² over erfc", call(.expNegSquare, x) * reciprocal(call(.erfc, x)), reciprocal(call(.erfcx, x))),
        RewriteRule(
            "e to the −x² over erfc of −x", call(.expNegSquare, x) * reciprocal(call(.erfc, -x)), reciprocal(call(.erfcx, -x))),
        RewriteRule("x Φ(x)", x * call(.normalCDF, x), call(.gelu, x)),
        RewriteRule("integral of Φ", call(.gelu, x) + call(.normalDensity, x), call(.normalIntegral, x)),
        RewriteRule(
            "slope of x Φ(x)", call(.normalCDF, x) + x * call(.normalDensity, x), call(.geluSlope, x)),
        RewriteRule(
            "integral of x Φ(x)",
            (squared(x) + -1) * call(.normalCDF, x) + x * call(.normalDensity, x), 2 * call(.geluIntegral, x)),
        RewriteRule("x σ(x)", x * call(.sigmoid, x), call(.silu, x)),
        RewriteRule(
            "slope of x σ(x)", call(.sigmoid, x) + x * call(.sigmoidDerivative, x), call(.siluSlope, x)),
        RewriteRule(
            "slope of x over 1 + e⁻ˣ", (x * exp(-x) + exp(-x) + 1) * reciprocalSquare(1 + exp(-x)), call(.siluSlope, x)),
        RewriteRule(
            "integral of x σ(x)", x * call(.softplus, x) + call(.li2NegExp, x), call(.siluIntegral, x)),
        RewriteRule("x tanh of softplus", x * call(.tanh, call(.softplus, x)), call(.mish, x)),
        RewriteRule(
            "slope of x tanh of softplus",
            call(.tanh, call(.softplus, x)) + call(.sech2, call(.softplus, x)) * call(.silu, x), call(.mishSlope, x)),
    ]

    /// The further rules for duals, where 0 log 0 = 0. The order matters: whole entropies before their terms.
    static let dualRules: [RewriteRule] = rules + [
        RewriteRule(
            "entropy about 0", (1 + x) * call(.log1p, x) + (1 + -x) * call(.log1p, -x),
            call(.symmetricEntropy, x)),
        RewriteRule(
            "binary entropy", x * log(x) + (1 + -x) * call(.log1p, -x), call(.binaryEntropy, x)),
        RewriteRule("entropy by the logit", x * call(.logit, x) + call(.log1p, -x), call(.binaryEntropy, x)),
        RewriteRule(
            "(u + v) log(1 + u/v) − u", (x + y) * call(.log1p, x * reciprocal(y)) + -x,
            y * call(.log1pExcess, x * reciprocal(y))),
        RewriteRule("log cos", log(call(.cos, x)), call(.logCos, x)),
    ]

    /// The form of a dual: ``dualRules``, then what is left of `x log y` with 0 log 0 = 0.
    static func stabilisedDual(_ term: Term) -> Term {
        withZeroTimesLog(stabilised(term, rules: dualRules))
    }

    /// Products with a logarithm become xlogy or xlog1py, which are 0 where the rest of the product is.
    private static func withZeroTimesLog(_ term: Term) -> Term {
        let term = term.mappingChildren(withZeroTimesLog)
        guard case .product(let factors) = term else { return term }
        for (i, factor) in factors.enumerated() {
            guard case .call(let function, let arguments) = factor else { continue }
            var rest = factors
            rest.remove(at: i)
            switch function {
            case .log: return .call(.xlogy, [.multiplying(rest), arguments[0]])
            case .log1p: return .call(.xlog1py, [.multiplying(rest), arguments[0]])
            case .logExpm1:
                return .call(.xlogy, [.multiplying(rest), .call(.expm1, arguments)])
            default: continue
            }
        }
        return term
    }

    // MARK: A little notation for the table

    private static let x = Term.parameter("$x")
    private static let y = Term.parameter("$y")
    private static let half = Term.number(Rational(1, 2)!)  // a valid fraction
    private static let quarter = Term.number(Rational(1, 4)!)  // a valid fraction
    private static let pi = Term(Expression.pi)

    private static func call(_ primitive: Primitive, _ argument: Term) -> Term { .call(primitive, [argument]) }
    private static func log(_ t: Term) -> Term { call(.log, t) }
    private static func exp(_ t: Term) -> Term { call(.exp, t) }
    private static func squared(_ t: Term) -> Term { .power(t, 2) }
    private static func reciprocal(_ t: Term) -> Term { .power(t, -1) }
    private static func reciprocalSquare(_ t: Term) -> Term { .power(t, -2) }
}

extension Term: ExpressibleByIntegerLiteral {
    init(integerLiteral value: Int) { self = .integer(value) }
    fileprivate static func + (a: Term, b: Term) -> Term { .adding([a, b]) }
    fileprivate static func * (a: Term, b: Term) -> Term { .multiplying([a, b]) }
    fileprivate static prefix func - (a: Term) -> Term { .multiplying([-1, a]) }
}
