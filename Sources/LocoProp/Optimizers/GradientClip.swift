/// What bounds the gradients of a batch.
///
/// Under BackProp it bounds the gradient ∂L/∂θ of all parameters, as usual. LocoProp has no such gradient: it bounds
/// the backward gradients g_m = ∂L/∂a_m of all layers, from which the targets t = f(a) − γ g (M) and t = a − γ g (S)
/// are set. So `norm` is the same as a smaller γ for the batch, and the local problems stay what they are.
public struct GradientClip: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        case off
        /// All of them times min(1, limit/‖·‖), the Euclidean norm over all layers (and, of g, all rows).
        case norm
        /// Each number moved into [−limit, limit].
        case value
    }

    public let kind: Kind
    /// Infinite where it is off.
    public let limit: Double

    public static let off = GradientClip(kind: .off, limit: .infinity)

    private init(kind: Kind, limit: Double) {
        self.kind = kind
        self.limit = limit
    }

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func norm(limit: Double) throws(LocoPropError) -> GradientClip {
        try GradientClip(parsing: "norm(limit=\(limit))")
    }

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func value(limit: Double) throws(LocoPropError) -> GradientClip {
        try GradientClip(parsing: "value(limit=\(limit))")
    }

    /// Reads `off`, `norm(limit=1)` or `value(limit=0.1)`.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``,
    ///   ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    public init(parsing text: String) throws(LocoPropError) {
        let choice = try NamedChoice(text, kind: "clip", in: Self.table)
        // The table has a row for each kind, in their order.
        self.init(kind: Kind.allCases[choice.row], limit: choice.values.first ?? .infinity)
    }

    /// Every form, in the order of ``Kind``.
    public static let table: [ChoiceDescriptor] = Kind.allCases.map { kind in
        switch kind {
        case .off: ChoiceDescriptor(name: kind.rawValue, summary: "gradients as they are", options: [])
        case .norm:
            ChoiceDescriptor(
                name: kind.rawValue, summary: "all gradients times min(1, limit/norm), the norm over all of them",
                options: [limitOption])
        case .value:
            ChoiceDescriptor(
                name: kind.rawValue, summary: "each number of them moved into [−limit, limit]", options: [limitOption])
        }
    }

    private static let limitOption = OptionDescriptor(
        name: "limit", defaultText: "1", domain: .positive, note: "the bound")
}

extension GradientClip: CustomStringConvertible {
    /// `norm(limit=1.0)`: reads back through ``init(parsing:)``.
    public var description: String {
        // The table has a row for each kind, in their order.
        NamedChoice.text(Self.table.first { $0.name == kind.rawValue }!, [limit])
    }
}
