import ActivationCore

/// A network as it is written: widths, input first, and where a layer has its own activation, that after a colon:
/// `784-1000:tanh-30:linear-784:sigmoid`, `784-100:elu(beta=0.3)-10`.
public struct NetworkLayout: Sendable, CustomStringConvertible {
    public let widths: NetworkWidths
    /// By place in ``widths``; `nil` where the plan's rule decides, and of the input.
    public let activations: [(any Activation)?]

    /// A network whose activations are all the plan's.
    public init(_ widths: NetworkWidths) {
        self.widths = widths
        activations = Array(repeating: nil, count: widths.values.count)
    }

    /// - Throws: ``PlanError/widths(_:reason:)``; `ActivationError` for an activation that the registry refuses.
    public init(parsing text: String, registry: ActivationRegistry) throws {
        let parts = Self.parts(text)
        widths = try NetworkWidths(parts.map { $0.prefix { $0 != ":" } }, of: text)
        activations = try parts.enumerated().map { index, part -> (any Activation)? in
            guard let colon = part.firstIndex(of: ":") else { return nil }
            let name = String(part[part.index(after: colon)...])
            guard index > 0 else { throw PlanError.widths(text, reason: "the input has no activation, and ':\(name)' stands after it") }
            guard !name.isEmpty else { throw PlanError.widths(text, reason: "an activation is missing after '\(part)'") }
            return try registry.make(name)
        }
    }

    /// The pieces between dashes, but for those within parentheses: `elu(beta=1e-3)`.
    private static func parts(_ text: String) -> [Substring] {
        var depth = 0
        return text.split(omittingEmptySubsequences: false) { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth = max(0, depth - 1) }
            return character == "-" && depth == 0
        }
    }

    public var description: String {
        zip(widths.values, activations).map { width, activation in
            activation.map { "\(width):\($0.fullDescription)" } ?? "\(width)"
        }.joined(separator: "-")
    }
}
