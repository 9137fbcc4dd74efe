// Generated from activations.yaml by generate-activations 1.0: do not edit.
// Catalogue digest b3d6ef09ddd5b8ff.

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
            parameterSlopes: []),
        linkGraph: LinkGraph([.number(0.5), .variable, .call(.sign, [1]), .number(1.0), .add(2, 3), .multiply(0, 4)]),
        digest: "ed1dd77a6f01f4eb")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable]),
        digest: "56257e5d973e44fb")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.0), .call(.max, [0, 1])]),
        digest: "b4880cf70b40212e")
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

    /// - Throws: `ActivationError` if a parameter is outside its domain.
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
            ]),
        linkGraph: LinkGraph([.variable, .number(0.0), .parameter(0), .multiply(0, 2), .select(0, .greaterOrEqual, 1, 0, 3)]),
        digest: "cdf4f59b2b35fa05")
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

    /// - Throws: `ActivationError` if a parameter is outside its domain.
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
            ]),
        linkGraph: LinkGraph([.variable, .number(0.0), .parameter(0), .multiply(0, 2), .select(0, .greaterOrEqual, 1, 0, 3)]),
        digest: "39e82f3b46fc9021")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.sigmoid, [0])]),
        digest: "f3fac504ac7d3b4a")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .greatest(0), .subtract(0, 1), .call(.exp, [2]), .total(3), .divide(3, 4)]),
        digest: "62bca566449f9b1f")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.tanh, [0])]),
        digest: "be0e4a1c66695676")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.atan, [0])]),
        digest: "2d189f8afaf55ae2")
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.softplus, [0])]),
        digest: "b36b5d95f06611b7")
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

    /// - Throws: `ActivationError` if a parameter is outside its domain.
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
            ]),
        linkGraph: LinkGraph([.variable, .number(0.0), .parameter(0), .call(.expm1, [0]), .multiply(2, 3), .select(0, .greaterOrEqual, 1, 0, 4)]),
        digest: "8c6c39fda9576020")
}

/// Rectified linear unit, cut at 6.
///
/// - f(a) = `min(max(a, 0), 6)`
/// - F(a) = `where(a <= 0, 0, where(a <= 6, a^2 / 2, 6 * a - 18))`
/// - f⁻¹(y) = none
/// - F*(y) = `y^2 / 2`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 265 points
///
/// Constant below 0 and above 6, so that few bits hold its values.
///
/// Reference: Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010.
public struct ReLU6: ElementwiseActivation {
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
        name: "relu6",
        type: "ReLU6",
        title: "Rectified linear unit, cut at 6",
        aliases: ["relu_6"],
        parameters: [],
        note: "Constant below 0 and above 6, so that few bits hold its values.",
        reference: "Krizhevsky, Convolutional deep belief networks on CIFAR-10, 2010",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 265 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "min(max(a, 0), 6)",
            integral: "where(a <= 0, 0, where(a <= 6, a^2 / 2, 6 * a - 18))",
            inverse: nil,
            dual: "y^2 / 2",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "min(max(a, 0), 6)",
            computedDerivative: "where(a <= 6, where(a >= 0, 1, 0), 0)",
            computedIntegral: "where(a <= 0, 0, where(a <= 6, a^2/2, 6*a - 18))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.0), .call(.max, [0, 1]), .number(6.0), .call(.min, [2, 3])]),
        digest: "92dda13508e0a99d")
}

/// Hard hyperbolic tangent.
///
/// - f(a) = `min(max(a, min_val), max_val)`
/// - F(a) = `where(a < min_val, min_val * a - min_val^2 / 2, where(a > max_val, max_val * a - max_val^2 / 2, a^2 / 2))`
/// - f⁻¹(y) = none
/// - F*(y) = `y^2 / 2`
///
/// f' ≥ 0 for all a, min_val in (-inf, 0] and max_val in (0, inf): sign rules; F' = f by normal forms; dual at 6159 points
///
/// The identity between its two bounds, which lie on either side of 0; hardtanh(min_val=0, max_val=6) is relu6.
///
/// Reference: Collobert, Large scale machine learning, PhD thesis, Paris 6, 2004.
public struct HardTanh: ElementwiseActivation {
    /// The least value. Domain (-inf, 0], default -1.
    public var minVal: Double { parameterValues[0] }

    /// The greatest value. Domain (0, inf), default 1.
    public var maxVal: Double { parameterValues[1] }

    /// HardTanh with the parameters' defaults.
    public init() { parameterValues = [-1.0, 1.0] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(minVal: Double, maxVal: Double) throws(ActivationError) {
        try self.init(parameterValues: [minVal, maxVal])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(12, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(12, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "hardtanh",
        type: "HardTanh",
        title: "Hard hyperbolic tangent",
        aliases: ["hard_tanh", "clip"],
        parameters: [
            ActivationParameter(name: "min_val", defaultValue: -1.0, domain: ParameterDomain(lower: -.infinity, upper: 0.0, includesLower: false, includesUpper: true), isLearnable: false, note: "the least value"),
            ActivationParameter(name: "max_val", defaultValue: 1.0, domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: false, includesUpper: false), isLearnable: false, note: "the greatest value"),
        ],
        note: "The identity between its two bounds, which lie on either side of 0; hardtanh(min_val=0, max_val=6) is relu6.",
        reference: "Collobert, Large scale machine learning, PhD thesis, Paris 6, 2004",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a, min_val in (-inf, 0] and max_val in (0, inf): sign rules; F' = f by normal forms; dual at 6159 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "min(max(a, min_val), max_val)",
            integral: "where(a < min_val, min_val * a - min_val^2 / 2, where(a > max_val, max_val * a - max_val^2 / 2, a^2 / 2))",
            inverse: nil,
            dual: "y^2 / 2",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "min(max(a, min_val), max_val)",
            computedDerivative: "where(max(a, min_val) <= max_val, where(a >= min_val, 1, 0), 0)",
            computedIntegral: "where(a < min_val, (-min_val/2 + a)*min_val, where(a > max_val, (-max_val/2 + a)*max_val, a^2/2))",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "min_val", link: "where(max(a, min_val) <= max_val, where(a >= min_val, 0, 1), 0)", integral: "where(a < min_val, -min_val + a, 0)"),
                ParameterSlopeFormulas(parameter: "max_val", link: "where(max(a, min_val) <= max_val, 0, 1)", integral: "where(a < min_val, 0, where(a > max_val, -max_val + a, 0))"),
            ]),
        linkGraph: LinkGraph([.variable, .parameter(0), .call(.max, [0, 1]), .parameter(1), .call(.min, [2, 3])]),
        digest: "3a519927587754aa")
}

/// Hard sigmoid.
///
/// - f(a) = `min(max(a + 3, 0), 6) / 6`
/// - F(a) = `where(a <= -3, 0, where(a <= 3, (a + 3)^2 / 12, a))`
/// - f⁻¹(y) = none
/// - F*(y) = `3 * y * (y - 1)`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points
///
/// The sigmoid's piecewise linear stand-in, relu6(a + 3)/6, as in PyTorch and JAX. (Keras before version 3 had the slope 1/5.)
///
/// Reference: Courbariaux, Bengio and David, BinaryConnect, NIPS 2015; Howard et al., Searching for MobileNetV3, ICCV 2019.
public struct HardSigmoid: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(13, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(13, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "hard_sigmoid",
        type: "HardSigmoid",
        title: "Hard sigmoid",
        aliases: ["hardsigmoid"],
        parameters: [],
        note: "The sigmoid's piecewise linear stand-in, relu6(a + 3)/6, as in PyTorch and JAX. (Keras before version 3 had the slope 1/5.)",
        reference: "Courbariaux, Bengio and David, BinaryConnect, NIPS 2015; Howard et al., Searching for MobileNetV3, ICCV 2019",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "min(max(a + 3, 0), 6) / 6",
            integral: "where(a <= -3, 0, where(a <= 3, (a + 3)^2 / 12, a))",
            inverse: nil,
            dual: "3 * y * (y - 1)",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "min(max(a + 3, 0), 6)/6",
            computedDerivative: "where(a <= 3, where(a >= -3, 1, 0), 0)/6",
            computedIntegral: "where(a <= -3, 0, where(a <= 3, (a + 3)^2/12, a))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.number(0.16666666666666666), .variable, .number(3.0), .add(1, 2), .number(0.0), .call(.max, [3, 4]), .number(6.0), .call(.min, [5, 6]), .multiply(0, 7)]),
        digest: "ec22cedc60a067ba")
}

