/// The rules of differentiation, on bounds: each node's u′ and (log u)′ from its parts.
///
/// A slope is of status `defined` where the bounds hold at every point of the box at which the node is
/// differentiable, and the node is continuous there.
extension BoxEvaluator {
    func differentiate(_ step: EvaluationProgram.Step) {
        let target = step.target
        switch step.operation {
        case .leaf, .sum: setConstantSlope(target)
        case .add: sum(target, step.parts[0], step.parts[1], subtracts: false)
        case .subtract: sum(target, step.parts[0], step.parts[1], subtracts: true)
        case .multiply: product(target, step.parts[0], step.parts[1])
        case .divide: quotient(target, step.parts[0], step.parts[1])
        case .power: power(target, step.parts[0], step.parts[1])
        case .negate:
            registers.negate(register(.derivative, target), register(.derivative, step.parts[0]))
            for part in [Part.logarithmic, .elastic] { registers.copy(register(part, target), from: register(part, step.parts[0])) }
        case .call(let function): call(function, target, step.parts)
        case .select(let relation): select(relation, target, step.parts)
        }
    }

    private func value(_ node: Int) -> Int { register(.value, node) }
    private func slope(_ node: Int) -> Int { register(.derivative, node) }
    /// (log u)′ and a·(log u)′: the slopes relative to the value.
    private static let relative: [Part] = [.logarithmic, .elastic]

    private func isConstant(_ node: Int) -> Bool {
        registers.status[slope(node)] == .defined && registers.isPoint(slope(node)) && registers.lowerSign(slope(node)) == 0
    }

    private func isKnown(_ register: Int) -> Bool { registers.status[register] == .defined }

    private func forget(_ node: Int) {
        registers.setUnbounded(slope(node), .unknown)
        forgetRelative(node)
    }

    private func forgetRelative(_ node: Int) {
        for part in Self.relative { registers.setUnbounded(register(part, node), .unknown) }
    }

    /// target ∩= x, where x is known at all.
    private func learn(_ target: Int, _ x: Int) {
        guard isKnown(x) else { return }
        if isKnown(target) { registers.intersect(target, x) } else { registers.copy(target, from: x) }
    }

    /// u′ ∩= u·(log u)′ and u·(a (log u)′)/a.
    private func useRelative(_ node: Int) {
        guard isKnown(value(node)) else { return }
        if isKnown(register(.logarithmic, node)) {
            registers.multiply(scratch(5), value(node), register(.logarithmic, node))
            learn(slope(node), scratch(5))
        }
        if hasElasticity, isKnown(register(.elastic, node)) {
            registers.multiply(scratch(5), value(node), register(.elastic, node))
            registers.divide(scratch(6), scratch(5), point)
            learn(slope(node), scratch(6))
        }
    }

    /// (log u)′ ∩= u′/u, where u is not 0.
    private func useSlope(_ node: Int) {
        guard isKnown(slope(node)), isKnown(value(node)),
            registers.isPositive(value(node)) || registers.isNegative(value(node))
        else { return }
        registers.divide(scratch(5), slope(node), value(node))
        learn(register(.logarithmic, node), scratch(5))
        guard hasElasticity else { return }
        registers.multiply(scratch(6), point, scratch(5))
        learn(register(.elastic, node), scratch(6))
    }

    // MARK: Arithmetic

    private func sum(_ target: Int, _ x: Int, _ y: Int, subtracts: Bool) {
        if subtracts {
            registers.subtract(slope(target), slope(x), slope(y))
        } else {
            registers.add(slope(target), slope(x), slope(y))
        }
        forgetRelative(target)
        // (u + v)′/(u + v) is a mean of u′/u and v′/v where u and v have one sign.
        let (px, nx) = (registers.isPositive(value(x)), registers.isNegative(value(x)))
        let (py, ny) = (registers.isPositive(value(y)), registers.isNegative(value(y)))
        if subtracts ? (px && ny) || (nx && py) : (px && py) || (nx && ny) {
            for part in Self.relative { mean(part, target, x, y) }
        }
        useSlope(target)
        useRelative(target)
    }

