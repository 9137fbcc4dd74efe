/// Round numbers on an axis.
package enum Ticks {
    /// The multiples of 1, 2 or 5 times a power of ten within `range`: the finest such step that gives at most
    /// `count` intervals.
    package static func values(in range: ClosedRange<Double>, count: Int) -> [Double] {
        let (step, places) = step(for: range.upperBound - range.lowerBound, count: count)
        guard step > 0, step.isFinite else { return [] }
        // A tick at the very end may miss it by rounding.
        let slack = step * 1e-9
        let first = ((range.lowerBound - slack) / step).rounded(.up)
        let last = ((range.upperBound + slack) / step).rounded(.down)
        guard first <= last, first.magnitude < 1e15, last.magnitude < 1e15 else { return [] }
        // Dividing by a power of ten rounds once: 3 × 0.1 would not be 0.3.
        let (whole, scale) = places >= 0
            ? ((step * NumberText.powerOfTen(places)).rounded(), NumberText.powerOfTen(places)) : (step, 1)
        return (Int(first)...Int(last)).map { Double($0) * whole / scale }
    }

    /// The step, and how many decimals its multiples have.
    static func step(for length: Double, count: Int) -> (step: Double, places: Int) {
        guard length > 0, length.isFinite else { return (0, 0) }
        let rough = length / Double(max(1, count))
        var exponent = NumberText.decimalExponent(rough)
        let leading = rough / NumberText.powerOfTen(exponent)
        let digit: Double
        switch leading {
        case ...1.000001: digit = 1
        case ...2.000001: digit = 2
        case ...5.000001: digit = 5
        default: (digit, exponent) = (1, exponent + 1)
        }
        let power = NumberText.powerOfTen(exponent.magnitude == 0 ? 0 : abs(exponent))
        return (exponent >= 0 ? digit * power : digit / power, -exponent)
    }
}
