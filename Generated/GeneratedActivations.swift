// Generated from activations.yaml by generate-activations 1.0: do not edit.
<<<<<<< HEAD
// Catalogue digest f786455b0ac863fd.
=======
// Catalogue digest 3013b37bbce4a5a5.
>>>>>>> 2ab9a55d32e040169aad006b5742749bb7a98c15

import CActivationKernels

/// Step.
///
/// - f(a) = `(1 + sign(a)) / 2`
/// - F(a) = `max(a, 0)`
/// - f⁻¹(y) = none
/// - F*(y) = `0`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points
///
/// Its value at 0 is 1/2. The derivative is 0 wherever it exists, so BackProp cannot train through it; the matching loss is that of the perceptron.
///
/// Reference: Rosenblatt, The perceptron, Psychological Review 65, 1958.
public struct Step: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(0, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(0, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "step",
        type: "Step",
        title: "Step",
        aliases: ["heaviside", "unit_step"],
        parameters: [],
        note: "Its value at 0 is 1/2. The derivative is 0 wherever it exists, so BackProp cannot train through it; the matching loss is that of the perceptron.",
        reference: "Rosenblatt, The perceptron, Psychological Review 65, 1958",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points",
        hasZeroDerivative: true,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "(1 + sign(a)) / 2",
            integral: "max(a, 0)",
            inverse: nil,
            dual: "0",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "(sign(a) + 1)/2",
            computedDerivative: "0",
            computedIntegral: "max(a, 0)",
            parameterSlopes: []))
}

/// Linear.
///
/// - f(a) = `a`
/// - F(a) = `a^2 / 2`
/// - f⁻¹(y) = `y`
/// - F*(y) = `y^2 / 2`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// Its matching loss is half the squared error.
///
/// Reference: Widrow and Hoff, Adaptive switching circuits, IRE WESCON 1960.
public struct Linear: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(1, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(1, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "linear",
        type: "Linear",
        title: "Linear",
        aliases: ["identity"],
        parameters: [],
        note: "Its matching loss is half the squared error.",
        reference: "Widrow and Hoff, Adaptive switching circuits, IRE WESCON 1960",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a",
            integral: "a^2 / 2",
            inverse: "y",
            dual: "y^2 / 2",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "a",
            computedDerivative: "1",
            computedIntegral: "a^2/2",
            parameterSlopes: []))
}

/// Rectified linear unit.
///
/// - f(a) = `max(a, 0)`
/// - F(a) = `where(a >= 0, a^2 / 2, 0)`
/// - f⁻¹(y) = none
/// - F*(y) = `y^2 / 2`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points
///
/// Constant for a below 0, so that the matching loss can be 0 between different pre-activations. The derivative at 0 is 1.
///
/// Reference: Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010.
public struct ReLU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(2, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(2, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "relu",
        type: "ReLU",
        title: "Rectified linear unit",
        aliases: ["rectifier", "ramp"],
        parameters: [],
        note: "Constant for a below 0, so that the matching loss can be 0 between different pre-activations. The derivative at 0 is 1.",
        reference: "Nair and Hinton, Rectified linear units improve restricted Boltzmann machines, ICML 2010",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "max(a, 0)",
            integral: "where(a >= 0, a^2 / 2, 0)",
            inverse: nil,
            dual: "y^2 / 2",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "max(a, 0)",
            computedDerivative: "where(a >= 0, 1, 0)",
            computedIntegral: "where(a >= 0, a^2/2, 0)",
            parameterSlopes: []))
}

/// Leaky rectified linear unit.
///
/// - f(a) = `where(a >= 0, a, beta * a)`
/// - F(a) = `where(a >= 0, a^2 / 2, beta * a^2 / 2)`
/// - f⁻¹(y) = `where(y >= 0, y, y / beta)`
/// - F*(y) = `where(y >= 0, y^2 / 2, y^2 / (2 * beta))`
///
/// f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points
///
/// Strictly increasing for beta > 0; with beta = 0 it is relu. The derivative at 0 is 1.
///
/// Reference: Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, ICML 2013.
public struct LeakyReLU: ElementwiseActivation {
    /// The slope below 0. Domain [0, inf), default 0.01.
    public var beta: Double { parameterValues[0] }

