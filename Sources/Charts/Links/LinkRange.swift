/// The interval that a link's values fill.
package struct LinkRange: Sendable, Equatable, CustomStringConvertible {
    package let lower, upper: Double
    package let includesLower, includesUpper: Bool

    package init(lower: Double, upper: Double, includesLower: Bool, includesUpper: Bool) {
        (self.lower, self.upper, self.includesLower, self.includesUpper) = (lower, upper, includesLower, includesUpper)
    }

    /// From the limits of an increasing link at the ends of its domain; `nil` where its values there are no numbers.
    /// - Parameters:
    ///   - curve: the link, with its domain.
    ///   - isStrict: whether the link increases strictly, so that it only tends to a limit at an open end.
    ///   - includes: whether the domain's ends belong to it.
    package init?(of curve: LinkOnALine, isStrict: Bool, includes: (lower: Bool, upper: Bool) = (false, false)) {
        guard curve.increases, let low = LinkRange.limit(of: curve, atUpper: false),
            let high = LinkRange.limit(of: curve, atUpper: true), low <= high
        else { return nil }
        // Where it is flat it reaches its limit early, but for a last rounding; a link that only tends there is still short of it
        // at 30.
        func attains(_ limit: Double, at probe: Double) -> Bool {
            !isStrict && limit.isFinite && (curve.link(probe) - limit).magnitude <= 2 * limit.ulp
        }
        self.init(
            lower: low, upper: high,
            includesLower: low.isFinite && (includes.lower || attains(low, at: max(curve.lower, -30))),
            includesUpper: high.isFinite && (includes.upper || attains(high, at: min(curve.upper, 30))))
    }

    /// Follows a sequence that tends to an end of the domain until the values stand still; infinite where they do not.
    private static func limit(of curve: LinkOnALine, atUpper: Bool) -> Double? {
        let (end, other) = atUpper ? (curve.upper, curve.lower) : (curve.lower, curve.upper)
        if end.isFinite, case let value = curve.link(end), value.isFinite { return value }
        let start = other.isFinite ? other : 0
        let width = other.isFinite && end.isFinite ? end - other : atUpper ? 1.0 : -1.0
        var (last, step) = (Double.nan, Double.infinity)
        for k in 0..<60 {
            let power = Double(sign: .plus, exponent: end.isFinite ? -k : k, significand: 1)
            let next = curve.link(end.isFinite ? end - width * power : start + width * power)
            guard next.isFinite else { break }
            (step, last) = ((next - last).magnitude, next)
        }
        if last.isNaN { return nil }
        return step <= 1e-9 * max(last.magnitude, 1e-3) ? rounded(last) : atUpper ? .infinity : -.infinity
    }

    /// The limit itself, where the sequence has come within 10⁻¹² of a round number.
    private static func rounded(_ x: Double) -> Double {
        let round = (x * 1e6).rounded() / 1e6
        return (x - round).magnitude < 1e-12 ? round : x
    }

    /// In the usual notation, with ∞, π and π/2 by name.
    package var description: String {
        "\(includesLower ? "[" : "(")\(LinkRange.text(lower)), \(LinkRange.text(upper))\(includesUpper ? "]" : ")")"
    }

    private static func text(_ value: Double) -> String {
        for (multiple, name) in [(1.0, "π"), (0.5, "π/2"), (2, "2π")]
        where (value.magnitude - multiple * .pi).magnitude < 1e-12 {
            return (value < 0 ? "−" : "") + name
        }
        return NumberText.short(value)
    }
}