/// Scaled exponential linear unit.
///
/// - f(a) = `where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))`
/// - F(a) = `where(a >= 0, 1.0507009873554805 * a^2 / 2, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - a - 1))`
/// - f⁻¹(y) = `where(y >= 0, y / 1.0507009873554805, log(1 + y / (1.0507009873554805 * 1.6732632423543772)))`
/// - F*(y) = `where(y >= 0, y^2 / (2 * 1.0507009873554805), 1.0507009873554805 * 1.6732632423543772 * ((1 + y / (1.0507009873554805 * 1.6732632423543772)) * log(1 + y / (1.0507009873554805 * 1.6732632423543772)) - y / (1.0507009873554805 * 1.6732632423543772)))`
///
/// f' > 0 for all a: sign rules; |F' − f| ≤ 7.9e-31 max(1, |f|) for a in [-64, 64]: interval bisection into 2 boxes, F' = f at 272 points in 256-bit interval arithmetic; inverse at 217 points; dual at 217 points
///
/// Its two constants make mean 0 and variance 1 a fixed point of wide layers. The derivative jumps at 0.
///
/// Reference: Klambauer, Unterthiner, Mayr and Hochreiter, Self-normalizing neural networks, NIPS 2017.
public struct SELU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(14, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(14, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "selu",
        type: "SELU",
        title: "Scaled exponential linear unit",
        aliases: [],
        parameters: [],
        note: "Its two constants make mean 0 and variance 1 a fixed point of wide layers. The derivative jumps at 0.",
        reference: "Klambauer, Unterthiner, Mayr and Hochreiter, Self-normalizing neural networks, NIPS 2017",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; |F' − f| ≤ 7.9e-31 max(1, |f|) for a in [-64, 64]: interval bisection into 2 boxes, F' = f at 272 points in 256-bit interval arithmetic; inverse at 217 points; dual at 217 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, 1.0507009873554805 * a, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - 1))",
            integral: "where(a >= 0, 1.0507009873554805 * a^2 / 2, 1.0507009873554805 * 1.6732632423543772 * (exp(a) - a - 1))",
            inverse: "where(y >= 0, y / 1.0507009873554805, log(1 + y / (1.0507009873554805 * 1.6732632423543772)))",
            dual: "where(y >= 0, y^2 / (2 * 1.0507009873554805), 1.0507009873554805 * 1.6732632423543772 * ((1 + y / (1.0507009873554805 * 1.6732632423543772)) * log(1 + y / (1.0507009873554805 * 1.6732632423543772)) - y / (1.0507009873554805 * 1.6732632423543772)))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, 1.0507009873554805*a, 1.7580993408473767818340515842446*expm1(a))",
            computedDerivative: "where(a >= 0, 1.0507009873554805, 1.7580993408473767818340515842446*exp(a))",
            computedIntegral: "where(a >= 0, 0.52535049367774025*a^2, 1.7580993408473767818340515842446*expm1_minus(a))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.0), .number(1.0507009873554805), .multiply(2, 0), .number(1.7580993408473768), .call(.expm1, [0]), .multiply(4, 5), .select(0, .greaterOrEqual, 1, 3, 6)]),
        digest: "9725037ec234f80d")
}

/// Continuously differentiable exponential linear unit.
///
/// - f(a) = `where(a >= 0, a, alpha * (exp(a / alpha) - 1))`
/// - F(a) = `where(a >= 0, a^2 / 2, alpha^2 * (exp(a / alpha) - a / alpha - 1))`
/// - f⁻¹(y) = `where(y >= 0, y, alpha * log(1 + y / alpha))`
/// - F*(y) = `where(y >= 0, y^2 / 2, alpha * ((y + alpha) * log(1 + y / alpha) - y))`
///
/// f' > 0 for all a and alpha in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1302 points; dual at 1302 points
///
/// The derivative at 0 is 1 from both sides, whatever alpha.
///
/// Reference: Barron, Continuously differentiable exponential linear units, arXiv:1704.07483, 2017.
public struct CELU: ElementwiseActivation {
    /// The height and the width of the tail below 0. Domain (1e-20, 1e+20), default 1.
    public var alpha: Double { parameterValues[0] }

    /// CELU with the parameters' defaults.
    public init() { parameterValues = [1.0] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(alpha: Double) throws(ActivationError) {
        try self.init(parameterValues: [alpha])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(15, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(15, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "celu",
        type: "CELU",
        title: "Continuously differentiable exponential linear unit",
        aliases: [],
        parameters: [
            ActivationParameter(name: "alpha", defaultValue: 1.0, domain: ParameterDomain(lower: 1e-20, upper: 1e+20, includesLower: false, includesUpper: false), isLearnable: false, note: "the height and the width of the tail below 0"),
        ],
        note: "The derivative at 0 is 1 from both sides, whatever alpha.",
        reference: "Barron, Continuously differentiable exponential linear units, arXiv:1704.07483, 2017",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a and alpha in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1302 points; dual at 1302 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, a, alpha * (exp(a / alpha) - 1))",
            integral: "where(a >= 0, a^2 / 2, alpha^2 * (exp(a / alpha) - a / alpha - 1))",
            inverse: "where(y >= 0, y, alpha * log(1 + y / alpha))",
            dual: "where(y >= 0, y^2 / 2, alpha * ((y + alpha) * log(1 + y / alpha) - y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, a, alpha*expm1(a/alpha))",
            computedDerivative: "where(a >= 0, 1, exp(a/alpha))",
            computedIntegral: "where(a >= 0, a^2/2, alpha^2*expm1_minus(a/alpha))",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "alpha", link: "where(a >= 0, 0, expm1_tangent(a/alpha))", integral: "where(a >= 0, 0, alpha*expm1_trapezoid(a/alpha))"),
            ]),
        linkGraph: LinkGraph([.variable, .number(0.0), .parameter(0), .divide(0, 2), .call(.expm1, [3]), .multiply(2, 4), .select(0, .greaterOrEqual, 1, 0, 5)]),
        digest: "875aff150f7374e0")
}

/// Logarithm of the sigmoid.
///
/// - f(a) = `-log(1 + exp(-a))`
/// - F(a) = `-li2(-exp(-a))`
/// - f⁻¹(y) = `-log(exp(-y) - 1)`
/// - F*(y) = `-y * log(exp(-y) - 1) + li2(1 - exp(-y))`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// Softplus turned about 0; always negative, a for a far below 0.
///
/// Reference: Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating second-order functional knowledge for better option pricing, NIPS 2000.
public struct LogSigmoid: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(16, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(16, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "log_sigmoid",
        type: "LogSigmoid",
        title: "Logarithm of the sigmoid",
        aliases: ["logsigmoid"],
        parameters: [],
        note: "Softplus turned about 0; always negative, a for a far below 0.",
        reference: "Dugas, Bengio, Bélisle, Nadeau and Garcia, Incorporating second-order functional knowledge for better option pricing, NIPS 2000",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "-log(1 + exp(-a))",
            integral: "-li2(-exp(-a))",
            inverse: "-log(exp(-y) - 1)",
            dual: "-y * log(exp(-y) - 1) + li2(1 - exp(-y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "-softplus(-a)",
            computedDerivative: "sigmoid(-a)",
            computedIntegral: "-li2_neg_exp(-a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .negate(0), .call(.softplus, [1]), .negate(2)]),
        digest: "f19ca7c09e726a2b")
}