    /// LeakyReLU with the parameters' defaults.
    public init() { parameterValues = [0.01] }

    /// - Throws: ``ActivationError`` if a parameter is outside its domain.
    public init(beta: Double) throws(ActivationError) {
        try self.init(parameterValues: [beta])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(3, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(3, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "leaky_relu",
        type: "LeakyReLU",
        title: "Leaky rectified linear unit",
        aliases: ["lrelu"],
        parameters: [
            ActivationParameter(name: "beta", defaultValue: 0.01, domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: true, includesUpper: false), isLearnable: false, note: "the slope below 0"),
        ],
        note: "Strictly increasing for beta > 0; with beta = 0 it is relu. The derivative at 0 is 1.",
        reference: "Maas, Hannun and Ng, Rectifier nonlinearities improve neural network acoustic models, ICML 2013",
        isCoupled: false,
        monotonicity: .strictWhere([ParameterCondition(parameter: "beta", index: 0, excluded: 0.0, isLowerEnd: true)]),
        certificate: "f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, a, beta * a)",
            integral: "where(a >= 0, a^2 / 2, beta * a^2 / 2)",
            inverse: "where(y >= 0, y, y / beta)",
            dual: "where(y >= 0, y^2 / 2, y^2 / (2 * beta))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, a, a*beta)",
            computedDerivative: "where(a >= 0, 1, beta)",
            computedIntegral: "where(a >= 0, a^2/2, a^2*beta/2)",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "beta", link: "where(a >= 0, 0, a)", integral: "where(a >= 0, 0, a^2/2)"),
            ]))
}

/// Parametric rectified linear unit.
///
/// - f(a) = `where(a >= 0, a, beta * a)`
/// - F(a) = `where(a >= 0, a^2 / 2, beta * a^2 / 2)`
/// - f⁻¹(y) = `where(y >= 0, y, y / beta)`
/// - F*(y) = `where(y >= 0, y^2 / 2, y^2 / (2 * beta))`
///
/// f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points
///
/// leaky_relu whose slope is trained with the weights, one for each layer. Strictly increasing for beta > 0.
///
/// Reference: He, Zhang, Ren and Sun, Delving deep into rectifiers, ICCV 2015.
public struct PReLU: ElementwiseActivation {
    /// The slope below 0. Domain [0, inf), default 0.25.
    public var beta: Double { parameterValues[0] }

    /// PReLU with the parameters' defaults.
    public init() { parameterValues = [0.25] }

    /// - Throws: ``ActivationError`` if a parameter is outside its domain.
    public init(beta: Double) throws(ActivationError) {
        try self.init(parameterValues: [beta])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(4, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(4, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "prelu",
        type: "PReLU",
        title: "Parametric rectified linear unit",
        aliases: ["parametric_relu"],
        parameters: [
            ActivationParameter(name: "beta", defaultValue: 0.25, domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: true, includesUpper: false), isLearnable: true, note: "the slope below 0"),
        ],
        note: "leaky_relu whose slope is trained with the weights, one for each layer. Strictly increasing for beta > 0.",
        reference: "He, Zhang, Ren and Sun, Delving deep into rectifiers, ICCV 2015",
        isCoupled: false,
        monotonicity: .strictWhere([ParameterCondition(parameter: "beta", index: 0, excluded: 0.0, isLowerEnd: true)]),
        certificate: "f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, a, beta * a)",
            integral: "where(a >= 0, a^2 / 2, beta * a^2 / 2)",
            inverse: "where(y >= 0, y, y / beta)",
            dual: "where(y >= 0, y^2 / 2, y^2 / (2 * beta))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, a, a*beta)",
            computedDerivative: "where(a >= 0, 1, beta)",
            computedIntegral: "where(a >= 0, a^2/2, a^2*beta/2)",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "beta", link: "where(a >= 0, 0, a)", integral: "where(a >= 0, 0, a^2/2)"),
            ]))
}

