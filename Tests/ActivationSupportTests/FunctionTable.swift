import CMPFR
import Testing

/// One function of `vector_math`, its value in MPFR, and the accuracy it promises.
struct FunctionRow: CustomTestStringConvertible, Sendable {
    let name: String
    /// Where most random points go. Points from the whole format are tried besides.
    let domain: ClosedRange<Double>
    /// Bounds in ulp: the next half above the worst case measured, in Float over every 13th number
    /// there is, in Double over 150,000 random points, in the worst instruction set. Float
    /// functions computed in Double are rounded once, hence 0.501, and 1 where their polynomials are short; 1.5 is for the C libraries of all platforms.
    let float: Double, double: Double
    let reference: @Sendable (Real) -> Real

    var testDescription: String { name }

    init(
        _ name: String, on domain: ClosedRange<Double>, float: Double, double: Double,
        _ reference: @escaping @Sendable (Real) -> Real
    ) {
        self.name = name
        self.domain = domain
        self.float = float
        self.double = double
        self.reference = reference
    }
}

let functionTable: [FunctionRow] = [
    // Exact, or the C library's or the processor's own.
    FunctionRow("abs", on: -10...10, float: 0, double: 0) { $0.magnitude },
    FunctionRow("sign", on: -10...10, float: 0, double: 0) { $0.isZero || $0.isNaN ? $0 : $0.constant($0.isNegative ? -1 : 1) },
    FunctionRow("sqrt", on: 0...10, float: 0.5, double: 0.5) { $0.sqrt },
    FunctionRow("sin", on: -10...10, float: 1.5, double: 1.5) { $0.map(mpfr_sin) },
    FunctionRow("cos", on: -10...10, float: 1.5, double: 1.5) { $0.map(mpfr_cos) },
    FunctionRow("tan", on: -10...10, float: 1.5, double: 1.5) { $0.map(mpfr_tan) },
    FunctionRow("asin", on: -1...1, float: 1.5, double: 1.5) { $0.map(mpfr_asin) },
    FunctionRow("acos", on: -1...1, float: 1.5, double: 1.5) { $0.map(mpfr_acos) },
    FunctionRow("erf", on: -6...6, float: 2, double: 1.5) { $0.map(mpfr_erf) },

    // Exponentials, logarithms and their kin.
    FunctionRow("exp", on: -110...110, float: 1, double: 1) { $0.exp },
    FunctionRow("expm1", on: -40...100, float: 1.5, double: 1.5) { $0.expm1 },
    FunctionRow("log", on: 0...10, float: 1, double: 1) { $0.isZero ? -$0.infinity : $0.log },
    FunctionRow("log1p", on: -1...10, float: 1, double: 1) { $0.log1p },
    FunctionRow("sinh", on: -100...100, float: 2, double: 2) { $0.map(mpfr_sinh) },
    FunctionRow("cosh", on: -100...100, float: 1.5, double: 1.5) { $0.map(mpfr_cosh) },
    FunctionRow("tanh", on: -10...10, float: 2, double: 1.5) { $0.map(mpfr_tanh) },
    FunctionRow("asinh", on: -10...10, float: 0.501, double: 2.5) { $0.map(mpfr_asinh) },
    FunctionRow("acosh", on: 1...10, float: 0.501, double: 2.5) { $0.map(mpfr_acosh) },
    FunctionRow("atanh", on: -1...1, float: 0.501, double: 2) { $0.map(mpfr_atanh) },
    FunctionRow("atan", on: -10...10, float: 1, double: 1) { $0.map(mpfr_atan) },
    FunctionRow("sqrt1p_minus1", on: -1...10, float: 0.501, double: 2.5) { x in
        x.isInfinite && !x.isNegative ? x : x / ((x + 1).sqrt + 1)
    },
    FunctionRow("hypot1", on: -10...10, float: 1.5, double: 1.5) { ($0.squared + 1).sqrt },
    FunctionRow("expm1_minus", on: -40...100, float: 2.5, double: 3) { x in
        x.isInfinite ? x.infinity : x.expm1 - x
    },
    FunctionRow("minus_log1p", on: -1...10, float: 2.5, double: 2.5) { x in
        x.isInfinite ? (x.isNegative ? x.nan : x) : x - x.log1p
    },

    // The logistic family.
    FunctionRow("sigmoid", on: -110...40, float: 2, double: 2.5) { 1 / ((-$0).exp + 1) },
    FunctionRow("sigmoid_derivative", on: -110...110, float: 1.5, double: 2.5) { x in
        let e = (-x.magnitude).exp
        return e / (e + 1).squared
    },
    FunctionRow("sech2", on: -60...60, float: 1.5, double: 2.5) { $0.map(mpfr_sech).squared },
    FunctionRow("softplus", on: -110...40, float: 2, double: 2) { x in
        let tail = (-x.magnitude).exp.log1p
        return x.isNegative ? tail : x + tail
    },
    FunctionRow("log_cosh", on: -10...10, float: 2, double: 2) { x in
        // sinh overflows in MPFR, too, where e^−2|x| is long lost.
        x.exponentOfNumber > 10 ? x.magnitude - x.constant(2).log : ((x / 2).map(mpfr_sinh).squared * 2).log1p
    },

    // Integrals, inverses and duals of links.
    FunctionRow("atan_integral", on: -10...10, float: 3.5, double: 3.5) { x in
        x.isInfinite ? x.magnitude : x * x.map(mpfr_atan) - x.squared.log1p / 2
    },
    FunctionRow("logit", on: 0...1, float: 0.501, double: 3.5) { y in
        y.double == 1 ? y.infinity : y.isZero ? -y.infinity : (y / (1 - y)).log
    },
    FunctionRow("log_expm1", on: 0...50, float: 0.501, double: 3) { y in
        y.isZero ? -y.infinity : y.double > 0.01 ? y + (-((-y).exp)).log1p : y.expm1.log
    },
    FunctionRow("symmetric_entropy", on: -1...1, float: 0.501, double: 3.5) { y in
        (y + 1).xlogx + (1 - y).xlogx
    },
    FunctionRow("log1p_excess", on: -1...10, float: 0.501, double: 3.5) { u in
        u.isInfinite ? (u.isNegative ? u.nan : u) : u.double == -1 ? u.constant(1) : (u + 1) * u.log1p - u
    },
    FunctionRow("binary_entropy", on: 0...1, float: 0.501, double: 3) { y in y.xlogx + (1 - y).xlogx },
    FunctionRow("log_cos", on: -1.6...1.6, float: 0.501, double: 4) { y in
        y.map(mpfr_cos).isNegative ? y.nan : (-y.map(mpfr_sin).squared).log1p / 2
    },
    FunctionRow("li2", on: -10...1, float: 0.501, double: 3, dilogarithm),
    FunctionRow("li2_neg_exp", on: -50...50, float: 2.5, double: 2) { x in
        // Beyond ±2000 the smaller term of each asymptotic form is lost in 256 bits.
        if x.double < -2000 { return -x.exp }
        return x.double > 2000 ? -(x.squared / 2 + x.pi.squared / 6) : dilogarithm(-x.exp)
    },
    FunctionRow("li2_one_minus_exp", on: -40...50, float: 0.501, double: 2) { y in
        y.double > 2000 ? -(y.squared / 2 + y.pi.squared / 6) : dilogarithm(-y.expm1)
    },

    // The normal distribution.
    FunctionRow("normal_density", on: -40...40, float: 0.501, double: 2) { x in
        (-x.squared / 2).exp / (x.pi * 2).sqrt
    },
    FunctionRow("normal_cdf", on: -40...10, float: 1, double: 3.5) { x in
        (-x / x.constant(2).sqrt).map(mpfr_erfc) / 2
    },
    FunctionRow("erfc", on: -6...28, float: 0.501, double: 4) { $0.map(mpfr_erfc) },
    FunctionRow("erfcx", on: -26...100, float: 0.501, double: 4) { x in
        if x.double > 1e4 { return farErfcx(x) }
        return x.double < -1000 ? x.constant(.infinity) : x.squared.exp * x.map(mpfr_erfc)
    },
    FunctionRow("log_erfc", on: -10...100, float: 0.501, double: 4) { x in
        if x.double > 1e4 { return x.isInfinite ? -x : farErfcx(x).log - x.squared }
        return x.magnitude.double < 0.5 ? (-x.map(mpfr_erf)).log1p : x.map(mpfr_erfc).log
    },
    FunctionRow("gaussian", on: -40...40, float: 0.501, double: 1) { (-$0.squared / 2).exp },
    FunctionRow("exp_neg_square", on: -28...28, float: 0.501, double: 1) { (-$0.squared).exp },
    FunctionRow("normal_integral", on: -40...10, float: 0.501, double: 4) { x in
        if x.isInfinite { return x.isNegative ? x.constant(0) : x }
        // In the left tail Φ and φ agree to 2 log₂ |x| bits more than the result has: 256 leave enough.
        return x.double < -60 ? x.constant(0) : x * normal(x) + density(x)
    },
    FunctionRow("gelu", on: -40...10, float: 1, double: 3.5) { x in
        x.isInfinite || x.double < -60 ? (x.isNegative ? -x.constant(0) : x) : x * normal(x)
    },
    FunctionRow("gelu_integral", on: -40...0.5, float: 0.501, double: 3.5) { x in
        if x.isInfinite || x.double < -60 { return x.isNegative ? -x.constant(0) : x }
        return ((x.squared - 1) * normal(x) + x * density(x)) / 2
    },
    FunctionRow("silu", on: -110...40, float: 2, double: 3) { x in
        x.isInfinite || x.double < -800 ? (x.isNegative ? -x.constant(0) : x) : x / ((-x).exp + 1)
    },
    FunctionRow("mish", on: -110...40, float: 0.501, double: 4) { x in
        if x.isInfinite || x.double < -800 { return x.isNegative ? -x.constant(0) : x }
        return x.double > 1000 ? x : x * x.exp.log1p.map(mpfr_tanh)
    },
    FunctionRow("mish_slope", on: -1...40, float: 0.501, double: 4) { x in
        if x.double < -800 { return -x.constant(0) }
        if x.double > 1000 { return x.constant(1) }
        let softplus = x.exp.log1p
        return softplus.map(mpfr_tanh) + x * softplus.map(mpfr_sech).squared / ((-x).exp + 1)
    },
    FunctionRow("erf_integral", on: -6...6, float: 0.501, double: 3) { x in
        x.isInfinite ? x.magnitude : x * x.map(mpfr_erf) + (-x.squared).expm1 / x.pi.sqrt
    },

    // Algebraic sigmoids, shrinkage, and integrals whose terms cancel.
    FunctionRow("softsign", on: -10...10, float: 1.5, double: 1.5) { x in
        x.isInfinite ? x.constant(x.isNegative ? -1 : 1) : x / (x.magnitude + 1)
    },
    FunctionRow("hypot1_minus1", on: -10...10, float: 0.501, double: 3) { x in
        x.isInfinite ? x.magnitude : x.squared / ((x.squared + 1).sqrt + 1)
    },
    FunctionRow("xlogx_minus_x", on: 0...10, float: 0.501, double: 3) { x in
        x.isZero ? -x.constant(0) : x.isInfinite && !x.isNegative ? x : x * (x.log - 1)
    },
    FunctionRow("x_minus_tanh", on: -10...10, float: 0.501, double: 3.5) { x in
        x.isInfinite || x.isZero ? x : x - x.map(mpfr_tanh)
    },
    FunctionRow("half_square_minus_log_cosh", on: -10...10, float: 0.501, double: 4) { x in
        let a = x.magnitude
        // Far below, the logarithm of 2 hides x⁴/12.
        if a.double < 0x1p-90 { return a.squared.squared / 12 }
        return a.isInfinite ? a : a.squared / 2 - (a + (a * -2).exp.log1p - a.constant(2).log)
    },
    FunctionRow("asinh_integral", on: -10...10, float: 0.501, double: 4) { x in
        let a = x.magnitude
        return a.isInfinite ? a : a * a.map(mpfr_asinh) - a.squared / ((a.squared + 1).sqrt + 1)
    },
    FunctionRow("bent_identity_integral", on: -10...10, float: 0.501, double: 4) { x in
        x.isInfinite ? x.magnitude : x.squared / 2 + (x * (x.squared + 1).sqrt + x.map(mpfr_asinh)) / 4 - x / 2
    },
    FunctionRow("expm1_tangent", on: -40...40, float: 0.501, double: 3.5) { x in
        if x.double > 1000 { return x.constant(-.infinity) }
        if x.double < -1000 { return x.constant(-1) }
        return x.isZero ? -x.constant(0) : x.expm1 - x * x.exp
    },
    FunctionRow("expm1_trapezoid", on: -40...40, float: 0.501, double: 4) { x in
        if x.isInfinite { return -x }
        if x.double > 1000 { return x.constant(-.infinity) }
        return x.isZero ? -x : (x.expm1 - x) * 2 - x * x.expm1
    },
]

/// Φ(x) and φ(x).
@Sendable private func normal(_ x: Real) -> Real { (-x / x.constant(2).sqrt).map(mpfr_erfc) / 2 }
@Sendable private func density(_ x: Real) -> Real { (-x.squared / 2).exp / (x.pi * 2).sqrt }

/// e^(x²) erfc(x) from 10⁴ on, where the factors leave MPFR's range: the asymptotic series.
@Sendable private func farErfcx(_ x: Real) -> Real {
    let q = 1 / (x.squared * 2)
    return (1 - q * (1 - q * 3)) / (x * x.pi.sqrt)
}

/// Li₂(z), nan above 1; far below by the inversion, where MPFR's own takes long.
@Sendable private func dilogarithm(_ z: Real) -> Real {
    if z.double > 1 { return z.nan }
    if z.double > -1e6 { return z.map(mpfr_li2) }
    return -((-z).log.squared / 2 + z.pi.squared / 6) - (1 / z).map(mpfr_li2)
}

extension Real {
    /// The exponent of a finite number, the greatest for an infinite one, 0 for zero and nan.
    fileprivate var exponentOfNumber: Int {
        isInfinite ? .max : isZero || isNaN ? 0 : exponent
    }
}
