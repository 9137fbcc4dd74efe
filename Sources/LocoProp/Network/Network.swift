import ActivationCore

/// A network of dense layers with its weights and biases.
///
/// All parameters lie in one block, layer after layer, each as [in + 1, out] row-major: the weights, then
/// the biases as a last row, so that an optimizer takes both in one pass; after them the learned parameters of
/// its activation.
public final class Network<Scalar: ActivationScalar> {
    public let specification: NetworkSpecification
    /// Where each layer's block begins.
    let offsets: [Int]
    /// Exchanged, not overwritten, when a step succeeds: a failed step leaves the network as it was.
    var parameters: AlignedBuffer<Scalar>

    /// Seeded initial values: weights Glorot uniform ±√(6/(in+out)), biases uniform ±√(3/out), drawn
    /// layer by layer, weights first, the same on every platform (LocoProp's public notebook).
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public init(_ specification: NetworkSpecification, seed: UInt64) {
        self.specification = specification
        (offsets, parameters) = Self.storage(for: specification)
        var generator = SeededGenerator(seed: seed)
        for index in specification.layers.indices {
            let inputs = specification.inputWidth(ofLayer: index)
            let outputs = specification.layers[index].width
            let block = parameters.base + offsets[index]
            let weightBound = (6 / Double(inputs + outputs)).squareRoot()
            let biasBound = (3 / Double(outputs)).squareRoot()
            for i in 0..<inputs * outputs { block[i] = Scalar(generator.nextUniform(within: weightBound)) }
            for j in 0..<outputs { block[inputs * outputs + j] = Scalar(generator.nextUniform(within: biasBound)) }
        }
        setLearnedFromSpecification()
    }

    /// A network with given values, one ``LayerParameters`` a layer.
    /// - Throws: ``LocoPropError/layerCount(expected:found:)``,
    ///   ``LocoPropError/parameterCount(layer:part:expected:found:)``,
    ///   ``LocoPropError/parameterNotFinite(layer:part:index:)``, ``LocoPropError/activation(layer:_:)``.
    public init(
        _ specification: NetworkSpecification, layers: [LayerParameters<Scalar>]
    ) throws(LocoPropError) {
        self.specification = specification
        (offsets, parameters) = Self.storage(for: specification)
        guard layers.count == specification.layers.count else {
            throw .layerCount(expected: specification.layers.count, found: layers.count)
        }
        setLearnedFromSpecification()
        for (index, layer) in layers.enumerated() { try set(layer, ofLayer: index) }
    }

    /// The parameters by layer, as copies.
    public var layers: [LayerParameters<Scalar>] {
        specification.layers.indices.map { index in
            let start = offsets[index]
            let weights = specification.inputWidth(ofLayer: index) * specification.layers[index].width
            return LayerParameters(
                weights: parameters.values(start..<start + weights),
                biases: parameters.values(start + weights..<start + weights + specification.layers[index].width),
                learned: learnedValues(ofLayer: index))
        }
    }

    /// Replaces the parameters of layer `index`, counted from 0.
    /// - Throws: as ``init(_:layers:)``; the network is then as it was.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    public func set(_ layer: LayerParameters<Scalar>, ofLayer index: Int) throws(LocoPropError) {
        let outputs = specification.layers[index].width
        let expected = specification.inputWidth(ofLayer: index) * outputs
        for (part, values, count) in [("weights", layer.weights, expected), ("biases", layer.biases, outputs)] {
            guard values.count == count else {
                throw .parameterCount(layer: index + 1, part: part, expected: count, found: values.count)
            }
            if let bad = values.firstIndex(where: { !$0.isFinite }) {
                throw .parameterNotFinite(layer: index + 1, part: part, index: bad)
            }
        }
        if !layer.learned.isEmpty {
            let expected = specification.layers[index].learned.count
            guard layer.learned.count == expected else {
                throw .parameterCount(
                    layer: index + 1, part: "learned parameters", expected: expected, found: layer.learned.count)
            }
            do { _ = try specification.layers[index].learnedActivation(layer.learned) } catch {
                throw .activation(layer: index + 1, error)
            }
            setLearned(layer.learned, ofLayer: index)
        }
        let block = parameters.base + offsets[index]
        for (i, value) in layer.weights.enumerated() { block[i] = value }
        for (j, value) in layer.biases.enumerated() { block[expected + j] = value }
    }

    private static func storage(for specification: NetworkSpecification) -> ([Int], AlignedBuffer<Scalar>) {
        var offsets: [Int] = []
        var count = 0
        for index in specification.layers.indices {
            offsets.append(count)
            count += specification.parameterCount(ofLayer: index)
        }
        return (offsets, AlignedBuffer(count: count))
    }
}

/// The weights [in, out], row-major, biases [out] and learned parameters of one layer.
public struct LayerParameters<Scalar: ActivationScalar>: Sendable, Equatable {
    public var weights: [Scalar]
    public var biases: [Scalar]
    /// Of the activation, in the catalogue's order; given to a network, none leaves them as they are.
    public var learned: [Scalar]

    public init(weights: [Scalar], biases: [Scalar], learned: [Scalar] = []) {
        self.weights = weights
        self.biases = biases
        self.learned = learned
    }
}
