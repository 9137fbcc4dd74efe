import Analysis
import Testing

/// Where a link jumps its slope says nothing: it must be proved that it does not jump down.
@Suite struct JumpProofTests {
    /// Smaller than the distance of any points that are looked at, or than a Double tells.
    @Test(arguments: [
        ("where(a < 1, a, 2 * a - 1.0000000000000002)", "jumps down at a = 1, from 1 to 0.9999999999999998"),
        ("where(a < 1/3, a, 2 * a - 0.33333333333333337)", "jumps down at a = 0.3333333333333333"),
        ("where(a < 1e-300, a, a - 1e-310)", "jumps down at a = "),
        ("where(a < log(2), exp(a), 1.9999999999999998 + a - log(2))", "jumps down at a = 0.693147180559945"),
        ("where(exp(a) < 2, exp(a), 1.9999999999999998 + a - log(2))", "jumps down at a = 0.693147180559945"),
        // Two conditions that change at the same place, each of which alone changes nothing.
        ("where(a > 1, where(2 * a > 2, a - 1e-17, a), a)", "jumps down at a = 1, from 1 to 1, by less than a Double tells"),
    ]) func aTinyJumpDownIsRefuted(_ row: (link: String, words: String)) throws {
        let (checked, diagnostics, report) = try EntryText(row.link, "a").check()
        #expect(checked == nil && report.monotone == .refuted)
        let message = try #require(diagnostics.first { $0.code == "link-decreasing" }, "\(report)").message
        #expect(message.contains(row.words), "\(message)")
    }

    /// No formula tells where these change, or on which side: that is not proved, and not accepted.
    @Test(arguments: [
        ("where((a - 37)^2 < 1e-30, -5, a)", "[37, 37]"), ("where(sin(a / 1000) > 0.999999999, a, a + 1)", "-32768]"),
        ("where(abs(a - 0.1) <= 0, -1, a)", "[0.1, 0.1]"), ("a + sign(abs(a - 1/3)) - 1", "[0.333333333, 0.333333333]"),
        ("where((a - 0.3)^2 <= 0, a - 1, a)", "[0.3, 0.3]"),
    ]) func whatIsNotProvedIsUndecided(_ row: (link: String, place: String)) throws {
        let (checked, diagnostics, report) = try EntryText(row.link, "a").check()
        #expect(checked == nil && report.monotone == .undecided, "\(report)")
        #expect(diagnostics.contains { $0.code == "monotonicity-undecided" && $0.message.contains(row.place) }, "\(diagnostics)")
    }

    @Test(arguments: [
        EntryText("where(a < 1, a, 2 * a - 1)", "where(a < 1, a^2 / 2, a^2 - a + 1/2)"),
        EntryText("where(exp(a) < 2, exp(a), 2 + a - log(2))", "where(exp(a) < 2, exp(a), 2 * a + a^2 / 2 - a * log(2) + 2 - 2 * log(2) + log(2)^2 / 2)"),
        // Jumps up where no formula tells the place, and at one that no point hits.
        EntryText("where(a + exp(a) < 2, a, a + 1)", "a^2 / 2 + where(a + exp(a) < 2, 0, a - 0.44285440100238858314)", assume: "increasing"),
        EntryText("sign(a) * abs(a)^beta", "abs(a)^(beta + 1) / (beta + 1)", beta: (value: "0.5", domain: "[0, inf)")),
        EntryText("where(a > 0, a^beta, -(-a)^beta)", "abs(a)^(beta + 1) / (beta + 1)", beta: (value: "0.5", domain: "(0, inf)")),
    ]) func whatDoesNotJumpDownIsProved(_ text: EntryText) throws {
        let (_, _, report) = try text.check()
        #expect(report.monotone == .strict, "\(report)")
    }

    /// A parameter of one value, and the least domain there is: no point with a value that is not a number.
    @Test(arguments: ["[0, 0]", "[0, 5e-324]"]) func anEmptyInteriorHasNoWitness(_ domain: String) throws {
        let (_, diagnostics, report) = try EntryText("a + beta * a^2", "a^2 / 2 + beta * a^3 / 3", beta: (value: "0", domain: domain)).check()
        #expect(report.monotone != .refuted && !diagnostics.contains { $0.message.contains("nan") }, "\(diagnostics)")
    }

    @Test func theEndsOfANarrowIntervalAreToldApart() throws {
        let (_, diagnostics, _) = try EntryText("where(a < 37, a, where(a < 37.000000000001, 74 - a, a - 0.000000000002))", "a").check()
        let message = try #require(diagnostics.first { $0.code == "link-decreasing" }).message
        #expect(message.contains("it falls for 37 < a < 37.00000000000"), "\(message)")
    }
}
