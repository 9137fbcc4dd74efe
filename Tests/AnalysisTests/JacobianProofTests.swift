import Analysis
import Testing

/// Coupled links: gradients of convex functions by proof, or refused with the reason.
@Suite struct JacobianProofTests {
    private static let t = (value: "1", domain: "(0, inf)")

    @Test(arguments: [
        EntryText("exp(a / beta) / sum(exp(a / beta))", "beta * log(sum(exp(a / beta)))", beta: t),
        EntryText("exp(beta * a) / sum(exp(beta * a))", "log(sum(exp(beta * a))) / beta", beta: t),
        EntryText("exp(a) / sum(exp(a)) - 1 / sum(1)", "log(sum(exp(a))) - sum(a) / sum(1)"),
        EntryText("a - sum(a) / sum(1)", "sum(a^2) / 2 - sum(a)^2 / (2 * sum(1))"),
        EntryText("exp(a) / sum(exp(a)) + a - sum(a) / sum(1)", "log(sum(exp(a))) + sum(a^2) / 2 - sum(a)^2 / (2 * sum(1))"),
    ]) func flatAlongOnes(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        let entry = try #require(checked, "\(diagnostics)")
        #expect(entry.monotonicity == .nondecreasing && entry.isFlatAlongOnes)
        #expect(report.monotone == .nondecreasing && report.flat == ["1"] && report.integral == .proved)
        #expect(report.method.contains("Jacobian symmetric by normal forms") && report.method.contains(": positive semidefinite"))
        #expect(!report.method.contains("eigenvalue"), "\(report.method)")
    }

    @Test(arguments: [
        EntryText("exp(a) / (1 + sum(exp(a)))", "log(1 + sum(exp(a)))"),
        EntryText("a / sqrt(1 + sum(a^2))", "sqrt(1 + sum(a^2))"),
        EntryText("a + a * sum(a^2)", "sum(a^2) / 2 + sum(a^2)^2 / 4"),
        EntryText("a + exp(a) / sum(exp(a))", "sum(a^2) / 2 + log(sum(exp(a)))"),
        EntryText("sinh(a) / sum(cosh(a))", "log(sum(cosh(a)))"),
    ]) func definite(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        #expect(try #require(checked, "\(diagnostics)").monotonicity == .strict)
        #expect(report.flat.isEmpty && report.method.contains(": positive definite"), "\(report.method)")
    }

    @Test func aFlatDirectionOtherThanOnesIsNamed() throws {
        let (checked, _, report) = try EntryText("a / sqrt(sum(a^2))", "sqrt(sum(a^2))", domain: "(0, inf)").check()
        #expect(try #require(checked).isFlatAlongOnes == false)
        #expect(report.monotone == .nondecreasing && report.flat == ["2 * a * sqrt(sum(a^2))"])
    }

    /// Whole spaces of flat directions, by normal forms or as the common kernel of the Jacobians looked at.
    @Test(arguments: [
        (EntryText("sum(a)", "sum(a)^2 / 2"), ["every v with sum(v) = 0"]),
        (EntryText("exp(sum(a))", "exp(sum(a))"), ["every v with sum(v) = 0"]),
        (EntryText("sum(a) - 2 * sum(1)", "sum(a)^2 / 2 - 2 * sum(1) * sum(a)"), ["every v with sum(v) = 0"]),
        (EntryText("a - sum(a) / sum(1)", "sum(a^2) / 2 - sum(a)^2 / (2 * sum(1))"), ["1"]),
        (EntryText("a + sum(a)", "sum(a^2) / 2 + sum(a)^2 / 2"), []),
    ]) func flatSpacesAreFound(_ row: (EntryText, [String])) throws {
        let (checked, diagnostics, report) = try row.0.check()
        #expect(checked != nil, "\(diagnostics)")
        #expect(report.flat == row.1, "\(row.0): \(report.flat)")
        for direction in row.1 where direction != "1" { #expect(report.method.contains("flat along \(direction)"), "\(report.method)") }
    }

    /// 1 − cos(S)/2 > 0, which is no sum of terms of one sign.
    @Test func whatIsOnlySeenOnVectorsIsUndecided() throws {
        let (link, integral) = ("a - sin(sum(a)) / (2 * sum(1))", "sum(a^2) / 2 + cos(sum(a)) / (2 * sum(1))")
        let (refused, diagnostics, _) = try EntryText(link, integral).check()
        #expect(refused == nil)
        #expect(diagnostics.map(\.code) == ["monotonicity-undecided"], "\(diagnostics)")
        let (checked, more, report) = try EntryText(link, integral, assume: "increasing").check()
        #expect(checked != nil, "\(more)")
        #expect(report.monotone == .undecided && report.integral == .proved && report.isAssumed && !report.undecided.isEmpty)
        #expect(report.method.contains("assumed, not proved") && report.method.contains("no negative eigenvalue on 40 vectors"), "\(report.method)")
    }

    /// Dips around a sum of 37 and of 10,000, which trust does not help.
    @Test(arguments: [
        EntryText("a - 3 * exp(-(sum(a) - 37)^2)", "sum(a^2) / 2 - 3 * sqrt(pi) / 2 * erf(sum(a) - 37)"),
        EntryText("a - 3 * exp(-(sum(a) - 10000)^2)", "sum(a^2) / 2 - 3 * sqrt(pi) / 2 * erf(sum(a) - 10000)"),
        EntryText("a - 3 * exp(-(sum(a) - 37)^2)", "sum(a^2) / 2 - 3 * sqrt(pi) / 2 * erf(sum(a) - 37)", assume: "increasing"),
    ]) func aNarrowDipIsFound(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        #expect(checked == nil && report.monotone == .refuted, "\(report)")
        #expect(diagnostics.map(\.code) == ["link-decreasing"])
        #expect(report.witness.contains("direction [1], slope -"), "\(report.witness)")
    }

    /// J = 1 wherever it exists, and along 1 the link jumps down, or up: the Jacobian knows nothing of either.
    @Test func aJumpIsNotHiddenByTheJacobian() throws {
        let (down, _, report) = try EntryText("where(sum(a) > 0, a - 1, a)", "sum(a^2) / 2 - where(sum(a) > 0, sum(a), 0)").check()
        #expect(down == nil && report.monotone == .refuted, "\(report)")
        let (up, diagnostics, _) = try EntryText("where(sum(a) > 0, a + 1, a)", "sum(a^2) / 2 + where(sum(a) > 0, sum(a), 0)").check()
        #expect(up == nil && diagnostics.map(\.code) == ["monotonicity-undecided"], "\(diagnostics)")
    }

    @Test func logSoftmaxIsNoGradient() throws {
        let (checked, diagnostics, report) = try EntryText("a - log(sum(exp(a)))", "sum(a^2) / 2").check()
        #expect(checked == nil && report.monotone == .refuted)
        #expect(diagnostics.map(\.code) == ["jacobian-asymmetric"])
        #expect(try #require(diagnostics.first).message.contains("not the gradient of any integral"))
        #expect(try #require(diagnostics.first).message.contains("∂fᵢ/∂aₖ = "))
    }

    @Test func minusSoftmaxHasADirectionOfNegativeCurvature() throws {
        let (checked, diagnostics, report) = try EntryText("-exp(a) / sum(exp(a))", "-log(sum(exp(a)))").check()
        #expect(checked == nil && report.monotone == .refuted)
        #expect(diagnostics.map(\.code) == ["link-decreasing"])
        #expect(report.witness.contains("direction [") && report.witness.contains("eigenvalue -"))
    }
}
