import Symbolic

/// A function that the generated code can call: those of the formula language, and the stable forms that the
/// rewrite rules put in place of formulas that overflow or cancel. Each is `vm_NAME_f32` and `vm_NAME_f64` in
/// `vector_math.h`, where its accuracy is stated.
enum Primitive: String, Hashable, Sendable, CaseIterable {
    // The formula language.
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
    /// ½ x² − log cosh x
    case logCoshDeficit = "log_cosh_deficit"
    /// x − tanh x
    case minusTanh = "minus_tanh"
    /// eˣ − 1 − x
    case expm1Minus = "expm1_minus"
    /// x − log(1 + x)
    case minusLog1p = "minus_log1p"
    /// x atan x − ½ log(1 + x²)
    case atanIntegral = "atan_integral"
    /// √(1 + x) − 1
    case sqrt1pMinus1 = "sqrt1p_minus1"
    /// √(1 + x²)
    case hypot1
    /// √(1 + x²) − 1
    case hypot1Minus1 = "hypot1_minus1"
    /// x + √(x² + y) for y ≥ 0
    case rootSum = "root_sum"
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

    init(_ function: Function) {
        // Every function of the language is a primitive of the same name: EmitTests hold this.
        self = Primitive(rawValue: function.rawValue)!
    }
}
