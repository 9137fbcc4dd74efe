import Activations
import Suggestions

/// Activations of the catalogue by their text, such as `elu(beta=0.3)`.
package enum CatalogueActivation {
    static let all: [any Activation.Type] = [Linear.self, LeakyReLU.self, Sigmoid.self, Tanh.self]

    package static func make(_ text: String) throws -> any Activation {
        guard let type = all.first(where: { $0.descriptor.name == text }) else {
            throw ActivationError.unknownName(text, suggestion: suggestion(for: text, in: all.map { $0.descriptor.name }))
        }
        return try type.init(parameterValues: type.descriptor.parameters.map(\.defaultValue))
    }

    /// The text that ``make(_:)`` reads back.
    package static func text(_ activation: some Activation) -> String {
        let descriptor = type(of: activation).descriptor
        let settings = zip(descriptor.parameters, activation.parameterValues).map { "\($0.name)=\($1)" }
        return settings.isEmpty ? descriptor.name : "\(descriptor.name)(\(settings.joined(separator: ", ")))"
    }
}