/// Logistic sigmoid.
///
/// - f(a) = `1 / (1 + exp(-a))`
/// - F(a) = `a + log(1 + exp(-a))`
/// - f⁻¹(y) = `log(y / (1 - y))`
/// - F*(y) = `y * log(y) + (1 - y) * log(1 - y)`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// Its matching loss is the relative entropy between two coins, so the matching loss of an output layer is the cross entropy up to a term of the target.
///
/// Reference: Auer, Herbster and Warmuth, Exponentially many local minima for single neurons, NIPS 1995.
public struct Sigmoid: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(5, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(5, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "sigmoid",
        type: "Sigmoid",
        title: "Logistic sigmoid",
        aliases: ["logistic", "expit"],
        parameters: [],
        note: "Its matching loss is the relative entropy between two coins, so the matching loss of an output layer is the cross entropy up to a term of the target.",
        reference: "Auer, Herbster and Warmuth, Exponentially many local minima for single neurons, NIPS 1995",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "1 / (1 + exp(-a))",
            integral: "a + log(1 + exp(-a))",
            inverse: "log(y / (1 - y))",
            dual: "y * log(y) + (1 - y) * log(1 - y)",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "sigmoid(a)",
            computedDerivative: "sigmoid_derivative(-a)",
            computedIntegral: "softplus(a)",
            parameterSlopes: []))
}

/// Softmax.
///
/// - f(a) = `exp(a) / sum(exp(a))`
/// - F(a) = `log(sum(exp(a)))`
/// - f⁻¹(y) = `log(y)`
/// - F*(y) = `sum(y * log(y))`
///
/// ∇F = f by normal forms; Jacobian symmetric by normal forms; J = diag(d) − c v vᵀ with Σ c v²/d = 1: positive semidefinite; flat along the vector of ones; inverse on 30 vectors; dual on 30 vectors
///
/// The same for a and a + c, so the inverse is known up to a constant; it is the one whose integral is 0. Its matching loss is the relative entropy (Kullback-Leibler divergence) of two distributions.
///
/// Reference: Bridle, Probabilistic interpretation of feedforward classification network outputs, Neurocomputing 1990.
public struct Softmax: CoupledActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(6, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(6, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "softmax",
        type: "Softmax",
        title: "Softmax",
        aliases: [],
        parameters: [],
        note: "The same for a and a + c, so the inverse is known up to a constant; it is the one whose integral is 0. Its matching loss is the relative entropy (Kullback-Leibler divergence) of two distributions.",
        reference: "Bridle, Probabilistic interpretation of feedforward classification network outputs, Neurocomputing 1990",
        isCoupled: true,
        monotonicity: .nondecreasing,
        certificate: "∇F = f by normal forms; Jacobian symmetric by normal forms; J = diag(d) − c v vᵀ with Σ c v²/d = 1: positive semidefinite; flat along the vector of ones; inverse on 30 vectors; dual on 30 vectors",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "exp(a) / sum(exp(a))",
            integral: "log(sum(exp(a)))",
            inverse: "log(y)",
            dual: "sum(y * log(y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "exp(-max(a) + a)/sum(exp(-max(a) + a))",
            computedDerivative: "(-sum(exp(-max(a) + a)*v)/sum(exp(-max(a) + a)) + v)*exp(-max(a) + a)/sum(exp(-max(a) + a))",
            computedIntegral: "log(sum(exp(-max(a) + a))) + max(a)",
            parameterSlopes: []))
}

