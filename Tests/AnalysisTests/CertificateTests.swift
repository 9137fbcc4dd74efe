import Analysis
import Testing

/// What is proved of a link's growth: over its whole domain and all parameters.
@Suite struct CertificateTests {
    /// Proved by sign rules alone, or by bisection.
    @Test(arguments: [
        ("squareplus", EntryText("(a + sqrt(a^2 + beta)) / 2", "a^2 / 4 + a * sqrt(a^2 + beta) / 4 + beta * asinh(a / sqrt(beta)) / 4", beta: (value: "4", domain: "(0, inf)")), "f' > 0 for all a and beta in (0, inf): sign rules"),
        ("softsign", EntryText("a / (1 + abs(a))", "abs(a) - log(1 + abs(a))"), "f' > 0 for all a: sign rules"),
        ("isru", EntryText("a / sqrt(1 + beta * a^2)", "sqrt(1 + beta * a^2) / beta", beta: (value: "1", domain: "(0, inf)")), "f' > 0 for all a and beta in (0, inf): sign rules"),
        ("erf", EntryText("erf(a)", "a * erf(a) + exp(-a^2) / sqrt(pi)"), "f' > 0 for all a: sign rules"),
        ("probit", EntryText("(1 + erf(a / sqrt(2))) / 2", "a * (1 + erf(a / sqrt(2))) / 2 + exp(-a^2 / 2) / sqrt(2 * pi)"), "f' > 0 for all a: sign rules; F' = f by normal forms"),
        ("bent identity", EntryText("(sqrt(a^2 + 1) - 1) / 2 + a", "a^2 / 2 - a / 2 + a * sqrt(a^2 + 1) / 4 + asinh(a) / 4"), "f' > 0 for all a: sign rules"),
        ("exponential", EntryText("exp(a)", "exp(a)"), "f' > 0 for all a: sign rules"),
        ("logarithm", EntryText("log(a)", "a * log(a) - a", domain: "(0, inf)"), "f' > 0 for all a in (0, inf): sign rules"),
        ("power", EntryText("a^beta", "a^(beta + 1) / (beta + 1)", beta: (value: "1", domain: "(0, inf)"), domain: "(0, inf)"), "f' > 0 for all a in (0, inf) and beta in (0, inf): sign rules"),
        ("wave", EntryText("a + beta * sin(a)", "a^2 / 2 - beta * cos(a)", beta: (value: "0.5", domain: "[-0.9, 0.9]")), "f' > 0 for all a and beta in [-0.9, 0.9]: sign rules"),
        // A bump that takes most of the slope away, near 37 and nowhere else.
        ("bump", EntryText("a - 1.1 * exp(-(a - 37)^2)", "a^2 / 2 - 0.55 * sqrt(pi) * erf(a - 37)"), "f' > 0 for all a: interval bisection into"),
        // A growing times a decaying factor in either tail.
        ("wiggle", EntryText("a + a * exp(-a^2 / 2)", "a^2 / 2 - exp(-a^2 / 2)"), "f' > 0 for all a: interval bisection into"),
        ("rational", EntryText("a + 2 * a / (1 + a^2)", "a^2 / 2 + log(1 + a^2)"), "for all a: "),
    ]) func aStrictLinkIsProvedToBe(_ row: (name: String, entry: EntryText, method: String)) throws {
        let (checked, diagnostics, report) = try row.entry.check()
        #expect(try #require(checked, "\(diagnostics)").monotonicity == .strict, "\(row.name)")
        #expect(report.monotone == .strict)
        #expect(report.method.contains(row.method), "\(row.name): \(report.method)")
        #expect(report.undecided.isEmpty && !report.isAssumed)
    }

    /// f' = 0 at isolated points does not make a link flat.
    @Test(arguments: [
        EntryText("a - tanh(a)", "a^2 / 2 - log(cosh(a))"), EntryText("a^3", "a^4 / 4"), EntryText("a + sin(a)", "a^2 / 2 - cos(a)"),
        EntryText("a^3 / 3 - a^2 + a", "a^4 / 12 - a^3 / 3 + a^2 / 2"), EntryText("where(a > 0, a^3, 2 * a^3)", "where(a > 0, a^4 / 4, a^4 / 2)"),
    ]) func isolatedZerosOfTheSlopeAreStrict(_ text: EntryText) throws {
        let (checked, _, report) = try text.check()
        #expect(try #require(checked, "\(report)").monotonicity == .strict)
        #expect(report.method.hasPrefix("f' ≥ 0 for all a: "), "\(report.method)")
    }

