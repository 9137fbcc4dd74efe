import Analysis
import Testing

private let gelu = "a * (1 + erf(a / sqrt(2))) / 2"
private let geluIntegral =
    "a^2 / 4 + (a^2 - 1) * erf(a / sqrt(2)) / 4 + a * exp(-a^2 / 2) / (2 * sqrt(2 * pi))"

/// `monotone: false`: taken where the link falls, refused where it does not.
@Suite struct FallingLinkTests {
    @Test func geluIsAcceptedWithTheIntervalWhereItFalls() throws {
        let (checked, diagnostics, report) = try EntryText(gelu, geluIntegral, monotone: "false").check()
        #expect(diagnostics.isEmpty, "\(diagnostics)")
        guard case .falling(let intervals) = try #require(checked).monotonicity else {
            Issue.record("\(report)")
            return
        }
        #expect(intervals.count == 1 && intervals[0].lower == -.infinity)
        // The root of Φ(a) + a φ(a), by mpmath: -0.751791524693564457457904947…
        #expect((intervals[0].upper + 0.751791524693564457457904947).magnitude < 2e-16)
        #expect(report.monotone == .refuted)
        #expect(report.witness.contains("f' = -"))
        #expect(try #require(checked).certificate.contains("f falls for a < -0.7517915"))
    }

    @Test func aWaveHasItsIntervalsInOrder() throws {
        let (checked, _, _) = try EntryText("sin(a)", "-cos(a)", domain: "[-5, 5]", monotone: "false").check()
        guard case .falling(let intervals) = try #require(checked).monotonicity else { return }
        #expect(intervals.map { ($0.lower * 1e6).rounded() } == [-4712389, 1570796])
        #expect(intervals.map { ($0.upper * 1e6).rounded() } == [-1570796, 4712389])
    }

    @Test func aDownwardJumpIsAnIntervalOfOnePoint() throws {
        let (checked, _, _) = try EntryText(
            "where(a < 2, a, a - 1)", "where(a < 2, a^2 / 2, a^2 / 2 - a + 2)", monotone: "false").check()
        #expect(try #require(checked).monotonicity == .falling([FallingInterval(lower: 2, upper: 2)]))
    }

    @Test func itMayFallForOtherParametersOnly() throws {
        let text = EntryText(
            "where(a >= 0, a, beta * a)", "where(a >= 0, a^2 / 2, beta * a^2 / 2)", beta: (value: "1", domain: "[-1, 1]"),
            monotone: "false")
        let (checked, _, report) = try text.check()
        #expect(try #require(checked).monotonicity == .falling([]))
        #expect(report.witness.contains("beta = -1"))
    }

    @Test func aLinkThatDoesNotFallIsRefused() throws {
        let (checked, diagnostics, report) = try EntryText("tanh(a)", "log(cosh(a))", monotone: "false").check()
        #expect(checked == nil)
        #expect(diagnostics.map(\.code) == ["link-not-falling"])
        #expect(report.monotone == .strict)
    }

    @Test func inverseAndDualCannotBe() throws {
        let (checked, diagnostics, _) = try EntryText(
            gelu, geluIntegral, inverse: "y", dual: "y^2 / 2", monotone: "false").check()
        #expect(checked == nil)
        #expect(diagnostics.map(\.code) == ["inverse-of-falling-link", "dual-of-falling-link"])
    }

    @Test func aWrongIntegralIsStillRefused() throws {
        let (_, diagnostics, _) = try EntryText(gelu, "a^2 / 2", monotone: "false").check()
        #expect(diagnostics.map(\.code) == ["integral-mismatch"])
    }

    @Test func withoutTheWordTheMessageNamesTheIntervalAndTheWord() throws {
        let (checked, diagnostics, _) = try EntryText(gelu, geluIntegral).check()
        #expect(checked == nil)
        let message = try #require(diagnostics.first).message
        #expect(message.contains("it falls for a < -0.7517915") && message.contains("'monotone: false'"), "\(message)")
    }
}
