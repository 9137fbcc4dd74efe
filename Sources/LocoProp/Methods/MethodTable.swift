/// What help texts, tests and documentation say of a method.
public struct MethodDescriptor: Sendable {
    public let kind: Method.Kind
    public let title: String
    public let summary: String
    public let reference: String
    public let options: [OptionDescriptor]

    public var name: String { kind.rawValue }
}

extension Method {
    /// Every method, in the order of ``Kind``.
    public static let table: [MethodDescriptor] = Kind.allCases.map(descriptor)

    static func descriptor(_ kind: Kind) -> MethodDescriptor {
        switch kind {
        case .locoPropM:
            MethodDescriptor(
                kind: kind, title: "LocoProp-M",
                summary: "Each layer descends the matching loss of its activation towards f(a) − γ ∂L/∂a.",
                reference: locoPropReference, options: localOptions(solvers: [.iterative, .kronecker]))
        case .locoPropS:
            MethodDescriptor(
                kind: kind, title: "LocoProp-S",
                summary: "Each layer descends the squared error of its pre-activation towards a − γ ∂L/∂a.",
                reference: locoPropReference,
                options: localOptions(solvers: Solver.allCases))
        case .backProp:
            MethodDescriptor(
                kind: kind, title: "BackProp",
                summary: "One step of the optimizer along the gradient of the final loss.",
                reference: "Rumelhart, Hinton and Williams, Nature 1986", options: [])
        case .kfac:
            MethodDescriptor(
                kind: kind, title: "K-FAC",
                summary: "The natural gradient with each layer's Fisher matrix as a Kronecker product A ⊗ G.",
                reference: "Martens and Grosse, Optimizing Neural Networks with Kronecker-factored Approximate Curvature, ICML 2015",
                options: KFAC.options)
        case .shampoo:
            MethodDescriptor(
                kind: kind, title: "Shampoo",
                summary: "The optimizer takes L^{−1/4} ∇ R^{−1/4}, L and R the second moments of the gradient's rows and columns.",
                reference: "Gupta, Koren and Singer, Shampoo: Preconditioned Stochastic Tensor Optimization, ICML 2018",
                options: Shampoo.options)
        }
    }

    private static let locoPropReference =
        "Amid, Anil and Warmuth, LocoProp: Enhancing BackProp via Local Loss Optimization, AISTATS 2022"

    private static func localOptions(solvers: [Solver]) -> [OptionDescriptor] { [
        .init(
            name: "gamma", defaultText: "10", domain: .positive,
            note: "γ, the step of each layer's target along the gradient"),
        .init(
            name: "iterations", defaultText: "10", domain: .count(limit: largestIterations),
            note: "T, the local steps that a batch gives each layer"),
        .init(
            name: "eta", defaultText: "off", domain: .positiveOrOff,
            note: "η of the regulariser ‖W̃ − W‖²/(2η)"),
        .init(
            name: "bias", defaultText: Bias.free.rawValue, domain: .choice(Bias.allCases.map(\.rawValue)),
            note: "whether the bias moves freely, is held by the regulariser too, or stays"),
        .init(
            name: "schedule", defaultText: Schedule.decaying.rawValue,
            domain: .choice(Schedule.allCases.map(\.rawValue)),
            note: "the local rate: lr · max(1 − k/T, ¼), or lr throughout"),
        .init(
            name: "solver", defaultText: Solver.iterative.rawValue, domain: .choice(solvers.map(\.rawValue)),
            note: solvers.contains(.closedForm)
                ? "steps of the local optimizer, the regularised problem's minimum by Cholesky, or one step preconditioned like K-FAC's"
                : "steps of the local optimizer, or one step preconditioned like K-FAC's"),
        .init(
            name: "sample", defaultText: "250", domain: .count(limit: 1 << 20),
            note: "the rows of a batch that solver=kronecker estimates curvature on"),
    ] }
}
