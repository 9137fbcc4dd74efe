/// The options of Shampoo (Gupta, Koren and Singer, "Shampoo: Preconditioned Stochastic Tensor Optimization", ICML 2018,
/// algorithm 1).
///
/// A layer's weights and biases are one matrix [in + 1, out] with gradient ∇. With L = εI + Σ ∇∇ᵀ and R = εI + Σ ∇ᵀ∇ over
/// the steps so far, the direction is
///
///     D = L^{−1/4} ∇ R^{−1/4},
///
/// and the trainer's optimizer takes it for the gradient. Learned parameters of an activation are a vector with
/// L^{−1/2} of their own.
public struct Shampoo: Sendable, Equatable {
    /// Whose step size a layer's D is scaled to: ‖D‖ becomes the norm of that rule's step at rate 1 (Anil, Gupta, Koren,
    /// Regan and Singer, "Scalable Second Order Optimization for Deep Learning", 2020, section 4).
    public enum Graft: String, CaseIterable, Sendable {
        /// As the paper has it: none.
        case none
        /// ‖∇‖.
        case sgd
        /// ‖∇/(√Σ∇² + 1e-10)‖.
        case adagrad
        /// ‖∇/√(v + 1e-10)‖, v the running average of ∇² with `graft-decay`, divided by 1 − decayᵗ.
        case rmsprop
    }

    /// ε.
    public let epsilon: Double
    /// The share of L and R kept from step to step, the rest being the new term (exponential averages, divided by
    /// 1 − decayᵗ); `nil` for plain sums.
    public let decay: Double?
    public let graft: Graft
    public let graftDecay: Double
    /// The steps from one computation of the roots to the next.
    public let period: Int
    /// The most rows and columns that share an L or R: a larger layer is cut into such blocks, each a matrix of its own.
    public let block: Int

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public init(
        epsilon: Double = 1e-6, decay: Double? = nil, graft: Graft = .adagrad, graftDecay: Double = 0.99,
        period: Int = 20, block: Int = 1024
    ) throws(LocoPropError) {
        self.init(
            unchecked: epsilon, decay: decay, graft: graft, graftDecay: graftDecay, period: period, block: block)
        try Self.options.check(texts, owner: Method.Kind.shampoo.rawValue)
    }

    private init(
        unchecked epsilon: Double, decay: Double?, graft: Graft, graftDecay: Double, period: Int, block: Int
    ) {
        self.epsilon = epsilon
        self.decay = decay
        self.graft = graft
        self.graftDecay = graftDecay
        self.period = period
        self.block = block
    }

    /// From texts in their options' domains, one for each option.
    init(_ texts: OptionTexts) {
        self.init(
            unchecked: texts.number("epsilon"), decay: texts.numberOrOff("decay"), graft: texts.choice("graft"),
            graftDecay: texts.number("graft-decay"), period: texts.count("period"), block: texts.count("block"))
    }

    /// The options as they are written, in the order of ``options``.
    var texts: [(name: String, text: String)] {
        [
            ("epsilon", "\(epsilon)"), ("decay", decay.map { "\($0)" } ?? "off"), ("graft", graft.rawValue),
            ("graft-decay", "\(graftDecay)"), ("period", "\(period)"), ("block", "\(block)"),
        ]
    }

    /// The largest matrix whose eigenvectors are taken: 2 GiB of workspace in double.
    static let largestBlock = 8192

    static let options: [OptionDescriptor] = [
        .init(name: "epsilon", defaultText: "1e-06", domain: .positive, note: "ε, what L and R start from"),
        .init(
            name: "decay", defaultText: "off", domain: .fractionOrOff,
            note: "the share of L and R kept in an exponential average; off for sums"),
        .init(
            name: "graft", defaultText: "adagrad", domain: .choice(Graft.allCases.map(\.rawValue)),
            note: "the rule whose step size a layer's direction takes"),
        .init(name: "graft-decay", defaultText: "0.99", domain: .fraction, note: "of the mean square, under graft=rmsprop"),
        .init(
            name: "period", defaultText: "20", domain: .count(limit: Method.largestPeriod),
            note: "steps from one computation of the roots to the next"),
        .init(
            name: "block", defaultText: "1024", domain: .count(limit: largestBlock),
            note: "rows and columns that share an L or R at most"),
    ]
}
