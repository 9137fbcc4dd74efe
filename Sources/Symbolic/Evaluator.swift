/// Evaluates expressions in arbitrary precision, with bounds that hold: every operation is correctly rounded
/// by MPFR, outward, so that a value is never off by more than its enclosure says.
///
/// Compiled once for a list of expressions, equal parts computed once. Bounded: a huge exponent or a tower of
/// exponentials costs no more than any other, because numbers keep `precision` bits.
///
/// Special values: real arithmetic, not IEEE's; log(0), 1/0 and the like are ``Enclosure/Status/undefined``. 0⁰ is 1.
public final class Evaluator {
    public let precision: Int
    private let program: EvaluationProgram
    private let registers: IntervalRegisters
    private var parameterValues: [Double?]
    private var vector: [Double] = []
    private var preparedCount = -1

    /// - Parameters:
    ///   - expressions: what ``values(at:)`` computes, in this order.
    ///   - parameters: the names of parameters, in the order in which ``setParameters(_:)`` takes their values.
    ///   - precision: bits of every number, 64…65536.
    public init(_ expressions: [Expression], parameters: [String] = [], precision: Int) {
        self.precision = Swift.min(Swift.max(precision, 64), 65_536)
        program = EvaluationProgram(expressions, parameters: parameters)
        registers = IntervalRegisters(count: program.registerCount, precision: self.precision)
        parameterValues = Array(repeating: nil, count: parameters.count)
        prepareConstants()
    }

    /// Sets the parameters; those without a value are undefined.
    public func setParameters(_ values: [Double]) {
        for i in parameterValues.indices { parameterValues[i] = i < values.count ? values[i] : nil }
        prepareConstants()
    }

    /// Sets the vector that `sum(…)` runs over.
    public func setVector(_ values: [Double]) {
        vector = values
        prepareSums()
    }

    /// The expressions at a value of the variable.
    public func values(at a: Double) -> [Enclosure] {
        run(at: a)
        return program.roots.map { registers.enclosure($0) }
    }

    /// The nearest Doubles, `nil` where this precision does not decide them.
    public func nearestDoubles(at a: Double) -> [Double?] {
        run(at: a)
        return program.roots.map { registers.nearest($0) }
    }

    private func run(at a: Double) {
        if let register = program.variable { registers.set(register, a) }
        for step in program.perPoint { execute(step) }
    }

    private func prepareConstants() {
        for (index, register) in program.parameters {
            registers.set(register, parameterValues[index] ?? .nan)
        }
        for step in program.constants { execute(step) }
        prepareSums()
    }

    private func prepareSums() {
        for sum in program.sums {
            registers.set(sum.result, 0)
            for value in vector {
                if let register = sum.variable { registers.set(register, value) }
                for step in sum.steps { execute(step) }
                registers.accumulate(sum.result, sum.term)
            }
        }
        for step in program.perVector { execute(step) }
    }

    private func execute(_ step: EvaluationProgram.Step) {
        let (target, parts) = (step.target, step.parts)
        switch step.operation {
        case .leaf(let leaf): load(target, leaf)
        case .add: registers.add(target, parts[0], parts[1])
        case .subtract: registers.subtract(target, parts[0], parts[1])
        case .multiply: registers.multiply(target, parts[0], parts[1])
        case .divide: registers.divide(target, parts[0], parts[1])
        case .power: registers.power(target, parts[0], parts[1])
        case .negate: registers.negate(target, parts[0])
        case .call(let function): registers.call(function, target, parts)
        case .select(let relation): registers.select(target, relation, parts)
        // Sums are computed once a vector, before the points.
        case .sum: break
        }
    }

    private func load(_ target: Int, _ leaf: Expression) {
        switch leaf {
        case .number(let value): registers.set(target, value)
        case .literal(let text): registers.setDecimal(target, text)
        case .pi: registers.setPi(target)
        // Names without a value: an unbound parameter or an unexpanded binding.
        default: registers.setUndefined(target)
        }
    }
}

extension Evaluator {
    /// How many distinct operations and operands the expressions have together.
    public static func operationCount(_ expressions: [Expression]) -> Int {
        var graph = ExpressionGraph()
        for expression in expressions { _ = graph.insert(expression) }
        return graph.nodes.count
    }

    /// What one evaluation costs, in multiplications: measured at 256 bits, roughly.
    public static func cost(_ expressions: [Expression]) -> Int {
        var graph = ExpressionGraph()
        for expression in expressions { _ = graph.insert(expression) }
        return graph.nodes.reduce(0) { total, node in
            switch node.operation {
            case .call(.li2): total + 200
            case .call(.erf): total + 40
            case .call(.abs), .call(.sign), .call(.min), .call(.max): total + 1
            // Four corners, each rounded both ways, where the exponent is no plain number.
            case .power: total + (graph.isNumber(node.parts[1]) ? 10 : 120)
            case .call: total + 10
            default: total + 1
            }
        }
    }

    /// The correctly rounded value of one expression: precision is raised until the Double is certain.
    ///
    /// - Returns: `nil` where there is no real value, or none is certain at 4096 bits.
    public static func nearestDouble(
        of expression: Expression, at a: Double = 0, parameters: [String: Double] = [:], vector: [Double] = []
    ) -> Double? {
        let names = parameters.keys.sorted()
        var precision = 128
        while precision <= 4096 {
            let evaluator = Evaluator([expression], parameters: names, precision: precision)
            evaluator.setParameters(names.map { parameters[$0] ?? .nan })
            evaluator.setVector(vector)
            if let value = evaluator.nearestDoubles(at: a)[0] { return value }
            if evaluator.values(at: a)[0].status == .undefined { return nil }
            precision *= 2
        }
        return nil
    }
}
