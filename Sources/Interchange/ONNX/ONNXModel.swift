import ActivationCore
import LocoProp

/// A network as an ONNX model: rows in, rows out, standard operators only.
///
/// Where the inputs are scaled first, x becomes (x − `input.offset`) / `input.divisor`. Layer m (from 0) is `Gemm` with the initializers `layers.m.weight` [in, out] and `layers.m.bias` [out], and then
/// its link; a link's parameters are the initializers `layers.m.activation.NAME`. The input is `input` [batch, in],
/// the output `output` [batch, out], in single precision, with any number of rows.
public enum ONNXModel {
    /// What is done to an input before the network sees it: value j becomes (x − offsets_j) / divisors_j, clipped to
    /// [0, 1] if `clips`.
    public struct InputScale: Sendable {
        let offsets: [Float]
        let divisors: [Float]
        let clips: Bool

        public init(offsets: [Float], divisors: [Float], clips: Bool) {
            (self.offsets, self.divisors, self.clips) = (offsets, divisors, clips)
        }
    }

    /// The file's bytes.
    /// - Parameters:
    ///   - network: with the parameters that it has now.
    ///   - scale: of the inputs, a number for each; `nil` for none.
    ///   - version: of the program, for the model's `producer_version`.
    ///   - metadata: texts for the model's `metadata_props`, by name.
    public static func bytes(
        of network: Network<Float>, scale: InputScale? = nil, version: String, metadata: [(name: String, text: String)] = []
    ) -> [UInt8] {
        let specification = network.specification
        let builder = ONNXBuilder()
        var value = builder.input("input", .float)
        if let scale { value = builder.scaled(value, by: scale) }
        for (index, layer) in network.layers.enumerated() {
            let shape = [specification.inputWidth(ofLayer: index), specification.layers[index].width]
            let weights = builder.tensor("layers.\(index).weight", shape: shape, layer.weights)
            let biases = builder.tensor("layers.\(index).bias", shape: [shape[1]], layer.biases)
            let product = builder.apply("Gemm", [value, weights, biases], output: "layers.\(index).preactivation")
            let link = ONNXLink(network.activation(ofLayer: index), name: "layers.\(index).activation")
            value = builder.apply(
                "Identity", [link.apply(to: product)],
                output: index + 1 == specification.layers.count ? "output" : "layers.\(index).output")
        }
        return model(
            builder, widths: (specification.inputWidth, specification.outputWidth), version: version, metadata: metadata)
    }

    /// A model that is an activation alone, on rows of `width` numbers.
    public static func bytes(of activation: any Activation, width: Int, version: String) -> [UInt8] {
        bytes(
            of: ONNXLink(activation, name: "activation"), width: width, version: version,
            metadata: [("activations", "\(activation)")])
    }

    /// A model of a graph alone: how one function is written.
    package static func bytes(of graph: LinkGraph, width: Int) -> [UInt8] {
        bytes(of: ONNXLink(graph, parameters: [], name: "activation"), width: width, version: "", metadata: [])
    }

    private static func bytes(
        of link: ONNXLink, width: Int, version: String, metadata: [(name: String, text: String)]
    ) -> [UInt8] {
        let builder = ONNXBuilder()
        _ = builder.apply("Identity", [link.apply(to: builder.input("input", .float))], output: "output")
        return model(builder, widths: (width, width), version: version, metadata: metadata)
    }

    private static func model(
        _ builder: ONNXBuilder, widths: (Int, Int), version: String, metadata: [(name: String, text: String)]
    ) -> [UInt8] {
        let graph = builder.graph(
            "network",
            inputs: [ONNX.value("input", .float, shape: [.named("batch"), .size(widths.0)])],
            outputs: [ONNX.value("output", .float, shape: [.named("batch"), .size(widths.1)])])
        return ONNX.model(graph, producer: ("locoprop", version), metadata: metadata).bytes
    }
}

extension ONNXBuilder {
    fileprivate func scaled(_ value: ONNXValue, by scale: ONNXModel.InputScale) -> ONNXValue {
        let offsets = tensor("input.offset", shape: [scale.offsets.count], scale.offsets)
        let divisors = tensor("input.divisor", shape: [scale.divisors.count], scale.divisors)
        let result = apply("Div", [apply("Sub", [value, offsets]), divisors])
        return scale.clips ? apply("Clip", [result, number(0, .float), number(1, .float)]) : result
    }
}
