import Symbolic
import Testing

/// One bad formula and all that is said of it.
struct BadFormula: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: FormulaContext.Kind
    var errors: [String]

    init(_ text: String, _ kind: FormulaContext.Kind = .link, _ errors: String...) {
        self.text = text
        self.kind = kind
        self.errors = errors
    }

    var testDescription: String { text }
}

@Suite struct FormulaErrorTests {
    static let table: [BadFormula] = [
        BadFormula("", .link, "0+0 empty-formula: the formula is empty"),
        BadFormula("   ", .link, "3+0 empty-formula: the formula is empty"),
        BadFormula("bta * a", .link, "0+3 unknown-name: unknown name 'bta'. Did you mean 'beta'?"),
        BadFormula("x + 1", .link, "0+1 unknown-name: unknown name 'x'; the variable of a link is 'a'"),
        BadFormula("y", .link, "0+1 wrong-variable: a link is a formula in 'a'; write 'a' instead of 'y'"),
        BadFormula("log(a)", .inverse, "4+1 wrong-variable: an inverse is a formula in 'y'; write 'y' instead of 'a'"),
        BadFormula("alpha * a + zeta", .link,
            "0+5 unknown-name: unknown name 'alpha'; declare it under 'parameters', or use one of a, pi, beta, gamma_1",
            "12+4 unknown-name: unknown name 'zeta'. Did you mean 'beta'?"),
        BadFormula("e^a", .link, "0+1 unknown-name: 'e' is not a name of the formula language; write exp(1)"),
        BadFormula("ln(a)", .link, "0+2 unknown-function: there is no function 'ln'; write log(a): log is natural"),
        BadFormula("pow(a, 2)", .link, "0+3 unknown-function: there is no function 'pow'; write a^2: a power is written with '^'"),
        BadFormula("sigmoid(a)", .link, "0+7 unknown-function: there is no function 'sigmoid'; write 1 / (1 + exp(-a))"),
        BadFormula("tahn(a)", .link,
            "0+4 unknown-function: there is no function 'tahn'. Did you mean 'tanh'? The functions are where, sum, abs, sign, min, max, sqrt, exp, expm1, log, log1p, sinh, cosh, tanh, asinh, acosh, atanh, sin, cos, tan, asin, acos, atan, erf, li2"),
        BadFormula("exp", .link, "0+3 wrong-arity: 'exp' is a function; its arguments go in parentheses: exp(a)"),
        BadFormula("tanh a", .link, "0+4 wrong-arity: 'tanh' is a function; its arguments go in parentheses: tanh(a)"),
        BadFormula("exp(a, 1)", .link, "0+3 wrong-arity: 'exp' takes 1 argument, not 2; write exp(a)"),
        BadFormula("exp()", .link, "0+3 wrong-arity: 'exp' takes 1 argument, not 0; write exp(a)"),
        BadFormula("min(a)", .link, "0+3 wrong-arity: 'min' takes 2 arguments, not 1; write min(a, 0)"),
        BadFormula("max(a, 0, 1)", .link, "0+3 wrong-arity: 'max' takes 2 arguments, not 3; nest the calls: max(x, max(y, z))"),
        BadFormula("log(a, 2)", .link, "0+3 wrong-arity: 'log' takes 1 argument, not 2; log is natural; write log(x) / log(base)"),
        BadFormula("where(a > 0, 1)", .link, "0+5 wrong-arity: 'where' takes 3 arguments, not 2; write where(a >= 0, x, y)"),
        BadFormula("where(a, 1, 0)", .link,
            "0+5 missing-comparison: the first argument of 'where' is a comparison (< <= > >=); write where(a >= 0, x, y)"),
        BadFormula("where(a > 0, a > 1, 0)", .link,
            "0+5 misplaced-comparison: only the first argument of 'where' is a comparison; write where(a >= 0, x, y)"),
        BadFormula("abs(a > 0)", .link,
            "0+3 misplaced-comparison: 'abs' takes numbers, not a comparison; a comparison is the first argument of where"),
        BadFormula("a > 0", .link,
            "2+1 misplaced-comparison: '>' belongs in the first argument of where, without parentheses of its own: where(a > 0, x, y)"),
        BadFormula("where((a > 0), 1, 0)", .link,
            "9+1 misplaced-comparison: '>' belongs in the first argument of where, without parentheses of its own: where(a > 0, x, y)"),
        BadFormula("where(0 < a < 1, a, 0)", .link,
            "12+1 chained-comparison: comparisons cannot be chained; nest two: where(a > 0, where(a < 1, x, y), z)"),
        BadFormula("where(a == 0, 1, 2)", .link,
            "8+1 unexpected-character: '=' is not part of the formula language; the comparisons are < <= > >=, inside where(…)"),
        BadFormula("a ? 1 : 2", .link, "2+1 unexpected-character: write where(condition, x, y) instead of 'condition ? x : y'"),
        BadFormula("exp((a + 1)", .link, "3+1 unbalanced-parenthesis: this '(' is never closed; add the ')' that belongs to it"),
        BadFormula("(a + (1 * a)", .link, "0+1 unbalanced-parenthesis: this '(' is never closed; add the ')' that belongs to it"),
        BadFormula("a + 1)", .link, "5+1 unbalanced-parenthesis: this ')' closes nothing; remove it or add a '(' before it"),
        BadFormula(")", .link, "0+1 unbalanced-parenthesis: a number, a name or '(' is expected before ')'"),
        BadFormula("()", .link, "1+1 missing-operand: there is nothing between the parentheses"),
        BadFormula("[a]", .link, "0+1 unexpected-character: '[' is not part of the formula language; group with ( )"),
        BadFormula("2a", .link, "1+1 missing-operator: an operator is missing here; write '2 * a' for a product"),
        BadFormula("a b", .link,
            "2+1 missing-operator: an operator is missing here; write 'a * b' for a product",
            "2+1 unknown-name: unknown name 'b'; declare it under 'parameters', or use one of a, pi, beta, gamma_1"),
        BadFormula("(a + 1)(a - 1)", .link,
            "7+1 missing-operator: an operator is missing here; write '(a + 1) * (…)' for a product"),
        BadFormula("beta(a + 1)", .link, "0+4 missing-operator: 'beta' is not a function; write beta * (…) for a product"),
        BadFormula("a +", .link, "3+0 missing-operand: the formula ends where a number, a name or '(' is expected"),
        BadFormula("* a", .link, "0+1 missing-operand: a number, a name or '(' is expected before '*'"),
        BadFormula("+a", .link, "0+1 missing-operand: a number, a name or '(' is expected before '+'"),
        BadFormula("a**2", .link, "1+2 wrong-operator: '**' is not an operator; write '^' for a power"),
        BadFormula("0,5 * a", .link, "1+1 trailing-text: a ',' outside of a function's arguments; decimals are written with '.'"),
        BadFormula("1.2.3", .link, "0+5 malformed-number: '1.2.3' is not a number: a number has one decimal point"),
        BadFormula("1_000 * a", .link, "0+5 malformed-number: '1_000' is not a number: write the digits without '_'"),
        BadFormula("0x1F", .link, "0+4 malformed-number: '0x1F' is not a number: write numbers in decimal"),
        BadFormula("2e+ * a", .link, "0+3 malformed-number: '2e+' is not a number: the exponent has no digits; write 1e3 for 1000"),
        BadFormula("1e999 * a", .link, "0+5 number-out-of-range: 1e999 is larger than a Double holds (1.8e308)"),
        BadFormula("1e-999999999999999999999 * a", .link,
            "0+24 number-out-of-range: 1e-999999999999999999999 is smaller than a Double holds (4.9e-324)"),
        BadFormula("a − 1 × 2 · 3", .link,
            "2+1 lookalike-character: '−' is not read; write '-'", "6+1 lookalike-character: '×' is not read; write '*'",
            "10+1 lookalike-character: '·' is not read; write '*'"),
        BadFormula("where(a ≥ 0, a, 0)", .link, "8+1 lookalike-character: '≥' is not read; write '>='"),
        BadFormula("a² / 2", .link, "1+1 lookalike-character: '²' is not read; write ^2"),
        BadFormula("π * a", .link, "0+1 unknown-name: 'π' is not a name of the formula language; write pi"),
        BadFormula("a\u{200B} + 1", .link, "1+1 unexpected-character: the character U+200B is not part of the formula language"),
        BadFormula("a $ 1", .link, "2+1 unexpected-character: '$' is not part of the formula language"),
        BadFormula("sum(sum(a))", .link, "4+3 nested-sum: a sum(…) inside a sum(…) is not read; take the inner sum out as a factor"),
        BadFormula("sum(a, 1)", .link, "0+3 wrong-arity: 'sum' takes 1 argument, the term of one coordinate, not 2"),
        BadFormula("a * log(sum(exp(a)))", .integral,
            "0+1 variable-outside-sum: 'a' outside of sum(…): the integral of a coupled entry is one number for the whole vector; put every 'a' inside a sum(…)"),
    ]

