import Symbolic
import Testing

@Suite struct CommonSubexpressionsTests {
    @Test func aPartOfSeveralExpressionsIsNamedOnce() throws {
        let shared = CommonSubexpressions.share([
            try formula("1 / (1 + exp(-a))"), try formula("exp(-a) / (1 + exp(-a))^2"), try formula("a + log(1 + exp(-a))"),
        ])
        #expect(shared.bindings.map { "\($0.name) = \($0.expression)" } == ["t0 = exp(-a)", "t1 = 1 + t0"])
        #expect(shared.results.map(\.description) == ["1 / t1", "t0 / t1^2", "a + log(t1)"])
    }

    @Test func leavesAndNegationsAreNotNamed() throws {
        let shared = CommonSubexpressions.share([try formula("-a + beta"), try formula("-a * beta")])
        #expect(shared.bindings.isEmpty)
    }

    @Test func equalResultsAreOneBinding() throws {
        let x = try formula("tanh(a)")
        let shared = CommonSubexpressions.share([x, x])
        #expect(shared.bindings.count == 1)
        #expect(shared.results == [.shared(0), .shared(0)])
    }

    /// Inside `sum` the variable is another one: exp(a) there is not exp(a) outside.
    @Test func theTermOfASumSharesNothingWithOutside() throws {
        let shared = CommonSubexpressions.share([try formula("exp(a) / sum(exp(a)) + exp(a) * log(sum(exp(a)))")])
        #expect(shared.bindings.map { "\($0.name) = \($0.expression)" } == ["t0 = exp(a)", "t1 = sum(exp(a))"])
        #expect(shared.results.map(\.description) == ["t0 / t1 + t0 * log(t1)"])
    }

    @Test func everyBindingIsUsedTwiceAndRefersBackOnly() throws {
        var random = SplitMix(seed: 21)
        for _ in 0..<300 {
            let trees = (0..<3).map { _ in random.tree(depth: 6) }
            let shared = CommonSubexpressions.share(trees)
            var uses = [Int](repeating: 0, count: shared.bindings.count)
            func count(_ expression: Expression) {
                if case .shared(let index) = expression { uses[index] += 1 }
                expression.children.forEach(count)
            }
            for binding in shared.bindings {
                #expect(!binding.expression.contains { if case .shared(let index) = $0 { index >= binding.index } else { false } })
                count(binding.expression)
            }
            shared.results.forEach(count)
            #expect(uses.allSatisfy { $0 >= 2 })
            #expect(shared.results.map { $0.expanding(shared.bindings) } == trees)
        }
    }
}
