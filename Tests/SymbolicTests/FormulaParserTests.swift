import Symbolic
import Testing

/// Reads a link with the parameters `beta` and `gamma_1`.
func formula(_ text: String, _ kind: FormulaContext.Kind = .link) throws -> Expression {
    try Formula.parse(text, context: FormulaContext(kind: kind, parameters: ["beta", "gamma_1"])).get()
}

func problems(_ text: String, _ kind: FormulaContext.Kind = .link) -> [FormulaError] {
    switch Formula.parse(text, context: FormulaContext(kind: kind, parameters: ["beta", "gamma_1"])) {
    case .success: []
    case .failure(let failure): failure.errors
    }
}

private let a = Expression.variable
private func n(_ value: Int128) -> Expression { .number(Rational(value)) }

@Suite struct FormulaParserTests {
    @Test func powerBindsTighterThanMinusAndToTheRight() throws {
        #expect(try formula("-a^2") == .negate(.power(a, n(2))))
        #expect(try formula("(-a)^2") == .power(.negate(a), n(2)))
        #expect(try formula("a^2^3") == .power(a, .power(n(2), n(3))))
        #expect(try formula("a^-2^3") == .power(a, .negate(.power(n(2), n(3)))))
        #expect(try formula("2*-a") == .multiply(n(2), .negate(a)))
    }

    @Test func sumsAndProductsAssociateToTheLeft() throws {
        #expect(try formula("a - beta - 1") == .subtract(.subtract(a, .parameter("beta")), n(1)))
        #expect(try formula("a / 2 * 3") == .multiply(.divide(a, n(2)), n(3)))
        #expect(try formula("1 + a * 2") == .add(n(1), .multiply(a, n(2))))
        #expect(try formula("-a * 2") == .multiply(.negate(a), n(2)))
    }

    @Test func whereTakesAComparisonAndTwoValues() throws {
        #expect(
            try formula("where(a >= 0, a, beta * expm1(a))")
                == .select(
                    Condition(a, .greaterOrEqual, n(0)), a, .multiply(.parameter("beta"), .call(.expm1, [a]))))
        for (text, relation) in [("<", Condition.Relation.less), ("<=", .lessOrEqual), (">", .greater)] {
            #expect(try formula("where(a \(text) 1, 0, 1)") == .select(Condition(a, relation, n(1)), n(0), n(1)))
        }
    }

    @Test func theVariableIsYInInverseAndDual() throws {
        #expect(try formula("atanh(y)", .inverse) == .call(.atanh, [a]))
        #expect(try formula("sum(y * log(y))", .dual) == .sum(.multiply(a, .call(.log, [a]))))
        #expect(try formula("sum(y * log(y))", .dual).text(variable: "y") == "sum(y * log(y))")
    }

    @Test func decimalNumbersAreExact() throws {
        #expect(try formula("0.1") == .number(#require(Rational(1, 10))))
        #expect(try formula("1.5e3") == n(1500))
        #expect(try formula("2.5E-3") == .number(#require(Rational(1, 400))))
        #expect(try formula(".5") == .number(#require(Rational(1, 2))))
        #expect(try formula("0.3183098861837906715377675267450287240689192914809") == .literal("0.3183098861837906715377675267450287240689192914809"))
        #expect(try formula("1e300") == .literal("1e300"))
    }

    @Test(arguments: Function.allCases) func everyFunctionIsReadByItsName(_ function: Function) throws {
        let arguments = Array(repeating: a, count: function.arity)
        let text = "\(function.rawValue)(\(Array(repeating: "a", count: function.arity).joined(separator: ", ")))"
        #expect(try formula(text) == .call(function, arguments))
        #expect(Formula.reservedNames.contains(function.rawValue))
    }

    @Test(arguments: [
        "where(a >= 0, a, beta * expm1(a))", "a + log(1 + exp(-a))", "-li2(-exp(a))", "a * atan(a) - log(sqrt(1 + a^2))",
        "exp(a) / sum(exp(a))", "a - (beta - 1)", "a / (beta / 2)", "a * (beta * 2)", "(a^2)^3", "a^2^3", "(-a)^2", "-a^2",
        "-(a * beta)", "-a * beta", "a^-beta^2", "a * -beta", "a + -beta", "--a", "2^-(a + 1)", "min(a, max(beta, 0.125))",
        "1e-38", "123.456e-30", "0.1 * pi", "where(a < beta, where(a <= 0, 1, 2), 3)", "(a + 1) * (a - 1)", "(a + 1)^(a - 1)",
    ]) func printingAndReadingBackIsTheSameTree(_ text: String) throws {
        let tree = try formula(text)
        #expect(try formula(tree.description) == tree)
    }

    @Test func printingUsesTheFewestParentheses() throws {
        #expect(try formula("((a)+((beta*2)))").description == "a + beta * 2")
        #expect(try formula("(a^(2))^3 - (a - 1)").description == "(a^2)^3 - (a - 1)")
    }

    /// Seeded trees over the whole language: text and tree determine each other.
    @Test func randomTreesSurvivePrintingAndReading() throws {
        var random = SplitMix(seed: 7)
        for _ in 0..<3_000 {
            let tree = random.tree(depth: 6)
            #expect(try formula(tree.description) == tree, "\(tree)")
        }
    }
}
