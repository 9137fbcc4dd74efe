import Analysis
import Catalogue
import Symbolic
import Testing
import YAMLReader

/// What the generator finds where an entry gives its link alone.
@Suite struct DerivationTests {
    private func checked(_ link: String, _ more: String = "") throws -> CheckedEntry {
        let text = "schema: 1\nactivations:\n  - name: sample\n    type: Sample\n    title: Sample\n    link: \"\(link)\"\n\(more)"
        let reading = CatalogueReader.read(text: text)
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
        let (checked, problems, _) = Analyzer.check(try #require(reading.entries.first))
        return try #require(checked, "\(problems.map(\.message))")
    }

    @Test(arguments: [
        ("erf(a)", "a * erf(a) + expm1(-a^2) / sqrt(pi)"), ("asinh(a)", "a * asinh(a) - sqrt(1 + a^2) + 1"),
        ("a / sqrt(1 + a^2)", "sqrt(1 + a^2) - 1"), ("a - tanh(a)", "a^2 / 2 - log(cosh(a))"), ("exp(a)", "expm1(a)"),
        ("sinh(a)", "cosh(a) - 1"), ("a^3", "a^4 / 4"), ("tanh(a)", "log(cosh(a))"),
        ("a / (1 + abs(a))", "where(a < 0, -a - log(1 - a), a - log(1 + a))"),
        ("min(max(a, 0), 6)", "where(a < 0, 0, where(a < 6, a^2 / 2, 6 * a - 18))"),
        ("log(1 + exp(a))", "-li2(-exp(a)) - pi^2 / 12"), ("1 / (1 + exp(-a))", "a + log(1 + exp(-a)) - log(2)"),
    ]) func theIntegralIsFound(_ pair: (link: String, integral: String)) throws {
        let entry = try checked(pair.link)
        #expect(entry.entry.integral?.text == pair.integral)
        if case .derived = entry.origins.integral {} else { Issue.record("\(entry.origins.integral)") }
    }

    @Test(arguments: [
        ("2 * atan(tanh(a / 2))", "2 * atanh(tan(y / 2))"), ("asinh(a)", "sinh(y)"), ("a / sqrt(1 + a^2)", "y / sqrt(1 - y^2)"),
        ("a / (1 + abs(a))", "where(y < 0, y / (1 + y), y / (1 - y))"), ("1 / (1 + exp(-a))", "-log(1 / y - 1)"),
        ("log(1 + exp(a))", "log(exp(y) - 1)"),
    ]) func theInverseIsFound(_ pair: (link: String, inverse: String)) throws {
        #expect(try checked(pair.link).entry.inverse?.text == pair.inverse)
    }

    @Test(arguments: [
        ("asinh(a)", "cosh(y) - 1"), ("a / sqrt(1 + a^2)", "1 - sqrt(1 - y^2)"), ("exp(a)", "y * log(y) - y + 1"), ("atan(a)", "-log(cos(y))"),
    ]) func theDualIsFound(_ pair: (link: String, dual: String)) throws {
        #expect(try checked(pair.link).entry.dual?.text == pair.dual)
    }

    @Test func aParameterAtItsEndGetsAFormOfItsOwn() throws {
        let entry = try checked("(a + sqrt(a^2 + b)) / 2", "    parameters:\n      b: { default: 4, domain: \"[0, inf)\" }\n")
        #expect(entry.entry.integral?.text.hasPrefix("where(b > 0, ") == true)
        #expect(entry.entry.inverse?.text == "(4 * y^2 - b) / (4 * y)")
    }

    @Test func aSumIsIntegratedByTheChainRule() throws {
        #expect(try checked("exp(a) / sum(exp(a))").entry.integral?.text == "log(sum(exp(a)))")
        #expect(try checked("a + a * sum(a^2)").entry.integral?.text == "sum(a^2) / 2 + sum(a^2)^2 / 4")
    }

    @Test func whatHasNoFormulaIsComputed() throws {
        for link in ["2 * atan(tanh(a / 2))", "tanh(a) + atan(a^3)"] {
            let entry = try checked(link)
            #expect(entry.entry.integral == nil)
            if case .numeric = entry.origins.integral {} else { Issue.record("\(entry.origins.integral)") }
        }
    }

    @Test func aCoupledLinkWhoseIntegralNoRuleFindsIsRefused() throws {
        let text = "schema: 1\nactivations:\n  - name: sample\n    type: Sample\n    title: Sample\n    link: a + tanh(sum(a)) + atan(sum(a)^3)\n"
        let entry = try #require(CatalogueReader.read(text: text).entries.first)
        let (checked, problems, _) = Analyzer.check(entry)
        #expect(checked == nil)
        #expect(problems.map(\.code) == ["integral-not-found"])
    }
}