/// Softsign.
///
/// - f(a) = `a / (1 + abs(a))`
/// - F(a) = `abs(a) - log(1 + abs(a))`
/// - f⁻¹(y) = `y / (1 - abs(y))`
/// - F*(y) = `-abs(y) - log(1 - abs(y))`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 217 points; dual at 217 points
///
/// Reaches its bounds, plus and minus 1, slowly, as 1/a, and without an exponential.
///
/// Reference: Bergstra, Desjardins, Lamblin and Bengio, Quadratic polynomials learn better image features, technical report 1337, Université de Montréal, 2009.
public struct Softsign: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(17, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(17, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "softsign",
        type: "Softsign",
        title: "Softsign",
        aliases: ["soft_sign"],
        parameters: [],
        note: "Reaches its bounds, plus and minus 1, slowly, as 1/a, and without an exponential.",
        reference: "Bergstra, Desjardins, Lamblin and Bengio, Quadratic polynomials learn better image features, technical report 1337, Université de Montréal, 2009",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 217 points; dual at 217 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a / (1 + abs(a))",
            integral: "abs(a) - log(1 + abs(a))",
            inverse: "y / (1 - abs(y))",
            dual: "-abs(y) - log(1 - abs(y))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "softsign(a)",
            computedDerivative: "1/(abs(a) + 1)^2",
            computedIntegral: "minus_log1p(abs(a))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.softsign, [0])]),
        digest: "b95e73c81a2729be")
}

/// Soft shrinkage.
///
/// - f(a) = `where(a > lambda, a - lambda, where(a < -lambda, a + lambda, 0))`
/// - F(a) = `where(abs(a) > lambda, (abs(a) - lambda)^2 / 2, 0)`
/// - f⁻¹(y) = computed: bracketed Newton iteration on f, to the last digits that f decides
/// - F*(y) = `y^2 / 2 + lambda * abs(y)`
///
/// f' ≥ 0 for all a and lambda in [0, inf): sign rules; F' = f by normal forms; dual at 2208 points
///
/// The proximal operator of lambda |a|, the step of the LASSO's thresholding algorithms.
///
/// Reference: Donoho, De-noising by soft-thresholding, IEEE Transactions on Information Theory 41, 1995.
public struct Softshrink: ElementwiseActivation {
    /// The width of the flat part on each side of 0. Domain [0, inf), default 0.5.
    public var lambda: Double { parameterValues[0] }

    /// Softshrink with the parameters' defaults.
    public init() { parameterValues = [0.5] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(lambda: Double) throws(ActivationError) {
        try self.init(parameterValues: [lambda])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(18, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(18, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "softshrink",
        type: "Softshrink",
        title: "Soft shrinkage",
        aliases: ["soft_shrink", "soft_threshold"],
        parameters: [
            ActivationParameter(name: "lambda", defaultValue: 0.5, domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: true, includesUpper: false), isLearnable: false, note: "the width of the flat part on each side of 0"),
        ],
        note: "The proximal operator of lambda |a|, the step of the LASSO's thresholding algorithms.",
        reference: "Donoho, De-noising by soft-thresholding, IEEE Transactions on Information Theory 41, 1995",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a and lambda in [0, inf): sign rules; F' = f by normal forms; dual at 2208 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a > lambda, a - lambda, where(a < -lambda, a + lambda, 0))",
            integral: "where(abs(a) > lambda, (abs(a) - lambda)^2 / 2, 0)",
            inverse: nil,
            dual: "y^2 / 2 + lambda * abs(y)",
            integralOrigin: .written,
            inverseOrigin: .numeric(method: "bracketed Newton iteration on f, to the last digits that f decides"),
            dualOrigin: .written,
            computedLink: "where(a > lambda, -lambda + a, where(a < -lambda, a + lambda, 0))",
            computedDerivative: "where(a > lambda, 1, where(a < -lambda, 1, 0))",
            computedIntegral: "where(abs(a) > lambda, (-lambda + abs(a))^2/2, 0)",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "lambda", link: "where(a > lambda, -1, where(a < -lambda, 1, 0))", integral: "where(abs(a) > lambda, -abs(a) + lambda, 0)"),
            ]),
        linkGraph: LinkGraph([.variable, .parameter(0), .subtract(0, 1), .negate(1), .add(0, 1), .number(0.0), .select(0, .less, 3, 4, 5), .select(0, .greater, 1, 2, 6)]),
        digest: "a9007e6757e9c85d")
}

/// Symmetric logarithm.
///
/// - f(a) = `where(a >= 0, log(1 + a), -log(1 - a))`
/// - F(a) = `(1 + abs(a)) * log(1 + abs(a)) - abs(a)`
/// - f⁻¹(y) = `where(y >= 0, exp(y) - 1, 1 - exp(-y))`
/// - F*(y) = `exp(abs(y)) - abs(y) - 1`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 217 points; dual at 217 points
///
/// A logarithm on either side of 0 for numbers of very different size.
///
/// Reference: Hafner, Pasukonis, Ba and Lillicrap, Mastering diverse domains through world models, arXiv:2301.04104, 2023.
public struct Symlog: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(19, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(19, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "symlog",
        type: "Symlog",
        title: "Symmetric logarithm",
        aliases: [],
        parameters: [],
        note: "A logarithm on either side of 0 for numbers of very different size.",
        reference: "Hafner, Pasukonis, Ba and Lillicrap, Mastering diverse domains through world models, arXiv:2301.04104, 2023",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 217 points; dual at 217 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a >= 0, log(1 + a), -log(1 - a))",
            integral: "(1 + abs(a)) * log(1 + abs(a)) - abs(a)",
            inverse: "where(y >= 0, exp(y) - 1, 1 - exp(-y))",
            dual: "exp(abs(y)) - abs(y) - 1",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a >= 0, log1p(a), -log1p(-a))",
            computedDerivative: "where(a >= 0, 1/(a + 1), 1/(-a + 1))",
            computedIntegral: "log1p_excess(abs(a))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.0), .call(.log1p, [0]), .negate(0), .call(.log1p, [3]), .negate(4), .select(0, .greaterOrEqual, 1, 2, 5)]),
        digest: "0b49c4cf2eebb9e0")
}

/// Sparse plus.
///
/// - f(a) = `where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))`
/// - F(a) = `where(a <= -1, 0, where(a < 1, (a + 1)^3 / 12, a^2 / 2 + 1 / 6))`
/// - f⁻¹(y) = none
/// - F*(y) = `where(y < 1, 4 * y * sqrt(y) / 3 - y, y^2 / 2 - 1 / 6)`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points
///
/// The integral of the sparse sigmoid; softplus with tails that are exactly 0 and a.
///
/// Reference: Martins and Astudillo, From softmax to sparsemax, ICML 2016.
public struct SparsePlus: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(20, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(20, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "sparse_plus",
        type: "SparsePlus",
        title: "Sparse plus",
        aliases: [],
        parameters: [],
        note: "The integral of the sparse sigmoid; softplus with tails that are exactly 0 and a.",
        reference: "Martins and Astudillo, From softmax to sparsemax, ICML 2016",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))",
            integral: "where(a <= -1, 0, where(a < 1, (a + 1)^3 / 12, a^2 / 2 + 1 / 6))",
            inverse: nil,
            dual: "where(y < 1, 4 * y * sqrt(y) / 3 - y, y^2 / 2 - 1 / 6)",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "where(a <= -1, 0, where(a < 1, (a + 1)^2/4, a))",
            computedDerivative: "where(a <= -1, 0, where(a < 1, (a + 1)/2, 1))",
            computedIntegral: "where(a <= -1, 0, where(a < 1, (a + 1)^3/12, a^2/2 + 1/6))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(-1.0), .number(0.0), .number(1.0), .number(0.25), .add(0, 3), .power(5, 2), .multiply(4, 6), .select(0, .less, 3, 7, 0), .select(0, .lessOrEqual, 1, 2, 8)]),
        digest: "6e75bff40119ec60")
}

