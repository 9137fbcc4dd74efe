import ActivationCore
import LocoProp

/// The parameters of activations that training changes, as they are written: `beta`, `alpha,beta`, `none`, or
/// `catalogue` for those that the catalogue marks learnable.
enum LearnedNames {
    static let fromCatalogue = "catalogue"

    static func text(_ names: [String]?) -> String {
        names.map { $0.isEmpty ? "none" : $0.joined(separator: ",") } ?? fromCatalogue
    }

    /// - Parameter activation: what must have the parameters. Checked here, because a network without hidden layers
    ///   would not.
    /// - Throws: ``SettingError`` for a list that is none, `LocoPropError` for a name that the activation does not have.
    static func read(_ text: String, of activation: any Activation) throws -> [String]? {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { String($0.filter { !$0.isWhitespace }) }
        if names == [fromCatalogue] { return nil }
        if names == ["none"] { return [] }
        guard !names.contains(""), Set(names).count == names.count else {
            throw SettingError("'\(text.prefix(60))': write each name once, like beta, or write none")
        }
        _ = try NetworkSpecification.Layer(width: 1, activation: activation, learning: names)
        return names
    }
}
