import Suggestions

/// How a step changes the weights: by LocoProp's local problems, or along the gradient of the final loss, as it is or
/// preconditioned.
///
/// LocoProp (Amid, Anil and Warmuth, AISTATS 2022): one forward and one backward pass give each layer
/// its input X = y_{m−1}, pre-activation a and g = ∂L/∂a. The layer's target is
/// **S** (squared) t = a − γ g with residual r(a) = a − t, or
/// **M** (matching) t = f(a) − γ g with residual r(a) = f(a) − t. With X and t frozen, each layer takes T
/// steps of its own optimizer along Xᵀ r (bias: the column sums of r), sums over the batch, at the rate
/// lr · max(1 − k/T, ¼), k = 0 … T − 1. All targets are set before any weight moves.
public struct Method: Sendable, Equatable {
    public enum Kind: String, CaseIterable, Sendable {
        case locoPropM = "locoprop-m"
        case locoPropS = "locoprop-s"
        case backProp = "backprop"
        case kfac
        case shampoo

        /// Whether each layer has a problem of its own to solve, with ``Method/gamma`` and ``Method/iterations``.
        public var hasLocalProblems: Bool { self == .locoPropM || self == .locoPropS }
    }

    /// What the local problem does with the bias.
    public enum Bias: String, CaseIterable, Sendable {
        /// It moves, and the regulariser does not see it.
        case free
        /// It moves, and the regulariser holds it like a weight.
        case regularised
        /// It stays.
        case fixed
    }

    /// The local rate's factor at iteration k of T.
    public enum Schedule: String, CaseIterable, Sendable {
        /// max(1 − k/T, ¼), as published.
        case decaying
        /// 1.
        case constant
    }

    /// How LocoProp solves its local problems.
    public enum Solver: String, CaseIterable, Sendable {
        /// T steps of the local optimizer.
        case iterative
        /// The regularised problem's minimum, W − ηγ (I + ηXᵀX)⁻¹ Xᵀ g, by Cholesky. The local
        /// optimizer, the rate, and T are not used; `eta` is needed. The bias stays unless it is
        /// regularised (it is then a further row of W, with a column of ones in X).
        ///
        /// LocoProp-S alone.
        case closedForm = "closed-form"
        /// One preconditioned step of all local problems: along (A + π√λ I)⁻¹ ∇ (G + √λ/π I)⁻¹, with A and G those of
        /// K-FAC (``KFAC``), estimated on ``sample`` rows of a batch, as is the quadratic model of the final loss that
        /// sets step length, momentum and λ. ∇ = Xᵀ g is the local problem's gradient but for γ, for S and M alike; the
        /// local optimizer, the rate, γ, T and the schedule are not used.
        case kronecker
    }

    public let kind: Kind
    /// γ, the step of the target along the gradient. 1 without local problems.
    public let gamma: Double
    /// T, the local iterations. 1 without local problems.
    public let iterations: Int
    /// η of the regulariser ‖W̃ − W‖²/(2η); `nil` for none.
    public let eta: Double?
    public let bias: Bias
    public let schedule: Schedule
    public let solver: Solver
    /// Of ``Solver/kronecker``: the rows of a batch that curvature is estimated on.
    public let sample: Int
    /// `nil` under any other method.
    public let kfac: KFAC?
    /// `nil` under any other method.
    public let shampoo: Shampoo?

    /// The largest T.
    public static let largestIterations = 1_000_000
    /// The most steps from one factorisation to the next.
    static let largestPeriod = 1_000_000

    /// Plain back-propagation with the trainer's optimizer.
    public static let backProp = Method(.backProp)

    /// Kronecker-factored curvature.
    public static func kfac(_ options: KFAC) -> Method { Method(.kfac, kfac: options) }

    /// Fourth roots of the gradient's second moments.
    public static func shampoo(_ options: Shampoo) -> Method { Method(.shampoo, shampoo: options) }

