import CTrainingKernels

/// What help texts, tests and documentation say of an optimizer.
public struct OptimizerDescriptor: Sendable {
    public let kind: Optimizer.Kind
    public let title: String
    /// One step, with h the gradient and lr the rate.
    public let formula: String
    public let reference: String
    public let options: [OptionDescriptor]
    /// The arrays of the parameters' size that hold its state, by the names they have in checkpoints.
    public let slotNames: [String]

    public var name: String { kind.rawValue }
}

extension Optimizer {
    /// Every optimizer, in the order of ``Kind``.
    public static let table: [OptimizerDescriptor] = Kind.allCases.map(descriptor)

    static func descriptor(_ kind: Kind) -> OptimizerDescriptor {
        switch kind {
        case .sgd:
            OptimizerDescriptor(
                kind: kind, title: "Stochastic gradient descent", formula: "w ← w − lr h",
                reference: "Robbins and Monro, A stochastic approximation method, 1951",
                options: [], slotNames: [])
        case .momentum:
            OptimizerDescriptor(
                kind: kind, title: "Momentum (heavy ball)", formula: "v ← μ v + lr h; w ← w − v",
                reference: "Polyak, 1964; the form of Sutskever et al., ICML 2013, eq. 1 and 2",
                options: [momentumOption(default: "0.9")], slotNames: ["velocity"])
        case .nesterov:
            OptimizerDescriptor(
                kind: kind, title: "Nesterov's accelerated gradient",
                formula: "v ← μ v + lr h; w ← w − (μ v + lr h)",
                reference: "Sutskever et al., ICML 2013, eq. 3 and 4, with w the point θ − μ v that the gradient is taken at",
                options: [momentumOption(default: "0.9")], slotNames: ["velocity"])
        case .adagrad:
            OptimizerDescriptor(
                kind: kind, title: "AdaGrad", formula: "s ← s + h²; w ← w − lr h / (√s + ε)",
                reference: "Duchi, Hazan and Singer, JMLR 2011, diagonal form",
                options: [
                    epsilonOption(default: "1e-10", note: "added to the root (the paper's δ)"),
                    .init(name: "initial", defaultText: "0", domain: .nonnegative, note: "what s starts at"),
                ], slotNames: ["square_sum"])
        case .rmsprop:
            OptimizerDescriptor(
                kind: kind, title: "RMSProp (TensorFlow-1 form)",
                formula: "s ← ρ s + (1 − ρ) h²; v ← μ v + lr h / √(s + ε); w ← w − v",
                reference: "Tieleman and Hinton, 2012; TensorFlow 1 starts s at 1 and has ε inside the root and lr inside the momentum",
                options: [
                    .init(name: "decay", defaultText: "0.9", domain: .fraction, note: "ρ, of the mean square"),
                    momentumOption(default: "0.999"),
                    epsilonOption(default: "1e-5", note: "added inside the root"),
                ], slotNames: ["mean_square", "velocity"])
        case .adam:
            OptimizerDescriptor(
                kind: kind, title: "Adam",
                formula: "m ← β₁ m + (1 − β₁) h; s ← β₂ s + (1 − β₂) h²; w ← w − lr m̂ / (√ŝ + ε), m̂ = m/(1 − β₁ᵗ), ŝ = s/(1 − β₂ᵗ)",
                reference: "Kingma and Ba, ICLR 2015, algorithm 1; t counts local iterations",
                options: [
                    .init(name: "beta1", defaultText: "0.9", domain: .fraction, note: "decay of the mean"),
                    .init(name: "beta2", defaultText: "0.999", domain: .fraction, note: "decay of the mean square"),
                    epsilonOption(default: "1e-8", note: "added to the root"),
                ], slotNames: ["mean", "mean_square"])
        }
    }

    private static func momentumOption(default text: String) -> OptionDescriptor {
        .init(name: "momentum", defaultText: text, domain: .fraction, note: "μ, the share of the velocity kept")
    }

    private static func epsilonOption(default text: String, note: String) -> OptionDescriptor {
        .init(name: "epsilon", defaultText: text, domain: .positive, note: "ε, \(note)")
    }

    /// Slot values before the first step.
    func initialValue(ofSlot slot: Int) -> Double {
        switch kind {
        case .rmsprop: slot == 0 ? 1 : 0
        case .adagrad: self["initial"] ?? 0
        case .sgd, .momentum, .nesterov, .adam: 0
        }
    }

    /// The kernel of this rule.
    func kernel(_ table: UnsafePointer<training_kernels>) -> training_optimizer {
        let kernel = switch kind {
        case .sgd: table.pointee.sgd
        case .momentum: table.pointee.momentum
        case .nesterov: table.pointee.nesterov
        case .adagrad: table.pointee.adagrad
        case .rmsprop: table.pointee.rmsprop
        case .adam: table.pointee.adam
        }
        // Every variant's table is filled by the same initialiser, field by field.
        return kernel!
    }

    /// The rate and constants that the kernel takes at its t-th step, t ≥ 1.
    func constants(rate: Double, t: Double) -> (rate: Double, constants: (Double, Double, Double, Double)) {
        switch kind {
        case .sgd: (rate, (0, 0, 0, 0))
        case .momentum, .nesterov, .adagrad: (rate, (values[0], 0, 0, 0))
        case .rmsprop: (rate, (values[0], values[1], values[2], 0))
        case .adam:
            (
                rate / (1 - power(values[0], t)),
                (values[0], values[1], values[2], (1 - power(values[1], t)).squareRoot())
            )
        }
    }
}

/// bᵗ for a whole t ≥ 1, by squaring: the same bits on every platform, and 0 once it underflows.
func power(_ base: Double, _ exponent: Double) -> Double {
    var (result, factor, rest) = (1.0, base, UInt64(min(exponent, 0x1p62)))
    while rest > 0 {
        if rest & 1 == 1 { result *= factor }
        factor *= factor
        rest >>= 1
    }
    return result
}
