import Symbolic
import Testing

@Suite struct SimplificationTests {
    @Test(arguments: [
        ("a + a", "2 * a"), ("a - a", "0"), ("2 * a * 3", "6 * a"), ("a * a", "a^2"), ("a^2 * a^-2", "1"), ("a / a", "1"),
        ("0 * exp(a)", "0"), ("1 * a + 0", "a"), ("a^1", "a"), ("a^0", "1"), ("-(-a)", "a"), ("-a + 1", "1 - a"),
        ("-a - beta", "-a - beta"), ("-(a - beta)", "beta - a"), ("2 * (a + 1) - 2 * a", "2"), ("1 / 3 + 1 / 6", "0.5"),
        ("a / 2 + a / 2", "a"), ("a * 2 / 4", "a / 2"), ("(2 * a)^2", "4 * a^2"), ("(a / beta)^2", "a^2 / beta^2"),
        ("(a^2)^3", "a^6"), ("a^0.5", "sqrt(a)"), ("sqrt(a)^2", "a"), ("a / sqrt(a)", "sqrt(a)"), ("sqrt(4 / 9)", "2 / 3"),
        ("sqrt(2)", "sqrt(2)"), ("sinh(a) / cosh(a)", "tanh(a)"), ("sin(a)^2 / cos(a)^2", "tan(a)^2"),
        ("a * sign(a)", "abs(a)"), ("abs(a) * sign(a)", "a"), ("abs(a)^2", "a^2"), ("abs(-2 * a)", "2 * abs(a)"),
        ("sign(-a)", "-sign(a)"), ("sign(-3)", "-1"), ("exp(a) * exp(-a)", "1"), ("exp(log(a))", "a"), ("log(exp(a))", "a"),
        ("log(sqrt(1 + a^2))", "log(1 + a^2) / 2"), ("tanh(-a)", "-tanh(a)"), ("cosh(-a)", "cosh(a)"), ("exp(0) + log(1)", "1"),
        ("min(2, 3) + max(2, 3)", "5"), ("min(a, a)", "a"), ("where(1 > 0, a, 0)", "a"), ("where(a > 0, beta, beta)", "beta"),
        ("where(a > 0, where(a > 0, 1, 2), 3)", "where(a > 0, 1, 3)"), ("where(a >= a, 1, 2)", "1"),
        ("sum(2 * a)", "2 * sum(a)"), ("sum(beta * a / 3)", "beta * sum(a) / 3"), ("sum(0)", "0"), ("sum(a - a)", "0"),
        ("0.044715 * a * 3", "0.134145 * a"), ("1e300 * a", "1e300 * a"), ("2^10", "1024"), ("2^-1", "0.5"), ("0^-1", "1 / 0"), ("0 * (a / 0)", "1 / 0"),
        ("2^1000000", "2^1000000"),
    ]) func eachFormBecomesTheReadableOne(_ pair: (String, String)) throws {
        #expect(try formula(pair.0).simplified().description == pair.1)
    }

    @Test func simplifyingTwiceIsSimplifyingOnce() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<2_000 {
            let once = random.tree(depth: 5).simplified()
            #expect(once.simplified() == once)
        }
    }

    @Test func aSimplifiedTreeIsNeverLarger() throws {
        var random = SplitMix(seed: 4)
        for _ in 0..<1_000 {
            let tree = random.tree(depth: 5)
            // A distributed minus or square may add one sign or exponent a factor: half as much again bounds that.
            #expect(tree.simplified().nodeCount <= tree.nodeCount * 3 / 2 + 2, "\(tree)")
        }
    }
}

@Suite struct DerivativeTests {
    @Test(arguments: [
        ("1 / (1 + exp(-a))", "exp(-a) / (1 + exp(-a))^2"), ("tanh(a)", "1 - tanh(a)^2"), ("atan(a)", "1 / (1 + a^2)"),
        ("log(1 + exp(a))", "exp(a) / (1 + exp(a))"), ("where(a >= 0, a, beta * expm1(a))", "where(a >= 0, 1, beta * exp(a))"),
        ("a / (1 + abs(a))", "1 / (1 + abs(a))^2"), ("max(a, 0)", "where(a >= 0, 1, 0)"), ("(1 + sign(a)) / 2", "0"),
        ("a^2 / 2", "a"), ("log(cosh(a))", "tanh(a)"), ("a * atan(a) - log(sqrt(1 + a^2))", "atan(a)"),
        ("abs(a) - log(1 + abs(a))", "sign(a) - sign(a) / (1 + abs(a))"), ("-li2(-exp(a))", "log(1 + exp(a))"),
        ("a^beta", "beta * a^(beta - 1)"), ("beta^a", "beta^a * log(beta)"), ("erf(a)", "2 * exp(-a^2) / sqrt(pi)"),
        ("log(sum(exp(a)))", "exp(a) / sum(exp(a))"), ("sum(a^3) / 3", "a^2"), ("sin(2 * a)", "2 * cos(2 * a)"),
        ("min(a, 1)", "where(a <= 1, 1, 0)"), ("a^-1", "-(1 / a^2)"), ("beta", "0"), ("asinh(a)", "1 / sqrt(1 + a^2)"),
    ]) func derivativesReadAsOneWouldWriteThem(_ pair: (String, String)) throws {
        #expect(try formula(pair.0, pair.0.contains("sum") ? .integral : .link).derivative().description == pair.1)
    }

    @Test func partialDerivativesOfASumAreTakenApart() throws {
        let softmax = try formula("exp(a) / sum(exp(a))")
        let total = try formula("sum(exp(a))")
        #expect(softmax.derivative(.holdingSums).description == "exp(a) / sum(exp(a))")
        #expect(softmax.derivative(withRespectToSum: total).description == "-(exp(a) / sum(exp(a))^2)")
        #expect(try formula("beta * a^2").derivative(withRespectToParameter: "beta").description == "a^2")
        #expect(try formula("sum(beta * a)").derivative(withRespectToParameter: "beta").description == "sum(a)")
    }

    /// A formula at every limit still has a derivative of polynomial size.
    @Test func derivativesOfLongChainsStayBounded() throws {
        let depth = 180
        let towers = [
            String(repeating: "tanh(", count: depth) + "a" + String(repeating: ")", count: depth),
            String(repeating: "min(a, ", count: depth) + "a" + String(repeating: ")", count: depth),
            Array(repeating: "sin(a)", count: depth).joined(separator: " * "),
            String(repeating: "1 / (1 + ", count: depth / 2) + "a" + String(repeating: ")", count: depth / 2),
        ]
        for text in towers { #expect(try formula(text).derivative().nodeCount < 200_000) }
    }
}