/// Sparse sigmoid.
///
/// - f(a) = `min(max((a + 1) / 2, 0), 1)`
/// - F(a) = `where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))`
/// - f⁻¹(y) = none
/// - F*(y) = `y * (y - 1)`
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points
///
/// Sparsemax of a/2 and -a/2, its first coordinate.
///
/// Reference: Martins and Astudillo, From softmax to sparsemax, ICML 2016.
public struct SparseSigmoid: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(21, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(21, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "sparse_sigmoid",
        type: "SparseSigmoid",
        title: "Sparse sigmoid",
        aliases: [],
        parameters: [],
        note: "Sparsemax of a/2 and -a/2, its first coordinate.",
        reference: "Martins and Astudillo, From softmax to sparsemax, ICML 2016",
        isCoupled: false,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 281 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "min(max((a + 1) / 2, 0), 1)",
            integral: "where(a <= -1, 0, where(a < 1, (a + 1)^2 / 4, a))",
            inverse: nil,
            dual: "y * (y - 1)",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "min(max((a + 1)/2, 0), 1)",
            computedDerivative: "where(a <= 1, where(a >= -1, 1/2, 0), 0)",
            computedIntegral: "where(a <= -1, 0, where(a < 1, (a + 1)^2/4, a))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.number(0.5), .variable, .number(1.0), .add(1, 2), .multiply(0, 3), .number(0.0), .call(.max, [4, 5]), .call(.min, [6, 2])]),
        digest: "9da4401f54e7e678")
}

/// Exponential.
///
/// - f(a) = `exp(a)`
/// - F(a) = `exp(a)`
/// - f⁻¹(y) = `log(y)`
/// - F*(y) = `y * log(y) - y`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// The matching loss of a Poisson model, which is the relative entropy of unnormalised numbers f(a) and f(â).
///
/// Reference: Kivinen and Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Information and Computation 132, 1997.
public struct Exponential: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(22, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(22, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "exponential",
        type: "Exponential",
        title: "Exponential",
        aliases: [],
        parameters: [],
        note: "The matching loss of a Poisson model, which is the relative entropy of unnormalised numbers f(a) and f(â).",
        reference: "Kivinen and Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Information and Computation 132, 1997",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "exp(a)",
            integral: "exp(a)",
            inverse: "log(y)",
            dual: "y * log(y) - y",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "exp(a)",
            computedDerivative: "exp(a)",
            computedIntegral: "exp(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.exp, [0])]),
        digest: "a8c9bee89d3bb87b")
}

/// Natural logarithm.
///
/// - f(a) = `log(a)`
/// - F(a) = `a * log(a) - a`
/// - f⁻¹(y) = `exp(y)`
/// - F*(y) = `exp(y)`
///
/// f' > 0 for all a in (0, inf): sign rules; F' = f by normal forms; inverse at 93 points; dual at 93 points
///
/// Of positive numbers. Its matching loss is the relative entropy â log(â/a) − â + a; the pair with exponential, as each one's integral is the other's dual.
///
/// Reference: Kivinen and Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Information and Computation 132, 1997.
public struct Logarithm: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(23, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(23, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "logarithm",
        type: "Logarithm",
        title: "Natural logarithm",
        aliases: ["ln"],
        parameters: [],
        note: "Of positive numbers. Its matching loss is the relative entropy â log(â/a) − â + a; the pair with exponential, as each one's integral is the other's dual.",
        reference: "Kivinen and Warmuth, Exponentiated gradient versus gradient descent for linear predictors, Information and Computation 132, 1997",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a in (0, inf): sign rules; F' = f by normal forms; inverse at 93 points; dual at 93 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: 0.0, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "log(a)",
            integral: "a * log(a) - a",
            inverse: "exp(y)",
            dual: "exp(y)",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "log(a)",
            computedDerivative: "1/a",
            computedIntegral: "xlogx_minus_x(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.log, [0])]),
        digest: "10bf2d6787e2c859")
}

