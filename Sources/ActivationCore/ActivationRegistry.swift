import Suggestions

/// The activations that a program knows by name.
///
/// `ActivationRegistry.catalogue` is generated: the entries of this package's `activations.yaml`. A program with
/// a catalogue of its own makes a registry from its types, or adds them to this one.
public struct ActivationRegistry: Sendable {
    /// The types, in the catalogue's order.
    public let entries: [any Activation.Type]
    private let byName: [String: Int]

    /// - Precondition: no name or alias occurs twice (the generator refuses such a catalogue).
    public init(_ entries: [any Activation.Type]) {
        self.entries = entries
        let names = entries.enumerated().flatMap { i, entry in
            ([entry.descriptor.name] + entry.descriptor.aliases).map { ($0, i) }
        }
        byName = Dictionary(names) { _, _ in
            preconditionFailure("two activations of a registry share a name or an alias")
        }
    }

    /// All names, without aliases, in order.
    public var names: [String] { entries.map { $0.descriptor.name } }

    /// Of the entries' names and digests, in whatever order they come: registries of one digest compute the same numbers.
    public var digest: String {
        let text = entries.map { "\($0.descriptor.name)=\($0.descriptor.digest)\n" }.sorted().joined()
        // The 64-bit FNV-1a hash, as the generator's: it tells catalogues apart, and guards against nothing.
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The entry of a name or an alias.
    /// - Throws: ``ActivationError/unknownName(_:suggestion:)``, with the nearest name there is.
    public func find(_ name: String) throws(ActivationError) -> any Activation.Type {
        if let i = byName[name] { return entries[i] }
        let all = entries.flatMap { [$0.descriptor.name] + $0.descriptor.aliases }
        throw .unknownName(name, suggestion: suggestion(for: name, in: all))
    }

    /// The activation of that name with the given parameters; those left out have their defaults.
    public func make(_ name: String, parameters: [String: Double]) throws(ActivationError) -> any Activation {
        let entry = try find(name)
        let known = entry.descriptor.parameters
        for parameter in parameters.keys.sorted() where !known.contains(where: { $0.name == parameter }) {
            let hint = known.isEmpty ? " It takes none." : suggestion(for: parameter, in: known.map(\.name))
                + " It takes: \(known.map(\.name).joined(separator: ", "))."
            throw .unknownParameter(activation: entry.descriptor.name, parameter: parameter, suggestion: hint)
        }
        return try entry.init(parameterValues: known.map { parameters[$0.name] ?? $0.defaultValue })
    }

    /// The activation that a text such as `tanh` or `elu(beta=0.3)` describes.
    public func make(_ text: String) throws(ActivationError) -> any Activation {
        let (name, parameters) = try parse(text)
        return try make(name, parameters: parameters)
    }

    /// The name and the parameters of such a text; neither is looked up.
    package func parse(_ text: String) throws(ActivationError) -> (name: String, parameters: [String: Double]) {
        let trimmed = text.filter { !$0.isWhitespace }
        guard let opening = trimmed.firstIndex(of: "(") else { return (trimmed, [:]) }
        guard trimmed.last == ")" else { throw .malformed(text, reason: "the closing ')' is missing.") }
        let inside = trimmed[trimmed.index(after: opening)..<trimmed.index(before: trimmed.endIndex)]
        var parameters: [String: Double] = [:]
        for pair in inside.split(separator: ",", omittingEmptySubsequences: false) where !inside.isEmpty {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false)
            guard sides.count == 2, !sides[0].isEmpty else {
                throw .malformed(text, reason: "'\(pair)' is not 'parameter=value'.")
            }
            guard let value = Double(sides[1]) else {
                throw .malformed(text, reason: "'\(sides[1])' is not a number.")
            }
            guard parameters.updateValue(value, forKey: String(sides[0])) == nil else {
                throw .malformed(text, reason: "parameter '\(sides[0])' is given twice.")
            }
        }
        return (String(trimmed[..<opening]), parameters)
    }

    /// This registry and further entries.
    /// - Throws: ``ActivationError/duplicateName(_:first:second:)`` where one has a name or an alias that is taken.
    public func adding(_ more: [any Activation.Type]) throws(ActivationError) -> ActivationRegistry {
        var types: [String: String] = [:]
        for descriptor in (entries + more).map({ $0.descriptor }) {
            for name in [descriptor.name] + descriptor.aliases {
                if let first = types.updateValue(descriptor.type, forKey: name) {
                    throw .duplicateName(name, first: first, second: descriptor.type)
                }
            }
        }
        return ActivationRegistry(entries + more)
    }

    /// This registry and the entries of another, such as that of a package's own catalogue.
    /// - Throws: ``ActivationError/duplicateName(_:first:second:)``.
    public func adding(_ other: ActivationRegistry) throws(ActivationError) -> ActivationRegistry {
        try adding(other.entries)
    }
}
