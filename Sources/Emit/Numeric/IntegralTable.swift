/// An integral as piecewise polynomials: on panel i, between `edges[i − 1]` and `edges[i]`, it is
/// aᵏ Σ cⱼ tʲ with t = (a − centre) · scale. The power aᵏ keeps the relative accuracy next to the zero at a = 0.
///
/// The first and the last panel are the tails. `CActivationSupport/panel_integral.h` evaluates it.
struct IntegralTable: Hashable, Sendable {
    struct Panel: Hashable, Sendable {
        var centre: Double
        var scale: Double
        var power: Int
        var coefficients: [Double]

        /// Exactly 0.
        static let zero = Panel(centre: 0, scale: 1, power: 0, coefficients: [0])
    }

    static let degree = 15
    static let maximumPower = 4

    /// Increasing; one fewer than there are panels.
    var edges: [Double]
    var panels: [Panel]
    /// The limits of F at −∞ and ∞; nan where the domain ends before.
    var limits: (lower: Double, upper: Double) {
        (lower: Self.limit(panels[0], -1), upper: Self.limit(panels[panels.count - 1], 1))
    }
    /// The largest relative error found, and at how many points it was looked for.
    var error: Double
    var pointCount: Int

    private static func limit(_ tail: Panel, _ side: Double) -> Double {
        let c = tail.coefficients
        if c.count > 2, c[2] != 0 { return c[2] * .infinity }
        if c.count > 1, c[1] != 0 { return c[1] * side * .infinity }
        return c[0]
    }

    /// As the generated code computes it, for finite a.
    func value(at a: Double) -> Double {
        let panel = panels[edges.prefix { $0 <= a }.count]
        let t = (a - panel.centre) * panel.scale
        var value = 0.0
        for c in panel.coefficients.reversed() { value = value * t + c }
        for _ in 0..<panel.power { value *= a }
        return value
    }
}
