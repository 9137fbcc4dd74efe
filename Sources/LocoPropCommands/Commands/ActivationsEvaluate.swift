import ActivationCore
import ArgumentParser
import Training

struct ActivationsEvaluate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Compute link, derivative and integral at points, or inverse and dual of values.",
        discussion: """
            A list gives a row for each number. A coupled activation (softmax) takes it as one vector and gives one \
            row, with the Jacobian by rows as its derivative. Outside the dual's domain the dual is inf and the \
            inverse nan.

            Examples:
              locoprop activations evaluate tanh --at=-1,0.5 --json
              locoprop activations evaluate elu --set beta=0.3 --at=-2 --precision double
              locoprop activations evaluate softmax --at=1,2,3
              locoprop activations evaluate sigmoid --invert=0.3,0.7
            """)

    @OptionGroup var request: ActivationRequest

    @Option(parsing: .unconditional, help: ArgumentHelp("Pre-activations.", valueName: "a,a,…"))
    var at: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Post-activations.", valueName: "y,y,…"))
    var invert: String?

    func run() throws {
        let activation = try request.activation()
        guard (at == nil) != (invert == nil) else {
            throw UsageError(at == nil
                ? "nothing to compute: give --at=-1,0.5, or --invert=0.3" : "--at and --invert: give one of them")
        }
        if invert != nil, !activation.hasInverse {
            throw ActivationError.noInverse(
                activation: "\(activation)",
                reason: "its link \(activation.hasMatchingLoss ? "is " : "")\(activation.descriptor.monotonicity.text), so it takes some values more than once.")
        }
        switch request.precision {
        case .float: try compute(activation, Float.self)
        case .double: try compute(activation, Double.self)
        }
    }

    private func compute<Scalar: ActivationScalar>(_ activation: any Activation, _: Scalar.Type) throws {
        let numbers: [Scalar] = try at.map { try NumberList.parse($0, option: "at") }
            ?? NumberList.parse(invert ?? "", option: "invert")
        switch activation {
        case let activation as any ElementwiseActivation:
            request.print(numbers.map { at == nil ? inverseRow(activation, $0) : row(activation, $0) }, of: activation)
        case let activation as any CoupledActivation:
            guard numbers.count <= NumberList.longestVector else {
                throw UsageError("a vector of \(numbers.count) numbers; \(NumberList.longestVector) are the most")
            }
            request.print([at == nil ? inverseRow(activation, numbers) : row(activation, numbers)], of: activation)
        default: throw UsageError("'\(activation)' is neither elementwise nor coupled")
        }
    }

    private func row<Scalar: ActivationScalar>(_ f: any ElementwiseActivation, _ a: Scalar) -> [JSONValue.Member] {
        [
            .init("a", JSONValue(a)), .init("link", JSONValue(f.link(a))),
            .init("derivative", JSONValue(f.derivative(a))), .init("integral", JSONValue(f.integral(a))),
        ] + slopes(of: f, link: { JSONValue(f.linkSlope(a, parameter: $0)) }, integral: { JSONValue(f.integralSlope(a, parameter: $0)) })
            + parts(of: f, a)
    }

    private func row<Scalar: ActivationScalar>(_ f: any CoupledActivation, _ a: [Scalar]) -> [JSONValue.Member] {
        [
            .init("a", JSONValue(a)), .init("link", JSONValue(f.link(a))),
            .init("derivative", .array(f.jacobian(a).map { JSONValue($0) })), .init("integral", JSONValue(f.integral(a))),
        ] + slopes(of: f, link: { JSONValue(f.linkSlope(a, parameter: $0)) }, integral: { JSONValue(f.integralSlope(a, parameter: $0)) })
    }

    /// Of a link that falls somewhere, f₊, f₋, F₊ and F₋.
    private func parts<Scalar: ActivationScalar>(of f: any ElementwiseActivation, _ a: Scalar) -> [JSONValue.Member] {
        guard let split = try? LinkSplit(f) else { return [] }
        return [
            .init("rising", JSONValue(split.rising(a))), .init("falling", JSONValue(split.falling(a))),
            .init("rising_integral", JSONValue(split.risingIntegral(a))),
            .init("falling_integral", JSONValue(split.fallingIntegral(a))),
        ]
    }

    /// `link_by_beta` and `integral_by_beta`, the slopes with respect to each parameter.
    private func slopes(
        of activation: any Activation, link: (Int) -> JSONValue, integral: (Int) -> JSONValue
    ) -> [JSONValue.Member] {
        type(of: activation).descriptor.parameters.enumerated().flatMap { index, parameter in
            [
                JSONValue.Member("link_by_\(parameter.name)", link(index)),
                JSONValue.Member("integral_by_\(parameter.name)", integral(index)),
            ]
        }
    }

    private func inverseRow<Scalar: ActivationScalar>(_ f: any ElementwiseActivation, _ y: Scalar) -> [JSONValue.Member] {
        [.init("y", JSONValue(y)), .init("inverse", JSONValue(f.inverse(y))), .init("dual", JSONValue(f.dual(y)))]
    }

    private func inverseRow<Scalar: ActivationScalar>(_ f: any CoupledActivation, _ y: [Scalar]) -> [JSONValue.Member] {
        [.init("y", JSONValue(y)), .init("inverse", JSONValue(f.inverse(y))), .init("dual", JSONValue(f.dual(y)))]
    }
}
