/// Symbolic differentiation. Piecewise parts are differentiated branch by branch: at a kink the derivative is
/// that of the branch which `where` selects (min and max: of the first argument at equality; abs: sign(0) = 0).
extension Expression {
    /// What a derivative does with the vector's reductions.
    public enum SumRule: Sendable {
        /// ∂/∂a of this coordinate, the sums following: (Σₖ g(aₖ))′ = g′(a).
        case throughSums
        /// ∂/∂a with every sum held fixed.
        case holdingSums
    }

    /// The derivative with respect to this coordinate, simplified.
    ///
    /// For a coupled integral F = G(S₁, …) with Sⱼ = Σₖ gⱼ(aₖ) this is ∂F/∂aᵢ = Σⱼ ∂G/∂Sⱼ · gⱼ′(aᵢ); for a
    /// coupled link it is the diagonal of the Jacobian.
    public func derivative(_ rule: SumRule = .throughSums) -> Expression {
        Differentiation(rule: rule, symbol: .variable).derivative(of: simplified()).simplified()
    }

    /// The partial derivative with respect to one `sum(…)` of the expression, which is taken as a symbol.
    public func derivative(withRespectToSum sum: Expression) -> Expression {
        // Simplified trees may write the sum otherwise, so it is the tree as given that is differentiated.
        Differentiation(rule: .holdingSums, symbol: sum).derivative(of: self).simplified()
    }

    /// The partial derivative with respect to a parameter.
    public func derivative(withRespectToParameter name: String) -> Expression {
        Differentiation(rule: .throughSums, symbol: .parameter(name)).derivative(of: simplified()).simplified()
    }
}

private struct Differentiation {
    let rule: Expression.SumRule
    let symbol: Expression

    func derivative(of expression: Expression) -> Expression {
        if expression == symbol { return .one }
        switch expression {
        case .number, .literal, .pi, .variable, .parameter: return .zero
        case .add(let x, let y): return derivative(of: x) +| derivative(of: y)
        case .subtract(let x, let y): return derivative(of: x) -| derivative(of: y)
        case .multiply(let x, let y): return derivative(of: x) *| y +| x *| derivative(of: y)
        case .divide(let x, let y): return quotient(x, y)
        case .negate(let x): return .zero -| derivative(of: x)
        case .power(let x, let y): return power(x, y)
        case .call(let function, let arguments): return call(function, arguments)
        case .select(let condition, let x, let y):
            let (dx, dy) = (derivative(of: x), derivative(of: y))
            return dx == dy ? dx : .select(condition, dx, dy)
        case .sum(let term):
            guard rule == .throughSums else { return .zero }
            return symbol == .variable ? derivative(of: term) : sum(derivative(of: term))
        }
    }

    private func sum(_ term: Expression) -> Expression { term == .zero ? .zero : .sum(term) }

    private func quotient(_ x: Expression, _ y: Expression) -> Expression {
        let (dx, dy) = (derivative(of: x), derivative(of: y))
        if dy == .zero { return dx == .zero ? .zero : .divide(dx, y) }
        if dx == .zero { return .negate(.divide(x *| dy, .power(y, .integer(2)))) }
        // Either form may be the readable one: a/(1+|a|) wants the common denominator.
        let common = Expression.divide(dx *| y -| x *| dy, .power(y, .integer(2))).simplified()
        let apart = (.divide(dx, y) -| .divide(x *| dy, .power(y, .integer(2)))).simplified()
        return common.nodeCount <= apart.nodeCount ? common : apart
    }

    private func power(_ x: Expression, _ y: Expression) -> Expression {
        let (dx, dy) = (derivative(of: x), derivative(of: y))
        if dx == .zero && dy == .zero { return .zero }
        if dy == .zero { return y *| .power(x, y -| .one) *| dx }
        let natural = Expression.power(x, y) *| .call(.log, [x]) *| dy
        if dx == .zero { return natural }
        return natural +| y *| .power(x, y -| .one) *| dx
    }

    private func call(_ function: Function, _ arguments: [Expression]) -> Expression {
        let u = arguments[0]
        let du = derivative(of: u)
        if function == .min || function == .max {
            let v = arguments[1]
            let dv = derivative(of: v)
            if du == dv { return du }
            return .select(Condition(u, function == .min ? .lessOrEqual : .greaterOrEqual, v), du, dv)
        }
        return du == .zero ? .zero : outer(function, u) *| du
    }

    /// The derivative of a function of one argument.
    private func outer(_ function: Function, _ u: Expression) -> Expression {
        let square = Expression.power(u, .integer(2))
        func root(_ x: Expression) -> Expression { .call(.sqrt, [x]) }
        switch function {
        case .abs: return .call(.sign, [u])
        case .sign, .min, .max: return .zero
        case .sqrt: return .divide(.one, .integer(2) *| root(u))
        case .exp, .expm1: return .call(.exp, [u])
        case .log: return .divide(.one, u)
        case .log1p: return .divide(.one, .one +| u)
        case .sinh: return .call(.cosh, [u])
        case .cosh: return .call(.sinh, [u])
        case .tanh: return .one -| .power(.call(.tanh, [u]), .integer(2))
        case .asinh: return .divide(.one, root(.one +| square))
        case .acosh: return .divide(.one, root(u -| .one) *| root(u +| .one))
        case .atanh: return .divide(.one, .one -| square)
        case .sin: return .call(.cos, [u])
        case .cos: return .negate(.call(.sin, [u]))
        case .tan: return .one +| .power(.call(.tan, [u]), .integer(2))
        case .asin: return .divide(.one, root(.one -| square))
        case .acos: return .negate(.divide(.one, root(.one -| square)))
        case .atan: return .divide(.one, .one +| square)
        case .erf: return .divide(.integer(2) *| .call(.exp, [.negate(square)]), root(.pi))
        case .li2: return .negate(.divide(.call(.log, [.one -| u]), u))
        }
    }
}

// Operators that drop zeros and ones at once, so that intermediate trees stay small.
infix operator +| : AdditionPrecedence
infix operator -| : AdditionPrecedence
infix operator *| : MultiplicationPrecedence

private func +| (x: Expression, y: Expression) -> Expression {
    x == .zero ? y : y == .zero ? x : .add(x, y)
}

private func -| (x: Expression, y: Expression) -> Expression {
    y == .zero ? x : x == .zero ? .negate(y) : .subtract(x, y)
}

private func *| (x: Expression, y: Expression) -> Expression {
    if x == .zero || y == .zero { return .zero }
    return x == .one ? y : y == .one ? x : .multiply(x, y)
}