/// Hyperbolic tangent shrinkage.
///
/// - f(a) = `a - tanh(a)`
/// - F(a) = `a^2 / 2 - log(cosh(a))`
/// - f⁻¹(y) = computed: bracketed Newton iteration on f, to the last digits that f decides
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms
///
/// Flat at 0, where it is a^3/3, and otherwise strictly increasing.
///
/// Reference: Collobert, Kavukcuoglu and Farabet, Torch7, BigLearn, NIPS workshop 2011.
public struct Tanhshrink: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(24, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(24, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "tanhshrink",
        type: "Tanhshrink",
        title: "Hyperbolic tangent shrinkage",
        aliases: ["tanh_shrink"],
        parameters: [],
        note: "Flat at 0, where it is a^3/3, and otherwise strictly increasing.",
        reference: "Collobert, Kavukcuoglu and Farabet, Torch7, BigLearn, NIPS workshop 2011",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a - tanh(a)",
            integral: "a^2 / 2 - log(cosh(a))",
            inverse: nil,
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .numeric(method: "bracketed Newton iteration on f, to the last digits that f decides"),
            dualOrigin: .numeric(method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel"),
            computedLink: "x_minus_tanh(a)",
            computedDerivative: "tanh(a)^2",
            computedIntegral: "half_square_minus_log_cosh(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.xMinusTanh, [0])]),
        digest: "2d95e38a5bfcb47c")
}

/// Squareplus.
///
/// - f(a) = `(a + sqrt(a^2 + b)) / 2`
/// - F(a) = `(a^2 + a * sqrt(a^2 + b) + b * asinh(a / sqrt(b))) / 4`
/// - f⁻¹(y) = `y - b / (4 * y)`
/// - F*(y) = `y^2 / 2 - b / 8 - b / 4 * log(2 * y / sqrt(b))`
///
/// f' > 0 for all a and b in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1110 points; dual at 1110 points
///
/// Softplus without exponentials; reaches 0 slowly, as b/(4 |a|), so that its integral has no lower bound.
///
/// Reference: Barron, Squareplus, arXiv:2112.11687, 2021.
public struct Squareplus: ElementwiseActivation {
    /// How round the corner at 0 is. Domain (1e-20, 1e+20), default 4.
    public var b: Double { parameterValues[0] }

    /// Squareplus with the parameters' defaults.
    public init() { parameterValues = [4.0] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(b: Double) throws(ActivationError) {
        try self.init(parameterValues: [b])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(25, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(25, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "squareplus",
        type: "Squareplus",
        title: "Squareplus",
        aliases: [],
        parameters: [
            ActivationParameter(name: "b", defaultValue: 4.0, domain: ParameterDomain(lower: 1e-20, upper: 1e+20, includesLower: false, includesUpper: false), isLearnable: false, note: "how round the corner at 0 is"),
        ],
        note: "Softplus without exponentials; reaches 0 slowly, as b/(4 |a|), so that its integral has no lower bound.",
        reference: "Barron, Squareplus, arXiv:2112.11687, 2021",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a and b in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1110 points; dual at 1110 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "(a + sqrt(a^2 + b)) / 2",
            integral: "(a^2 + a * sqrt(a^2 + b) + b * asinh(a / sqrt(b))) / 4",
            inverse: "y - b / (4 * y)",
            dual: "y^2 / 2 - b / 8 - b / 4 * log(2 * y / sqrt(b))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "plus_root(a, b)/2",
            computedDerivative: "plus_root_slope(a, b)/2",
            computedIntegral: "plus_root_integral(a, b)/4",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "b", link: "1/(4*root_square_plus(a, b))", integral: "asinh(a/sqrt(b))/4"),
            ]),
        linkGraph: LinkGraph([.number(0.5), .variable, .parameter(0), .call(.plusRoot, [1, 2]), .multiply(0, 3)]),
        digest: "69259298f16b9c47")
}

/// Inverse hyperbolic sine.
///
/// - f(a) = `asinh(a)`
/// - F(a) = `a * asinh(a) - sqrt(1 + a^2) + 1`
/// - f⁻¹(y) = `sinh(y)`
/// - F*(y) = `cosh(y) - 1`
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points
///
/// A logarithm on either side of 0, smooth in between.
///
/// Reference: Burbidge, Magee and Robb, Alternative transformations to handle extreme values of the dependent variable, JASA 83, 1988.
public struct Asinh: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(26, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(26, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "asinh",
        type: "Asinh",
        title: "Inverse hyperbolic sine",
        aliases: ["arcsinh", "arsinh"],
        parameters: [],
        note: "A logarithm on either side of 0, smooth in between.",
        reference: "Burbidge, Magee and Robb, Alternative transformations to handle extreme values of the dependent variable, JASA 83, 1988",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points; dual at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "asinh(a)",
            integral: "a * asinh(a) - sqrt(1 + a^2) + 1",
            inverse: "sinh(y)",
            dual: "cosh(y) - 1",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "asinh(a)",
            computedDerivative: "1/hypot1(a)",
            computedIntegral: "asinh_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.asinh, [0])]),
        digest: "8983962e51d83587")
}

/// Error function.
///
/// - f(a) = `erf(a)`
/// - F(a) = `a * erf(a) + (exp(-a^2) - 1) / sqrt(pi)`
/// - f⁻¹(y) = computed: bracketed Newton iteration on f, to the last digits that f decides
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' > 0 for all a: sign rules; F' = f by normal forms
///
/// Reaches its bounds, plus and minus 1, faster than any exponential.
///
/// Reference: Hornik, Some new results on neural network approximation, Neural Networks 6, 1993.
public struct Erf: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(27, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(27, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "erf",
        type: "Erf",
        title: "Error function",
        aliases: ["error_function"],
        parameters: [],
        note: "Reaches its bounds, plus and minus 1, faster than any exponential.",
        reference: "Hornik, Some new results on neural network approximation, Neural Networks 6, 1993",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "erf(a)",
            integral: "a * erf(a) + (exp(-a^2) - 1) / sqrt(pi)",
            inverse: nil,
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .numeric(method: "bracketed Newton iteration on f, to the last digits that f decides"),
            dualOrigin: .numeric(method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel"),
            computedLink: "erf(a)",
            computedDerivative: "2*exp_neg_square(a)/sqrt(pi)",
            computedIntegral: "erf_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.erf, [0])]),
        digest: "d2508db8757ebe03")
}

/// Normal distribution function.
///
/// - f(a) = `(1 + erf(a / sqrt(2))) / 2`
/// - F(a) = `a * (1 + erf(a / sqrt(2))) / 2 + exp(-a^2 / 2) / sqrt(2 * pi)`
/// - f⁻¹(y) = computed: bracketed Newton iteration on f, to the last digits that f decides
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' > 0 for all a: sign rules; F' = f by normal forms
///
/// The probability that a normal number is below a. (In the literature on generalised linear models probit is the name of its inverse.)
///
/// Reference: Bliss, The method of probits, Science 79, 1934.
public struct Probit: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(28, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(28, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "probit",
        type: "Probit",
        title: "Normal distribution function",
        aliases: ["normal_cdf", "gauss_cdf"],
        parameters: [],
        note: "The probability that a normal number is below a. (In the literature on generalised linear models probit is the name of its inverse.)",
        reference: "Bliss, The method of probits, Science 79, 1934",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "(1 + erf(a / sqrt(2))) / 2",
            integral: "a * (1 + erf(a / sqrt(2))) / 2 + exp(-a^2 / 2) / sqrt(2 * pi)",
            inverse: nil,
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .numeric(method: "bracketed Newton iteration on f, to the last digits that f decides"),
            dualOrigin: .numeric(method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel"),
            computedLink: "normal_cdf(a)",
            computedDerivative: "normal_density(a)",
            computedIntegral: "normal_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.normalCDF, [0])]),
        digest: "240c2cf5796e08f9")
}

/// Inverse square root unit.
///
/// - f(a) = `a / sqrt(1 + alpha * a^2)`
/// - F(a) = `(sqrt(1 + alpha * a^2) - 1) / alpha`
/// - f⁻¹(y) = `y / sqrt(1 - alpha * y^2)`
/// - F*(y) = `(1 - sqrt(1 - alpha * y^2)) / alpha`
///
/// f' > 0 for all a and alpha in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1110 points; dual at 1110 points
///
/// Between softsign and tanh in how fast it reaches its bounds, as 1/a^2. Its integral is the Charbonnier (pseudo-Huber) loss.
///
/// Reference: Carlile, Delamarter, Kinney, Marti and Whitney, Improving deep learning by inverse square root linear units, arXiv:1710.09967, 2017.
public struct ISRU: ElementwiseActivation {
    /// The bounds are plus and minus 1/sqrt(alpha). Domain (1e-20, 1e+20), default 1.
    public var alpha: Double { parameterValues[0] }

    /// ISRU with the parameters' defaults.
    public init() { parameterValues = [1.0] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(alpha: Double) throws(ActivationError) {
        try self.init(parameterValues: [alpha])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(29, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(29, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "isru",
        type: "ISRU",
        title: "Inverse square root unit",
        aliases: [],
        parameters: [
            ActivationParameter(name: "alpha", defaultValue: 1.0, domain: ParameterDomain(lower: 1e-20, upper: 1e+20, includesLower: false, includesUpper: false), isLearnable: false, note: "the bounds are plus and minus 1/sqrt(alpha)"),
        ],
        note: "Between softsign and tanh in how fast it reaches its bounds, as 1/a^2. Its integral is the Charbonnier (pseudo-Huber) loss.",
        reference: "Carlile, Delamarter, Kinney, Marti and Whitney, Improving deep learning by inverse square root linear units, arXiv:1710.09967, 2017",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a and alpha in (1e-20, 1e+20): sign rules; F' = f by normal forms; inverse at 1110 points; dual at 1110 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a / sqrt(1 + alpha * a^2)",
            integral: "(sqrt(1 + alpha * a^2) - 1) / alpha",
            inverse: "y / sqrt(1 - alpha * y^2)",
            dual: "(1 - sqrt(1 - alpha * y^2)) / alpha",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "isru(a, alpha)",
            computedDerivative: "isru_slope(a, alpha)",
            computedIntegral: "isru_integral(a, alpha)",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "alpha", link: "-isru(a, alpha)^3/2", integral: "-sqrt1p_minus1(a^2*alpha)^2/(2*alpha^2*sqrt(a^2*alpha + 1))"),
            ]),
        linkGraph: LinkGraph([.variable, .parameter(0), .call(.isru, [0, 1])]),
        digest: "fd835c5e5db6b321")
}

/// Bent identity.
///
/// - f(a) = `(sqrt(a^2 + 1) - 1) / 2 + a`
/// - F(a) = `a^2 / 2 + a * sqrt(a^2 + 1) / 4 + asinh(a) / 4 - a / 2`
/// - f⁻¹(y) = `4 * y / 3 * (1 - (y + 1) / (sqrt((2 * y + 1)^2 + 3) + 2))`
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points
///
/// The slope goes from 1/2 to 3/2, so that nothing vanishes and nothing explodes.
///
/// Reference: Godfrey and Gashler, A continuum among logarithmic, linear, and exponential functions, IC3K 2015.
public struct BentIdentity: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(30, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(30, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "bent_identity",
        type: "BentIdentity",
        title: "Bent identity",
        aliases: [],
        parameters: [],
        note: "The slope goes from 1/2 to 3/2, so that nothing vanishes and nothing explodes.",
        reference: "Godfrey and Gashler, A continuum among logarithmic, linear, and exponential functions, IC3K 2015",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F' = f by normal forms; inverse at 185 points",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "(sqrt(a^2 + 1) - 1) / 2 + a",
            integral: "a^2 / 2 + a * sqrt(a^2 + 1) / 4 + asinh(a) / 4 - a / 2",
            inverse: "4 * y / 3 * (1 - (y + 1) / (sqrt((2 * y + 1)^2 + 3) + 2))",
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .numeric(method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel"),
            computedLink: "a + hypot1_minus1(a)/2",
            computedDerivative: "isru(a, 1)/2 + 1",
            computedIntegral: "bent_identity_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.5), .call(.hypot1Minus1, [0]), .multiply(1, 2), .add(0, 3)]),
        digest: "0299b2b5f9becb03")
}

/// Gudermannian function.
///
/// - f(a) = `2 * atan(tanh(a / 2))`
/// - F(a) = computed: piecewise polynomials of degree 15 on 26 panels, fitted to f in 128 bits; relative error at most 1.6e-15 at 74 points
/// - f⁻¹(y) = `2 * atanh(tan(y / 2))`, derived: solved for a
/// - F*(y) = computed: a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel
///
/// f' > 0 for all a: sign rules; F computed from f
///
/// A sigmoid between plus and minus pi/2 that reaches its bounds as fast as tanh. Its derivative is 1/cosh(a). Only the link is written here; the rest is derived.
///
/// Reference: Gudermann, Theorie der Potenzial- oder cyklisch-hyperbolischen Functionen, 1833.
public struct Gudermannian: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(31, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(31, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "gudermannian",
        type: "Gudermannian",
        title: "Gudermannian function",
        aliases: ["gd"],
        parameters: [],
        note: "A sigmoid between plus and minus pi/2 that reaches its bounds as fast as tanh. Its derivative is 1/cosh(a). Only the link is written here; the rest is derived.",
        reference: "Gudermann, Theorie der Potenzial- oder cyklisch-hyperbolischen Functionen, 1833",
        isCoupled: false,
        monotonicity: .strict,
        certificate: "f' > 0 for all a: sign rules; F computed from f",
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
            parameterSlopes: []),
        linkGraph: LinkGraph([.number(2.0), .number(0.5), .variable, .multiply(1, 2), .call(.tanh, [3]), .call(.atan, [4]), .multiply(0, 5)]),
        digest: "78132fa8a2591a15")
}

/// Gaussian error linear unit.
///
/// - f(a) = `a * (1 + erf(a / sqrt(2))) / 2`
/// - F(a) = `((a^2 - 1) * (1 + erf(a / sqrt(2))) / 2 + a * exp(-a^2 / 2) / sqrt(2 * pi)) / 2`
/// - f⁻¹(y) = none
/// - F*(y) = none
///
/// f falls for a < -0.7517915; F' = f by normal forms
///
/// a times the probability that a normal number is below a, exactly as in PyTorch's default; it falls below about -0.75.
///
/// Reference: Hendrycks and Gimpel, Gaussian error linear units, arXiv:1606.08415, 2016.
public struct GELU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(32, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(32, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "gelu",
        type: "GELU",
        title: "Gaussian error linear unit",
        aliases: ["gaussian_error_linear_unit"],
        parameters: [],
        note: "a times the probability that a normal number is below a, exactly as in PyTorch's default; it falls below about -0.75.",
        reference: "Hendrycks and Gimpel, Gaussian error linear units, arXiv:1606.08415, 2016",
        isCoupled: false,
        monotonicity: .falling([FallingInterval(lower: -.infinity, upper: -0.7517915246935645)]),
        certificate: "f falls for a < -0.7517915; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a * (1 + erf(a / sqrt(2))) / 2",
            integral: "((a^2 - 1) * (1 + erf(a / sqrt(2))) / 2 + a * exp(-a^2 / 2) / sqrt(2 * pi)) / 2",
            inverse: nil,
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .none,
            computedLink: "gelu(a)",
            computedDerivative: "gelu_slope(a)",
            computedIntegral: "gelu_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.gelu, [0])]),
        digest: "f2524b9e5e8b23c6")
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
/// a times the sigmoid of a; it falls below about -1.28.
///
/// Reference: Elfwing, Uchibe and Doya, Sigmoid-weighted linear units, Neural Networks 107, 2018; Ramachandran, Zoph and Le, Searching for activation functions, arXiv:1710.05941, 2017.
public struct SiLU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(33, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(33, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "silu",
        type: "SiLU",
        title: "Sigmoid linear unit",
        aliases: ["swish", "sigmoid_linear_unit"],
        parameters: [],
        note: "a times the sigmoid of a; it falls below about -1.28.",
        reference: "Elfwing, Uchibe and Doya, Sigmoid-weighted linear units, Neural Networks 107, 2018; Ramachandran, Zoph and Le, Searching for activation functions, arXiv:1710.05941, 2017",
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
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .none,
            computedLink: "silu(a)",
            computedDerivative: "silu_slope(a)",
            computedIntegral: "silu_integral(a)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.silu, [0])]),
        digest: "4c92d017481160bf")
}

/// Mish.
///
/// - f(a) = `a * tanh(log(1 + exp(a)))`
/// - F(a) = computed: adaptive 15-point Gauss–Kronrod quadrature of f in double, to a relative error of 1e-14
/// - f⁻¹(y) = none
/// - F*(y) = none
///
/// f falls for a < -1.1924312; F computed from f
///
/// a times the hyperbolic tangent of softplus; it falls below about -1.19. Its integral has no closed form and is computed.
///
/// Reference: Misra, Mish, a self regularized non-monotonic activation function, BMVC 2020.
public struct Mish: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(34, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(34, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "mish",
        type: "Mish",
        title: "Mish",
        aliases: [],
        parameters: [],
        note: "a times the hyperbolic tangent of softplus; it falls below about -1.19. Its integral has no closed form and is computed.",
        reference: "Misra, Mish, a self regularized non-monotonic activation function, BMVC 2020",
        isCoupled: false,
        monotonicity: .falling([FallingInterval(lower: -.infinity, upper: -1.1924312145154954)]),
        certificate: "f falls for a < -1.1924312; F computed from f",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "a * tanh(log(1 + exp(a)))",
            integral: "∫ f from 0 to a",
            inverse: nil,
            dual: nil,
            integralOrigin: .numeric(method: "adaptive 15-point Gauss–Kronrod quadrature of f in double, to a relative error of 1e-14"),
            inverseOrigin: .none,
            dualOrigin: .none,
            computedLink: "mish(a)",
            computedDerivative: "mish_slope(a)",
            computedIntegral: "∫ f from 0 to a",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .call(.mish, [0])]),
        digest: "21016cb52764cd00")
}

/// Hard sigmoid linear unit.
///
/// - f(a) = `where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))`
/// - F(a) = `where(a <= -3, 0, where(a <= 3, (a + 3)^2 * (2 * a - 3) / 36, a^2 / 2 - 3 / 2))`
/// - f⁻¹(y) = none
/// - F*(y) = none
///
/// f falls for -3 < a < -1.5; F' = f by normal forms
///
/// a times the hard sigmoid of a; it falls between -3 and -3/2.
///
/// Reference: Howard et al., Searching for MobileNetV3, ICCV 2019.
public struct HardSiLU: ElementwiseActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(35, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(35, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "hard_silu",
        type: "HardSiLU",
        title: "Hard sigmoid linear unit",
        aliases: ["hard_swish", "hardswish"],
        parameters: [],
        note: "a times the hard sigmoid of a; it falls between -3 and -3/2.",
        reference: "Howard et al., Searching for MobileNetV3, ICCV 2019",
        isCoupled: false,
        monotonicity: .falling([FallingInterval(lower: -2.9999999999999996, upper: -1.5000000000000002)]),
        certificate: "f falls for -3 < a < -1.5; F' = f by normal forms",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a <= -3, 0, where(a <= 3, a * (a + 3) / 6, a))",
            integral: "where(a <= -3, 0, where(a <= 3, (a + 3)^2 * (2 * a - 3) / 36, a^2 / 2 - 3 / 2))",
            inverse: nil,
            dual: nil,
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .none,
            computedLink: "where(a <= -3, 0, where(a <= 3, a*(a + 3)/6, a))",
            computedDerivative: "where(a <= -3, 0, where(a <= 3, (2*a + 3)/6, 1))",
            computedIntegral: "where(a <= -3, 0, where(a <= 3, (a + 3)^2*(2*a - 3)/36, a^2/2 - (3/2)))",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(-3.0), .number(0.0), .number(3.0), .number(0.16666666666666666), .add(0, 3), .multiply(4, 0), .multiply(6, 5), .select(0, .lessOrEqual, 3, 7, 0), .select(0, .lessOrEqual, 1, 2, 8)]),
        digest: "c7d3c35714211501")
}