    @Test(arguments: [
        EntryText("min(max(a, 0), 6)", "where(a <= 0, 0, where(a <= 6, a^2 / 2, 6 * a - 18))"),
        EntryText("sign(a) * max(abs(a) - beta, 0)", "max(abs(a) - beta, 0)^2 / 2", beta: (value: "0.5", domain: "[0, inf)")),
        EntryText("(1 + sign(a)) / 2", "max(a, 0)"), EntryText("where(a < 2, 0, a)", "where(a < 2, 0, a^2 / 2 - 2)"),
        EntryText("max(a, 0)^2", "max(a, 0)^3 / 3"),
    ]) func aFlatStretchIsNondecreasing(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        #expect(try #require(checked, "\(diagnostics)").monotonicity == .nondecreasing)
        #expect(report.monotone == .nondecreasing)
        #expect(report.method.hasPrefix("f' ≥ 0 for all a"), "\(report.method)")
    }

    /// The place where the link changes depends on the parameter, and a branch has a value only where its condition holds.
    @Test func aConditionIsSupposedInItsBranch() throws {
        let (checked, diagnostics, report) = try EntryText(
            "where(beta * a > -1, exp(log(1 + beta * a) / beta), 0)",
            "where(beta * a > -1, (1 + beta * a) * exp(log(1 + beta * a) / beta) / (1 + beta), 0)", beta: (value: "0.5", domain: "(0, 1]")).check()
        #expect(try #require(checked, "\(diagnostics)").monotonicity == .nondecreasing)
        #expect(report.method.contains("f' ≥ 0 for all a and beta in (0, 1]: sign rules; F' = f by normal forms"), "\(report.method)")
        // Below the condition's place the logarithm has no value, whatever the other branch is.
        for link in ["where(beta * a > -2, exp(log(1 + beta * a) / beta), 0)", "where(beta * a < -1, exp(log(1 + beta * a) / beta), 0)"] {
            let (wrong, _, _) = try EntryText(link, "a", beta: (value: "0.5", domain: "(0, 1]")).check()
            #expect(wrong == nil, "\(link)")
        }
    }

    @Test func flatnessAtAnEndOfAParameterIsNamed() throws {
        let (checked, _, report) = try EntryText(
            "where(a >= 0, a, beta * a)", "where(a >= 0, a^2 / 2, beta * a^2 / 2)", beta: (value: "1", domain: "[0, inf)")).check()
        #expect(try #require(checked).monotonicity == .strictExcept([ParameterValue(parameter: "beta", value: 0)]))
        #expect(report.method.contains("except beta = 0, where f' ≥ 0: sign rules"), "\(report.method)")
    }

    /// Dips that no grid of points is made for.
    @Test(arguments: [
        (EntryText("a - 4 * exp(-(a - 37)^2)", "a^2 / 2 - 2 * sqrt(pi) * erf(a - 37)"), 35.0, 37.0),
        (EntryText("a - 0.05 * exp(-((a - 37.03) / 0.03)^2)", "a^2 / 2 - 0.00075 * sqrt(pi) * erf((a - 37.03) / 0.03)"), 36.9, 37.03),
        (EntryText("a - 0.002 * exp(-((a + 61.7) / 0.001)^2)", "a^2 / 2 - 0.000001 * sqrt(pi) * erf((a + 61.7) / 0.001)"), -61.71, -61.69),
    ]) func aNarrowDipIsFound(_ row: (EntryText, Double, Double)) throws {
        let (checked, diagnostics, report) = try row.0.check()
        #expect(checked == nil)
        let message = try #require(diagnostics.first { $0.code == "link-decreasing" }, "\(report)").message
        let place = try #require(report.witness.firstMatch(of: #/a = (-?[0-9.]+), f' = -/#).flatMap { Double($0.1) })
        #expect(place > row.1 && place < row.2, "\(report.witness)")
        #expect(message.contains("it falls for") && message.contains("'monotone: false'"))
    }

