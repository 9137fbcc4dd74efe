import Activations
import Interchange
import LocoProp
import Testing

/// The structure of ONNX models, read back with the schema's field numbers; what they compute is looked at by the real
/// ONNX Runtime (InteropTests).
@Suite("ONNX models")
struct ONNXModelTests {
    private func graph(_ bytes: [UInt8]) throws -> WireMessage { try #require(try WireMessage(bytes).messages(7).first) }

    private func network() throws -> Network<Float> {
        let specification = try NetworkSpecification(
            inputWidth: 3, layers: [(5, "elu(beta=0.5)"), (2, "tanh"), (3, "softmax")], registry: .catalogue)
        return Network(specification, seed: 1)
    }

    @Test func `a model says what made it, its operator set and what it is`() throws {
        let model = try WireMessage(ONNXModel.bytes(of: network(), version: "9.9", metadata: [("loss", "x")]))
        #expect(model.integers(1) == [8])
        #expect(model.texts(2) == ["locoprop"])
        #expect(model.texts(3) == ["9.9"])
        #expect(try model.messages(8).map { $0.integers(2) } == [[17]])
        #expect(try model.messages(14).map { $0.texts(1) + $0.texts(2) } == [["loss", "x"]])
    }

    @Test func `initializers are the network's parameters, by name`() throws {
        let network = try network()
        let tensors = try graph(ONNXModel.bytes(of: network, version: "")).messages(5)
        let named = Dictionary(uniqueKeysWithValues: tensors.map { ($0.texts(8)[0], $0) })
        for (index, layer) in network.layers.enumerated() {
            let widths = [network.specification.inputWidth(ofLayer: index), network.specification.layers[index].width]
            let weight = try #require(named["layers.\(index).weight"])
            #expect(weight.integers(1) == widths && weight.integers(2) == [1])
            #expect(weight.bytes(9) == [layer.weights.flatMap { word in withUnsafeBytes(of: word.bitPattern.littleEndian) { Array($0) } }])
            #expect(try #require(named["layers.\(index).bias"]).integers(1) == [widths[1]])
        }
        #expect(named["layers.0.activation.beta"]?.bytes(9) == [[0, 0, 0, 0x3f]])
    }

    @Test func `a scale of the inputs is part of the model, and its clipping where it clips`() throws {
        for clips in [true, false] {
            let scale = ONNXModel.InputScale(offsets: [1, 2, 3], divisors: [4, 5, 6], clips: clips)
            let graph = try graph(ONNXModel.bytes(of: network(), scale: scale, version: ""))
            let operations = try graph.messages(1).flatMap { $0.texts(4) }
            #expect(Array(operations.prefix(clips ? 4 : 3)) == ["Sub", "Div"] + (clips ? ["Clip"] : []) + ["Gemm"])
            let names = try graph.messages(5).flatMap { $0.texts(8) }
            #expect(names.contains("input.offset") && names.contains("input.divisor"))
        }
    }

    @Test func `input and output are named, the batch is free`() throws {
        let graph = try graph(ONNXModel.bytes(of: network(), version: ""))
        for (field, name, width) in [(11, "input", 3), (12, "output", 3)] {
            let value = try #require(try graph.messages(field).first)
            #expect(value.texts(1) == [name])
            let tensor = try value.messages(2)[0].messages(1)[0]
            #expect(tensor.integers(1) == [1])
            let dimensions = try tensor.messages(2)[0].messages(1)
            #expect(dimensions[0].texts(2) == ["batch"] && dimensions[1].integers(1) == [width])
        }
    }

    /// Names are given once, and every value that a node takes was made before.
    @Test func `every entry's graph is in order and uses standard operators`() throws {
        for entry in ActivationRegistry.catalogue.entries {
            let activation = try entry.init(parameterValues: entry.descriptor.parameters.map(\.defaultValue))
            let graph = try graph(ONNXModel.bytes(of: activation, width: 4, version: ""))
            var known = Set(try graph.messages(5).flatMap { $0.texts(8) } + ["input", ""])
            try check(graph, &known, "\(activation)")
            #expect(known.contains("output"), "\(activation)")
        }
    }

    private func check(_ graph: WireMessage, _ known: inout Set<String>, _ name: String) throws {
        for node in try graph.messages(1) {
            for input in node.texts(1) { #expect(known.contains(input), "\(name) takes \(input) too early") }
            #expect(Self.operators.contains(node.texts(4)[0]), "\(name) uses \(node.texts(4))")
            for attribute in try node.messages(5) {
                for body in try attribute.messages(6) {
                    var inner = known
                    inner.formUnion(try body.messages(5).flatMap { $0.texts(8) } + body.messages(11).flatMap { $0.texts(1) })
                    try check(body, &inner, name)
                }
            }
            for output in node.texts(2) { #expect(known.insert(output).inserted, "\(name) makes \(output) twice") }
        }
    }

    /// Of operator set 17, as ONNX's page of operators lists them.
    private static let operators: Set = [
        "Abs", "Acos", "Acosh", "Add", "Asin", "Asinh", "Atan", "Atanh", "Cast", "Cos", "Cosh", "Div", "Equal", "Erf", "Exp",
        "Gemm", "Greater", "GreaterOrEqual", "Identity", "Less", "LessOrEqual", "Log", "Loop", "Max", "Min", "Mul", "Neg", "Pow",
        "ReduceMax", "ReduceSum", "Sigmoid", "Sign", "Sin", "Sinh", "Softplus", "Softsign", "Sqrt", "Sub", "Tan", "Tanh",
        "Where",
    ]

    @Test func `equal parts are computed once`() throws {
        let graph = try graph(ONNXModel.bytes(
            of: LinkGraph([.variable, .call(.exp, [0]), .add(1, 1), .call(.exp, [0]), .multiply(2, 3)]), width: 2))
        #expect(try graph.messages(1).map { $0.texts(4)[0] } == ["Exp", "Add", "Mul", "Identity"])
    }

    @Test func `a link that is the same everywhere is still a row`() throws {
        let graph = try graph(ONNXModel.bytes(of: LinkGraph([.number(2)]), width: 2))
        #expect(try graph.messages(1).map { $0.texts(4)[0] } == ["Mul", "Add", "Identity"])
    }

    @Test func `every function has its operators`() throws {
        for function in LinkFunction.allCases {
            let parts = function.arity == 1 ? [0] : [0, 1]
            let bytes = ONNXModel.bytes(of: LinkGraph([.variable, .number(2), .call(function, parts)]), width: 1)
            #expect(try graph(bytes).messages(1).count >= 2, "\(function)")
        }
    }
}
