/// An interval for a variable or a parameter, with infinite ends allowed.
public struct BoxInterval: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    /// Whether the end itself is left out; infinite ends always are.
    public var isLowerOpen: Bool
    public var isUpperOpen: Bool

    public init(_ lower: Double, _ upper: Double, isLowerOpen: Bool = false, isUpperOpen: Bool = false) {
        self.lower = lower
        self.upper = upper
        self.isLowerOpen = isLowerOpen || lower.isInfinite
        self.isUpperOpen = isUpperOpen || upper.isInfinite
    }

    public init(point: Double) { self.init(point, point) }

    public func contains(_ x: Double) -> Bool {
        (isLowerOpen ? x > lower : x >= lower) && (isUpperOpen ? x < upper : x <= upper)
    }

    /// A Double inside, near the middle as its size goes: of [1, ∞) it is 4.
    public var inside: Double {
        switch (lower.isFinite, upper.isFinite) {
        case (false, false): return 0
        case (false, true): return upper > 0 ? 0 : upper > -1 ? upper - 1 : Swift.max(upper * Swift.min(upper.magnitude * 2, 0x1p64), -.greatestFiniteMagnitude)
        case (true, false): return lower < 0 ? 0 : lower < 1 ? lower + 1 : Swift.min(lower * Swift.min(lower * 2, 0x1p64), .greatestFiniteMagnitude)
        case (true, true):
            if lower < 0, upper > 0 { return upper > 8 * -lower || -lower > 8 * upper ? 0 : lower / 2 + upper / 2 }
            // Far apart in size: the geometric middle.
            let (small, large) = (Swift.min(lower.magnitude, upper.magnitude), Swift.max(lower.magnitude, upper.magnitude))
            guard small > 0, large > 8 * small else { return lower / 2 + upper / 2 }
            return (small.squareRoot() * large.squareRoot()) * (lower < 0 ? -1 : 1)
        }
    }

    /// The halves on either side of ``inside``; `nil` where no Double lies between the ends.
    public var halves: (BoxInterval, BoxInterval)? {
        let middle = inside
        guard middle > lower, middle < upper else { return nil }
        return (
            BoxInterval(lower, middle, isLowerOpen: isLowerOpen), BoxInterval(middle, upper, isUpperOpen: isUpperOpen)
        )
    }
}

/// Bounds of expressions over boxes: the variable and each parameter in an interval, infinite ends allowed.
///
/// Every operation carries, beside the bounds V of its value u(a), those of u at either end of a, of u′ and of
/// (log u)′, by the rules of differentiation. u′ of one sign makes u monotone, so that its ends bound it; otherwise
/// u(a) ∈ u(end) + u′·(a − end) is tighter than the plain rules once the box is small. The logarithmic derivative
/// settles products of a growing and a decaying factor (a·exp(−a²)), whose plain bounds are unbounded in the tails;
/// the elasticity a·(log u)′ does so for powers of a, of which it is the exponent.
///
/// Sound: MPFR, rounded outward. Elementwise expressions only: a `sum(…)` has no value here.
public final class BoxEvaluator {
    let program: EvaluationProgram
    let steps: [EvaluationProgram.Step]
    let registers: IntervalRegisters
    let count: Int
    private let parameterCount: Int

    /// What the evaluator keeps of each operation.
    enum Part: Int, CaseIterable {
        case value, atLower, atUpper, derivative, logarithmic, elastic
    }

    public init(_ expressions: [Expression], parameters: [String] = [], precision: Int = 128) {
        program = EvaluationProgram(expressions, parameters: parameters)
        steps = program.constants + program.perVector + program.perPoint
        count = program.registerCount
        parameterCount = parameters.count
        registers = IntervalRegisters(count: count * Part.allCases.count + Self.scratchCount, precision: precision)
    }

    static let scratchCount = 9
    func register(_ part: Part, _ node: Int) -> Int { part.rawValue * count + node }
    func scratch(_ i: Int) -> Int { Part.allCases.count * count + i }

    var hasLowerEnd = false
    var hasUpperEnd = false

