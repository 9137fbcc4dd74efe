/// What can be wrong with a request for an activation. `description` says how to mend it.
public enum ActivationError: Error, Equatable, CustomStringConvertible {
    case unknownName(String, suggestion: String)
    case unknownParameter(activation: String, parameter: String, suggestion: String)
    case invalidParameter(activation: String, parameter: String, reason: String)
    case parameterCount(activation: String, expected: [String], given: Int)
    /// A text such as `elu(beta=0.3` that is not `NAME` or `NAME(parameter=value, …)`.
    case malformed(String, reason: String)
    /// A link that does not increase strictly was asked for its inverse.
    case noInverse(activation: String, reason: String)
    /// A link that falls somewhere was asked for its matching loss.
    case noMatchingLoss(activation: String, reason: String)
    /// Two activations of a registry would have one name or alias.
    case duplicateName(String, first: String, second: String)
    /// A link was asked for its split into increasing parts, and has none.
    case noSplit(activation: String, reason: String)
    /// Arrays that should have one shape have different ones.
    case shape(expected: Int, given: Int)

    public var description: String {
        switch self {
        case .unknownName(let name, let suggestion):
            "unknown activation '\(name)'.\(suggestion) 'locoprop activations list' shows all."
        case .unknownParameter(let activation, let parameter, let suggestion):
            "\(activation) has no parameter '\(parameter)'.\(suggestion)"
        case .invalidParameter(let activation, let parameter, let reason):
            "\(activation): parameter '\(parameter)': \(reason)"
        case .parameterCount(let activation, let expected, let given):
            "\(activation) takes \(expected.count) parameters (\(expected.joined(separator: ", "))), not \(given)."
        case .malformed(let text, let reason):
            "'\(text)' is not an activation: \(reason) Write NAME or 'NAME(parameter=value)', like 'elu(beta=0.3)'."
        case .noInverse(let activation, let reason):
            "\(activation) has no inverse: \(reason)"
        case .noSplit(let activation, let reason):
            "\(activation) has no split into increasing parts: \(reason)"
        case .noMatchingLoss(let activation, let reason):
            "\(activation) has no matching loss: \(reason)"
        case .duplicateName(let name, let first, let second):
            "'\(name)' is a name of \(first) and of \(second); rename one in its catalogue, or leave it out."
        case .shape(let expected, let given):
            "expected \(expected) elements, not \(given)."
        }
    }
}
