/// What pulls the weights towards 0. Biases and learned parameters of activations are left alone.
///
/// It acts in each step of an optimizer: once a batch under BackProp, in each of LocoProp's T local iterations, where
/// **L2** is λ/2 ‖W‖² added to the layer's local objective.
public struct WeightDecay: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        case off
        /// w ← w − lr λ w before the optimizer's step, which does not see it (Loshchilov and Hutter, ICLR 2019).
        case decoupled
        /// The gradient is h + λ w, after it was clipped.
        case l2
    }

    public let kind: Kind
    /// λ; 0 where it is off.
    public let rate: Double

    public static let off = WeightDecay(kind: .off, rate: 0)

    private init(kind: Kind, rate: Double) {
        self.kind = kind
        self.rate = rate
    }

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func decoupled(rate: Double) throws(LocoPropError) -> WeightDecay {
        try WeightDecay(parsing: "decoupled(rate=\(rate))")
    }

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func l2(rate: Double) throws(LocoPropError) -> WeightDecay {
        try WeightDecay(parsing: "l2(rate=\(rate))")
    }

    /// Reads `off`, `decoupled(rate=0.01)` or `l2(rate=1e-4)`.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``,
    ///   ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    public init(parsing text: String) throws(LocoPropError) {
        let choice = try NamedChoice(text, kind: "weight decay", in: Self.table)
        // The table has a row for each kind, in their order.
        self.init(kind: Kind.allCases[choice.row], rate: choice.values.first ?? 0)
    }

    /// Every form, in the order of ``Kind``.
    public static let table: [ChoiceDescriptor] = Kind.allCases.map { kind in
        switch kind {
        case .off: ChoiceDescriptor(name: kind.rawValue, summary: "no decay", options: [])
        case .decoupled:
            ChoiceDescriptor(
                name: kind.rawValue, summary: "w ← w − lr λ w before each step, beside the optimizer (AdamW's)",
                options: [rateOption(default: "0.01")])
        case .l2:
            ChoiceDescriptor(
                name: kind.rawValue, summary: "the gradient is h + λ w: λ/2 ‖W‖² in the loss, or in each local objective",
                options: [rateOption(default: "1e-4")])
        }
    }

    private static func rateOption(default text: String) -> OptionDescriptor {
        OptionDescriptor(name: "rate", defaultText: text, domain: .nonnegative, note: "λ")
    }
}

extension WeightDecay: CustomStringConvertible {
    /// `l2(rate=0.0001)`: reads back through ``init(parsing:)``.
    public var description: String {
        // The table has a row for each kind, in their order.
        NamedChoice.text(Self.table.first { $0.name == kind.rawValue }!, [rate])
    }
}
