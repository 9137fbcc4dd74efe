import ActivationCore

/// The shape of a network of dense layers: the input's width, and each layer's width and activation.
///
/// Layer m computes y_m = f_m(y_{m−1} W_m + b_m) on rows: y_{m−1} [batch, in], W_m [in, out], b_m [out].
public struct NetworkSpecification: Sendable {
    /// A dense layer: its number of outputs, its activation, and which parameters of it are trained.
    public struct Layer: Sendable {
        public let width: Int
        /// With the values that its learned parameters start from.
        public let activation: any Activation
        /// The activation's parameters that training changes, one value for the whole layer each, by their
        /// places in the catalogue's order.
        public let learned: [Int]

        /// A layer that trains those parameters of its activation that the catalogue marks learnable.
        public init(width: Int, activation: any Activation) {
            self.width = width
            self.activation = activation
            let parameters = activation.descriptor.parameters
            learned = parameters.indices.filter { parameters[$0].isLearnable }
        }
    }

    public let inputWidth: Int
    public let layers: [Layer]

    /// 2²⁰.
    public static let largestWidth = 1 << 20
    /// 2²⁸: with an optimizer's two slots, 4 GiB of Float.
    public static let largestParameterCount = 1 << 28

    /// - Throws: ``LocoPropError/noLayers``, ``LocoPropError/width(layer:width:)``,
    ///   ``LocoPropError/tooManyParameters(_:)``.
    public init(inputWidth: Int, layers: [Layer]) throws(LocoPropError) {
        guard !layers.isEmpty else { throw .noLayers }
        for (index, width) in ([inputWidth] + layers.map(\.width)).enumerated() {
            guard (1...Self.largestWidth).contains(width) else { throw .width(layer: index, width: width) }
        }
        self.inputWidth = inputWidth
        self.layers = layers
        var count = 0
        for index in layers.indices {
            // Each product is at most 2⁴¹, and the sum stops long before it overflows.
            count += parameterCount(ofLayer: index)
            guard count <= Self.largestParameterCount else { throw .tooManyParameters(parameterCount) }
        }
    }

    /// Layers by the names of their activations, as `registry` knows them: `(16, "elu(beta=0.3)")`.
    ///
    /// A program with a catalogue of its own passes `ActivationRegistry.catalogue.adding(…)`.
    /// - Throws: `ActivationError` for a name or a parameter that the registry refuses; ``LocoPropError`` as
    ///   ``init(inputWidth:layers:)``.
    public init(
        inputWidth: Int, layers: [(width: Int, activation: String)], registry: ActivationRegistry
    ) throws {
        try self.init(
            inputWidth: inputWidth,
            layers: layers.map { Layer(width: $0.width, activation: try registry.make($0.activation)) })
    }

    /// The width of the last layer.
    public var outputWidth: Int { layers[layers.count - 1].width }

    /// The number of weights, biases and learned parameters: Σ (in + 1) · out + learned.
    public var parameterCount: Int {
        layers.indices.reduce(0) { $0 + parameterCount(ofLayer: $1) }
    }

    /// The number of inputs of layer `index`, counted from 0.
    public func inputWidth(ofLayer index: Int) -> Int {
        index == 0 ? inputWidth : layers[index - 1].width
    }

    func parameterCount(ofLayer index: Int) -> Int {
        (inputWidth(ofLayer: index) + 1) * layers[index].width + layers[index].learned.count
    }
}

extension NetworkSpecification: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        left.inputWidth == right.inputWidth && left.layers == right.layers
    }
}

extension NetworkSpecification.Layer: Equatable {
    public static func == (left: Self, right: Self) -> Bool {
        func same<A: Activation>(_ activation: A) -> Bool { (right.activation as? A) == activation }
        guard left.width == right.width, left.learned == right.learned else { return false }
        return same(left.activation)
    }
}
