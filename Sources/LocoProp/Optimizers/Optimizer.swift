import Suggestions

/// A rule that turns a gradient into a step, with its options fixed.
///
/// LocoProp gives each layer one of its own, whose state lasts from batch to batch; BackProp uses the
/// same rules on the gradient of the whole loss. ``table`` lists them all.
public struct Optimizer: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        case sgd, momentum, nesterov, adagrad, rmsprop, adam
    }

    public let kind: Kind
    /// The options' values in the descriptor's order.
    public let values: [Double]

    /// The rule with its default options.
    public init(_ kind: Kind) {
        self.kind = kind
        // The table's defaults are numerals; a test walks them.
        values = Self.descriptor(kind).options.map { Double($0.defaultText) ?? .nan }
    }

    /// The rule with some options set by name.
    /// - Throws: ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    public init(_ kind: Kind, _ options: [String: Double]) throws(LocoPropError) {
        try self.init(kind, texts: options.sorted { $0.key < $1.key }.map { ($0.key, "\($0.value)") })
    }

    /// Reads `adam` or `adam(beta1=0.8, epsilon=1e-6)`.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)`` and as ``init(_:_:)``.
    public init(parsing text: String) throws(LocoPropError) {
        let parsed = try NameWithOptions(text, kind: "optimizer")
        guard let kind = Kind(rawValue: parsed.name.lowercased()) else {
            let known = Kind.allCases.map(\.rawValue)
            throw .unknownName(
                kind: "optimizer", name: parsed.name, known: known,
                suggestion: suggestion(for: parsed.name, in: known))
        }
        try self.init(kind, texts: parsed.options)
    }

    private init(_ kind: Kind, texts: [(name: String, text: String)]) throws(LocoPropError) {
        let options = Self.descriptor(kind).options
        var values = Optimizer(kind).values
        for (name, text) in texts {
            let option = try options.checked(name, text, owner: kind.rawValue)
            // Both cannot fail: the option is one of the list, and its domain holds numbers alone.
            if let index = options.firstIndex(where: { $0.name == option.name }), let value = Double(text) {
                values[index] = value
            }
        }
        self.kind = kind
        self.values = values
    }

    public var descriptor: OptimizerDescriptor { Self.descriptor(kind) }

    /// The value of an option; `nil` if the rule has none of that name.
    public subscript(option: String) -> Double? {
        descriptor.options.firstIndex { $0.name == option }.map { values[$0] }
    }
}

extension Optimizer: CustomStringConvertible {
    /// `rmsprop(decay=0.9, momentum=0.999, epsilon=1e-05)`: reads back through ``init(parsing:)``.
    public var description: String {
        let options = zip(descriptor.options, values).map { "\($0.name)=\($1)" }
        return options.isEmpty ? kind.rawValue : "\(kind.rawValue)(\(options.joined(separator: ", ")))"
    }
}
