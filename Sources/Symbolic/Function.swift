/// The functions of the formula language. Raw values are the names as written.
public enum Function: String, Hashable, Sendable, CaseIterable {
    case abs, sign, min, max, sqrt
    case exp, expm1, log, log1p
    case sinh, cosh, tanh, asinh, acosh, atanh
    case sin, cos, tan, asin, acos, atan
    case erf
    /// The dilogarithm Li₂(z) = −∫₀ᶻ log(1−u)/u du, real for z ≤ 1.
    case li2

    /// How many arguments a call takes.
    public var arity: Int {
        switch self {
        case .min, .max: 2
        default: 1
        }
    }
}
