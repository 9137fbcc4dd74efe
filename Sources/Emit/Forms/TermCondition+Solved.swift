import Symbolic

extension TermCondition {
    /// A comparison that is solved for the variable, or decided.
    enum Solution {
        case comparison(TermCondition)
        case decided(Bool)
    }

    /// The comparison as one of the variable with a number, where it is affine in it: `max(a + 3, 0) <= 6` is `a <= 3`.
    ///
    /// Left as written the switch would lie where the rounded left side reaches the right: `a + 3 <= 6` holds in Float
    /// at 3.0000002 too. Other comparisons are left as they are.
    var solved: Solution {
        switch (left.rational, right.rational) {
        case (let c?, let d?):
            guard let order = c.compared(to: d) else { return .comparison(self) }
            return .decided(relation.holds(order))
        case (_?, nil):
            return TermCondition(left: right, relation: relation.flipped, right: left).solved
        default: break
        }
        if case .call(let function, let arguments) = left, function == .min || function == .max,
            let number = arguments.firstIndex(where: { $0.rational != nil }),
            let v = arguments[number].rational, let limit = right.rational, let order = v.compared(to: limit)
        {
            let other = TermCondition(left: arguments[1 - number], relation: relation, right: right)
            // The larger of u and v is below c if both are, and above it if either is; so with the smaller, turned about.
            let needsBoth = (function == .max) == relation.isBelow
            if relation.holds(order) { return needsBoth ? other.solved : .decided(true) }
            return needsBoth ? .decided(false) : other.solved
        }
        guard let affine = left.affine, let limit = right.affine,
            let difference = affine.plus(limit, times: Rational(-1)), let reciprocal = difference.slope.reciprocal,
            let point = difference.constant.negated.multiplied(by: reciprocal)
        else { return .comparison(self) }
        let relation = difference.slope.numerator > 0 ? relation : relation.flipped
        return .comparison(TermCondition(left: .variable, relation: relation, right: .number(point)))
    }
}

/// slope · a + constant
private struct AffineFunction {
    var slope: Rational
    var constant: Rational

    /// `nil` where a coefficient leaves 128 bits.
    func plus(_ other: AffineFunction, times factor: Rational = .one) -> AffineFunction? {
        guard let slope = other.slope.multiplied(by: factor).flatMap(slope.adding),
            let constant = other.constant.multiplied(by: factor).flatMap(constant.adding)
        else { return nil }
        return AffineFunction(slope: slope, constant: constant)
    }
}

extension Term {
    fileprivate var rational: Rational? {
        if case .number(let n) = self { return n }
        return nil
    }

    /// A `where` with its comparison solved, or the branch that a decided one takes. Other terms as they are.
    var withSolvedComparison: Term {
        guard case .select(let condition, let x, let y) = self else { return self }
        switch condition.solved {
        case .comparison(let solved): return .select(solved, x, y)
        case .decided(let holds): return holds ? x : y
        }
    }

    /// The term as an affine function of the variable with rational coefficients, if it is one.
    fileprivate var affine: AffineFunction? {
        switch self {
        case .number(let n): return AffineFunction(slope: .zero, constant: n)
        case .variable: return AffineFunction(slope: .one, constant: .zero)
        case .sum(let terms):
            return terms.reduce(AffineFunction(slope: .zero, constant: .zero)) { total, term in
                term.affine.flatMap { total?.plus($0) }
            }
        case .product:
            let (coefficient, core) = scaled
            if case .product = core { return nil }
            return core.affine.flatMap { AffineFunction(slope: .zero, constant: .zero).plus($0, times: coefficient) }
        default: return nil
        }
    }
}

extension Condition.Relation {
    fileprivate var isBelow: Bool { self == .less || self == .lessOrEqual }

    /// The relation between the sides exchanged, or both negated.
    fileprivate var flipped: Self {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
