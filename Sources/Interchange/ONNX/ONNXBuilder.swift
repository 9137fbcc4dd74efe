/// A graph of operators that grows. Equal operations on equal values are one node.
///
/// It belongs to one task at a time.
final class ONNXBuilder {
    private let prefix: String
    private let parent: ONNXBuilder?
    private var nodes: [ProtobufMessage] = []
    private var initializers: [ProtobufMessage] = []
    private var known: [String: ONNXValue] = [:]
    private var count = 0

    init() { (prefix, parent) = ("", nil) }

    /// The body of a loop, which sees the values outside by their names.
    init(inside parent: ONNXBuilder, prefix: String) { (self.prefix, self.parent) = (prefix, parent) }

    // MARK: Values

    /// An input of the graph or of a loop's body.
    func input(_ name: String, _ type: ONNX.ElementType) -> ONNXValue { ONNXValue(name: name, type: type, builder: self) }

    /// The same value, to be used inside this graph.
    func imported(_ value: ONNXValue) -> ONNXValue { ONNXValue(name: value.name, type: value.type, builder: self) }

    /// A number, as a tensor without dimensions.
    func number(_ x: Double, _ type: ONNX.ElementType) -> ONNXValue {
        let key = "\(type) \(x.bitPattern)"
        if let value = lookUp(key) { return value }
        let value = scalar("\(prefix)constant.\(next())", x, type)
        known[key] = value
        return value
    }

    /// A named number: a parameter, which readers of the file may look for.
    func scalar(_ name: String, _ x: Double, _ type: ONNX.ElementType) -> ONNXValue {
        let bytes: [UInt8] =
            switch type {
            case .float: LittleEndian.bytes(of: Float(x).bitPattern)
            case .double: LittleEndian.bytes(of: x.bitPattern)
            case .int64: LittleEndian.bytes(of: Int64(x))
            case .bool: [x != 0 ? 1 : 0]
            }
        initializers.append(ONNX.tensor(name, type, shape: [], bytes: bytes))
        return ONNXValue(name: name, type: type, builder: self)
    }

    /// A tensor of `Float`.
    func tensor(_ name: String, shape: [Int], _ values: [Float]) -> ONNXValue {
        initializers.append(ONNX.tensor(name, .float, shape: shape, bytes: LittleEndian.bytes(of: values)))
        return ONNXValue(name: name, type: .float, builder: self)
    }

    /// The last axis, as the operators that take axes as a tensor want it.
    var lastAxis: ONNXValue {
        let key = "axes -1"
        if let value = lookUp(key) { return value }
        let name = "\(prefix)axes.\(next())"
        initializers.append(ONNX.tensor(name, .int64, shape: [1], bytes: LittleEndian.bytes(of: Int64(-1))))
        let value = ONNXValue(name: name, type: .int64, builder: self)
        known[key] = value
        return value
    }

    // MARK: Operations

    /// Adds a node of one output, unless there is one like it.
    /// - Parameters:
    ///   - type: of the output; that of the first input unless said.
    ///   - output: its name, if it matters.
    func apply(
        _ operation: String, _ inputs: [ONNXValue], _ attributes: [ONNX.Attribute] = [], type: ONNX.ElementType? = nil,
        output: String? = nil
    ) -> ONNXValue {
        let keys = attributes.compactMap(\.key)
        let key = "\(operation)(\(inputs.map(\.name).joined(separator: ", "))) \(keys.joined(separator: " "))"
        let isPlain = keys.count == attributes.count && output == nil
        if isPlain, let value = known[key] { return value }
        let name = output ?? "\(prefix)\(operation.lowercased()).\(next())"
        nodes.append(ONNX.node(
            operation, name: "\(name)/\(operation)", inputs: inputs.map(\.name), outputs: [name], attributes: attributes))
        let value = ONNXValue(name: name, type: type ?? inputs[0].type, builder: self)
        if isPlain { known[key] = value }
        return value
    }

    /// Runs `body` a fixed number of times on values that it hands on to itself (`Loop`).
    /// - Returns: what the last run handed on.
    func loop(
        _ name: String, times: Int, from start: [ONNXValue], _ body: (ONNXBuilder, [ONNXValue]) -> [ONNXValue]
    ) -> [ONNXValue] {
        let inner = ONNXBuilder(inside: self, prefix: "\(name).")
        let values = start.enumerated().map { inner.input("\(name).in.\($0)", $1.type) }
        let (iteration, condition) = (inner.input("\(name).iteration", .int64), inner.input("\(name).condition", .bool))
        let going = inner.apply("Identity", [condition], output: "\(name).going")
        let results = body(inner, values).enumerated().map { inner.apply("Identity", [$1], output: "\(name).out.\($0)") }
        func described(_ value: ONNXValue) -> ProtobufMessage {
            // No dimension is said of what is carried: it may grow from a number to one a row.
            ONNX.value(value.name, value.type, shape: value.type == .int64 || value.type == .bool ? [] : nil)
        }
        let graph = inner.graph(
            name, inputs: ([iteration, condition] + values).map(described), outputs: ([going] + results).map(described))
        let outputs = start.indices.map { "\(name).\($0)" }
        let count = number(Double(times), .int64)
        nodes.append(ONNX.node(
            "Loop", name: name, inputs: [count.name, ""] + start.map(\.name), outputs: outputs,
            attributes: [.graph("body", graph)]))
        return zip(outputs, start).map { ONNXValue(name: $0, type: $1.type, builder: self) }
    }

    /// The graph as far as it has grown.
    func graph(_ name: String, inputs: [ProtobufMessage], outputs: [ProtobufMessage]) -> ProtobufMessage {
        ONNX.graph(name, nodes: nodes, initializers: initializers, inputs: inputs, outputs: outputs)
    }

    private func lookUp(_ key: String) -> ONNXValue? {
        if let value = known[key] { return value }
        return parent?.lookUp(key).map(imported)
    }

    private func next() -> Int {
        count += 1
        return count
    }
}

/// A value of a graph: what an operation gives, or an input, or a constant.
struct ONNXValue {
    let name: String
    let type: ONNX.ElementType
    let builder: ONNXBuilder
}
