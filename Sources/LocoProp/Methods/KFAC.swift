/// The options of K-FAC (Martens and Grosse, "Optimizing Neural Networks with Kronecker-factored Approximate
/// Curvature", ICML 2015; the numbers of sections below are those of arXiv:1503.05671).
///
/// Each layer's Fisher block is taken to be A ⊗ G with A = E[x xᵀ], x the layer's input with a constant 1 behind it for
/// the bias, and G = E[g gᵀ], g = ∂/∂a of the loss of one example. With [W; b] a matrix of in + 1 rows and ∇ its
/// gradient, the direction is
///
///     D = (A + π√λ I)⁻¹ ∇ (G + √λ/π I)⁻¹,   π² = (tr A/(in + 1)) / (tr G/out)      (sections 4.2 and 6.3).
public struct KFAC: Sendable, Equatable {
    /// What G's gradients are taken for.
    public enum Fisher: String, CaseIterable, Sendable {
        /// Targets drawn from the network's own distribution, one an example, with a backward pass of their own.
        case sampled
        /// The expectation over that distribution: a backward pass for each output.
        case exact
        /// The data's targets: the empirical Fisher, which is not the Fisher, and costs no further pass.
        case empirical
    }

    /// How far a step goes along D.
    public enum Step: String, CaseIterable, Sendable {
        /// −α D − μ v, with v the last step, and α and μ where the quadratic model M(δ) = ∇·δ + ½ δᵀ(F + λI)δ is least,
        /// F being the exact Fisher of the batch (section 7). Neither rate nor optimizer are used. λ is adapted every
        /// ``dampingPeriod`` steps by the ratio of the loss's fall to the model's: ω^period λ where it is above ¾,
        /// ω^−period λ where it is below ¼ (section 6.5).
        case adaptive
        /// The trainer's optimizer takes D for the gradient, at the trainer's rate; λ stays.
        case fixed
    }

    public let fisher: Fisher
    public let step: Step
    /// λ, at the start.
    public let damping: Double
    /// ω, by which a step may change λ.
    public let dampingDecay: Double
    /// The steps from one change of λ to the next.
    public let dampingPeriod: Int
    /// What λ does not fall below.
    public let leastDamping: Double
    /// The most weight that the running averages of A and G give to what they were: min(1 − 1/k, decay) at step k.
    public let decay: Double
    /// The steps from one inversion to the next.
    public let period: Int
    /// κ: D is scaled down until rate² · ∇·D is at most κ (Ba, Grosse and Martens, ICLR 2017); `nil` for no limit.
    public let clip: Double?

    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public init(
        fisher: Fisher = .sampled, step: Step = .adaptive, damping: Double = 5, dampingDecay: Double = 0.9,
        dampingPeriod: Int = 5, leastDamping: Double = 1e-3, decay: Double = 0.95, period: Int = 5, clip: Double? = nil
    ) throws(LocoPropError) {
        self.init(
            unchecked: fisher, step: step, damping: damping, dampingDecay: dampingDecay, dampingPeriod: dampingPeriod,
            leastDamping: leastDamping, decay: decay, period: period, clip: clip)
        try Self.options.check(texts, owner: Method.Kind.kfac.rawValue)
    }

    private init(
        unchecked fisher: Fisher, step: Step, damping: Double, dampingDecay: Double, dampingPeriod: Int,
        leastDamping: Double, decay: Double, period: Int, clip: Double?
    ) {
        self.fisher = fisher
        self.step = step
        self.damping = damping
        self.dampingDecay = dampingDecay
        self.dampingPeriod = dampingPeriod
        self.leastDamping = leastDamping
        self.decay = decay
        self.period = period
        self.clip = clip
    }

    /// From texts in their options' domains, one for each option.
    init(_ texts: OptionTexts) {
        self.init(
            unchecked: texts.choice("fisher"), step: texts.choice("step"), damping: texts.number("damping"),
            dampingDecay: texts.number("damping-decay"), dampingPeriod: texts.count("damping-period"),
            leastDamping: texts.number("least-damping"), decay: texts.number("decay"), period: texts.count("period"), clip: texts.numberOrOff("clip"))
    }

    /// The options as they are written, in the order of ``options``.
    var texts: [(name: String, text: String)] {
        [
            ("fisher", fisher.rawValue), ("step", step.rawValue), ("damping", "\(damping)"),
            ("damping-decay", "\(dampingDecay)"), ("damping-period", "\(dampingPeriod)"),
            ("least-damping", "\(leastDamping)"), ("decay", "\(decay)"),
            ("period", "\(period)"), ("clip", clip.map { "\($0)" } ?? "off"),
        ]
    }

    static let options: [OptionDescriptor] = [
        .init(
            name: "fisher", defaultText: "sampled", domain: .choice(Fisher.allCases.map(\.rawValue)),
            note: "the targets that G is taken for: drawn from the network, their expectation (a pass an output), or the data's"),
        .init(
            name: "step", defaultText: "adaptive", domain: .choice(Step.allCases.map(\.rawValue)),
            note: "rate, momentum and damping from the quadratic model, or the optimizer's at the given rate"),
        .init(name: "damping", defaultText: "5", domain: .positive, note: "λ at the start"),
        .init(name: "damping-decay", defaultText: "0.9", domain: .fraction, note: "ω, by which an adaptive step may change λ"),
        .init(
            name: "damping-period", defaultText: "5", domain: .count(limit: Method.largestPeriod),
            note: "steps from one change of λ to the next"),
        .init(name: "least-damping", defaultText: "0.001", domain: .positive, note: "what an adaptive step's λ does not fall below"),
        .init(name: "decay", defaultText: "0.95", domain: .fraction, note: "of the running averages of A and G"),
        .init(
            name: "period", defaultText: "5", domain: .count(limit: Method.largestPeriod),
            note: "steps from one inversion to the next"),
        .init(name: "clip", defaultText: "off", domain: .positiveOrOff, note: "κ, the most that rate² · ∇·D may be in a fixed step"),
    ]
}
