/// Walking and rebuilding trees.
extension Expression {
    public static let zero = Expression.number(.zero)
    public static let one = Expression.number(.one)

    public static func integer(_ value: Int128) -> Expression { .number(Rational(value)) }

    /// The number this expression is, as a tree: a `number` or the negation of one.
    public var rational: Rational? {
        switch self {
        case .number(let value): value
        case .negate(let x): x.rational.map(\.negated)
        default: nil
        }
    }

    /// The parts of this operation, in the order of the text; a condition's two sides come first.
    public var children: [Expression] {
        switch self {
        case .number, .literal, .pi, .variable, .parameter: []
        case .add(let x, let y), .subtract(let x, let y), .multiply(let x, let y), .divide(let x, let y),
            .power(let x, let y):
            [x, y]
        case .negate(let x), .sum(let x): [x]
        case .call(_, let arguments): arguments
        case .select(let condition, let x, let y): [condition.left, condition.right, x, y]
        }
    }

    /// The same operation on other parts: as many as ``children`` has, in the same order.
    public func withChildren(_ parts: [Expression]) -> Expression {
        precondition(parts.count == children.count, "an operation keeps its number of parts")
        return switch self {
        case .number, .literal, .pi, .variable, .parameter: self
        case .add: .add(parts[0], parts[1])
        case .subtract: .subtract(parts[0], parts[1])
        case .multiply: .multiply(parts[0], parts[1])
        case .divide: .divide(parts[0], parts[1])
        case .power: .power(parts[0], parts[1])
        case .negate: .negate(parts[0])
        case .sum: .sum(parts[0])
        case .call(let function, _): .call(function, parts)
        case .select(let condition, _, _):
            .select(Condition(parts[0], condition.relation, parts[1]), parts[2], parts[3])
        }
    }

    /// The tree with each part replaced, from the leaves up.
    public func rewritten(_ rule: (Expression) -> Expression) -> Expression {
        let parts = children
        return rule(parts.isEmpty ? self : withChildren(parts.map { $0.rewritten(rule) }))
    }

    /// The tree with `replacement` for the variable outside of `sum`; inside, the variable is another one.
    public func substitutingVariable(_ replacement: Expression) -> Expression {
        switch self {
        case .variable: return replacement
        case .sum: return self
        default:
            let parts = children
            return parts.isEmpty ? self : withChildren(parts.map { $0.substitutingVariable(replacement) })
        }
    }

    /// The tree with a term for each parameter that `values` names, also inside `sum`.
    public func substituting(_ values: [String: Expression]) -> Expression {
        rewritten { part in
            if case .parameter(let name) = part, let value = values[name] { return value }
            return part
        }
    }

    /// How many operations and operands the tree has.
    public var nodeCount: Int { children.reduce(1) { $0 + $1.nodeCount } }

    public func contains(where predicate: (Expression) -> Bool) -> Bool {
        predicate(self) || children.contains { $0.contains(where: predicate) }
    }

    /// Whether the value changes with this coordinate directly, other than through a `sum`.
    public var containsVariable: Bool {
        switch self {
        case .variable: true
        case .sum: false
        default: children.contains { $0.containsVariable }
        }
    }

    public var containsSum: Bool {
        contains { if case .sum = $0 { true } else { false } }
    }

    /// Whether the value changes with the vector at all.
    public var dependsOnVariable: Bool { contains { $0 == .variable } }

    /// The distinct `sum(…)` parts, in the order of the text.
    public var sums: [Expression] {
        var found: [Expression] = []
        func visit(_ expression: Expression) {
            if case .sum = expression {
                if !found.contains(expression) { found.append(expression) }
            } else {
                expression.children.forEach(visit)
            }
        }
        visit(self)
        return found
    }
}

extension Expression {
    /// The expression for a vector given coordinate by coordinate: every `sum(…)` written out over
    /// `coordinates`, the variable outside of it replaced by `own`.
    public func expandingSums(over coordinates: [Expression], at own: Expression) -> Expression {
        switch self {
        case .variable: return own
        case .sum(let term):
            let parts = coordinates.map { term.expandingSums(over: coordinates, at: $0) }
            guard let first = parts.first else { return .zero }
            return parts.dropFirst().reduce(first) { .add($0, $1) }
        default:
            let parts = children
            return parts.isEmpty ? self : withChildren(parts.map { $0.expandingSums(over: coordinates, at: own) })
        }
    }

    /// The exact value of a finite Double: a number where it fits, else a product of powers of two.
    public static func exact(_ value: Double) -> Expression {
        guard value.isFinite, value != 0 else { return .zero }
        let bits = value.significandBitPattern
        let significand = Int128(value.isNormal ? bits | 1 << 52 : bits)
        let exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
        let signed = value < 0 ? -significand : significand
        if exponent >= 0, exponent < 70 { return .number(Rational(signed << exponent)) }
        if exponent < 0, exponent > -120, let number = Rational(signed, 1 << -exponent) { return .number(number) }
        return .multiply(.number(Rational(signed)), .power(.integer(2), .integer(Int128(exponent))))
    }
}