    /// The weights of the mean are u and v themselves: with w = 1/(1 + |u/v|) it is x + (y − x) w.
    private func mean(_ part: Part, _ target: Int, _ x: Int, _ y: Int) {
        let (from, to, result) = (register(part, x), register(part, y), register(part, target))
        guard isKnown(from), isKnown(to) else { return }
        registers.hull(result, from, to)
        registers.status[result] = .defined
        registers.set(scratch(2), 1)
        for (near, far, u, v) in [(from, to, value(x), value(y)), (to, from, value(y), value(x))] {
            registers.divide(scratch(3), u, v)
            registers.call(.abs, scratch(4), [scratch(3)])
            registers.add(scratch(3), scratch(2), scratch(4))
            registers.divide(scratch(4), scratch(2), scratch(3))
            registers.subtract(scratch(3), far, near)
            registers.multiply(scratch(5), scratch(3), scratch(4))
            registers.add(scratch(6), near, scratch(5))
            learn(result, scratch(6))
        }
    }

    private func product(_ target: Int, _ x: Int, _ y: Int) {
        registers.multiply(scratch(5), slope(x), value(y))
        registers.multiply(scratch(6), value(x), slope(y))
        registers.add(slope(target), scratch(5), scratch(6))
        for part in Self.relative { registers.add(register(part, target), register(part, x), register(part, y)) }
        useRelative(target)
    }

    private func quotient(_ target: Int, _ x: Int, _ y: Int) {
        // (u/v)′ = (u′ − (u/v) v′)/v
        registers.multiply(scratch(5), value(target), slope(y))
        registers.subtract(scratch(6), slope(x), scratch(5))
        registers.divide(slope(target), scratch(6), value(y))
        for part in Self.relative { registers.subtract(register(part, target), register(part, x), register(part, y)) }
        useRelative(target)
    }

    private func power(_ target: Int, _ x: Int, _ y: Int) {
        guard isConstant(y) else {
            // u^v = exp(v log u)
            registers.multiply(scratch(5), value(y), register(.logarithmic, x))
            registers.call(.log, scratch(6), [value(x)])
            registers.multiply(scratch(7), slope(y), scratch(6))
            registers.add(register(.logarithmic, target), scratch(5), scratch(7))
            registers.setUnbounded(register(.elastic, target), .unknown)
            registers.setUnbounded(slope(target), .unknown)
            return useRelative(target)
        }
        for part in Self.relative { registers.multiply(register(part, target), value(y), register(part, x)) }
        registers.set(scratch(5), 1)
        registers.subtract(scratch(6), value(y), scratch(5))
        registers.power(scratch(5), value(x), scratch(6))
        registers.multiply(scratch(6), value(y), scratch(5))
        registers.multiply(slope(target), scratch(6), slope(x))
        useRelative(target)
    }

    // MARK: Choices

    private func select(_ relation: Condition.Relation, _ target: Int, _ parts: [Int]) {
        let known = max(registers.status[value(parts[0])], registers.status[value(parts[1])])
        guard known == .defined, let holds = registers.decide(value(parts[0]), relation, value(parts[1])) else {
            return forget(target)
        }
        // The branch of the box, also at its ends: at an open end another one may be selected.
        let branch = holds ? parts[2] : parts[3]
        for part in Part.allCases where part != .value { registers.copy(register(part, target), from: register(part, branch)) }
    }

    private func extremum(_ function: Function, _ target: Int, _ x: Int, _ y: Int) {
        if let isLess = registers.decide(value(x), .lessOrEqual, value(y)) {
            let branch = isLess == (function == .min) ? x : y
            registers.copy(slope(target), from: slope(branch))
            for part in Self.relative { registers.copy(register(part, target), from: register(part, branch)) }
            return
        }
        registers.hull(slope(target), slope(x), slope(y))
        registers.status[slope(target)] = max(registers.status[slope(x)], registers.status[slope(y)])
        forgetRelative(target)
        useSlope(target)
    }

    // MARK: Functions