    @Test(arguments: table) func eachBadFormulaIsToldWhatToWrite(_ bad: BadFormula) {
        let found = problems(bad.text, bad.kind).map { "\($0.offset)+\($0.length) \($0.code): \($0.message)" }
        #expect(found == bad.errors)
    }

    @Test func everyErrorLiesInsideTheText() {
        for bad in Self.table {
            for error in problems(bad.text, bad.kind) {
                #expect(error.offset >= 0 && error.length >= 0 && error.offset + error.length <= bad.text.count)
            }
        }
    }

    @Test(arguments: [
        String(repeating: "(", count: 20_000) + "a" + String(repeating: ")", count: 20_000),
        String(repeating: "a", count: 50_000), String(repeating: "\u{301}", count: 2_000_000),
    ]) func aFormulaOutOfAllMeasureIsRefused(_ text: String) {
        #expect(problems(text).map(\.code) == ["formula-too-long"])
    }

    @Test(arguments: ["(", "-", "exp(", "2^", "where(a > 0, 1, ", "sum(", "2^-", "exp "])
    func nestingIsBounded(_ opening: String) {
        let text = String(repeating: opening, count: 9_000 / opening.count)
        #expect(problems(text).contains { $0.code == "formula-too-deep" })
    }

    @Test(arguments: ["+", "-", "*", "/", "^"]) func chainsAreBounded(_ symbol: String) {
        let chain = "a" + String(repeating: "\(symbol)a", count: 4_000)
        #expect(problems(chain).map(\.code) == ["formula-too-deep"])
        let wide = "(" + String(repeating: "(a\(symbol)a)+", count: 100) + "a)"
        #expect(problems(wide).isEmpty)
    }

    @Test func widthIsBounded() {
        var text = "a"
        for _ in 0..<10 { text = "(\(text)+\(text))" }
        #expect(text.count <= Formula.maximumLength)
        #expect(problems(text).map(\.code) == ["formula-too-long"])
    }

    /// Whatever the text, there is an answer: a tree, or errors inside the text.
    @Test func readingIsTotal() {
        var random = SplitMix(seed: 11)
        let pieces = [
            "a", "y", "beta", "pi", "sum", "where", "exp", "min", "(", ")", ",", "+", "-", "*", "/", "^", "**", "<", "<=",
            ">", ">=", "=", "1", "0.5", "1e9", "2e", ".", " ", "−", "²", "é", "🙂", "\u{0}", "\n", "bogus", "ln", "#",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0..<14, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            switch Formula.parse(text, context: FormulaContext(kind: .integral, parameters: ["beta"])) {
            case .success(let tree):
                #expect(!tree.description.isEmpty)
            case .failure(let failure):
                #expect(!failure.errors.isEmpty)
                #expect(failure.errors.allSatisfy { $0.offset >= 0 && $0.offset + $0.length <= text.count }, "\(text)")
            }
        }
    }
}
