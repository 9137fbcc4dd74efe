import Analysis
import Testing

/// A wrong entry, where the problem must be reported, and what the message must contain.
struct WrongEntry: Sendable, CustomTestStringConvertible {
    var entry: EntryText
    var code: String
    var line: Int
    var words: [String]

    init(_ entry: EntryText, _ code: String, line: Int, _ words: String...) {
        self.entry = entry
        self.code = code
        self.line = line
        self.words = words
    }

    var testDescription: String { entry.testDescription }
}

private let beta = (value: "1", domain: "[0, inf)")

@Suite struct RefutationTests {
    static let wrongIntegrals: [WrongEntry] = [
        WrongEntry(EntryText("(1 + sign(a)) / 2", "-max(a, 0)"), "integral-mismatch", line: 7, "sign is the wrong way round"),
        WrongEntry(EntryText("(1 + sign(a)) / 2", "abs(a)"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("a", "a^2"), "integral-mismatch", line: 7, "2 times too large; divide it by that"),
        WrongEntry(EntryText("a", "1.01 * a^2 / 2"), "integral-mismatch", line: 7, "1.01 times too large"),
        WrongEntry(EntryText("max(a, 0)", "where(a >= 0, a^2 / 2, 1)"), "integral-jump", line: 7, "branches meet"),
        WrongEntry(EntryText("max(a, 0)", "a^2 / 2"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("where(a >= 0, a, beta * a)", "where(a >= 0, a^2 / 2, beta * a)", beta: beta), "integral-mismatch", line: 7, "beta = "),
        WrongEntry(EntryText("1 / (1 + exp(-a))", "a - log(1 + exp(-a))"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("1 / (1 + exp(-a))", "1.01 * (a + log(1 + exp(-a)))"), "integral-mismatch", line: 7, "1.01 times too large"),
        WrongEntry(EntryText("tanh(a)", "log(sinh(abs(a) + 1))"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("tanh(a)", "-log(cosh(a))"), "integral-mismatch", line: 7, "sign is the wrong way round"),
        WrongEntry(EntryText("tanh(a)", "log(cosh(a)) + a^2 / 1000000000000000000000000000"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("atan(a)", "a * atan(a) + log(sqrt(1 + a^2))"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("atan(a)", "a * atan(a) - log(1 + a^2)"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("log(1 + exp(a))", "li2(-exp(a))"), "integral-mismatch", line: 7, "sign is the wrong way round"),
        WrongEntry(
            EntryText("where(a >= 0, a, beta * expm1(a))", "where(a >= 0, a^2 / 2, beta * (exp(a) - a))", beta: beta), "integral-jump", line: 7),
        WrongEntry(
            EntryText("where(a >= 0, a, beta * expm1(a))", "where(a >= 0, a^2 / 2, beta * expm1(a) - a)", beta: (value: "1", domain: "[0, 10]")),
            "integral-mismatch", line: 7, "beta = "),
        WrongEntry(EntryText("a / (1 + abs(a))", "abs(a) + log(1 + abs(a))"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("a / (1 + abs(a))", "where(a > 0, 0.001, 0) + abs(a) - log(1 + abs(a))"), "integral-jump", line: 7),
        WrongEntry(EntryText("a", "a^2 / 2 + where(a > 37.3, 1, 0) * 0.0001"), "integral-jump", line: 7, "37.3"),
        // The derivative of the integral is 1 + a, but the integral jumps wherever tan has a pole.
        WrongEntry(EntryText("1 + a", "atan(tan(a)) + a^2 / 2"), "integral-jump", line: 7),
        WrongEntry(EntryText("a", "where(a > 100000, a^2, a^2 / 2)"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("exp(a)", "exp(a) + log(a) - log(a)"), "integral-undefined", line: 7, "not a real number"),
        WrongEntry(EntryText("exp(a) / sum(exp(a))", "2 * log(sum(exp(a)))"), "integral-mismatch", line: 7, "gradient", "coordinate"),
        WrongEntry(EntryText("exp(a) / sum(exp(a))", "-log(sum(exp(a)))"), "integral-mismatch", line: 7),
        WrongEntry(EntryText("exp(a) / sum(exp(a))", "log(1 + sum(exp(a)))"), "integral-mismatch", line: 7),
    ]

    static let wrongLinks: [WrongEntry] = [
        WrongEntry(EntryText("-a", "-a^2 / 2"), "link-decreasing", line: 6, "slope there is -1"),
        WrongEntry(EntryText("sin(a)", "-cos(a)"), "link-decreasing", line: 6, "slope"),
        WrongEntry(EntryText("(1 - sign(a)) / 2", "min(a, 0)"), "link-decreasing", line: 6, "falls from 1", "to 0"),
        WrongEntry(EntryText("1 / (1 + exp(a))", "a - log(1 + exp(a))"), "link-decreasing", line: 6),
        WrongEntry(EntryText("-tanh(a)", "-log(cosh(a))"), "link-decreasing", line: 6),
        WrongEntry(EntryText("where(a >= 0, a, beta * a)", "where(a >= 0, a^2 / 2, beta * a^2 / 2)", beta: (value: "1", domain: "[-1, 1]")), "link-decreasing", line: 6, "beta = -1"),
        // A dip of width 1 around 37 on a line of slope 1/100.
        WrongEntry(
            EntryText("a / 100 + where(abs(a - 37) < 0.5, (37 - a) / 10, 0)", "a^2 / 200 + where(abs(a - 37) < 0.5, -(a - 37)^2 / 20, -0.0125)"),
            "link-decreasing", line: 6, "a = 3"),
        WrongEntry(EntryText("a / 100 - 2 * exp(-40 * (a - 37)^2)", "a^2 / 200 - sqrt(pi / 10) * erf(sqrt(40) * (a - 37)) / 2"), "link-decreasing", line: 6, "a = 3"),
        // Waves whose period is the distance of a regular grid.
        WrongEntry(EntryText("a + 0.2 * sin(8 * pi * a)", "a^2 / 2 - cos(8 * pi * a) / (40 * pi)"), "link-decreasing", line: 6),
        WrongEntry(EntryText("where(a > 1000000, -a, a)", "where(a > 1000000, -a^2 / 2 + 1000000000000, a^2 / 2)"), "link-decreasing", line: 6),
        WrongEntry(EntryText("log(a)", "a * log(a) - a"), "link-undefined", line: 6, "give the entry the domain"),
        WrongEntry(EntryText("-1 / a", "-log(abs(a))"), "link-undefined", line: 6, "a = 0"),
        WrongEntry(EntryText("-exp(a) / sum(exp(a))", "-log(sum(exp(a)))"), "link-decreasing", line: 6, "direction", "eigenvalue"),
        WrongEntry(EntryText("a - log(sum(exp(a)))", "sum(a^2) / 2"), "jacobian-asymmetric", line: 6, "∂f2/∂a1", "∂f1/∂a2"),
        WrongEntry(EntryText("a + sum(tanh(a)) / 2", "sum(a^2) / 2"), "jacobian-asymmetric", line: 6),
    ]

    static let wrongDuals: [WrongEntry] = [
        WrongEntry(EntryText("tanh(a)", "log(cosh(a))", inverse: "tanh(y)"), "inverse-mismatch", line: 8),
        WrongEntry(EntryText("tanh(a)", "log(cosh(a))", inverse: "-atanh(y)"), "inverse-mismatch", line: 8),
        WrongEntry(EntryText("tanh(a)", "log(cosh(a))", inverse: "atanh(0.99 * y)"), "inverse-mismatch", line: 8),
        WrongEntry(EntryText("tanh(a)", "log(cosh(a))", inverse: "log(y)"), "inverse-undefined", line: 8),
        WrongEntry(EntryText("max(a, 0)", "max(a, 0)^2 / 2", inverse: "y"), "inverse-of-flat-link", line: 8, "remove 'inverse'"),
        WrongEntry(EntryText("a", "a^2 / 2", dual: "y^2"), "dual-mismatch", line: 8),
        WrongEntry(EntryText("a", "a^2 / 2 + 3", dual: "y^2 / 2"), "dual-mismatch", line: 8, "add -3 to it"),
        WrongEntry(EntryText("tanh(a)", "log(cosh(a))", dual: "y * atanh(y) - log(1 - y^2) / 2"), "dual-mismatch", line: 8),
        WrongEntry(EntryText("exp(a) / sum(exp(a))", "log(sum(exp(a)))", inverse: "2 * log(y)"), "inverse-mismatch", line: 8),
        WrongEntry(EntryText("exp(a) / sum(exp(a))", "log(sum(exp(a)))", dual: "-sum(y * log(y))"), "dual-mismatch", line: 8),
    ]

    @Test(arguments: wrongIntegrals + wrongLinks + wrongDuals)
    func aWrongEntryIsRefusedWhereItIsWrongWithAWitness(_ wrong: WrongEntry) throws {
        let (checked, diagnostics, report) = try wrong.entry.check()
        #expect(checked == nil)
        let problem = try #require(diagnostics.first { $0.code == wrong.code }, "\(diagnostics)")
        #expect(problem.position.line == wrong.line)
        for word in wrong.words { #expect(problem.message.contains(word), "\(problem.message)") }
        #expect(!report.witness.isEmpty)
        #expect(report.method.contains("refuted") || wrong.code == "inverse-of-flat-link")
        let isOfLink = wrong.code.hasPrefix("link-") || wrong.code.hasPrefix("jacobian-")
        #expect((report.monotone == .refuted) == isOfLink)
    }

    /// One run names both: the link that falls and the integral that is not its own.
    @Test func aWrongLinkDoesNotHideAWrongIntegral() throws {
        let (_, diagnostics, _) = try EntryText("-a", "a^2").check()
        #expect(diagnostics.map(\.code) == ["link-decreasing", "integral-mismatch"])
    }
}