    private func call(_ function: Function, _ target: Int, _ parts: [Int]) {
        let x = parts[0]
        let (u, du) = (value(x), slope(x))
        forgetRelative(target)
        switch function {
        case .min, .max: return extremum(function, target, x, parts[1])
        case .sign:
            guard registers.isPoint(value(target)) else { return forget(target) }
            registers.copy(register(.atLower, target), from: value(target))
            registers.copy(register(.atUpper, target), from: value(target))
            return setConstantSlope(target)
        case .abs:
            registers.call(.sign, scratch(5), [u])
            registers.multiply(slope(target), scratch(5), du)
            for part in Self.relative { registers.copy(register(part, target), from: register(part, x)) }
            return
        case .exp:
            registers.multiply(slope(target), value(target), du)
            registers.copy(register(.logarithmic, target), from: du)
            guard hasElasticity else { return }
            registers.multiply(register(.elastic, target), point, du)
            if isKnown(register(.elastic, x)) {
                registers.multiply(scratch(5), u, register(.elastic, x))
                learn(register(.elastic, target), scratch(5))
            }
            return useRelative(target)
        case .log:
            registers.copy(slope(target), from: register(.logarithmic, x))
            registers.divide(scratch(5), du, u)
            learn(slope(target), scratch(5))
            if hasElasticity, isKnown(register(.elastic, x)) {
                registers.divide(scratch(5), register(.elastic, x), point)
                learn(slope(target), scratch(5))
            }
        case .sqrt:
            registers.set(scratch(5), 2)
            for part in Self.relative { registers.divide(register(part, target), register(part, x), scratch(5)) }
            outer(function, of: u, at: target)
            registers.multiply(slope(target), scratch(7), du)
            useRelative(target)
        default:
            outer(function, of: u, at: target)
            registers.multiply(slope(target), scratch(7), du)
        }
        useSlope(target)
    }

    /// scratch(7) ← the derivative of a function at u.
    private func outer(_ function: Function, of u: Int, at target: Int) {
        let (one, two, square, t, result) = (scratch(2), scratch(3), scratch(4), scratch(5), scratch(7))
        registers.set(one, 1)
        registers.set(two, 2)
        registers.power(square, u, two)
        func reciprocal(_ x: Int) { registers.divide(result, one, x) }
        func reciprocalRoot(_ x: Int) {
            registers.call(.sqrt, scratch(6), [x])
            reciprocal(scratch(6))
        }
        switch function {
        case .expm1: registers.call(.exp, result, [u])
        case .log1p:
            registers.add(t, one, u)
            reciprocal(t)
        case .sqrt:
            registers.multiply(t, two, value(target))
            reciprocal(t)
        case .sinh: registers.call(.cosh, result, [u])
        case .cosh: registers.call(.sinh, result, [u])
        case .tanh:
            registers.call(.cosh, t, [u])
            registers.power(scratch(6), t, two)
            reciprocal(scratch(6))
        case .asinh:
            registers.add(t, one, square)
            reciprocalRoot(t)
        case .acosh:
            registers.subtract(t, square, one)
            reciprocalRoot(t)
        case .atanh:
            registers.subtract(t, one, square)
            reciprocal(t)
        case .sin: registers.call(.cos, result, [u])
        case .cos:
            registers.call(.sin, t, [u])
            registers.negate(result, t)
        case .tan:
            registers.power(t, value(target), two)
            registers.add(result, one, t)
        case .asin:
            registers.subtract(t, one, square)
            reciprocalRoot(t)
        case .acos:
            registers.subtract(t, one, square)
            registers.call(.sqrt, scratch(6), [t])
            registers.set(t, -1)
            registers.divide(result, t, scratch(6))
        case .atan:
            registers.add(t, one, square)
            reciprocal(t)
        case .erf:
            registers.negate(t, square)
            registers.call(.exp, scratch(6), [t])
            registers.setPi(t)
            registers.call(.sqrt, square, [t])
            registers.multiply(t, two, scratch(6))
            registers.divide(result, t, square)
        case .li2:
            // −log(1 − u)/u, which is positive.
            registers.subtract(t, one, u)
            registers.call(.log, scratch(6), [t])
            registers.negate(t, scratch(6))
            registers.divide(result, t, u)
            if registers.status[result] != .defined, registers.status[t] == .defined {
                registers.set(result, BoxInterval(0, .infinity, isLowerOpen: true))
            }
        case .abs, .sign, .min, .max, .exp, .log: registers.setUnbounded(result, .unknown)
        }
    }
}
