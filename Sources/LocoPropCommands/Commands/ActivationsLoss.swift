import ActivationCore
import ArgumentParser
import Training

struct ActivationsLoss: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loss",
        abstract: "Compute the matching loss of an estimate against a target, and its gradient.",
        discussion: """
            D_F(â, a) = F(â) − F(a) − f(a)(â − a) and f(â) − f(a), both â and a pre-activations. Lists of equal \
            length give a row for each pair; a coupled activation (softmax) takes them as two vectors.

            Where the link falls somewhere (gelu) D_F may be negative, and is refused; --rising takes the increasing \
            part f₊ of f in its place, whose D_F₊ is never negative and at least D_F.

            Examples:
              locoprop activations loss tanh --estimate=0.75 --target=-0.5 --json
              locoprop activations loss softmax --estimate=1,2,3 --target=0,0,1
            """)

    @OptionGroup var request: ActivationRequest

    @Option(parsing: .unconditional, help: ArgumentHelp("Pre-activations â.", valueName: "â,â,…"))
    var estimate: String

    @Option(parsing: .unconditional, help: ArgumentHelp("Pre-activations a.", valueName: "a,a,…"))
    var target: String

    @Flag(help: "Of the increasing part of a link that falls somewhere.")
    var rising = false

    func run() throws {
        let activation = try request.activation()
        guard activation.hasMatchingLoss || rising else {
            throw ActivationError.noMatchingLoss(
                activation: "\(activation)",
                reason: "its link \(activation.descriptor.monotonicity.text), so its integral is not convex. --rising gives the loss of its increasing part.")
        }
        switch request.precision {
        case .float: try compute(activation, Float.self)
        case .double: try compute(activation, Double.self)
        }
    }

    private func compute<Scalar: ActivationScalar>(_ activation: any Activation, _: Scalar.Type) throws {
        let estimates: [Scalar] = try NumberList.parse(estimate, option: "estimate")
        let targets: [Scalar] = try NumberList.parse(target, option: "target")
        guard estimates.count == targets.count else {
            throw UsageError("\(estimates.count) estimates and \(targets.count) targets; each estimate needs its target")
        }
        switch activation {
        case let activation as any ElementwiseActivation where rising:
            let split = try LinkSplit(activation)
            request.print(zip(estimates, targets).map { row(split, $0, $1) }, of: activation)
        case _ where rising: throw UsageError("--rising: the link of '\(activation)' never falls; leave it out")
        case let activation as any ElementwiseActivation:
            request.print(zip(estimates, targets).map { row(activation, $0, $1) }, of: activation)
        case let activation as any CoupledActivation:
            request.print([row(activation, estimates, targets)], of: activation)
        default: throw UsageError("'\(activation)' is neither elementwise nor coupled")
        }
    }

    private func row<Scalar: ActivationScalar>(
        _ f: any ElementwiseActivation, _ estimate: Scalar, _ target: Scalar
    ) -> [JSONValue.Member] {
        [
            .init("estimate", JSONValue(estimate)), .init("target", JSONValue(target)),
            .init("loss", JSONValue(f.matchingLoss(estimate: estimate, target: target))),
            .init("gradient", JSONValue(f.matchingLossGradient(estimate: estimate, target: target))),
        ]
    }

    private func row<Scalar: ActivationScalar>(
        _ split: LinkSplit, _ estimate: Scalar, _ target: Scalar
    ) -> [JSONValue.Member] {
        let (loss, gradient) = split.risingMatchingLoss(estimate: estimate, target: target)
        return [
            .init("estimate", JSONValue(estimate)), .init("target", JSONValue(target)),
            .init("loss", JSONValue(loss)), .init("gradient", JSONValue(gradient)),
        ]
    }

    private func row<Scalar: ActivationScalar>(
        _ f: any CoupledActivation, _ estimate: [Scalar], _ target: [Scalar]
    ) -> [JSONValue.Member] {
        [
            .init("estimate", JSONValue(estimate)), .init("target", JSONValue(target)),
            .init("loss", JSONValue(f.matchingLoss(estimate: estimate, target: target))),
            .init("gradient", JSONValue(f.matchingLossGradient(estimate: estimate, target: target))),
        ]
    }
}