/// Hyperbolic tangent.
///
/// - f(a) = `tanh(a)`
/// - F(a) = `log(cosh(a))`
/// - f⁻¹(y) = `atanh(y)`
/// - F*(y) = `((1 + y) * log(1 + y) + (1 - y) * log(1 - y)) / 2`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// The sigmoid of 2a, stretched to the range (-1, 1).
///
/// Reference: LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998.
public struct Tanh: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(7, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(7, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "tanh",
        type: "Tanh",
        title: "Hyperbolic tangent",
        aliases: ["hyperbolic_tangent"],
        parameters: [],
        note: "The sigmoid of 2a, stretched to the range (-1, 1).",
        reference: "LeCun, Bottou, Orr and Müller, Efficient BackProp, 1998",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "tanh(a)",
            integral: "log(cosh(a))",
            inverse: "atanh(y)",
            dual: "((1 + y) * log(1 + y) + (1 - y) * log(1 - y)) / 2",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "tanh(a)",
            computedDerivative: "sech2(a)",
            computedIntegral: "log_cosh(a)",
            parameterSlopes: []))
}

/// Arc tangent.
///
/// - f(a) = `atan(a)`
/// - F(a) = `a * atan(a) - log(sqrt(1 + a^2))`
/// - f⁻¹(y) = `tan(y)`
/// - F*(y) = `-log(cos(y))`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// Reaches its bounds, plus and minus pi/2, slowly, as 1/a.
///
/// Reference: Amid, Anil and Warmuth, LocoProp, AISTATS 2022.
public struct Arctan: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(8, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(8, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "arctan",
        type: "Arctan",
        title: "Arc tangent",
        aliases: ["atan"],
        parameters: [],
        note: "Reaches its bounds, plus and minus pi/2, slowly, as 1/a.",
        reference: "Amid, Anil and Warmuth, LocoProp, AISTATS 2022",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "atan(a)",
            integral: "a * atan(a) - log(sqrt(1 + a^2))",
            inverse: "tan(y)",
            dual: "-log(cos(y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "atan(a)",
            computedDerivative: "1/(a^2 + 1)",
            computedIntegral: "atan_integral(a)",
            parameterSlopes: []))
}

/// Softplus.
///
/// - f(a) = `log(1 + exp(a))`
/// - F(a) = `-li2(-exp(a))`
/// - f⁻¹(y) = `log(exp(y) - 1)`
/// - F*(y) = `y * log(exp(y) - 1) + li2(1 - exp(y))`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// The integral of the sigmoid; for large a it is a, for small a exp(a).
///
/// Reference: Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating second-order functional knowledge for better option pricing, NIPS 2000.
public struct Softplus: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(9, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(9, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "softplus",
        type: "Softplus",
        title: "Softplus",
        aliases: ["smooth_relu"],
        parameters: [],
        note: "The integral of the sigmoid; for large a it is a, for small a exp(a).",
        reference: "Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "log(1 + exp(a))",
            integral: "-li2(-exp(a))",
            inverse: "log(exp(y) - 1)",
            dual: "y * log(exp(y) - 1) + li2(1 - exp(y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "softplus(a)",
            computedDerivative: "sigmoid(a)",
            computedIntegral: "-li2_neg_exp(a)",
            parameterSlopes: []))
}

/// Exponential linear unit.
///
/// - f(a) = `where(a >= 0, a, beta * (exp(a) - 1))`
/// - F(a) = `where(a >= 0, a^2 / 2, beta * (exp(a) - a - 1))`
/// - f⁻¹(y) = `where(y >= 0, y, log(1 + y / beta))`
/// - F*(y) = `where(y >= 0, y^2 / 2, (y + beta) * log(1 + y / beta) - y)`
///
/// f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points
///
/// Strictly increasing for beta > 0. The derivative jumps at 0 unless beta is 1.
///
/// Reference: Clevert, Unterthiner and Hochreiter, Fast and accurate deep network learning by exponential linear units, ICLR 2016.
public struct ELU: ElementwiseActivation {
    /// The height of the tail below 0. Domain [0, inf), default 1.
    public var beta: Double { parameterValues[0] }

    /// ELU with the parameters' defaults.
    public init() { parameterValues = [1.0] }

