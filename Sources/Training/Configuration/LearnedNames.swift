import ActivationCore
import LocoProp

/// The parameters of activations that training changes, as they are written: `beta`, `alpha,beta`, `none`, or
/// `catalogue` for those that the catalogue marks learnable.
enum LearnedNames {
    static let fromCatalogue = "catalogue"

    static func text(_ names: [String]?) -> String {
        names.map { $0.isEmpty ? "none" : $0.joined(separator: ",") } ?? fromCatalogue
    }

    /// - Parameter activations: of which one must have each parameter, the plan's first. Checked here, because a network
    ///   without hidden layers would not.
    /// - Throws: ``SettingError`` for a list that is none, `LocoPropError` for a name that no activation has.
    static func read(_ text: String, of activations: [any Activation]) throws -> [String]? {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { String($0.filter { !$0.isWhitespace }) }
        if names == [fromCatalogue] { return nil }
        if names == ["none"] { return [] }
        guard !names.contains(""), Set(names).count == names.count else {
            throw SettingError("'\(text.prefix(60))': write each name once, like beta, or write none")
        }
        let known = activations.flatMap { $0.descriptor.parameters.map(\.name) }
        if let activation = activations.first, let name = names.first(where: { !known.contains($0) }) {
            // Throws, because this one does not have it either.
            _ = try NetworkSpecification.Layer(width: 1, activation: activation, learning: [name])
        }
        return names
    }
}
