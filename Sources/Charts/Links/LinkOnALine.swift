/// A link to be drawn: f(s), f′(s) and F(s) of one number. Of a coupled link it is what is to be seen along a line
/// through its vectors, f being the coordinate in the line's direction, so that f is again the slope of F.
package struct LinkOnALine {
    package var link, derivative, integral: (Double) -> Double
    /// Further coordinates of a coupled link.
    package var companions: [(Double) -> Double]
    /// Where s may lie; infinite ends are infinities.
    package var lower, upper: Double
    /// Whether the link never decreases, so that it has a matching loss.
    package var increases: Bool
    /// The variable's name.
    package var variable: String

    package init(
        link: @escaping (Double) -> Double, derivative: @escaping (Double) -> Double,
        integral: @escaping (Double) -> Double, companions: [(Double) -> Double] = [],
        lower: Double = -.infinity, upper: Double = .infinity, increases: Bool = true, variable: String = "a"
    ) {
        (self.link, self.derivative, self.integral, self.companions) = (link, derivative, integral, companions)
        (self.lower, self.upper, self.increases, self.variable) = (lower, upper, increases, variable)
    }

    /// D_F(estimate, target) by its definition: precise enough to be drawn and to be said in four digits.
    package func divergence(_ estimate: Double, _ target: Double) -> Double {
        integral(estimate) - integral(target) - link(target) * (estimate - target)
    }
}
