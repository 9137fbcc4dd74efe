import Symbolic

/// Where the integral of a link is a polynomial of degree two or less to the last bit of a Double: beyond `start` the
/// link is c₁ + 2 c₂ a but for a remainder whose whole integral does not count. Or where the link overflows.
struct IntegralTail {
    /// High precision knows e to the power of some multiples of that.
    private static let farExponent = 55

    /// The distance from 0.
    var start: Double
    private var slope: Double
    private var curvature: Double
    private var isOverflow = false

    /// F of the tail, from its value where the tail begins.
    func panel(sign: Double, total: Double) -> IntegralTable.Panel {
        let a = sign * start
        if isOverflow { return IntegralTable.Panel(centre: 0, scale: 1, power: 0, coefficients: [total < 0 ? -.infinity : .infinity]) }
        let constant = total - a * (slope + a * curvature)
        return IntegralTable.Panel(centre: 0, scale: 1, power: 0, coefficients: [constant, slope, curvature])
    }

    /// - Returns: `nil` where the link approaches no line fast enough.
    static func find(_ link: Expression, sign: Double) -> IntegralTail? {
        // What f is at a = ±2⁵⁵, with the line through it.
        let far = Expression.multiply(.integer(sign > 0 ? 1 : -1), .power(.integer(2), .integer(Int128(farExponent))))
        let (height, rise) = (link.substitutingVariable(far), link.derivative().substitutingVariable(far))
        let constants = Evaluator([height, rise], precision: 1024).values(at: 0)
        guard constants[0].status == .defined, constants[0].midpoint.isFinite else { return overflow(link, sign: sign) }
        guard constants[1].status == .defined else { return nil }
        // A rise that changes nothing before there is that of a remainder.
        let isFlat = constants[1].midpoint.magnitude * 0x1p55 <= 0x1p-60 * max(constants[0].midpoint.magnitude, 0x1p-60)
        let line = isFlat ? height : Expression.add(height, .multiply(rise, .subtract(.variable, far)))
        let start = isFlat ? height : Expression.subtract(height, .multiply(rise, far))
        let evaluator = Evaluator([.subtract(link, line), link, start, rise], precision: 1024)
        let atZero = evaluator.values(at: 0)
        // A height that is 0 beside the link's size, but for the last of 1024 bits, is 0: F then has a limit.
        let isZero = isFlat && atZero[2].midpoint.magnitude <= 0x1p-900 * evaluator.values(at: sign)[1].midpoint.magnitude
        let (slope, curvature) = (isZero ? 0 : atZero[2].midpoint, isFlat ? 0 : atZero[3].midpoint / 2)
        guard slope.isFinite, curvature.isFinite else { return nil }
        let size = max(evaluator.values(at: sign)[1].midpoint.magnitude, 0x1p-20)
        for exponent in 0..<160 {
            // Eight places an octave of four.
            let a = Double(sign: .plus, exponent: exponent / 4, significand: [1, 1.1875, 1.40625, 1.6875][exponent % 4])
            guard let rest = remainder(evaluator, a, sign) else { continue }
            let scale = max(evaluator.values(at: sign * a)[1].midpoint.magnitude * a, size)
            if rest <= 0x1p-57 * scale { return IntegralTail(start: a, slope: slope, curvature: curvature) }
        }
        return nil
    }

    /// ∫ |f − line| beyond a, from above: over octaves, in each of which it is least at the end and largest at the start.
    private static func remainder(_ evaluator: Evaluator, _ a: Double, _ sign: Double) -> Double? {
        var (sum, last, share) = (0.0, Double.infinity, 0.0)
        var place = a
        while place < 0x1p50 {
            let value = evaluator.values(at: sign * place)[0]
            guard value.status == .defined else { return nil }
            let size = max(value.lower.magnitude, value.upper.magnitude)
            guard size.isFinite, size <= last else { return nil }
            share = size * place
            sum += share
            if share <= 0x1p-20 * sum || size == 0 { return sum }
            (last, place) = (size, 2 * place)
        }
        // The sum must have converged: a remainder like 1/a has an infinite integral.
        return share <= 0x1p-8 * sum ? sum : nil
    }

    /// The largest distance at which the link is finite.
    private static func overflow(_ link: Expression, sign: Double) -> IntegralTail? {
        let evaluator = Evaluator([link], precision: 128)
        func isFinite(_ a: Double) -> Bool {
            let value = evaluator.values(at: sign * a)[0]
            return value.status == .defined && value.midpoint.magnitude < 1.6e308
        }
        var (low, high) = (1.0, 0x1p1023)
        guard isFinite(low), !isFinite(high) else { return nil }
        while high > low * (1 + 0x1p-48) {
            let middle = high > 4 * low ? low.squareRoot() * high.squareRoot() : low / 2 + high / 2
            if isFinite(middle) { low = middle } else { high = middle }
        }
        return IntegralTail(start: low, slope: 0, curvature: 0, isOverflow: true)
    }
}