    /// LocoProp-M: matching losses.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func locoPropM(
        gamma: Double = 10, iterations: Int = 10, eta: Double? = nil, bias: Bias = .free,
        schedule: Schedule = .decaying, solver: Solver = .iterative, sample: Int = 250
    ) throws(LocoPropError) -> Method {
        try Method(
            checking: .locoPropM, gamma: gamma, iterations: iterations, eta: eta, bias: bias,
            schedule: schedule, solver: solver, sample: sample)
    }

    /// LocoProp-S: squared losses on the pre-activations.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func locoPropS(
        gamma: Double = 10, iterations: Int = 10, eta: Double? = nil, bias: Bias = .free,
        schedule: Schedule = .decaying, solver: Solver = .iterative, sample: Int = 250
    ) throws(LocoPropError) -> Method {
        try Method(
            checking: .locoPropS, gamma: gamma, iterations: iterations, eta: eta, bias: bias,
            schedule: schedule, solver: solver, sample: sample)
    }

    private init(
        checking kind: Kind, gamma: Double, iterations: Int, eta: Double?, bias: Bias, schedule: Schedule,
        solver: Solver, sample: Int
    ) throws(LocoPropError) {
        self.init(
            kind, gamma: gamma, iterations: iterations, eta: eta, bias: bias, schedule: schedule, solver: solver,
            sample: sample)
        try Self.descriptor(kind).options.check(optionTexts, owner: kind.rawValue)
        try checkTogether()
    }

    private init(
        _ kind: Kind, gamma: Double = 1, iterations: Int = 1, eta: Double? = nil, bias: Bias = .free,
        schedule: Schedule = .constant, solver: Solver = .iterative, sample: Int = 250,
        kfac: KFAC? = nil, shampoo: Shampoo? = nil
    ) {
        self.kind = kind
        self.gamma = gamma
        self.iterations = iterations
        self.eta = eta
        self.bias = bias
        self.schedule = schedule
        self.solver = solver
        self.sample = sample
        self.kfac = kfac
        self.shampoo = shampoo
    }

    /// What the options' own domains do not say.
    private func checkTogether() throws(LocoPropError) {
        if solver == .closedForm, eta == nil {
            throw .option(owner: kind.rawValue, name: "eta", value: "off", domain: "above 0 for the closed form")
        }
        guard solver == .kronecker else { return }
        if let eta {
            throw .option(owner: kind.rawValue, name: "eta", value: "\(eta)", domain: "off under solver=kronecker")
        }
        if bias != .free {
            throw .option(owner: kind.rawValue, name: "bias", value: bias.rawValue, domain: "free under solver=kronecker")
        }
    }

    /// Reads `locoprop-m`, `locoprop-s(gamma=4, eta=0.05, solver=closed-form)`, `backprop` or `kfac(fisher=exact)`.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``,
    ///   ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    public init(parsing text: String) throws(LocoPropError) {
        let parsed = try NameWithOptions(text, kind: "method")
        guard let kind = Kind(rawValue: parsed.name.lowercased()) else {
            let known = Kind.allCases.map(\.rawValue)
            throw .unknownName(
                kind: "method", name: parsed.name, known: known,
                suggestion: suggestion(for: parsed.name, in: known))
        }
        let texts = try OptionTexts(Self.descriptor(kind).options, given: parsed.options, owner: kind.rawValue)
        switch kind {
        case .backProp: self = .backProp
        case .kfac: self = .kfac(KFAC(texts))
        case .shampoo: self = .shampoo(Shampoo(texts))
        case .locoPropM, .locoPropS:
            self.init(
                kind, gamma: texts.number("gamma"), iterations: texts.count("iterations"),
                eta: texts.numberOrOff("eta"), bias: texts.choice("bias"), schedule: texts.choice("schedule"),
                solver: texts.choice("solver"), sample: texts.count("sample"))
        }
        try checkTogether()
    }

    /// Every option as it is written on the command line, in the table's order.
    package var optionTexts: [(name: String, text: String)] {
        switch kind {
        case .backProp: return []
        case .kfac: return kfac?.texts ?? []
        case .shampoo: return shampoo?.texts ?? []
        case .locoPropM, .locoPropS:
            return [
                (name: "gamma", text: "\(gamma)"), (name: "iterations", text: "\(iterations)"),
                (name: "eta", text: eta.map { "\($0)" } ?? "off"), (name: "bias", text: bias.rawValue),
                (name: "schedule", text: schedule.rawValue), (name: "solver", text: solver.rawValue),
                (name: "sample", text: "\(sample)"),
            ]
        }
    }

    /// The optimizer that the method brings along: an adaptive step with Kronecker factors is one of momentum, with rate and μ of its
    /// own each time.
    var ownOptimizer: Optimizer? { kronecker?.step == .adaptive ? Optimizer(.momentum) : nil }

    /// Whether the rate that a trainer is given is not used: each step chooses its own length, or is an exact solution.
    public var choosesItsRate: Bool { ownOptimizer != nil || solver == .closedForm }

    /// Whether a step sets targets, so that local losses can be measured.
    public var setsTargets: Bool { kind.hasLocalProblems && solver != .kronecker }

    /// The local rate's factor at iteration `k` of ``iterations``.
    func rateFactor(_ k: Int) -> Double {
        switch schedule {
        case .decaying: max(1 - Double(k) / Double(iterations), 0.25)
        case .constant: 1
        }
    }
}
