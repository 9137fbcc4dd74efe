import Analysis
import Testing

/// Entries that are legal formulas and nothing else: there is an answer, soon.
@Suite struct HostileEntryTests {
    @Test(arguments: [
        EntryText("a^1000000000", "a"), EntryText("exp(exp(exp(a)))", "a"), EntryText("sin(exp(exp(exp(a))))", "cos(a)"),
        EntryText("1 / 0", "a"), EntryText("a", "a / 0"), EntryText("0^-1", "0"),
        EntryText((1...60).map { "abs(a - \($0))" }.joined(separator: " + "), "a^2"),
        EntryText((1...30).map { "abs(a^2 - \($0))" }.joined(separator: " + "), "a^2"),
        EntryText("(1 + a + exp(a) + sin(a))^63", "a"), EntryText("a^a^a^a", "a"), EntryText("sum(a)^1000000 + a", "sum(exp(exp(exp(a))))"),
        EntryText("where(a > 1e300, a, a)", "a^2 / 2"), EntryText("a", "a^2 / 2", inverse: "y^y^y", dual: "1 / (y - y)"),
        EntryText("a / sum(a)", "sum(log(a))"), EntryText("a", "a^2 / 2", domain: "[1, 1.0000000000000002]"),
        EntryText("1e308 * a", "0.5e308 * a^2"), EntryText("1e-300 * a", "0.5e-300 * a^2"),
    ]) func everyEntryIsAnswered(_ text: EntryText) throws {
        let (checked, diagnostics, report) = try text.check()
        #expect((checked == nil) == !diagnostics.isEmpty)
        #expect(diagnostics.allSatisfy { !$0.message.isEmpty && $0.position.line >= 6 })
        #expect(report.name == "sample")
    }
}
