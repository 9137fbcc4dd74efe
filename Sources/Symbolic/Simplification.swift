/// Readable normal trees: exact constants folded, like terms and factors collected, identities applied.
extension Expression {
    /// An equal formula with no more parts than needed to read it.
    ///
    /// Equal wherever the original is defined; a removable gap may close (`a / a` is 1). Numbers stay exact: what
    /// leaves 128 bits is left as it stands.
    public func simplified() -> Expression {
        switch self {
        case .number, .literal, .pi, .variable, .parameter:
            return self
        case .add, .subtract:
            var sum = TermSum()
            collectTerms(into: &sum, .one)
            return sum.expression()
        case .negate, .multiply, .divide:
            var product = FactorProduct()
            collectFactors(into: &product, .one)
            return product.expression()
        case .power(let x, let y):
            return Self.simplifiedPower(x.simplified(), y.simplified())
        case .call(let function, let arguments):
            return FunctionFolding.fold(function, arguments.map { $0.simplified() })
        case .select(let condition, let x, let y):
            return simplifiedSelection(condition, x, y)
        case .sum(let term):
            return Self.simplifiedSum(term.simplified())
        }
    }

    // Chains of one kind are collected at once: folding each link of a chain anew would cost the square of it.

    private func collectTerms(into sum: inout TermSum, _ scale: Rational) {
        switch self {
        case .add(let x, let y):
            x.collectTerms(into: &sum, scale)
            y.collectTerms(into: &sum, scale)
        case .subtract(let x, let y):
            x.collectTerms(into: &sum, scale)
            y.collectTerms(into: &sum, scale.negated)
        default:
            sum.add(simplified(), scale: scale)
        }
    }

    private func collectFactors(into product: inout FactorProduct, _ power: Rational) {
        switch self {
        case .negate(let x):
            product.multiply(by: .integer(-1))
            x.collectFactors(into: &product, power)
        case .multiply(let x, let y):
            x.collectFactors(into: &product, power)
            y.collectFactors(into: &product, power)
        case .divide(let x, let y):
            x.collectFactors(into: &product, power)
            y.collectFactors(into: &product, power.negated)
        default:
            product.multiply(by: simplified(), power: power)
        }
    }

    private static func simplifiedPower(_ x: Expression, _ y: Expression) -> Expression {
        if x == .one { return .one }
        guard let exponent = y.rational else { return .power(x, y) }
        if exponent == .zero { return .one }
        if exponent == .one { return x }
        if exponent == Rational(1, 2) { return FunctionFolding.fold(.sqrt, [x]) }
        if x == .zero, exponent.numerator > 0 { return .zero }
        guard exponent.isInteger else { return .power(x, .number(exponent)) }
        if let number = x.rational, number != .zero, number.raised(to: exponent) == nil { return .power(x, .number(exponent)) }
        var product = FactorProduct()
        product.multiply(by: x, power: exponent)
        return product.expression()
    }

    /// Σ c·u = c·Σ u where c is the same for every coordinate.
    private static func simplifiedSum(_ term: Expression) -> Expression {
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
        if left == right { return relation.holds(0) }
        guard let x = left.rational, let y = right.rational else { return nil }
        return x.compared(to: y).map(relation.holds)
    }
}

extension Rational {
    /// The sign of `self - other`; `nil` where the difference leaves 128 bits.
    public func compared(to other: Rational) -> Int? {
        adding(other.negated).map { Int($0.numerator.signum()) }
    }
}
