/// Readable normal trees: exact constants folded, like terms and factors collected, identities applied.
extension Expression {
    /// An equal formula with no more parts than needed to read it.
    ///
    /// Equal wherever the original is defined; a removable gap may close (`a / a` is 1). Numbers stay exact: what
    /// leaves 128 bits is left as it stands.
    public func simplified() -> Expression {
        let parts = children
        guard !parts.isEmpty else { return self }
        if case .select(let condition, let x, let y) = self { return simplifiedSelection(condition, x, y) }
        return withChildren(parts.map { $0.simplified() }).foldedOnce()
    }

    /// One operation whose parts are simplified.
    private func foldedOnce() -> Expression {
        switch self {
        case .add, .subtract:
            var sum = TermSum()
            sum.add(self)
            return sum.expression()
        case .negate, .multiply, .divide:
            return FactorProduct(self).expression()
        case .power(let x, let y):
            return simplifiedPower(x, y)
        case .call(let function, let arguments):
            return FunctionFolding.fold(function, arguments)
        case .sum(let term):
            return simplifiedSum(term)
        default:
            return self
        }
    }

    private func simplifiedPower(_ x: Expression, _ y: Expression) -> Expression {
        if x == .one { return .one }
        guard let exponent = y.rational else { return .power(x, y) }
        if exponent == .zero { return .one }
        if exponent == .one { return x }
        if exponent == Rational(1, 2) { return FunctionFolding.fold(.sqrt, [x]) }
        guard exponent.isInteger else { return .power(x, .number(exponent)) }
        if let number = x.rational, number != .zero, number.raised(to: exponent) == nil { return .power(x, .number(exponent)) }
        var product = FactorProduct()
        product.multiply(by: x, power: exponent)
        return product.expression()
    }

    /// Σ c·u = c·Σ u where c is the same for every coordinate.
    private func simplifiedSum(_ term: Expression) -> Expression {
        if term == .zero { return .zero }
        let (outer, inner) = FactorProduct(term).split { !$0.dependsOnVariable }
        let body = inner.expression()
        let constant = outer.expression()
        if constant == .one { return .sum(term) }
        var product = FactorProduct(constant)
        product.multiply(by: .sum(body))
        return product.expression()
    }

    private func simplifiedSelection(_ condition: Condition, _ x: Expression, _ y: Expression) -> Expression {
        let known = Condition(condition.left.simplified(), condition.relation, condition.right.simplified())
        if let holds = known.decided { return (holds ? x : y).simplified() }
        let then = x.simplified().assuming(known, holds: true)
        let otherwise = y.simplified().assuming(known, holds: false)
        return then == otherwise ? then : .select(known, then, otherwise)
    }

    /// The same value where `condition` is known: an inner `where` that asks again is resolved.
    private func assuming(_ condition: Condition, holds: Bool) -> Expression {
        if case .select(condition, let x, let y) = self { return holds ? x : y }
        return self
    }
}

extension Condition {
    /// Whether the comparison holds, where that does not depend on anything.
    var decided: Bool? {
        if left == right { return relation == .lessOrEqual || relation == .greaterOrEqual }
        guard let x = left.rational, let y = right.rational, let order = x.compared(to: y) else { return nil }
        return switch relation {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }
}

extension Rational {
    /// The sign of `self - other`; `nil` where the difference leaves 128 bits.
    public func compared(to other: Rational) -> Int? {
        adding(other.negated).map { Int($0.numerator.signum()) }
    }
}
