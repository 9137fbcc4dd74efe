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
            @Sendable func vector(_ s: Double) -> [Double] { [s] + [Double](repeating: 0, count: vectorLength - 1) }
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

    /// Five values of a parameter, or fewer, that make a difference to be seen; none where no values do.
    static func familyValues(of parameter: ActivationParameter, index: Int, of activation: any Activation) -> [Double] {
        let base = parameter.defaultValue
        for factor in [2.0, 5, 20, 100] {
            let candidates = base == 0
                ? [-factor, -factor / 2, 0, factor / 2, factor].map { $0 / 2 }
                : [base / factor, base / factor.squareRoot(), base, base * factor.squareRoot(), base * factor].sorted()
            let values = distinct(candidates.map { $0 == base ? base : rounded($0) }.filter { $0.isFinite && parameter.domain.contains($0) })
            let members = values.compactMap { with(activation, index, $0) }.compactMap { curve(of: $0) }
            guard members.count == values.count, values.count > 1, let whole = curve(of: activation) else { continue }
            let window = LinkWindow(whole)
            let heights = window.heights(of: members.map { m in { m.link($0) } }, reach: 1)
            let needed = 0.1 * (heights.upperBound - heights.lowerBound)
            let isVisible = (1..<64).contains { i in
                let x = window.x.lowerBound + (window.x.upperBound - window.x.lowerBound) * Double(i) / 64
                let ys = members.map { $0.link(x) }.filter(\.isFinite).map { min(max($0, heights.lowerBound), heights.upperBound) }
                return (ys.max() ?? 0) - (ys.min() ?? 0) > needed
            }
            if isVisible { return values }
        }
        return []
    }

    /// The activation with another value of one parameter.
    static func with(_ activation: any Activation, _ index: Int, _ value: Double) -> (any Activation)? {
        var values = activation.parameterValues
        values[index] = value
        return try? type(of: activation).init(parameterValues: values)
    }

    /// What f reaches, by its limits at the ends of its domain.
    static func range(of activation: any Activation) -> ParameterDomain? {
        guard let f = activation as? any ElementwiseActivation, activation.descriptor.monotonicity.increases else { return nil }
        let domain = activation.descriptor.domain
        func limit(_ end: Double, _ other: Double) -> Double {
            let value: Double = f.link(end)
            if !value.isNaN { return value }
            // Towards the end as far as the formula can be followed.
            var last = Double.nan
            for k in 1..<1020 {
                let step = powerOfTwo(end.isInfinite ? k : -k)
                let x = end.isInfinite ? (end < 0 ? -step : step) : end + (other > end ? step : -step)
                let next: Double = f.link(x)
                guard next.isFinite else { break }
                last = next
            }
            return last.magnitude > 1e100 ? (last < 0 ? -.infinity : .infinity) : last
        }
        let (low, high) = (limit(domain.lower, domain.upper), limit(domain.upper, domain.lower))
        guard low <= high else { return nil }
        // A strictly increasing link only tends to its limits; in double it seems to reach them.
        let isFlat = !activation.isStrictlyIncreasing
        func attains(_ limit: Double, _ probe: Double) -> Bool { isFlat && limit.isFinite && f.link(probe) == limit }
        return ParameterDomain(
            lower: low, upper: high, includesLower: domain.includesLower || attains(low, max(domain.lower, -1e3)),
            includesUpper: domain.includesUpper || attains(high, min(domain.upper, 1e3)))
    }

    private static func powerOfTwo(_ n: Int) -> Double { Double(sign: .plus, exponent: n, significand: 1) }

    private static func distinct(_ values: [Double]) -> [Double] {
        values.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }

    /// To two significant digits.
    private static func rounded(_ x: Double) -> Double {
        guard x != 0, x.isFinite else { return x }
        var scale = 1.0
        while x.magnitude * scale < 10 { scale *= 10 }
        while x.magnitude * scale >= 100 { scale /= 10 }
        return (x * scale).rounded() / scale
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