    /// - Throws: ``ActivationError`` if a parameter is outside its domain.
    public init(beta: Double) throws(ActivationError) {
        try self.init(parameterValues: [beta])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(10, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(10, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "elu",
        type: "ELU",
        title: "Exponential linear unit",
        aliases: ["exponential_linear"],
        parameters: [
            ActivationParameter(name: "beta", defaultValue: 1.0, domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: true, includesUpper: false), isLearnable: false, note: "the height of the tail below 0"),
        ],
        note: "Strictly increasing for beta > 0. The derivative jumps at 0 unless beta is 1.",
        reference: "Clevert, Unterthiner and Hochreiter, Fast and accurate deep network learning by exponential linear units, ICLR 2016",
        isCoupled: false,
        monotonicity: .strictWhere([ParameterCondition(parameter: "beta", index: 0, excluded: 0.0, isLowerEnd: true)]),
        certificate: "f' > 0 for all a and beta in [0, inf) except beta = 0, where f' ≥ 0: sign rules; F' = f by normal forms; inverse at 1519 points; dual at 1736 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, a, beta * (exp(a) - 1))",
            integral: "where(a >= 0, a^2 / 2, beta * (exp(a) - a - 1))",
            inverse: "where(y >= 0, y, log(1 + y / beta))",
            dual: "where(y >= 0, y^2 / 2, (y + beta) * log(1 + y / beta) - y)",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, a, beta*expm1(a))",
            computedDerivative: "where(a >= 0, 1, beta*exp(a))",
            computedIntegral: "where(a >= 0, a^2/2, beta*expm1_minus(a))",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "beta", link: "where(a >= 0, 0, expm1(a))", integral: "where(a >= 0, 0, expm1_minus(a))"),
            ]))
}

