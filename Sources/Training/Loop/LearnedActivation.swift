import ActivationCore
import LocoProp

/// A layer's activation with the values that its learned parameters have reached.
public struct LearnedActivation: Sendable, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let layer: Int
    public let name: String
    /// The learned parameters alone, in the catalogue's order.
    public let parameters: [(name: String, value: Double)]

    /// Those of the layers that learn, in order.
    public static func all<Scalar: ActivationScalar>(of network: Network<Scalar>) -> [LearnedActivation] {
        network.specification.layers.enumerated().compactMap { index, layer in
            guard !layer.learned.isEmpty else { return nil }
            let values = network.activation(ofLayer: index).parameterValues
            return LearnedActivation(
                layer: index + 1, name: layer.activation.descriptor.name,
                parameters: zip(layer.learnedNames, layer.learned).map { (name: $0, value: values[$1]) })
        }
    }

    /// `layer 1: prelu(beta=0.2431)`, to six digits.
    public var description: String {
        let settings = parameters.map { "\($0.name)=\(Self.short($0.value))" }
        return "layer \(layer): \(name)(\(settings.joined(separator: ", ")))"
    }

    public var json: JSONValue {
        .object([
            .init("layer", .integer(layer)), .init("activation", .string(name)),
            .init("parameters", .object(parameters.map { JSONValue.Member($0.name, .double($0.value)) })),
        ])
    }

    public static func == (left: Self, right: Self) -> Bool {
        left.layer == right.layer && left.name == right.name
            && left.parameters.elementsEqual(right.parameters) { $0.name == $1.name && $0.value == $1.value }
    }

    private static func short(_ x: Double) -> String {
        guard x.isFinite, x != 0 else { return "\(x)" }
        var scale = 1e5
        while abs(x) * scale >= 1e6 { scale /= 10 }
        return abs(x) < 1e-5 ? "\(Float(x))" : "\((x * scale).rounded() / scale)"
    }
}

extension Activation {
    /// The name with all its parameters, the defaults too: they may change in the catalogue.
    package var fullDescription: String {
        let settings = zip(Self.descriptor.parameters, parameterValues).map { "\($0.name)=\($1)" }
        return settings.isEmpty
            ? Self.descriptor.name : "\(Self.descriptor.name)(\(settings.joined(separator: ", ")))"
    }
}
