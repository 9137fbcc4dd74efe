import Analysis
import Symbolic
import Testing

private let positive = (value: "1", domain: "(0, inf)")

/// Sound entries beyond the table, old forms of the table's among them.
@Suite struct AcceptanceTests {
    @Test(arguments: [
        EntryText("a / (1 + abs(a))", "abs(a) - log(1 + abs(a))", inverse: "y / (1 - abs(y))"),
        EntryText("tanh(a)", "log(exp(a) + exp(-a))"),
        EntryText("1 - 2 / (exp(2 * a) + 1)", "log(cosh(a))", inverse: "log((1 + y) / (1 - y)) / 2"),
        EntryText("a * (1 + erf(a / sqrt(2))) / 2 + exp(-a^2 / 2) / sqrt(2 * pi)", "(a^2 + 1) * (1 + erf(a / sqrt(2))) / 4 + a * exp(-a^2 / 2) / (2 * sqrt(2 * pi))"),
        EntryText("asinh(a)", "a * asinh(a) - sqrt(1 + a^2)", inverse: "sinh(y)", dual: "cosh(y)"),
        EntryText("sinh(a)", "cosh(a)", inverse: "asinh(y)"),
        EntryText("a^3", "a^4 / 4"),
        EntryText("a + sin(a)", "a^2 / 2 - cos(a)"),
        EntryText("log(a)", "a * log(a) - a", inverse: "exp(y)", dual: "exp(y)", domain: "(0, inf)"),
        EntryText("sqrt(a)", "2 * a * sqrt(a) / 3", inverse: "y^2", dual: "y^3 / 3", domain: "[0, inf)"),
        EntryText("-1 / a", "-log(a)", inverse: "-1 / y", domain: "(0, inf)"),
        EntryText("atanh(a)", "a * atanh(a) + log(1 - a^2) / 2", inverse: "tanh(y)", dual: "log(cosh(y))", domain: "(-1, 1)"),
        EntryText("a^beta", "a^(beta + 1) / (beta + 1)", beta: positive, inverse: "y^(1 / beta)", domain: "(0, inf)"),
        EntryText("max(-1, min(1, a))", "where(abs(a) <= 1, a^2 / 2, abs(a) - 0.5)"),
        EntryText("sign(a) * max(abs(a) - beta, 0)", "max(abs(a) - beta, 0)^2 / 2", beta: (value: "0.5", domain: "[0, inf)")),
        EntryText("erf(a)", "a * erf(a) + exp(-a^2) / sqrt(pi)"),
        EntryText("a + a * sum(a^2)", "sum(a^2) / 2 + sum(a^2)^2 / 4"),
        EntryText("a / sqrt(1 + sum(a^2))", "sqrt(1 + sum(a^2))"),
        EntryText("exp(beta * a) / sum(exp(beta * a))", "log(sum(exp(beta * a))) / beta", beta: positive),
        EntryText("exp(a) / (1 + sum(exp(a)))", "log(1 + sum(exp(a)))", inverse: "log(y / (1 - sum(y)))"),
        EntryText("1", "a"), EntryText("0", "3"),
    ]) func aSoundEntryPasses(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        #expect(checked != nil, "\(diagnostics.map(\.message))")
        #expect(report.monotone == .strict || report.monotone == .nondecreasing)
        #expect(report.witness.isEmpty)
    }

    @Test func softsignIsStrictAndProved() throws {
        let checked = try #require(try EntryText("a / (1 + abs(a))", "abs(a) - log(1 + abs(a))").check().checked)
        #expect(checked.monotonicity == .strict)
        #expect(checked.derivative.description == "1 / (1 + abs(a))^2")
        #expect(checked.certificate == "f' > 0 for all a: sign rules; F' = f by normal forms")
    }

    @Test func kinksAreSolvedForInTheParameters() throws {
        let text = EntryText("sign(a) * max(abs(a) - beta, 0)", "max(abs(a) - beta, 0)^2 / 2", beta: (value: "0.5", domain: "[0, inf)"))
        let soft = try #require(try text.check().checked)
        #expect(soft.kinks.map { $0.location?.description } == ["0", "beta", "-beta"])
        let line = try EntryText("where(2 * a + beta >= 0, 2 * a + beta, 0)", "where(2 * a + beta >= 0, (2 * a + beta)^2 / 4, 0)", beta: positive).check()
        #expect(try #require(line.checked).kinks.map { $0.location?.description } == ["-(beta / 2)"])
        let jump = try EntryText("where(a >= 3, a + 1, a)", "where(a >= 3, a^2 / 2 + a - 3, a^2 / 2)").check()
        let place = try #require(jump.checked?.kinks.first)
        #expect(place.condition.description == "a - 3" && place.location == .integer(3) && place.isJump)
        #expect(try #require(jump.checked).monotonicity == .strict)
    }

    @Test func aFlatStretchAnywhereIsFound() throws {
        let flat = try EntryText(
            "where(a < 5, a, where(a < 6, 5, a - 1))", "where(a < 5, a^2 / 2, where(a < 6, 5 * a - 12.5, (a - 1)^2 / 2 + 5))").check()
        #expect(try #require(flat.checked).monotonicity == .nondecreasing)
    }

    @Test func aStationaryPointIsNotFlat() throws {
        #expect(try #require(try EntryText("a^3", "a^4 / 4").check().checked).monotonicity == .strict)
    }

    @Test func aDefiniteJacobianIsStrict() throws {
        let checked = try #require(try EntryText("a + a * sum(a^2)", "sum(a^2) / 2 + sum(a^2)^2 / 4").check().checked)
        #expect(checked.monotonicity == .strict)
        #expect(!checked.isFlatAlongOnes)
    }

    @Test func whatNormalFormsDoNotDecideIsCheckedAtPoints() throws {
        let checked = try #require(try EntryText("atan(a) + atan(1 / (1 + a^2)) * 0 + a", "a * atan(a) - log(1 + a^2) / 2 + a^2 / 2").check().checked)
        #expect(checked.certificate.contains("F' = f"))
        let sampled = try #require(try EntryText("log(sqrt(a^2 + 1) + a)", "a * asinh(a) - sqrt(1 + a^2)").check().checked)
        #expect(sampled.certificate.contains("points in 256-bit interval arithmetic"))
    }
}