/// Sparsemax.
///
/// - f(a) = `max(a, 0)`
/// - F(a) = `where(a >= 0, a^2 / 2, 0)`
/// - f⁻¹(y) = none
/// - F*(y) = `y^2 / 2`
///
/// The formulas are those of one coordinate φ: f(a)ᵢ = φ(aᵢ − λ(a)) with the one λ(a) for which the coordinates add up to 1, F(a) = λ(a) + Σ Φ(aᵢ − λ(a)), F*(y) = Σ Φ*(yᵢ) on the simplex.
///
/// f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points; the coordinates can be made to add up to 1
///
/// The nearest point of the simplex, so that small coordinates are exactly 0. Each formula is that of one coordinate; the shift that makes the coordinates add up to 1 is solved for.
///
/// Reference: Martins and Astudillo, From softmax to sparsemax, ICML 2016.
public struct Sparsemax: CoupledActivation {
    public init() {}

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
    }

    public var parameterValues: [Double] { [] }

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(36, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(36, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "sparsemax",
        type: "Sparsemax",
        title: "Sparsemax",
        aliases: [],
        parameters: [],
        note: "The nearest point of the simplex, so that small coordinates are exactly 0. Each formula is that of one coordinate; the shift that makes the coordinates add up to 1 is solved for.",
        reference: "Martins and Astudillo, From softmax to sparsemax, ICML 2016",
        isCoupled: true,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a: sign rules; F' = f by normal forms; dual at 217 points; the coordinates can be made to add up to 1",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "max(a, 0)",
            integral: "where(a >= 0, a^2 / 2, 0)",
            inverse: "solved for by coordinate, then shifted along 1 so that F is 0",
            dual: "y^2 / 2",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "max(a, 0)",
            computedDerivative: "where(a >= 0, 1, 0)",
            computedIntegral: "where(a >= 0, a^2/2, 0)",
            parameterSlopes: []),
        linkGraph: LinkGraph([.variable, .number(0.0), .call(.max, [0, 1])], isNormalised: true),
        digest: "5dbedf9d12d1ca77")
}

