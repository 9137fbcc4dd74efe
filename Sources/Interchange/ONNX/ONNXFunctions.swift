import ActivationCore

/// The functions of links in ONNX's standard operators: one where there is one, otherwise a form that neither
/// overflows nor cancels in single precision, to about 1e-6 of max(1, |result|) (Documentation/Interchange.md).
///
/// Where two forms share the line both are computed and `Where` chooses.
enum ONNXFunctions {
    /// - Parameter arguments: as many as the function takes.
    static func apply(_ function: LinkFunction, to arguments: [ONNXValue]) -> ONNXValue {
        let x = arguments[0]
        let y = arguments[arguments.count - 1]
        switch function {
        case .abs: return x.apply("Abs")
        case .sign: return x.apply("Sign")
        case .min: return x.minimum(y)
        case .max: return x.maximum(y)
        case .sqrt: return x.apply("Sqrt")
        case .exp: return x.apply("Exp")
        case .expm1: return expm1(x)
        case .log: return x.apply("Log")
        case .log1p: return log1p(x)
        case .sinh: return x.apply("Sinh")
        case .cosh: return x.apply("Cosh")
        case .tanh: return x.apply("Tanh")
        case .asinh: return x.apply("Asinh")
        case .acosh: return x.apply("Acosh")
        case .atanh: return x.apply("Atanh")
        case .sin: return x.apply("Sin")
        case .cos: return x.apply("Cos")
        case .tan: return x.apply("Tan")
        case .asin: return x.apply("Asin")
        case .acos: return x.apply("Acos")
        case .atan: return x.apply("Atan")
        case .erf: return x.apply("Erf")
        case .li2: return ONNXDilogarithm.li2(x)
        case .pow: return x.raised(to: y)
        case .sigmoid: return x.apply("Sigmoid")
        case .sigmoidDerivative: return x.apply("Sigmoid") * (-x).apply("Sigmoid")
        case .softplus: return x.apply("Softplus")
        case .sech2:
            let t = x.apply("Tanh")
            return (1 - t) * (1 + t)
        case .logCosh: return logCosh(x)
        case .expm1Minus: return expm1(x) - x
        case .expm1Tangent: return (1 - x) * x.apply("Exp") - 1
        case .expm1Trapezoid: return 2 * (expm1(x) - x) - x * expm1(x)
        case .minusLog1p: return x - log1p(x)
        case .atanIntegral: return x * x.apply("Atan") - logHypot1(x)
        case .sqrt1pMinus1: return (1 + x).apply("Sqrt") - 1
        case .hypot1: return rootSquarePlus(x, x.number(1))
        case .logit: return x.apply("Log") - log1p(-x)
        case .logExpm1: return logExpm1(x)
        case .xlogy: return product(x, y.apply("Log"))
        case .xlog1py: return product(x, log1p(y))
        case .symmetricEntropy: return entropy(1 + x) + entropy(1 - x)
        case .binaryEntropy: return entropy(x) + entropy(1 - x)
        case .log1pExcess: return product(1 + x, log1p(x)) - x
        case .logCos: return x.apply("Cos").apply("Log")
        case .li2NegExp: return ONNXDilogarithm.li2NegExp(x)
        case .li2OneMinusExp: return ONNXDilogarithm.li2OneMinusExp(x)
        case .xlogxMinusX: return product(x, x.apply("Log") - 1)
        case .softsign: return x.apply("Softsign")
        case .hypot1Minus1: return rootSquarePlus(x, x.number(1)) - 1
        case .rootSquarePlus: return rootSquarePlus(x, y)
        case .plusRoot: return plusRoot(x, y)
        case .plusRootSlope: return 1 + x / rootSquarePlus(x, y)
        case .plusRootIntegral: return x * plusRoot(x, y) + y * (x / y.apply("Sqrt")).apply("Asinh")
        case .isru:
            // Far out the root is |x| √(y + x⁻²).
            let far = x.apply("Sign") / (y + 1 / x.squared).apply("Sqrt")
            return (x.apply("Abs") > 1).choose(far, x / (1 + y * x.squared).apply("Sqrt"))
        case .isruSlope:
            let root = (1 + y * x.squared).apply("Sqrt")
            return 1 / root / root / root
        case .isruIntegral:
            let size = x.apply("Abs")
            let far = size / (1 / size + (y + 1 / x.squared).apply("Sqrt"))
            return (size > 1).choose(far, x.squared / (1 + (1 + y * x.squared).apply("Sqrt")))
        case .isruInverse: return x / (1 - y * x.squared).apply("Sqrt")
        case .bentIdentityIntegral:
            return 0.5 * x * (x - 1) + 0.25 * (x * rootSquarePlus(x, x.number(1)) + x.apply("Asinh"))
        case .asinhIntegral: return x * x.apply("Asinh") - (rootSquarePlus(x, x.number(1)) - 1)
        case .xMinusTanh: return x - x.apply("Tanh")
        case .halfSquareMinusLogCosh: return 0.5 * x.squared - logCosh(x)
        case .erfIntegral: return x * x.apply("Erf") + 0.564189583547756287 * expm1(-x.squared)
        case .gaussian: return (-0.5 * x.squared).apply("Exp")
        case .expNegSquare: return (-x.squared).apply("Exp")
        case .normalDensity: return normalDensity(x)
        case .normalCDF: return normalCDF(x)
        case .erfc: return 1 - x.apply("Erf")
        case .erfcx:
            let right = logErfcx(x.apply("Abs")).apply("Exp")
            return (x < 0).choose(2 * x.squared.apply("Exp") - right, right)
        case .logErfc: return (x < 0.5).choose(log1p(-x.apply("Erf")), logErfcx(x) - x.squared)
        case .normalIntegral: return x * normalCDF(x) + normalDensity(x)
        case .gelu: return x * normalCDF(x)
        case .geluSlope: return normalCDF(x) + x * normalDensity(x)
        case .geluIntegral: return 0.5 * (x * (x * normalCDF(x)) - normalCDF(x) + x * normalDensity(x))
        case .silu: return silu(x)
        case .siluSlope:
            let s = x.apply("Sigmoid")
            return s + x * s * (-x).apply("Sigmoid")
        case .siluIntegral: return x * x.apply("Softplus") + ONNXDilogarithm.li2NegExp(x)
        case .mish: return x * x.apply("Softplus").apply("Tanh")
        case .mishSlope:
            let t = x.apply("Softplus").apply("Tanh")
            return t + (1 - t) * (1 + t) * silu(x)
        }
    }

