/// Back from normal forms to trees.
extension NormalForm {
    func expression(_ fraction: Fraction) -> Expression {
        let above = expression(fraction.numerator)
        return fraction.denominator == .one ? above : .divide(above, expression(fraction.denominator))
    }

    private func expression(_ polynomial: Polynomial) -> Expression {
        let terms = polynomial.terms.sorted { $1.key < $0.key }.map { monomial, coefficient in
            monomial.factors.reduce(Expression.number(coefficient)) { product, factor in
                let base = expression(ofAtom: factor.atom)
                let power = factor.exponent == 1 ? base : .power(base, .integer(Int128(factor.exponent)))
                return product == .one ? power : .multiply(product, power)
            }
        }
        guard let first = terms.first else { return .zero }
        return terms.dropFirst().reduce(first) { .add($0, $1) }
    }

    private func expression(ofAtom atom: Int) -> Expression {
        switch atoms[atom] {
        case .symbol(let symbol): return symbol
        case .function(let function, let u): return .call(function, [expression(u)])
        case .exponential(let unit, let denominator):
            let exponent = expression(unit)
            return .call(.exp, [denominator == 1 ? exponent : .divide(exponent, .integer(denominator))])
        case .root(let base, let degree):
            return degree == 2
                ? .call(.sqrt, [expression(base)]) : .power(expression(base), .divide(.one, .integer(degree)))
        case .sum(let term): return .sum(expression(term))
        }
    }
}

extension RationalForm {
    /// The formula written as its normal form, a quotient of sums: an equal function, wherever both are defined.
    /// `nil` where it takes cases, or more work than a normal form may.
    public static func normalForm(of expression: Expression, bounds: [Expression: RationalBounds] = [:]) -> Expression? {
        let form = NormalForm(bounds: bounds)
        for _ in 0..<16 {
            do {
                return form.expression(try form.convert(expression)).simplified()
            } catch .finerRoot {
                continue
            } catch {
                return nil
            }
        }
        return nil
    }
}
