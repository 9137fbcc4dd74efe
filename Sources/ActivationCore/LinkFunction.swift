/// A function in a ``LinkGraph``: those of the catalogue's language, and the stable forms that the generator puts in
/// place of formulas that overflow or cancel. Raw values are the names in ``ActivationFormulas/computedLink``.
public enum LinkFunction: String, Sendable, Hashable, CaseIterable {
    // The catalogue's language.
    case abs, sign, min, max, sqrt
    case exp, expm1, log, log1p
    case sinh, cosh, tanh, asinh, acosh, atanh
    case sin, cos, tan, asin, acos, atan
    case erf, li2
    /// xʸ for an exponent that is not an integer.
    case pow

    // Stable forms.
    /// 1/(1 + e⁻ˣ)
    case sigmoid
    /// σ(x) σ(−x)
    case sigmoidDerivative = "sigmoid_derivative"
    /// log(1 + eˣ)
    case softplus
    /// 1 − tanh² x
    case sech2
    /// log cosh x
    case logCosh = "log_cosh"
    /// eˣ − 1 − x
    case expm1Minus = "expm1_minus"
    /// eˣ − 1 − x eˣ
    case expm1Tangent = "expm1_tangent"
    /// 2 (eˣ − 1 − x) − x (eˣ − 1)
    case expm1Trapezoid = "expm1_trapezoid"
    /// x − log(1 + x)
    case minusLog1p = "minus_log1p"
    /// x atan x − ½ log(1 + x²)
    case atanIntegral = "atan_integral"
    /// √(1 + x) − 1
    case sqrt1pMinus1 = "sqrt1p_minus1"
    /// √(1 + x²)
    case hypot1
    /// log(y/(1 − y))
    case logit
    /// log(eʸ − 1)
    case logExpm1 = "log_expm1"
    /// x log y, 0 where x = 0
    case xlogy
    /// x log(1 + y), 0 where x = 0
    case xlog1py
    /// (1 + y) log(1 + y) + (1 − y) log(1 − y)
    case symmetricEntropy = "symmetric_entropy"
    /// y log y + (1 − y) log(1 − y)
    case binaryEntropy = "binary_entropy"
    /// (1 + u) log(1 + u) − u
    case log1pExcess = "log1p_excess"
    /// log cos y
    case logCos = "log_cos"
    /// Li₂(−eˣ)
    case li2NegExp = "li2_neg_exp"
    /// Li₂(1 − eʸ)
    case li2OneMinusExp = "li2_one_minus_exp"

    /// x log x − x
    case xlogxMinusX = "xlogx_minus_x"

    // Algebraic sigmoids.
    /// x/(1 + |x|)
    case softsign
    /// √(1 + x²) − 1
    case hypot1Minus1 = "hypot1_minus1"
    /// √(x² + y)
    case rootSquarePlus = "root_square_plus"
    /// x + √(x² + y)
    case plusRoot = "plus_root"
    /// 1 + x/√(x² + y)
    case plusRootSlope = "plus_root_slope"
    /// x² + x √(x² + y) + y asinh(x/√y)
    case plusRootIntegral = "plus_root_integral"
    /// x/√(1 + y x²)
    case isru
    /// (1 + y x²)^(−3/2)
    case isruSlope = "isru_slope"
    /// (√(1 + y x²) − 1)/y
    case isruIntegral = "isru_integral"
    /// x/√(1 − y x²)
    case isruInverse = "isru_inverse"
    /// x²/2 + (x √(1 + x²) + asinh x)/4 − x/2
    case bentIdentityIntegral = "bent_identity_integral"
    /// x asinh x − √(1 + x²) + 1
    case asinhIntegral = "asinh_integral"

    // Shrinkage.
    /// x − tanh x
    case xMinusTanh = "x_minus_tanh"
    /// x²/2 − log cosh x
    case halfSquareMinusLogCosh = "half_square_minus_log_cosh"

    // The normal distribution.
    /// x erf x + (e^(−x²) − 1)/√π
    case erfIntegral = "erf_integral"
    /// e^(−x²/2)
    case gaussian
    /// e^(−x²)
    case expNegSquare = "exp_neg_square"
    /// φ(x) = e^(−x²/2)/√(2π)
    case normalDensity = "normal_density"
    /// 1 − erf x
    case erfc
    /// e^(x²) (1 − erf x)
    case erfcx
    /// log(1 − erf x)
    case logErfc = "log_erfc"
    /// Φ(x) = (1 + erf(x/√2))/2
    case normalCDF = "normal_cdf"
    /// x Φ(x) + φ(x)
    case normalIntegral = "normal_integral"
    /// x Φ(x)
    case gelu
    /// Φ(x) + x φ(x)
    case geluSlope = "gelu_slope"
    /// ((x² − 1) Φ(x) + x φ(x))/2
    case geluIntegral = "gelu_integral"

    // The logistic family's own non-monotone member.
    /// x σ(x)
    case silu
    /// σ(x) + x σ(x) σ(−x)
    case siluSlope = "silu_slope"
    /// x log(1 + eˣ) + Li₂(−eˣ)
    case siluIntegral = "silu_integral"
    /// x tanh(log(1 + eˣ))
    case mish
    /// tanh(log(1 + eˣ)) + x σ(x) (1 − tanh²(log(1 + eˣ)))
    case mishSlope = "mish_slope"

    /// How many arguments it takes.
    public var arity: Int {
        switch self {
        case .min, .max, .pow, .xlogy, .xlog1py, .rootSquarePlus, .plusRoot, .plusRootSlope, .plusRootIntegral, .isru,
            .isruSlope, .isruIntegral, .isruInverse: 2
        default: 1
        }
    }
}
