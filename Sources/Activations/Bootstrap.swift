// Bootstrap only: four entries by hand, until the generator emits all of them.
public struct Linear: Activation {
    public static let descriptor = ActivationDescriptor(ordinal: 0, name: "linear", type: "Linear", title: "Linear")
    public var parameterValues: [Double] { [] }
    public init() {}
    public init(parameterValues: [Double]) throws {}
}
public struct LeakyReLU: Activation {
    public static let descriptor = ActivationDescriptor(
        ordinal: 1, name: "leaky_relu", type: "LeakyReLU", title: "Leaky rectified linear unit",
        parameters: [.init(name: "beta", defaultValue: 0.01)])
    public let beta: Double
    public var parameterValues: [Double] { [beta] }
    public init() { beta = 0.01 }
    public init(beta: Double) throws { self.beta = beta }
    public init(parameterValues: [Double]) throws { beta = parameterValues[0] }
}
public struct Sigmoid: Activation {
    public static let descriptor = ActivationDescriptor(ordinal: 2, name: "sigmoid", type: "Sigmoid", title: "Sigmoid")
    public var parameterValues: [Double] { [] }
    public init() {}
    public init(parameterValues: [Double]) throws {}
}
public struct Tanh: Activation {
    public static let descriptor = ActivationDescriptor(ordinal: 3, name: "tanh", type: "Tanh", title: "Hyperbolic tangent")
    public var parameterValues: [Double] { [] }
    public init() {}
    public init(parameterValues: [Double]) throws {}
}
