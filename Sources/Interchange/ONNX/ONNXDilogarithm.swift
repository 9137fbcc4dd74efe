/// Li₂ in standard operators, real for z ≤ 1.
///
/// With u = −log(1 − z), Li₂(z) = Σ Bₙ uⁿ⁺¹/(n + 1)! (Bernoulli numbers Bₙ), which is short for |u| ≤ log 2; Euler's
/// and Landen's identities bring every z there. Source: Maximon, The dilogarithm function for complex argument,
/// Proceedings of the Royal Society A 459, 2003.
enum ONNXDilogarithm {
    private static let sixthOfPiSquared = 1.64493406684822644

    static func li2(_ z: ONNXValue) -> ONNXValue {
        let near = series(-ONNXFunctions.log1p(-z))
        let logarithm = z.apply("Log")
        // Li₂(z) + Li₂(1 − z) = π²/6 − log z log(1 − z)
        let high = sixthOfPiSquared - logarithm * (1 - z).apply("Log") - series(-logarithm)
        // Li₂(z) + Li₂(1/z) = −π²/6 − ½ log²(−z)
        let low = -0.5 * (-z).apply("Log").squared - sixthOfPiSquared - series(-ONNXFunctions.log1p(-1 / z))
        let finite = (z < -1).choose(low, (z > 0.5).choose(high, near))
        return (z == 1).choose(z.number(sixthOfPiSquared), finite)
    }

    /// Li₂(−eˣ).
    static func li2NegExp(_ x: ONNXValue) -> ONNXValue {
        let inner = series(-(-x.apply("Abs")).apply("Softplus"))
        return (x > 0).choose(-0.5 * x.squared - sixthOfPiSquared - inner, inner)
    }

    /// Li₂(1 − eˣ).
    static func li2OneMinusExp(_ x: ONNXValue) -> ONNXValue {
        // log(1 − e^−|x|)
        let logarithm = ONNXFunctions.log1p(-(-x.apply("Abs")).apply("Exp"))
        let far = -0.5 * (x + logarithm).squared - sixthOfPiSquared - series(logarithm)
        let below = sixthOfPiSquared - logarithm * x - series(-logarithm)
        return (x.apply("Abs") < 0.7).choose(series(-x), (x > 0).choose(far, below))
    }

    /// Σ Bₙ uⁿ⁺¹/(n + 1)! to u⁹: the next term is below 4e-11 for |u| ≤ 0.7.
    private static func series(_ u: ONNXValue) -> ONNXValue {
        let square = u.squared
        // B₈/9!, B₆/7!, B₄/5!, B₂/3!; B₀ = 1 and B₁ = −½ come last.
        let coefficients = [-1.0 / 10_886_400, 1.0 / 211_680, -1.0 / 3600, 1.0 / 36]
        let odd = coefficients.dropFirst().reduce(u.number(coefficients[0])) { $0 * square + $1 }
        return u - 0.25 * square + u * square * odd
    }
}