    /// Only a part of the parameter's domain is bad: the witness names a value in it.
    @Test(arguments: [
        (EntryText("a + beta * sin(a)", "a^2 / 2 - beta * cos(a)", beta: (value: "0.5", domain: "[0, 1.001]")), 1.0),
        (EntryText("a - beta * exp(-(a - 3)^2) / 1000", "a^2 / 2 - beta * sqrt(pi) * erf(a - 3) / 2000", beta: (value: "1", domain: "[0, inf)")), 1165.0),
    ]) func aBadPartOfAParametersDomainIsFound(_ row: (EntryText, Double)) throws {
        let (checked, _, report) = try row.0.check()
        #expect(checked == nil && report.monotone == .refuted)
        let value = try #require(report.witness.firstMatch(of: #/beta = ([0-9.e+]+)/#).flatMap { Double($0.1) })
        #expect(value > row.1, "\(report.witness)")
    }

    @Test func aSlopeBelowZeroByAHairIsFound() throws {
        let (checked, _, report) = try EntryText("a + 1.001 * sin(a)", "a^2 / 2 - 1.001 * cos(a)").check()
        #expect(checked == nil && report.monotone == .refuted)
        #expect(try EntryText("a^3 - 1e-9 * a", "a^4 / 4 - 5e-10 * a^2").check().report.monotone == .refuted)
        #expect(try EntryText("a^3 + 1e-9 * a", "a^4 / 4 + 5e-10 * a^2").check().report.monotone == .strict)
    }

    /// f' touches 0 at √2, which no Double is: no bounds decide that, and neither do normal forms.
    static let touching = EntryText("a^5 / 5 - 4 * a^3 / 3 + 4 * a", "a^6 / 30 - a^4 / 3 + 2 * a^2")

    @Test func undecidedIsAnOutcomeOfItsOwn() throws {
        let (checked, diagnostics, report) = try Self.touching.check()
        #expect(checked == nil)
        #expect(report.monotone == .undecided && !report.isAssumed)
        #expect(report.undecided.contains { $0.contains("1.414213562") }, "\(report.undecided)")
        let problem = try #require(diagnostics.first { $0.code == "monotonicity-undecided" })
        #expect(problem.position.line == 6)
        #expect(problem.message.contains("1.414213562") && problem.message.contains("'assume: increasing'"), "\(problem.message)")
    }

    @Test func itIsAcceptedOnTrustAndTheCertificateSaysSo() throws {
        let (checked, diagnostics, report) = try EntryText(Self.touching.link, Self.touching.integral, assume: "increasing").check()
        #expect(diagnostics.isEmpty)
        #expect(try #require(checked).certificate.contains("assumed, not proved"))
        #expect(report.monotone == .undecided && report.isAssumed && !report.undecided.isEmpty)
    }

    @Test func trustDoesNotHelpALinkThatFalls() throws {
        let (checked, diagnostics, _) = try EntryText("sin(a)", "-cos(a)", assume: "increasing").check()
        #expect(checked == nil)
        #expect(diagnostics.contains { $0.code == "link-decreasing" })
    }

    @Test func trustThatIsNotNeededIsSaidSo() throws {
        let (checked, diagnostics, report) = try EntryText("tanh(a)", "log(cosh(a))", assume: "increasing").check()
        #expect(checked != nil && diagnostics.isEmpty && !report.isAssumed)
        #expect(report.method.contains("'assume: increasing' is not needed"))
    }

    @Test func anIntegralThatNoNormalFormComparesIsBounded() throws {
        let (checked, _, report) = try EntryText("log(sqrt(a^2 + 1) + a)", "a * asinh(a) - sqrt(1 + a^2)").check()
        #expect(checked != nil)
        #expect(report.integral == .bounded)
        #expect(report.method.contains("|F' − f| ≤ ") && report.method.contains("for a in [-64, 64]"), "\(report.method)")
        #expect(try EntryText("tanh(a)", "log(cosh(a))").check().report.integral == .proved)
        #expect(try EntryText("tanh(a)", "a^2").check().report.integral == .refuted)
    }
}