    /// The bounds of each expression over a box.
    public func values(over a: BoxInterval, parameters: [BoxInterval]) -> [Enclosure] {
        hasLowerEnd = a.lower.isFinite && a.lower < a.upper
        hasUpperEnd = a.upper.isFinite && a.lower < a.upper
        for (index, node) in program.parameters {
            for part in [Part.value, .atLower, .atUpper] {
                if index < parameters.count { registers.set(register(part, node), parameters[index]) } else { registers.setUndefined(register(part, node)) }
            }
            setConstantSlope(node)
        }
        registers.set(point, a)
        if let variable = program.variable { setVariable(variable, a) }
        // The width of the box, to multiply slopes with: open at both ends where the box is, as its ends are not reached.
        registers.set(scratch(0), BoxInterval(0, (a.upper - a.lower).nextUp, isLowerOpen: a.isLowerOpen))
        registers.set(scratch(1), BoxInterval(0, (a.upper - a.lower).nextUp, isLowerOpen: a.isUpperOpen))
        for step in steps { execute(step) }
        return program.roots.map { registers.enclosure(register(.value, $0)) }
    }

    private func setVariable(_ node: Int, _ a: BoxInterval) {
        registers.set(register(.value, node), a)
        registers.set(register(.atLower, node), BoxInterval(point: a.lower.isFinite ? a.lower : 0))
        registers.set(register(.atUpper, node), BoxInterval(point: a.upper.isFinite ? a.upper : 0))
        registers.set(register(.derivative, node), 1)
        registers.set(scratch(2), 1)
        registers.divide(register(.logarithmic, node), scratch(2), register(.value, node))
        registers.set(register(.elastic, node), 1)
        registers.status[register(.elastic, node)] = hasElasticity ? .defined : .unknown
    }

    /// The register that holds a itself.
    var point: Int { scratch(8) }
    /// Whether a keeps away from 0, where elasticities say nothing.
    var hasElasticity: Bool { registers.isPositive(point) || registers.isNegative(point) }

    func setConstantSlope(_ node: Int) {
        registers.set(register(.derivative, node), 0)
        registers.set(register(.logarithmic, node), 0)
        registers.set(register(.elastic, node), 0)
        registers.status[register(.elastic, node)] = hasElasticity ? .defined : .unknown
    }

    private func execute(_ step: EvaluationProgram.Step) {
        let target = step.target
        for part in [Part.value, .atLower, .atUpper] {
            if part == .atLower, !hasLowerEnd { continue }
            if part == .atUpper, !hasUpperEnd { continue }
            evaluate(step, part)
        }
        if step.parts.isEmpty { return setConstantSlope(target) }
        differentiate(step)
        tighten(target)
    }

    private func evaluate(_ step: EvaluationProgram.Step, _ part: Part) {
        let target = register(part, step.target)
        let parts = step.parts.map { register(part, $0) }
        switch step.operation {
        case .leaf(.number(let value)): registers.set(target, value)
        case .leaf(.literal(let text)): registers.setDecimal(target, text)
        case .leaf(.pi): registers.setPi(target)
        case .leaf, .sum: registers.setUndefined(target)
        case .add: registers.add(target, parts[0], parts[1])
        case .subtract: registers.subtract(target, parts[0], parts[1])
        case .multiply: registers.multiply(target, parts[0], parts[1])
        case .divide: registers.divide(target, parts[0], parts[1])
        case .power: registers.power(target, parts[0], parts[1])
        case .negate: registers.negate(target, parts[0])
        case .call(let function): registers.call(function, target, parts)
        case .select(let relation): registers.select(target, relation, parts)
        }
    }

    /// The value's bounds cut by those that its ends and its slope give.
    private func tighten(_ node: Int) {
        let (value, slope) = (register(.value, node), register(.derivative, node))
        guard registers.status[slope] == .defined, registers.status[value] != .undefined else { return }
        let known = registers.status[value]
        let (rise, bound) = (scratch(3), scratch(4))
        if hasLowerEnd, registers.status[register(.atLower, node)] == .defined {
            registers.multiply(rise, slope, scratch(0))
            registers.add(bound, register(.atLower, node), rise)
            registers.intersect(value, bound)
        }
        if hasUpperEnd, registers.status[register(.atUpper, node)] == .defined {
            registers.multiply(rise, slope, scratch(1))
            registers.subtract(bound, register(.atUpper, node), rise)
            registers.intersect(value, bound)
        }
        registers.status[value] = known
    }
}
