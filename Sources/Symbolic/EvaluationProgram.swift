/// Expressions as a list of single operations on registers, sorted by how often they must run: once, once for
/// the parameters, once a vector, once a point.
struct EvaluationProgram {
    struct Step {
        var operation: ExpressionGraph.Operation
        var target: Int
        var parts: [Int]
    }

    /// The term of a `sum(…)`, run for each coordinate in registers of its own.
    struct Reduction {
        var steps: [Step]
        var variable: Int?
        var term: Int
        var result: Int
    }

    private(set) var registerCount = 0
    private(set) var variable: Int?
    /// Index among the parameters, and register. A parameter may have several: one in each scope.
    private(set) var parameters: [(Int, Int)] = []
    private(set) var constants: [Step] = []
    private(set) var sums: [Reduction] = []
    private(set) var perVector: [Step] = []
    private(set) var perPoint: [Step] = []
    private(set) var roots: [Int] = []

    private enum Rate: Int { case constant, vector, point }

    init(_ expressions: [Expression], parameters names: [String]) {
        var graph = ExpressionGraph()
        let nodes = expressions.map { graph.insert($0) }
        var registers: [Int: Int] = [:]
        var rates: [Int: Rate] = [:]
        for index in graph.needed(for: nodes, entersSums: false) {
            let node = graph.nodes[index]
            let target = register(for: node, names)
            registers[index] = target
            if node.operation == .sum {
                rates[index] = .vector
                reduce(node.parts[0], into: target, graph, names)
                continue
            }
            var rate = node.operation == .leaf(.variable) ? Rate.point : .constant
            for part in node.parts {
                if let inner = rates[part], inner.rawValue > rate.rawValue { rate = inner }
            }
            rates[index] = rate
            guard let step = step(node, target, registers) else { continue }
            switch rate {
            case .constant: constants.append(step)
            case .vector: perVector.append(step)
            case .point: perPoint.append(step)
            }
        }
        roots = nodes.compactMap { registers[$0] }
    }

    /// A fresh register, noted where its value comes from outside.
    private mutating func register(for node: ExpressionGraph.Node, _ names: [String]) -> Int {
        registerCount += 1
        switch node.operation {
        case .leaf(.variable): variable = registerCount - 1
        case .leaf(.parameter(let name)):
            if let index = names.firstIndex(of: name) { parameters.append((index, registerCount - 1)) }
        default: break
        }
        return registerCount - 1
    }

    /// The operation of a node; none for inputs, which are set from outside.
    private func step(_ node: ExpressionGraph.Node, _ target: Int, _ registers: [Int: Int]) -> Step? {
        switch node.operation {
        case .leaf(.variable): return nil
        case .leaf(.parameter) where parameters.contains(where: { $0.1 == target }): return nil
        default: return Step(operation: node.operation, target: target, parts: node.parts.compactMap { registers[$0] })
        }
    }

    private mutating func reduce(_ term: Int, into result: Int, _ graph: ExpressionGraph, _ names: [String]) {
        var reduction = Reduction(steps: [], variable: nil, term: 0, result: result)
        var registers: [Int: Int] = [:]
        let outer = variable
        for index in graph.needed(for: [term], entersSums: true) {
            let node = graph.nodes[index]
            let target = register(for: node, names)
            registers[index] = target
            if node.operation == .leaf(.variable) { reduction.variable = target }
            if let step = step(node, target, registers) { reduction.steps.append(step) }
        }
        variable = outer
        reduction.term = registers[term] ?? result
        sums.append(reduction)
    }
}
