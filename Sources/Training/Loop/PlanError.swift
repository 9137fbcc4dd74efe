import Suggestions

/// What does not fit together in a training plan. `description` says how to mend it.
public enum PlanError: Error, Equatable, CustomStringConvertible {
    case widths(String, reason: String)
    case unknownRecipe(String, known: [String])
    /// A setting of LocoProp's, by its key, given to a method without local problems.
    case noLocalProblems(option: String, method: String)
    case inputWidth(network: Int, data: String, width: Int)
    case outputWidth(network: Int, needed: Int, what: String)
    /// A loss that needs labels, and data that have none.
    case noLabels(loss: String, data: String)
    case batchSize(Int, examples: Int)
    /// A part held out of so many training examples that leaves none, or takes none.
    case validation(String, examples: Int)
    case range(option: String, value: String, domain: String)

    public var description: String {
        switch self {
        case .widths(let text, let reason):
            "network '\(text)': \(reason); write the widths like 784-1000-500-250-30-250-500-1000-784"
        case .unknownRecipe(let name, let known):
            "unknown recipe '\(name)'.\(suggestion(for: name, in: known)) Known: \(known.joined(separator: ", "))."
        case .noLocalProblems(let option, let method):
            "\(option) belongs to locoprop-m and locoprop-s; \(method) has no local problems. Leave it out, or take another method"
        case .inputWidth(let network, let data, let width):
            "the network begins with \(network), and the examples of \(data) have \(width) values; begin it with \(width)"
        case .outputWidth(let network, let needed, let what):
            "the network ends with \(network), and \(what) need \(needed); end it with \(needed)"
        case .noLabels(let loss, let data):
            "\(loss) learns labels, and \(data) has none; take the loss sigmoid-cross-entropy to rebuild the inputs"
        case .batchSize(let size, let examples):
            "batch size \(size), and there are \(examples) training examples; it must be 1 to \(examples)"
        case .validation(let part, let examples):
            "validation is \(part), and there are \(examples) training examples; it must take at least one of them, and leave one"
        case .range(let option, let value, let domain): "\(option) is \(value); it must be \(domain)"
        }
    }

    /// The key of the setting to be changed.
    package var setting: String {
        switch self {
        case .widths, .inputWidth, .outputWidth: "network"
        case .unknownRecipe: "recipe"
        case .noLocalProblems(let option, _): option
        case .noLabels: "loss"
        case .batchSize: "batch-size"
        case .validation: "validation"
        case .range(let option, _, _): option
        }
    }
}
