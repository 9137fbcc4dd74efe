/// What can be wrong with a configuration file beyond its being YAML, which has numbers of its own (`CAT…`).
///
/// Numbers are for good: people search for them.
package enum ConfigurationProblem: Int, CaseIterable, Sendable {
    case unknownKey = 1, notAMapping, wrongKind, emptyValue, refusedValue, misfit

    /// Such as `CFG001`.
    package var number: String { "CFG00\(rawValue)" }

    /// One sentence.
    package var title: String {
        switch self {
        case .unknownKey: "The key names no setting."
        case .notAMapping: "The file holds a list or a text, where lines `key: value` should stand."
        case .wrongKind: "The value is a list or a mapping; every value here is a text."
        case .emptyValue: "The key has no value."
        case .refusedValue: "The setting does not take this value; the message says which it takes."
        case .misfit: "The value does not fit the data, or the other settings."
        }
    }

    /// A file that has the problem; of the last one, with the data set that its line names.
    package var example: String {
        switch self {
        case .unknownKey: "epoch: 5\n"
        case .notAMapping: "- epochs: 5\n"
        case .wrongKind: "network: [784, 30, 784]\n"
        case .emptyValue: "epochs:\n"
        case .refusedValue: "epochs: many\n"
        case .misfit: "data: curves\nnetwork: 100-30-100\n"
        }
    }
}
