/// What can be wrong with a request for an activation. `description` says how to mend it.
public enum ActivationError: Error, Equatable, CustomStringConvertible {
    case unknownName(String, suggestion: String)
    case invalidParameter(activation: String, parameter: String, reason: String)

    public var description: String {
        switch self {
        case .unknownName(let name, let suggestion): "unknown activation '\(name)'.\(suggestion)"
        case .invalidParameter(let activation, let parameter, let reason):
            "\(activation): parameter '\(parameter)': \(reason)"
        }
    }
}
