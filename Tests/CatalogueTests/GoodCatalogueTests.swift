import Catalogue
import Symbolic
import Testing
import YAMLReader

/// What a good catalogue is read as.
@Suite struct GoodCatalogueTests {
    @Test func anEntryWithEverything() throws {
        let text = header + entry([
            "title": "\"Quoted: yes\"", "aliases": "[one, two_b]",
            "parameters": "\n      beta: { default: -1.50, domain: \"[-2, inf)\", note: how steep }\n      gain: { default: 2e-3 }",
            "link": "where(a >= 0, a,\n      beta * gain * a)", "integral": "'a^2'", "inverse": "y", "dual": "y^2",
            "domain": "(-1, 1]", "note": ">\n      two lines\n      in one", "reference": "Somebody, 1999   # a comment",
        ])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(diagnostics == [])
        let read = try #require(entries.first)
        #expect(entries.count == 1)
        #expect(read.position == SourcePosition(line: 3, column: 5))
        #expect(read.name == Located("good", at: SourcePosition(line: 3, column: 11)))
        #expect(read.type == Located("Good", at: SourcePosition(line: 4, column: 11)))
        #expect(read.title == "Quoted: yes")
        #expect(read.aliases.map(\.value) == ["one", "two_b"])
        #expect(read.aliases.map(\.position) == [SourcePosition(line: 9, column: 15), SourcePosition(line: 9, column: 20)])
        #expect(read.parameters.map(\.name.value) == ["beta", "gain"])
        #expect(read.parameters.map(\.defaultText) == ["-1.50", "2e-3"])
        #expect(read.parameters.map(\.defaultValue) == [-1.5, 2e-3])
        #expect(read.parameters.map(\.domain.description) == ["[-2, inf)", "(-inf, inf)"])
        #expect(read.parameters.map(\.note) == ["how steep", nil])
        #expect(read.link.text == "where(a >= 0, a, beta * gain * a)")
        #expect(read.link.position == SourcePosition(line: 6, column: 11))
        #expect(read.integral?.text == "a^2")
        #expect(read.integral?.position == SourcePosition(line: 8, column: 16), "after the quotation mark")
        #expect(read.integral?.expression == .power(.variable, .number(Rational(2))))
        #expect(read.inverse?.expression == .variable)
        #expect(read.dual?.text == "y^2")
        #expect(read.domain.description == "(-1, 1]")
        #expect(read.note == "two lines in one")
        #expect(read.reference == "Somebody, 1999")
        #expect(!read.isCoupled)
    }

    @Test func whatIsOptionalMayBeMissing() throws {
        let (entries, diagnostics) = CatalogueReader.read(text: header + entry())
        #expect(diagnostics == [])
        let read = try #require(entries.first)
        #expect(read.aliases.isEmpty && read.parameters.isEmpty)
        #expect(read.inverse == nil && read.dual == nil && read.note == nil && read.reference == nil)
        #expect(read.domain == .real)
    }

    @Test func scalarsAreTheirTextWhateverYAMLCallsThem() throws {
        let text = header + entry("null", "Yes", ["title": "true", "aliases": "[yes, no, on]", "link": "0", "integral": "'0'"])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(diagnostics == [])
        let read = try #require(entries.first)
        #expect(read.name.value == "null" && read.title == "true")
        #expect(read.aliases.map(\.value) == ["yes", "no", "on"])
        #expect(read.link.expression == .number(.zero))
    }

    @Test func sumMakesAnEntryCoupled() throws {
        let text = header + entry([
            "link": "exp(a) / sum(exp(a))", "integral": "log(sum(exp(a)))", "inverse": "log(y)", "dual": "sum(y * log(y))",
        ])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(diagnostics == [])
        #expect(try #require(entries.first).isCoupled)
    }

    @Test func whatAnEntryClaimsOfItself() throws {
        let text = header + entry(["assume": "increasing"]) + entry("second", "Second", ["monotone": "false"])
            + entry("third", "Third", [
                "normalised": "true", "link": "beta * a", "parameters": "{ beta: { default: 1, learnable: true } }",
            ])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(diagnostics == [])
        #expect(entries.map { $0.assumption?.value } == [.increasing, nil, nil])
        #expect(entries.map(\.isMonotone) == [true, false, true])
        #expect(entries.map(\.isNormalised) == [false, false, true])
        #expect(entries.map(\.isCoupled) == [false, false, true])
        #expect(entries.last?.parameters.first?.isLearnable == true)
        #expect(entries.first?.parameters.first == nil)
    }

    @Test func aCommentAfterASoundFormulaIsAComment() throws {
        let (entries, diagnostics) = CatalogueReader.read(text: header + entry(["link": "tanh(a)   # the usual"]))
        #expect(diagnostics == [])
        #expect(entries.first?.link.text == "tanh(a)")
    }

    @Test func harmlessSignsMayStandInProse() {
        let prose = "'// a \"quote\", 100% & more; <b> #1 \\u{}'".replacing("\\u{}", with: "$(x)")
        let (entries, diagnostics) = CatalogueReader.read(text: header + entry(["title": prose, "note": prose]))
        #expect(diagnostics == [])
        #expect(entries.first?.title == "// a \"quote\", 100% & more; <b> #1 $(x)")
    }

    @Test(arguments: [
        ("[0, inf)", 0, Double.infinity, true, false), ("(-inf, inf)", -.infinity, .infinity, false, false),
        ("(1, 2]", 1, 2, false, true), ("[-1e-3,2.5]", -1e-3, 2.5, true, true), (" ( -1 , 0 ) ", -1, 0, false, false),
    ])
    func intervals(_ text: String, _ lower: Double, _ upper: Double, _ includesLower: Bool, _ includesUpper: Bool) {
        let (entries, diagnostics) = CatalogueReader.read(text: header + entry(["domain": "\"\(text)\""]))
        #expect(diagnostics == [])
        #expect(entries.first?.domain == Interval(
            lower: lower, upper: upper, includesLower: includesLower, includesUpper: includesUpper))
    }

    @Test func anOpenIntervalNeedsNoQuotesAsABlockValueAndAPointDoesForAParameter() {
        let parameters = "\n      beta: { default: 1, domain: \"[1, 1]\" }"
        let text = header + entry(["link": "beta * a", "domain": "(0, inf)", "parameters": parameters])
        let (entries, diagnostics) = CatalogueReader.read(text: text)
        #expect(diagnostics == [])
        #expect(entries.first?.domain.description == "(0, inf)")
        #expect(entries.first?.parameters.first?.domain.description == "[1, 1]")
    }

    @Test(arguments: ["[0, 0]", "[-2, inf)", "(-inf, inf)", "(-0.25, 1e-09]", "[-inf, 3)"])
    func intervalsPrintAsTheyAreWritten(_ text: String) {
        let lower = text.contains("-inf") ? -Double.infinity : text.contains("-2") ? -2 : text.contains("0.25") ? -0.25 : 0
        let upper = text.contains("inf)") ? Double.infinity : text.contains("3") ? 3 : text.contains("1e") ? 1e-9 : 0
        let interval = Interval(
            lower: lower, upper: upper, includesLower: text.hasPrefix("["), includesUpper: text.hasSuffix("]"))
        #expect(interval.description == text)
    }
}