/// Entmax.
///
/// - f(a) = `where((alpha - 1) * a > -1, exp(log(1 + (alpha - 1) * a) / (alpha - 1)), 0)`
/// - F(a) = `where((alpha - 1) * a > -1, (1 + (alpha - 1) * a) * exp(log(1 + (alpha - 1) * a) / (alpha - 1)) / alpha, 0)`
/// - f⁻¹(y) = none
/// - F*(y) = `where(y <= 0, 0, y * (exp((alpha - 1) * log(y)) - 1) / (alpha - 1) - exp(alpha * log(y)) / alpha)`
///
/// The formulas are those of one coordinate φ: f(a)ᵢ = φ(aᵢ − λ(a)) with the one λ(a) for which the coordinates add up to 1, F(a) = λ(a) + Σ Φ(aᵢ − λ(a)), F*(y) = Σ Φ*(yᵢ) on the simplex.
///
/// f' ≥ 0 for all a and alpha in (1, 2]: sign rules; F' = f by normal forms; dual at 1348 points; the coordinates can be made to add up to 1
///
/// Between softmax and sparsemax, and tempered softmax at t = 2 − alpha. Each formula is that of one coordinate, (1 + (alpha − 1) a)^(1/(alpha − 1)), which goes to the exponential as alpha goes to 1; the shift that makes the coordinates add up to 1 is solved for.
///
/// Reference: Peters, Niculae and Martins, Sparse sequence-to-sequence models, ACL 2019.
public struct Entmax: CoupledActivation {
    /// How sparse: towards softmax at 1, sparsemax at 2. Domain (1, 2], default 1.5.
    public var alpha: Double { parameterValues[0] }

    /// Entmax with the parameters' defaults.
    public init() { parameterValues = [1.5] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(alpha: Double) throws(ActivationError) {
        try self.init(parameterValues: [alpha])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(37, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(37, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "entmax",
        type: "Entmax",
        title: "Entmax",
        aliases: ["tsallis_max"],
        parameters: [
            ActivationParameter(name: "alpha", defaultValue: 1.5, domain: ParameterDomain(lower: 1.0, upper: 2.0, includesLower: false, includesUpper: true), isLearnable: false, note: "how sparse: towards softmax at 1, sparsemax at 2"),
        ],
        note: "Between softmax and sparsemax, and tempered softmax at t = 2 − alpha. Each formula is that of one coordinate, (1 + (alpha − 1) a)^(1/(alpha − 1)), which goes to the exponential as alpha goes to 1; the shift that makes the coordinates add up to 1 is solved for.",
        reference: "Peters, Niculae and Martins, Sparse sequence-to-sequence models, ACL 2019",
        isCoupled: true,
        monotonicity: .nondecreasing,
        certificate: "f' ≥ 0 for all a and alpha in (1, 2]: sign rules; F' = f by normal forms; dual at 1348 points; the coordinates can be made to add up to 1",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where((alpha - 1) * a > -1, exp(log(1 + (alpha - 1) * a) / (alpha - 1)), 0)",
            integral: "where((alpha - 1) * a > -1, (1 + (alpha - 1) * a) * exp(log(1 + (alpha - 1) * a) / (alpha - 1)) / alpha, 0)",
            inverse: "solved for by coordinate, then shifted along 1 so that F is 0",
            dual: "where(y <= 0, 0, y * (exp((alpha - 1) * log(y)) - 1) / (alpha - 1) - exp(alpha * log(y)) / alpha)",
            integralOrigin: .written,
            inverseOrigin: .none,
            dualOrigin: .written,
            computedLink: "where(a*(alpha - 1) > -1, exp(log1p(a*(alpha - 1))/(alpha - 1)), 0)",
            computedDerivative: "where(a*(alpha - 1) > -1, exp(log1p(a*(alpha - 1))/(alpha - 1))/(a*(alpha - 1) + 1), 0)",
            computedIntegral: "where(a*(alpha - 1) > -1, (a*(alpha - 1) + 1)*exp(log1p(a*(alpha - 1))/(alpha - 1))/alpha, 0)",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "alpha", link: "where(a*(alpha - 1) > -1, -exp(log1p(a*(alpha - 1))/(alpha - 1))*log1p_excess(a*(alpha - 1))/((a*(alpha - 1) + 1)*(alpha - 1)^2), 0)", integral: "where(a*(alpha - 1) > -1, ((-log1p_excess(a*(alpha - 1))/(alpha - 1)^2 + a)*alpha - (a*(alpha - 1) + 1))*exp(log1p(a*(alpha - 1))/(alpha - 1))/alpha^2, 0)"),
            ]),
        linkGraph: LinkGraph([.variable, .parameter(0), .number(1.0), .subtract(1, 2), .multiply(0, 3), .number(-1.0), .call(.log1p, [4]), .divide(6, 3), .call(.exp, [7]), .number(0.0), .select(4, .greater, 5, 8, 9)], isNormalised: true),
        digest: "f34262df42bf1a7e")
}

/// Tempered softmax.
///
/// - f(a) = `where(a > 0, 1 + a, where(t < 1, where((1 - t) * a > -1, exp(log(1 + (1 - t) * a) / (1 - t)), 0), where(t > 1, exp(log(1 + (1 - t) * a) / (1 - t)), exp(a))))`
/// - F(a) = `where(a > 0, 1 / (2 - t) + a + a^2 / 2, where(t < 1, where((1 - t) * a > -1, exp((2 - t) * log(1 + (1 - t) * a) / (1 - t)) / (2 - t), 0), where(t > 1, exp((2 - t) * log(1 + (1 - t) * a) / (1 - t)) / (2 - t), exp(a))))`
/// - f⁻¹(y) = `where(y > 1, y - 1, where(t < 1, (exp((1 - t) * log(y)) - 1) / (1 - t), where(t > 1, (exp((1 - t) * log(y)) - 1) / (1 - t), log(y))))`
/// - F*(y) = `where(y <= 0, 0, where(y > 1, (y - 1)^2 / 2 - 1 / (2 - t), where(t < 1, y * (exp((1 - t) * log(y)) - 1) / (1 - t) - exp((2 - t) * log(y)) / (2 - t), where(t > 1, y * (exp((1 - t) * log(y)) - 1) / (1 - t) - exp((2 - t) * log(y)) / (2 - t), y * log(y) - y))))`
///
/// The formulas are those of one coordinate φ: f(a)ᵢ = φ(aᵢ − λ(a)) with the one λ(a) for which the coordinates add up to 1, F(a) = λ(a) + Σ Φ(aᵢ − λ(a)), F*(y) = Σ Φ*(yᵢ) on the simplex.
///
/// that f increases is assumed, not proved (f' ≥ 0 undecided for a in (-inf, 0); f' ≥ 0 at 2202 points in 256-bit interval arithmetic); |F' − f| ≤ 1.2e-4 max(1, |f|) for a in [-64, 64] at the default parameters: interval bisection into 300 boxes, F' = f at 2168 points in 256-bit interval arithmetic; inverse at 1014 points; dual at 1810 points; the coordinates can be made to add up to 1
///
/// The coordinates are exp_t(aᵢ − λ), where exp_t(a) = (1 + (1 − t) a)^(1/(1−t)), cut at 0, is the exponential at t = 1. Above a = 0, where no coordinate can be, the formula goes on as a straight line. Its matching loss is the bi-tempered logistic loss with both temperatures t. The derivative with respect to t loses its digits near t = 1.
///
/// Reference: Amid, Warmuth, Anil and Koren, Robust bi-tempered logistic loss based on Bregman divergences, NeurIPS 2019.
public struct TemperedSoftmax: CoupledActivation {
    /// The temperature: heavy tails above 1, finite ones below; 1 is softmax, 0 sparsemax. Domain [0, 2), default 1.2.
    public var t: Double { parameterValues[0] }

