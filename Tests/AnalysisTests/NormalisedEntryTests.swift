import Analysis
import Catalogue
import Testing

/// Entries with `normalised: true`.
@Suite struct NormalisedEntryTests {
    private func check(_ link: String, _ integral: String) throws -> (checked: CheckedEntry?, codes: [String], messages: [String]) {
        var text = EntryText(link, integral)
        text.more.append(("normalised", "true"))
        let result = try text.check()
        return (result.checked, result.diagnostics.map(\.code), result.diagnostics.map(\.message))
    }

    @Test(arguments: [("exp(a)", "exp(a)"), ("max(a, 0)", "where(a >= 0, a^2 / 2, 0)"), ("sinh(a)", "cosh(a)")])
    func accepted(_ link: String, _ integral: String) throws {
        let (checked, _, messages) = try check(link, integral)
        let entry = try #require(checked, "\(messages)")
        #expect(entry.isFlatAlongOnes && entry.monotonicity == .nondecreasing && entry.coordinateMonotonicity != nil)
        #expect(entry.certificate.contains("add up to 1"))
    }

    @Test func rangeAndJumpsAreRefusedWithTheirReason() throws {
        let low = try check("exp(a) + 1", "exp(a) + a")
        #expect(low.checked == nil && low.codes == ["normalised-range"])
        #expect(low.messages[0].contains("does not come down to 0"))
        let high = try check("1 / (1 + exp(-a)) / 2", "log(1 + exp(a)) / 2")
        #expect(high.codes == ["normalised-range"] && high.messages[0].contains("does not reach 1"))
        let jump = try check("where(a > 0, a + 1, 0)", "where(a > 0, a^2 / 2 + a, 0)")
        #expect(jump.codes == ["normalised-jump"] && jump.messages[0].contains("jumps"))
    }

    @Test func formulasOfTheCoordinateAreChecked() throws {
        #expect(try check("max(a, 0)", "max(a, 0)").codes == ["integral-mismatch"])
        #expect(try check("exp(-a)", "-exp(-a)").codes.contains("link-decreasing"))
    }
}
