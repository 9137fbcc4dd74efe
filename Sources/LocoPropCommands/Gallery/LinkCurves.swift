import ActivationCore
import Charts

/// The graphs of an activation, computed by its own kernels in double.
enum LinkCurves {
    /// How many coordinates a coupled activation is shown with.
    static let vectorLength = 3

    static func curve(of activation: any Activation) -> LinkOnALine? {
        let domain = activation.descriptor.domain
        switch activation {
        case let f as any ElementwiseActivation:
            return LinkOnALine(
                link: { f.link($0) }, derivative: { f.derivative($0) }, integral: { f.integral($0) },
                lower: domain.lower, upper: domain.upper, increases: activation.descriptor.monotonicity.increases)
        case let f as any CoupledActivation:
            // Along a = (s, 0, 0): there f₁ is the slope of F.
            func vector(_ s: Double) -> [Double] { [s] + [Double](repeating: 0, count: vectorLength - 1) }
            let direction = vector(1)
            return LinkOnALine(
                link: { f.link(vector($0))[0] },
                derivative: { f.jacobianVectorProduct(vector($0), direction)[0] },
                integral: { f.integral(vector($0)) },
                companions: [{ f.link(vector($0))[1] }],
                lower: domain.lower, upper: domain.upper, increases: activation.descriptor.monotonicity.increases,
                variable: "s")
        default: return nil
        }
    }

    /// The rising part of a link that falls somewhere, and its falling part.
    static func split(of activation: any Activation) -> (rising: LinkOnALine, falling: (Double) -> Double)? {
        guard let f = activation as? any ElementwiseActivation, let split = try? LinkSplit(f) else { return nil }
        let domain = f.descriptor.domain
        let rising = LinkOnALine(
            link: { split.rising($0) }, derivative: { max(f.derivative($0), 0) }, integral: { split.risingIntegral($0) },
            lower: domain.lower, upper: domain.upper)
        return (rising, { split.falling($0) })
    }

    /// The values of a parameter that are worth drawing beside its default.
    static func familyValues(of parameter: ActivationParameter, index: Int, of activation: any Activation) -> [Double] {
        guard let whole = curve(of: activation) else { return [] }
        return LinkFamily.values(
            default: parameter.defaultValue, lowest: parameter.domain.includesLower ? parameter.domain.lower : nil,
            contains: parameter.domain.contains, over: LinkWindow(whole)
        ) { with(activation, index, $0).flatMap { curve(of: $0)?.link } }
    }

    /// The activation with another value of one parameter.
    static func with(_ activation: any Activation, _ index: Int, _ value: Double) -> (any Activation)? {
        var values = activation.parameterValues
        values[index] = value
        return try? type(of: activation).init(parameterValues: values)
    }

    /// What f reaches, by its limits at the ends of its domain; of a coupled link each coordinate.
    static func range(of activation: any Activation) -> LinkRange? {
        let domain = activation.descriptor.domain
        return curve(of: activation).flatMap {
            LinkRange(
                of: $0, isStrict: activation.isStrictlyIncreasing, includes: (domain.includesLower, domain.includesUpper))
        }
    }
}

extension Monotonicity {
    /// Whether f never decreases.
    var increases: Bool {
        switch self {
        case .strict, .nondecreasing, .strictWhere: true
        case .falling: false
        }
    }
}
