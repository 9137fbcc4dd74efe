import Symbolic

extension Term {
    /// A sum whose terms share factors, as the product of these and what is left: p v/s − p w/s² becomes
    /// (p/s) (v − w/s), which rounds less and lets the rules see the sum inside. Other terms as they are.
    var factored: Term {
        guard case .sum(let terms) = self else { return self }
        let products = terms.map { term -> [Term: Int] in
            let (_, core) = term.scaled
            let factors = if case .product(let factors) = core { factors } else { [core] }
            return Dictionary(factors.map(\.asPower).map { ($0.base, $0.exponent) }) { $0 + $1 }
        }
        let common = products[0].compactMap { base, first -> Term? in
            let exponents = products.compactMap { $0[base] }
            guard exponents.count == products.count, base != .one else { return nil }
            // The power that every term has: the least of positive ones, the mildest of negative ones.
            if exponents.allSatisfy({ $0 > 0 }) { return .raising(base, to: exponents.min() ?? first) }
            if exponents.allSatisfy({ $0 < 0 }) { return .raising(base, to: exponents.max() ?? first) }
            return nil
        }
        guard !common.isEmpty else { return self }
        let divisor = Term.multiplying(common)
        let rest = Term.adding(terms.map { .multiplying([$0, .raising(divisor, to: -1)]) })
        return .multiplying([divisor, rest])
    }
}