<<<<<<< HEAD
/// Gudermannian function.
///
/// - f(a) = `2 * atan(tanh(a / 2))`
/// - F(a) = computed: piecewise polynomials of degree 15 on 26 panels, fitted to f in 128 bits; relative error at most 1.6e-15 at 74 points
/// - f⁻¹(y) = `2 * atanh(tan(y / 2))`, derived: solved for a
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' > 0 by its normal form; F computed from f
///
/// A sigmoid between plus and minus pi/2 that reaches its bounds as fast as tanh. Its derivative is 1/cosh(a). Only the link is written here; the rest is derived.
///
/// Reference: Gudermann, Theorie der Potenzial- oder cyklisch-hyperbolischen Functionen, 1833.
public struct Gudermannian: ElementwiseActivation {
=======
/// Gaussian error linear unit.
///
/// - f(a) = `a * (1 + erf(a / sqrt(2))) / 2`
/// - F(a) = `a^2 / 4 + (a^2 - 1) * erf(a / sqrt(2)) / 4 + a * exp(-a^2 / 2) / (2 * sqrt(2 * pi))`
/// - f⁻¹(y) = none
/// - F*(y) = none
///
/// f falls for a < -0.7517915; F' = f at 1245 points in 256-bit interval arithmetic
///
/// a times the normal distribution function. It falls for a below -0.75; LocoProp-M takes its rising part.
///
/// Reference: Hendrycks and Gimpel, Gaussian error linear units, 2016.
public struct GELU: ElementwiseActivation {
>>>>>>> 2ab9a55d32e040169aad006b5742749bb7a98c15
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(11, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(11, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
<<<<<<< HEAD
        name: "gudermannian",
        type: "Gudermannian",
        title: "Gudermannian function",
        aliases: ["gd"],
        parameters: [],
        note: "A sigmoid between plus and minus pi/2 that reaches its bounds as fast as tanh. Its derivative is 1/cosh(a). Only the link is written here; the rest is derived.",
        reference: "Gudermann, Theorie der Potenzial- oder cyklisch-hyperbolischen Functionen, 1833",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 by its normal form; F computed from f",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "2 * atan(tanh(a / 2))",
            integral: "piecewise polynomials",
            inverse: "2 * atanh(tan(y / 2))",
            dual: nil,
            integralOrigin: .numeric(method: "piecewise polynomials of degree 15 on 26 panels, fitted to f in 128 bits; relative error at most 1.6e-15 at 74 points"),
            inverseOrigin: .derived(rule: "solved for a"),
            dualOrigin: .numeric(method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel"),
            computedLink: "2*atan(tanh(a/2))",
            computedDerivative: "sech2(a/2)/(tanh(a/2)^2 + 1)",
            computedIntegral: "piecewise polynomials",
=======
        name: "gelu",
        type: "GELU",
        title: "Gaussian error linear unit",
        aliases: [],
        parameters: [],
        note: "a times the normal distribution function. It falls for a below -0.75; LocoProp-M takes its rising part.",
        reference: "Hendrycks and Gimpel, Gaussian error linear units, 2016",
        isCoupled: false,
        monotonicity: .falling([FallingInterval(lower: -.infinity, upper: -0.7517915246935645)]),
        certificate: "f falls for a < -0.7517915; F' = f at 1245 points in 256-bit interval arithmetic",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a * (1 + erf(a / sqrt(2))) / 2",
            integral: "a^2 / 4 + (a^2 - 1) * erf(a / sqrt(2)) / 4 + a * exp(-a^2 / 2) / (2 * sqrt(2 * pi))",
            inverse: nil,
            dual: nil,
            computedLink: "a*(erf(a/sqrt(2)) + 1)/2",
            computedDerivative: "(2*a*exp(-a^2/2)/(sqrt(2)*sqrt(pi)) + erf(a/sqrt(2)) + 1)/2",
            computedIntegral: "(a^2 - 1)*erf(a/sqrt(2))/4 + a*exp(-a^2/2)/(2*sqrt(2*pi)) + a^2/4",
            parameterSlopes: []))
}

/// Sigmoid linear unit.
///
/// - f(a) = `a / (1 + exp(-a))`
/// - F(a) = `a * log(1 + exp(a)) + li2(-exp(a))`
/// - f⁻¹(y) = none
/// - F*(y) = none
///
/// f falls for a < -1.2784645; F' = f by normal forms
///
/// a times the logistic sigmoid. It falls for a below -1.28; LocoProp-M takes its rising part.
///
/// Reference: Elfwing, Uchibe and Doya, Sigmoid-weighted linear units for neural network function approximation in reinforcement learning, Neural Networks 107, 2018.
public struct SiLU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(12, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(12, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "silu",
        type: "SiLU",
        title: "Sigmoid linear unit",
        aliases: ["swish"],
        parameters: [],
        note: "a times the logistic sigmoid. It falls for a below -1.28; LocoProp-M takes its rising part.",
        reference: "Elfwing, Uchibe and Doya, Sigmoid-weighted linear units for neural network function approximation in reinforcement learning, Neural Networks 107, 2018",
        isCoupled: false,
        monotonicity: .falling([FallingInterval(lower: -.infinity, upper: -1.278464542761074)]),
        certificate: "f falls for a < -1.2784645; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a / (1 + exp(-a))",
            integral: "a * log(1 + exp(a)) + li2(-exp(a))",
            inverse: nil,
            dual: nil,
            computedLink: "a*sigmoid(a)",
            computedDerivative: "(a*exp(-a) + exp(-a) + 1)/(exp(-a) + 1)^2",
            computedIntegral: "a*softplus(a) + li2_neg_exp(a)",
>>>>>>> 2ab9a55d32e040169aad006b5742749bb7a98c15
            parameterSlopes: []))
}

extension ActivationRegistry {
    /// The activations of this package's `activations.yaml`, in its order.
    public static let catalogue = ActivationRegistry([
        Step.self,
        Linear.self,
        ReLU.self,
        LeakyReLU.self,
        PReLU.self,
        Sigmoid.self,
        Softmax.self,
        Tanh.self,
        Arctan.self,
        Softplus.self,
        ELU.self,
<<<<<<< HEAD
        Gudermannian.self,
=======
        GELU.self,
        SiLU.self,
>>>>>>> 2ab9a55d32e040169aad006b5742749bb7a98c15
    ])
}