    /// eˣ − 1; 2 t/(1 − t) with t = tanh(x/2) near 0.
    static func expm1(_ x: ONNXValue) -> ONNXValue {
        let t = (0.5 * x).apply("Tanh")
        return (x.apply("Abs") < 0.5).choose(2 * t / (1 - t), x.apply("Exp") - 1)
    }

    /// log(1 + x); 2 atanh(x/(2 + x)) near 0.
    static func log1p(_ x: ONNXValue) -> ONNXValue {
        (x.apply("Abs") < 0.5).choose(2 * (x / (2 + x)).apply("Atanh"), (1 + x).apply("Log"))
    }

    /// |x| + log(1 + e^−2|x|) − log 2.
    private static func logCosh(_ x: ONNXValue) -> ONNXValue {
        let size = x.apply("Abs")
        return size + ((-2 * size).apply("Softplus") - 0.693147180559945309)
    }

    /// ½ log(1 + x²), where x² may overflow.
    private static func logHypot1(_ x: ONNXValue) -> ONNXValue {
        let size = x.apply("Abs")
        let far = size.apply("Log") + 0.5 * log1p(1 / x.squared)
        return (size > 1).choose(far, 0.5 * log1p(x.squared))
    }

    /// log(eˣ − 1).
    private static func logExpm1(_ x: ONNXValue) -> ONNXValue {
        (x > 1).choose(x + log1p(-(-x).apply("Exp")), expm1(x).apply("Log"))
    }

    /// x y, and 0 where x = 0 whatever y.
    private static func product(_ x: ONNXValue, _ y: ONNXValue) -> ONNXValue { (x == 0).choose(x, x * y) }

    /// x log x.
    private static func entropy(_ x: ONNXValue) -> ONNXValue { product(x, x.apply("Log")) }

    /// √(x² + y), which is |x| where x² may overflow.
    private static func rootSquarePlus(_ x: ONNXValue, _ y: ONNXValue) -> ONNXValue {
        let size = x.apply("Abs")
        return (size > 1e18).choose(size, (x.squared + y).apply("Sqrt"))
    }

    /// x + √(x² + y); y/(√(x² + y) − x) where that would cancel.
    private static func plusRoot(_ x: ONNXValue, _ y: ONNXValue) -> ONNXValue {
        let root = rootSquarePlus(x, y)
        return (x < 0).choose(y / (root - x), x + root)
    }

    private static func normalCDF(_ x: ONNXValue) -> ONNXValue {
        0.5 * (1 + (0.707106781186547524 * x).apply("Erf"))
    }

    /// log(e^(x²) erfc(x)) for x ≥ 0, a polynomial in t = 1/(1 + x/2) (Press et al., Numerical Recipes, erfcc).
    private static func logErfcx(_ x: ONNXValue) -> ONNXValue {
        let t = 1 / (1 + 0.5 * x)
        let digits = [
            0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223,
        ]
        return digits.dropFirst().reduce(x.number(digits[0])) { $0 * t + $1 } + t.apply("Log")
    }

    private static func normalDensity(_ x: ONNXValue) -> ONNXValue {
        0.398942280401432678 * (-0.5 * x.squared).apply("Exp")
    }

    /// x/(1 + e⁻ˣ): ends at 0 far below, where a rounded sigmoid times x may not.
    private static func silu(_ x: ONNXValue) -> ONNXValue { x / (1 + (-x).apply("Exp")) }
}