    /// TemperedSoftmax with the parameters' defaults.
    public init() { parameterValues = [1.2] }

    /// - Throws: `ActivationError` if a parameter is outside its domain.
    public init(t: Double) throws(ActivationError) {
        try self.init(parameterValues: [t])
    }

    public init(parameterValues: [Double]) throws(ActivationError) {
        try Self.validate(parameterValues)
        self.parameterValues = parameterValues
    }

    public let parameterValues: [Double]

    public static var kernels: KernelTables {
        // Generated together with the tables, so the ordinal is in both.
        KernelTables(
            float: CActivationKernels_best(38, Int32(ACTIVATION_FLOAT))!,
            double: CActivationKernels_best(38, Int32(ACTIVATION_DOUBLE))!)
    }

    public static let descriptor = ActivationDescriptor(
        name: "tempered_softmax",
        type: "TemperedSoftmax",
        title: "Tempered softmax",
        aliases: [],
        parameters: [
            ActivationParameter(name: "t", defaultValue: 1.2, domain: ParameterDomain(lower: 0.0, upper: 2.0, includesLower: true, includesUpper: false), isLearnable: false, note: "the temperature: heavy tails above 1, finite ones below; 1 is softmax, 0 sparsemax"),
        ],
        note: "The coordinates are exp_t(aᵢ − λ), where exp_t(a) = (1 + (1 − t) a)^(1/(1−t)), cut at 0, is the exponential at t = 1. Above a = 0, where no coordinate can be, the formula goes on as a straight line. Its matching loss is the bi-tempered logistic loss with both temperatures t. The derivative with respect to t loses its digits near t = 1.",
        reference: "Amid, Warmuth, Anil and Koren, Robust bi-tempered logistic loss based on Bregman divergences, NeurIPS 2019",
        isCoupled: true,
        monotonicity: .nondecreasing,
        certificate: "that f increases is assumed, not proved (f' ≥ 0 undecided for a in (-inf, 0); f' ≥ 0 at 2202 points in 256-bit interval arithmetic); |F' − f| ≤ 1.2e-4 max(1, |f|) for a in [-64, 64] at the default parameters: interval bisection into 300 boxes, F' = f at 2168 points in 256-bit interval arithmetic; inverse at 1014 points; dual at 1810 points; the coordinates can be made to add up to 1",
        hasZeroDerivative: false,
        domain: ParameterDomain(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false),
        formulas: ActivationFormulas(
            link: "where(a > 0, 1 + a, where(t < 1, where((1 - t) * a > -1, exp(log(1 + (1 - t) * a) / (1 - t)), 0), where(t > 1, exp(log(1 + (1 - t) * a) / (1 - t)), exp(a))))",
            integral: "where(a > 0, 1 / (2 - t) + a + a^2 / 2, where(t < 1, where((1 - t) * a > -1, exp((2 - t) * log(1 + (1 - t) * a) / (1 - t)) / (2 - t), 0), where(t > 1, exp((2 - t) * log(1 + (1 - t) * a) / (1 - t)) / (2 - t), exp(a))))",
            inverse: "where(y > 1, y - 1, where(t < 1, (exp((1 - t) * log(y)) - 1) / (1 - t), where(t > 1, (exp((1 - t) * log(y)) - 1) / (1 - t), log(y))))",
            dual: "where(y <= 0, 0, where(y > 1, (y - 1)^2 / 2 - 1 / (2 - t), where(t < 1, y * (exp((1 - t) * log(y)) - 1) / (1 - t) - exp((2 - t) * log(y)) / (2 - t), where(t > 1, y * (exp((1 - t) * log(y)) - 1) / (1 - t) - exp((2 - t) * log(y)) / (2 - t), y * log(y) - y))))",
            integralOrigin: .written,
            inverseOrigin: .written,
            dualOrigin: .written,
            computedLink: "where(a > 0, a + 1, where(t < 1, where((-t + 1)*a > -1, exp(log1p((-t + 1)*a)/(-t + 1)), 0), where(t > 1, exp(log1p((-t + 1)*a)/(-t + 1)), exp(a))))",
            computedDerivative: "where(a > 0, 1, where(t < 1, where((-t + 1)*a > -1, exp(log1p((-t + 1)*a)/(-t + 1))/((-t + 1)*a + 1), 0), where(t > 1, exp(log1p((-t + 1)*a)/(-t + 1))/((-t + 1)*a + 1), exp(a))))",
            computedIntegral: "where(a > 0, 1/(-t + 2) + a + a^2/2, where(t < 1, where((-t + 1)*a > -1, exp((-t + 2)*log1p((-t + 1)*a)/(-t + 1))/(-t + 2), 0), where(t > 1, exp((-t + 2)*log1p((-t + 1)*a)/(-t + 1))/(-t + 2), exp(a))))",
            parameterSlopes: [
                ParameterSlopeFormulas(parameter: "t", link: "where(a > 0, 0, where(t < 1, where((-t + 1)*a > -1, exp(log1p((-t + 1)*a)/(-t + 1))*log1p_excess((-t + 1)*a)/(((-t + 1)*a + 1)*(-t + 1)^2), 0), where(t > 1, exp(log1p((-t + 1)*a)/(-t + 1))*log1p_excess((-t + 1)*a)/(((-t + 1)*a + 1)*(-t + 1)^2), 0)))", integral: "where(a > 0, 1/(-t + 2)^2, where(t < 1, where((-t + 1)*a > -1, (((-(-t + 2)*a/((-t + 1)*a + 1) - log1p((-t + 1)*a))*(-t + 1) + (-t + 2)*log1p((-t + 1)*a))*(-t + 2)/(-t + 1)^2 + 1)*exp((-t + 2)*log1p((-t + 1)*a)/(-t + 1))/(-t + 2)^2, 0), where(t > 1, (((-(-t + 2)*a/((-t + 1)*a + 1) - log1p((-t + 1)*a))*(-t + 1) + (-t + 2)*log1p((-t + 1)*a))*(-t + 2)/(-t + 1)^2 + 1)*exp((-t + 2)*log1p((-t + 1)*a)/(-t + 1))/(-t + 2)^2, 0)))"),
            ]),
        linkGraph: LinkGraph([.variable, .number(0.0), .number(1.0), .add(0, 2), .parameter(0), .subtract(2, 4), .multiply(5, 0), .number(-1.0), .call(.log1p, [6]), .divide(8, 5), .call(.exp, [9]), .select(6, .greater, 7, 10, 1), .call(.exp, [0]), .select(4, .greater, 2, 10, 12), .select(4, .less, 2, 11, 13), .select(0, .greater, 1, 3, 14)], isNormalised: true),
        digest: "31962d2d8bfee36c")
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
        ReLU6.self,
        HardTanh.self,
        HardSigmoid.self,
        SELU.self,
        CELU.self,
        LogSigmoid.self,
        Softsign.self,
        Softshrink.self,
        Symlog.self,
        SparsePlus.self,
        SparseSigmoid.self,
        Exponential.self,
        Logarithm.self,
        Tanhshrink.self,
        Squareplus.self,
        Asinh.self,
        Erf.self,
        Probit.self,
        ISRU.self,
        BentIdentity.self,
        Gudermannian.self,
        GELU.self,
        SiLU.self,
        Mish.self,
        HardSiLU.self,
        Sparsemax.self,
        Entmax.self,
        TemperedSoftmax.self,
    ])
}
