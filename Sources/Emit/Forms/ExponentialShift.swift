/// Keeps a coupled formula from overflowing where it is homogeneous in exponentials.
///
/// With m the maximum of u over the vector, eᵘ = eᵐ eᵘ⁻ᵐ. In a term of degree 0 in the exponentials (softmax,
/// eᵃ/Σeᵃ) the factors eᵐ cancel, so that every u may be replaced by u − m; the logarithm of a term of degree k
/// is k m plus the logarithm of the shifted term (log-sum-exp). Both are exact identities.
struct ExponentialShift {
    /// The exponent u that all exponentials under a reduction share.
    private let exponent: Term
    private var maximum: Term { .reduction(.max, exponent) }

    /// `term` in shifted form; as it is where no shift applies.
    static func applied(to term: Term) -> Term {
        var exponents: Set<Term> = []
        collectExponents(of: term, insideSum: false, into: &exponents)
        guard exponents.count == 1, let exponent = exponents.first else { return term }
        guard let (shifted, degree) = ExponentialShift(exponent: exponent).shifted(term), degree == 0 else {
            return term
        }
        return shifted
    }

    private static func collectExponents(of term: Term, insideSum: Bool, into exponents: inout Set<Term>) {
        if insideSum, case .call(.exp, let arguments) = term, arguments[0].dependsOnVariable {
            exponents.insert(arguments[0])
        }
        let inside: Bool
        if case .reduction = term { inside = true } else { inside = insideSum }
        for child in term.children { collectExponents(of: child, insideSum: inside, into: &exponents) }
    }

    /// The term divided by eᵏᵐ, and k; `nil` if it is not homogeneous.
    private func shifted(_ term: Term) -> (Term, degree: Int)? {
        switch term {
        case .number, .constant, .variable, .parameter, .local:
            return (term, 0)
        case .call(.exp, let arguments) where arguments[0] == exponent:
            return (.call(.exp, [.adding([exponent, maximum.negated])]), 1)
        case .call(.log, let arguments):
            guard let (inner, degree) = shifted(arguments[0]) else { return nil }
            let log = Term.call(.log, [inner])
            return (degree == 0 ? log : .adding([.multiplying([.integer(degree), maximum]), log]), 0)
        case .sum(let terms):
            let parts = terms.compactMap(shifted)
            guard parts.count == terms.count, Set(parts.map(\.degree)).count == 1 else { return nil }
            return (.adding(parts.map(\.0)), parts[0].degree)
        case .product(let factors):
            let parts = factors.compactMap(shifted)
            guard parts.count == factors.count else { return nil }
            return (.multiplying(parts.map(\.0)), parts.map(\.degree).reduce(0, +))
        case .power(let base, let n):
            guard let (inner, degree) = shifted(base), abs(degree) <= 64, abs(n) <= 64 else { return nil }
            return (.raising(inner, to: n), degree * n)
        case .reduction(let kind, let inner):
            guard let (inner, degree) = shifted(inner), kind == .sum || degree == 0 else { return nil }
            return (.reduction(kind, inner), degree)
        case .call, .select:
            let parts = term.children.map(shifted)
            guard parts.allSatisfy({ $0?.degree == 0 }) else { return nil }
            return (term.mappingChildren { shifted($0)?.0 ?? $0 }, 0)
        }
    }
}
