import Symbolic
import Testing

@Suite struct RationalFormTests {
    static let betaPositive: [Expression: RationalBounds] = [.parameter("beta"): RationalBounds(lower: .zero)]

    @Test(arguments: [
        ("(a + 1)^2", "a^2 + 2 * a + 1"), ("(a^2 - 1) / (a - 1)", "a + 1"), ("1 / (1 + exp(-a))", "exp(a) / (1 + exp(a))"),
        ("tanh(a)", "(exp(2 * a) - 1) / (exp(2 * a) + 1)"), ("tanh(a)", "1 - 2 / (exp(2 * a) + 1)"), ("cosh(a)^2 - sinh(a)^2", "1"),
        ("sin(a)^2 + cos(a)^2", "1"), ("tan(a)", "sin(a) / cos(a)"), ("cos(-a) + sin(-a)", "cos(a) - sin(a)"),
        ("exp(a / 2)^2", "exp(a)"), ("exp(a / 2) * exp(a / 3)", "exp(a * 5 / 6)"), ("expm1(a) + 1", "exp(a)"),
        ("sqrt(1 + a^2)^2", "1 + a^2"), ("1 / sqrt(2)", "sqrt(2) / 2"), ("a^1.5 * sqrt(a)", "a^2"), ("(1 + a)^(1 / 3)^3", "(1 + a)^(1 / 27)"),
        ("log(exp(a))", "a"), ("log(1 + exp(a))", "a + log(1 + exp(-a))"), ("log(cosh(a))", "a + log(1 + exp(-2 * a)) - log(2)"),
        ("log(4)", "2 * log(2)"), ("log(exp(a) / (1 + exp(a)) / (1 / (1 + exp(a))))", "a"), ("atanh(tanh(a))", "a"),
        ("log(sqrt(1 + a^2))", "log(1 + a^2) / 2"), ("abs(a)", "max(a, -a)"), ("abs(a)", "where(a >= 0, a, -a)"),
        ("max(a, 0) + min(a, 0)", "a"), ("a * sign(a)", "abs(a)"), ("abs(abs(a) - 1)", "where(a > 0, abs(a - 1), abs(a + 1))"),
        ("where(a > 1, where(a > 0, 1, 2), 3)", "where(a > 1, 1, 3)"), ("abs(1 + exp(a))", "1 + exp(a)"),
        ("beta^a * beta^-a", "1"), ("a^beta / a", "a^(beta - 1)"), ("exp(beta * log(a))", "a^beta"), ("acos(a) + asin(a)", "pi / 2"),
        ("sum(2 * a + 1)", "2 * sum(a) + sum(1)"), ("sum(beta * a^2)", "beta * sum(a * a)"), ("sum((exp(a) + 1)^2)", "sum(exp(2 * a)) + 2 * sum(exp(a)) + sum(1)"),
        ("sum(abs(a)) * 2", "sum(abs(a)) + sum(abs(a))"), ("erf(-a)", "-erf(a)"), ("a^1000000 * a", "a^1000001"),
    ]) func identitiesAreProved(_ pair: (String, String)) throws {
        #expect(RationalForm.areEqual(try formula(pair.0), try formula(pair.1), bounds: Self.betaPositive) == true)
    }

    @Test(arguments: [
        ("a", "a + 1"), ("exp(a)", "exp(a) - 1 / 1000000"), ("sum(1)", "sum(1) + 1"),
    ]) func aConstantDifferenceRefutes(_ pair: (String, String)) throws {
        #expect(RationalForm.areEqual(try formula(pair.0), try formula(pair.1)) == false)
    }

    /// Not one false identity may be proved.
    @Test(arguments: [
        ("sqrt(a^2)", "a"), ("log(a^2)", "2 * log(a)"), ("abs(a)", "a"), ("where(a > 0, 1, 2)", "1"), ("max(a, 0)", "a"),
        ("sin(a)", "cos(a)"), ("exp(a)", "exp(2 * a)"), ("sum(a)", "a"), ("sum(a * beta)", "sum(a)"), ("sum(a) * sum(a)", "sum(a^2)"),
        ("a / beta", "a"), ("atan(tan(a))", "a"), ("log(a * beta)", "log(a) + log(-beta)"), ("a^beta", "a"), ("sign(a)", "1"),
        ("sum(max(a, 0))", "sum(a)"), ("abs(beta - 1)", "beta - 1"), ("sqrt(2) * sqrt(3)", "sqrt(5)"),
    ]) func whatIsNotAnIdentityIsNotProved(_ pair: (String, String)) throws {
        #expect(RationalForm.areEqual(try formula(pair.0), try formula(pair.1), bounds: Self.betaPositive) != true)
    }

    @Test func boundsLeaveOutCasesThatCannotBe() throws {
        let x = try formula("abs(a - 2)")
        #expect(RationalForm.areEqual(x, try formula("a - 2")) == nil)
        let bounds: [Expression: RationalBounds] = [.variable: RationalBounds(lower: Rational(2))]
        #expect(RationalForm.areEqual(x, try formula("a - 2"), bounds: bounds) == true)
        #expect(RationalForm.areEqual(try formula("abs(beta)"), try formula("beta"), bounds: Self.betaPositive) == true)
        #expect(RationalForm.areEqual(try formula("abs(beta)"), try formula("beta")) == nil)
    }

    /// The case of one coordinate says nothing of the others.
    @Test func casesDoNotReachIntoSums() throws {
        let x = try formula("where(a > 0, sum(abs(a)), 0)")
        #expect(RationalForm.areEqual(x, try formula("where(a > 0, sum(a), 0)")) != true)
        #expect(RationalForm.areEqual(x, x) == true)
    }

    @Test(arguments: [
        "(a + beta + gamma_1 + pi + 1)^60", "(1 + exp(a) + exp(beta) + a)^50", "a^999999999999", "exp(1000000000000 * a)", "2^9999999",
        "a^0.000001 + a^0.0000011", "(1 + a)^0.123456789", "1 / (1 + 1 / (1 + 1 / (1 + 1 / (1 + 1 / (a + beta)))))^20",
    ]) func hostileFormulasEndUndecided(_ text: String) throws {
        let x = try formula(text)
        #expect(RationalForm.areEqual(x, .add(x, .variable)) != true)
    }

    @Test func manyCasesEndUndecided() throws {
        let text = (1...40).map { "abs(a^2 - \($0))" }.joined(separator: " + ")
        #expect(RationalForm.areEqual(try formula(text), try formula("0")) != true)
    }
}
