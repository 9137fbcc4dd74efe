/// Common subexpression elimination over several expressions at once.
public enum CommonSubexpressions {
    /// A part that is used at least twice; the expressions refer to it as `.shared(index)`.
    public struct Binding: Hashable, Sendable {
        public var index: Int
        /// `t0`, `t1`, …
        public var name: String
        /// The part itself, which refers to earlier bindings only.
        public var expression: Expression
    }

    public struct Shared: Hashable, Sendable {
        /// In order of evaluation.
        public var bindings: [Binding]
        /// The expressions as given, in order, in terms of the bindings.
        public var results: [Expression]
    }

    /// Names every operation that occurs twice or more, within one expression or across them.
    ///
    /// Leaves and negations stay where they are. The term of a `sum(…)` is left whole, because its variable
    /// is another one; equal sums are shared as one value.
    public static func share(_ expressions: [Expression]) -> Shared {
        var graph = ExpressionGraph()
        let roots = expressions.map { graph.insert($0) }
        let needed = graph.needed(for: roots, entersSums: false)
        var uses = [Int](repeating: 0, count: graph.nodes.count)
        for root in roots { uses[root] += 1 }
        for index in needed where graph.nodes[index].operation != .sum {
            for part in graph.nodes[index].parts { uses[part] += 1 }
        }
        var names: [Int: Int] = [:]
        var bindings: [Binding] = []
        func tree(_ index: Int) -> Expression {
            graph.expression(index) { part in names[part].map(Expression.shared) }
        }
        for index in needed where uses[index] > 1 && isWorthSharing(graph.nodes[index].operation) {
            bindings.append(Binding(index: bindings.count, name: "t\(bindings.count)", expression: tree(index)))
            names[index] = bindings.count - 1
        }
        return Shared(bindings: bindings, results: roots.map { names[$0].map(Expression.shared) ?? tree($0) })
    }

    private static func isWorthSharing(_ operation: ExpressionGraph.Operation) -> Bool {
        switch operation {
        case .leaf, .negate: false
        default: true
        }
    }
}

extension Expression {
    /// The tree with every `.shared` replaced by the binding it stands for.
    public func expanding(_ bindings: [CommonSubexpressions.Binding]) -> Expression {
        rewritten { part in
            if case .shared(let index) = part, bindings.indices.contains(index) {
                return bindings[index].expression.expanding(bindings)
            }
            return part
        }
    }
}
