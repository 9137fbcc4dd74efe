/// What the catalogue says of an activation, and what the generator found out about it.
public struct ActivationDescriptor: Sendable {
    /// The position in the catalogue, and in the kernel tables.
    public let ordinal: Int32
    /// The name on the command line: unique, snake_case.
    public let name: String
    /// The name of the Swift type.
    public let type: String
    public let title: String
    /// Further names on the command line.
    public let aliases: [String]
    public let parameters: [ActivationParameter]
    /// Whether f(a)ᵢ depends on other coordinates than aᵢ (softmax).
    public let isCoupled: Bool

    public init(
        ordinal: Int32, name: String, type: String, title: String, aliases: [String] = [],
        parameters: [ActivationParameter] = [], isCoupled: Bool = false
    ) {
        self.ordinal = ordinal
        self.name = name
        self.type = type
        self.title = title
        self.aliases = aliases
        self.parameters = parameters
        self.isCoupled = isCoupled
    }
}

/// A parameter of an activation, as the catalogue declares it.
public struct ActivationParameter: Sendable {
    public let name: String
    public let defaultValue: Double

    public init(name: String, defaultValue: Double) {
        self.name = name
        self.defaultValue = defaultValue
    }
}
