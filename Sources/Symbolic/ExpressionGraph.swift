/// Expressions as a graph in which equal parts are one node: what sharing and evaluation work on.
///
/// The parts of a node have smaller indices than the node, so increasing index is an order of evaluation.
struct ExpressionGraph {
    enum Operation: Hashable {
        case leaf(Expression)
        case add, subtract, multiply, divide, power, negate
        case call(Function)
        case select(Condition.Relation)
        case sum
    }

    struct Node: Hashable {
        var operation: Operation
        var parts: [Int]
    }

    private(set) var nodes: [Node] = []
    private var indices: [Node: Int] = [:]

    /// The index of an expression's node, made with all its parts where it is new.
    mutating func insert(_ expression: Expression) -> Int {
        let operation: Operation =
            switch expression {
            case .number, .literal, .pi, .variable, .parameter: .leaf(expression)
            case .add: .add
            case .subtract: .subtract
            case .multiply: .multiply
            case .divide: .divide
            case .power: .power
            case .negate: .negate
            case .call(let function, _): .call(function)
            case .select(let condition, _, _): .select(condition.relation)
            case .sum: .sum
            }
        let node = Node(operation: operation, parts: expression.children.map { insert($0) })
        if let index = indices[node] { return index }
        nodes.append(node)
        indices[node] = nodes.count - 1
        return nodes.count - 1
    }

    func isNumber(_ index: Int) -> Bool {
        if case .leaf(.number) = nodes[index].operation { true } else { false }
    }

    /// The nodes that `roots` need, in order. A sum is needed with its term only where `entersSums`: the
    /// term has a variable of its own.
    func needed(for roots: [Int], entersSums: Bool) -> [Int] {
        var marked = [Bool](repeating: false, count: nodes.count)
        for root in roots { marked[root] = true }
        for index in nodes.indices.reversed() where marked[index] {
            if nodes[index].operation == .sum, !entersSums { continue }
            for part in nodes[index].parts { marked[part] = true }
        }
        return nodes.indices.filter { marked[$0] }
    }

    /// A node as a tree, with the expressions that `replacement` has for nodes in their place.
    func expression(_ index: Int, replacement: (Int) -> Expression?) -> Expression {
        let node = nodes[index]
        func part(_ i: Int) -> Expression {
            replacement(node.parts[i]) ?? expression(node.parts[i], replacement: replacement)
        }
        return switch node.operation {
        case .leaf(let leaf): leaf
        case .add: .add(part(0), part(1))
        case .subtract: .subtract(part(0), part(1))
        case .multiply: .multiply(part(0), part(1))
        case .divide: .divide(part(0), part(1))
        case .power: .power(part(0), part(1))
        case .negate: .negate(part(0))
        case .call(let function): .call(function, node.parts.indices.map(part))
        case .select(let relation): .select(Condition(part(0), relation, part(1)), part(2), part(3))
        // The term of a sum has a variable of its own: nothing outside can stand in for its parts.
        case .sum: .sum(expression(node.parts[0]) { _ in nil })
        }
    }
}
