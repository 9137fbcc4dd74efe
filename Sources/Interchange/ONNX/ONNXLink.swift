import ActivationCore

/// An activation's link in standard operators, made from its own expression (``LinkGraph``): there is no table of
/// activations here, so that every entry of every catalogue can be exported.
struct ONNXLink {
    let graph: LinkGraph
    let parameters: [(name: String, value: Double)]
    /// What its parameters are called in the file, before a dot and their names.
    let name: String

    init(_ graph: LinkGraph, parameters: [(name: String, value: Double)], name: String) {
        (self.graph, self.parameters, self.name) = (graph, parameters, name)
    }

    init(_ activation: any Activation, name: String) {
        let descriptor = activation.descriptor
        let parameters = zip(descriptor.parameters, activation.parameterValues).map { (name: $0.name, value: $1) }
        self.init(descriptor.linkGraph, parameters: parameters, name: name)
    }

    /// f(a) of a tensor [batch, width].
    func apply(to a: ONNXValue) -> ONNXValue {
        graph.isNormalised ? normalised(a) : value(at: a, initializers(a.builder, .float))
    }

    /// The parameters as named initializers.
    private func initializers(_ builder: ONNXBuilder, _ type: ONNX.ElementType) -> [ONNXValue] {
        parameters.map { builder.scalar("\(name).\($0.name)", $0.value, type) }
    }

    private func value(at a: ONNXValue, _ parameters: [ONNXValue]) -> ONNXValue {
        var values: [ONNXValue] = []
        // Whether a node has a number for each coordinate.
        var isWide: [Bool] = []
        for node in graph.nodes {
            values.append(value(of: node, at: a, parameters, values))
            switch node {
            case .variable: isWide.append(true)
            case .total, .greatest: isWide.append(false)
            default: isWide.append(node.parts.contains { isWide[$0] })
            }
        }
        let result = values[values.count - 1]
        // A link that is the same for every coordinate is still a row.
        return isWide[values.count - 1] ? result : result + 0 * a
    }

    private func value(
        of node: LinkGraph.Node, at a: ONNXValue, _ parameters: [ONNXValue], _ values: [ONNXValue]
    ) -> ONNXValue {
        switch node {
        case .variable: a
        case .parameter(let place): a.builder.imported(parameters[place])
        case .number(let x): a.number(x)
        case .add(let x, let y): values[x] + values[y]
        case .subtract(let x, let y): values[x] - values[y]
        case .multiply(let x, let y): values[x] * values[y]
        case .divide(let x, let y): values[x] / values[y]
        case .negate(let x): -values[x]
        case .power(let x, 2): values[x].squared
        case .power(let x, let exponent): values[x].raised(to: a.number(Double(exponent)))
        case .call(let function, let parts): ONNXFunctions.apply(function, to: parts.map { values[$0] })
        case .select(let l, let relation, let r, let x, let y):
            condition(values[l], relation, values[r]).choose(values[x], values[y])
        case .total(let x): values[x].total
        case .greatest(let x): values[x].greatest
        }
    }

    private func condition(_ l: ONNXValue, _ relation: LinkGraph.Relation, _ r: ONNXValue) -> ONNXValue {
        switch relation {
        case .less: l < r
        case .lessOrEqual: l <= r
        case .greater: l > r
        case .greaterOrEqual: l >= r
        }
    }

    // MARK: Normalised links

    /// As many halvings as a double has digits.
    private static let halvings = 53

    /// φ(aᵢ − λ) with Σ φ = 1, in double, as our own kernels have it: λ = max a − s, and s = u/(1 − |u|) is found by
    /// halving the range −1 < u < 1, which needs no bound that depends on φ, the parameters or the width.
    private func normalised(_ a: ONNXValue) -> ONNXValue {
        let parameters = initializers(a.builder, .double)
        let a = a.converted(to: .double)
        let distance = a - a.greatest
        // One range a row.
        let zero = 0 * a.greatest
        func shifted(_ d: ONNXValue, _ u: ONNXValue) -> ONNXValue { d + u / (1 - u.apply("Abs")) }
        let ends = a.builder.loop("\(name).shift", times: Self.halvings, from: [zero - 1, zero + 1]) { body, ends in
            let middle = 0.5 * (ends[0] + ends[1])
            let isAbove = value(at: shifted(body.imported(distance), middle), parameters).total > 1
            return [isAbove.choose(ends[0], middle), isAbove.choose(middle, ends[1])]
        }
        return value(at: shifted(distance, 0.5 * (ends[0] + ends[1])), parameters).converted(to: .float)
    }
}
