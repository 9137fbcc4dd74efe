/// What of a link is worth looking at: a stretch of its variable with all its kinks, the two points whose matching
/// loss is drawn, and heights that a fast tail does not spoil.
package struct LinkWindow: Sendable, Equatable {
    package let x: ClosedRange<Double>
    /// The target's and the estimate's pre-activation, a < â.
    package let target, estimate: Double

    package init(_ curve: LinkOnALine) {
        let bounds = LinkWindow.bounds(curve)
        let width = bounds.upperBound - bounds.lowerBound
        // Round numbers, a fortieth of the window apart.
        func point(_ share: Double) -> Double {
            let step = Ticks.step(for: width, count: 40)
            let multiple = ((bounds.lowerBound + share * width) / step.step).rounded()
            return step.places >= 0
                ? (multiple * (step.step * NumberText.powerOfTen(step.places)).rounded()) / NumberText.powerOfTen(step.places)
                : multiple * step.step
        }
        (x, target, estimate) = (bounds, point(0.4), point(0.7))
    }

    private static func bounds(_ curve: LinkOnALine) -> ClosedRange<Double> {
        if curve.lower.isFinite, curve.upper.isFinite, curve.lower < curve.upper { return curve.lower...curve.upper }
        if curve.lower.isFinite { return curve.lower...curve.lower + 4 }
        if curve.upper.isFinite { return curve.upper - 4...curve.upper }
        // Beyond 4 only where the slope still breaks there.
        var reach = (low: -4.0, high: 4.0)
        for i in -128..<128 {
            let (left, right) = (Double(i) / 8, Double(i + 1) / 8)
            let (p, q) = (curve.derivative(left), curve.derivative(right))
            guard p.isFinite, q.isFinite, (p - q).magnitude > 0.2 else { continue }
            if left < -3.5 { reach.low = min(reach.low, left - 2) }
            if right > 3.5 { reach.high = max(reach.high, right + 2) }
        }
        return (reach.low / 2).rounded(.down) * 2...(reach.high / 2).rounded(.up) * 2
    }

    /// The heights to show of several functions: all of them in the middle half of the window, `reach` times that
    /// height beyond it where they go so far, and whatever is in `including`.
    package func heights(
        of functions: [(Double) -> Double], reach: Double, including extra: [Double] = []
    ) -> ClosedRange<Double> {
        let width = x.upperBound - x.lowerBound
        var (inner, all) = ((low: Double.infinity, high: -Double.infinity), (low: Double.infinity, high: -Double.infinity))
        for f in functions {
            for i in 0...256 {
                let share = Double(i) / 256
                let y = f(x.lowerBound + share * width)
                guard y.isFinite else { continue }
                all = (min(all.low, y), max(all.high, y))
                if share >= 0.25, share <= 0.75 { inner = (min(inner.low, y), max(inner.high, y)) }
            }
        }
        guard inner.low <= inner.high else { return -1...1 }
        let height = max(inner.high - inner.low, 0.25 * min(all.high - all.low, 4), 1e-3)
        var low = max(all.low, inner.low - reach * height), high = min(all.high, inner.high + reach * height)
        for y in extra where y.isFinite { (low, high) = (min(low, y), max(high, y)) }
        // The axis belongs to the picture where it is near.
        if low > 0, low < 0.5 * (high - low) { low = 0 }
        if high < 0, -high < 0.5 * (high - low) { high = 0 }
        let margin = max(0.06 * (high - low), 1e-3)
        return low - margin...high + margin
    }
}
