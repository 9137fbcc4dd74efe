import Suggestions

/// How a step changes the weights: by back-propagation, or by LocoProp's local problems.
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

    /// How LocoProp-S solves its local problem.
    public enum Solver: String, CaseIterable, Sendable {
        /// T steps of the local optimizer.
        case iterative
        /// The regularised problem's minimum, W − ηγ (I + ηXᵀX)⁻¹ Xᵀ g, by Cholesky. The local
        /// optimizer, the rate, and T are not used; `eta` is needed. The bias stays unless it is
        /// regularised (it is then a further row of W, with a column of ones in X).
        case closedForm = "closed-form"
    }

    public let kind: Kind
    /// γ, the step of the target along the gradient. 1 under BackProp.
    public let gamma: Double
    /// T, the local iterations. 1 under BackProp.
    public let iterations: Int
    /// η of the regulariser ‖W̃ − W‖²/(2η); `nil` for none.
    public let eta: Double?
    public let bias: Bias
    public let schedule: Schedule
    public let solver: Solver

    /// The largest T.
    public static let largestIterations = 1_000_000

    /// Plain back-propagation with the trainer's optimizer.
    public static let backProp = Method(
        unchecked: .backProp, gamma: 1, iterations: 1, eta: nil, bias: .free, schedule: .constant,
        solver: .iterative)

    /// LocoProp-M: matching losses.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func locoPropM(
        gamma: Double = 10, iterations: Int = 10, eta: Double? = nil, bias: Bias = .free,
        schedule: Schedule = .decaying
    ) throws(LocoPropError) -> Method {
        try Method(
            checking: .locoPropM, gamma: gamma, iterations: iterations, eta: eta, bias: bias,
            schedule: schedule, solver: .iterative)
    }

    /// LocoProp-S: squared losses on the pre-activations.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    public static func locoPropS(
        gamma: Double = 10, iterations: Int = 10, eta: Double? = nil, bias: Bias = .free,
        schedule: Schedule = .decaying, solver: Solver = .iterative
    ) throws(LocoPropError) -> Method {
        try Method(
            checking: .locoPropS, gamma: gamma, iterations: iterations, eta: eta, bias: bias,
            schedule: schedule, solver: solver)
    }

    private init(
        checking kind: Kind, gamma: Double, iterations: Int, eta: Double?, bias: Bias, schedule: Schedule,
        solver: Solver
    ) throws(LocoPropError) {
        let options = Self.descriptor(kind).options
        _ = try options.checked("gamma", "\(gamma)", owner: kind.rawValue)
        _ = try options.checked("iterations", "\(iterations)", owner: kind.rawValue)
        _ = try options.checked("eta", eta.map { "\($0)" } ?? "off", owner: kind.rawValue)
        if solver == .closedForm, eta == nil {
            throw .option(owner: kind.rawValue, name: "eta", value: "off", domain: "above 0 for the closed form")
        }
        self.init(
            unchecked: kind, gamma: gamma, iterations: iterations, eta: eta, bias: bias,
            schedule: schedule, solver: solver)
    }

    private init(
        unchecked kind: Kind, gamma: Double, iterations: Int, eta: Double?, bias: Bias, schedule: Schedule,
        solver: Solver
    ) {
        self.kind = kind
        self.gamma = gamma
        self.iterations = iterations
        self.eta = eta
        self.bias = bias
        self.schedule = schedule
        self.solver = solver
    }

    /// Reads `locoprop-m`, `locoprop-s(gamma=4, eta=0.05, solver=closed-form)` or `backprop`.
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
        var texts: [String: String] = [:]
        for option in Self.descriptor(kind).options { texts[option.name] = option.defaultText }
        for (name, text) in parsed.options {
            let option = try Self.descriptor(kind).options.checked(name, text, owner: kind.rawValue)
            texts[option.name] = text
        }
        guard kind != .backProp else {
            self = .backProp
            return
        }
        // Every text below is in its option's domain, so the fallbacks after ?? are never taken.
        try self.init(
            checking: kind, gamma: texts["gamma"].flatMap(Double.init) ?? 10,
            iterations: texts["iterations"].flatMap(Double.init).map { Int($0) } ?? 10,
            eta: texts["eta"].flatMap(Double.init),
            bias: texts["bias"].flatMap(Bias.init) ?? .free,
            schedule: texts["schedule"].flatMap(Schedule.init) ?? .decaying,
            solver: texts["solver"].flatMap(Solver.init) ?? .iterative)
    }

    /// The local rate's factor at iteration `k` of ``iterations``.
    func rateFactor(_ k: Int) -> Double {
        switch schedule {
        case .decaying: max(1 - Double(k) / Double(iterations), 0.25)
        case .constant: 1
        }
    }
}
