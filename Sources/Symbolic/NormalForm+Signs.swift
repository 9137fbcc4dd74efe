/// What is known of a symbol: bounds that hold strictly in the interior of its domain.
public struct RationalBounds: Hashable, Sendable {
    public var lower: Rational?
    public var upper: Rational?

    public init(lower: Rational? = nil, upper: Rational? = nil) {
        self.lower = lower
        self.upper = upper
    }

    /// Whether no number lies strictly inside.
    var isEmpty: Bool {
        guard let lower, let upper, let order = lower.compared(to: upper) else { return false }
        return order >= 0
    }
}

/// Signs of normal forms: from what the parts show, from the case at hand, or by asking for a case.
extension NormalForm {
    func sign(_ fraction: Fraction) throws(NormalFormFailure) -> Int {
        if fraction.isZero { return 0 }
        return try sign(fraction.numerator) * sign(fraction.denominator)
    }

    private func sign(_ polynomial: Polynomial) throws(NormalFormFailure) -> Int {
        if let known = evidentSign(polynomial) { return known }
        // The sign of P is that of its common factor times that of the rest.
        let content = polynomial.content
        var outer = 1
        for factor in content.factors where factor.exponent % 2 != 0 {
            outer *= try signOfPrimitive(Polynomial(Monomial(atom: factor.atom)))
        }
        let rest = polynomial.divided(by: content)
        guard let lead = rest.leading else { return 0 }
        return try outer * lead.coefficient.numerator.signum().asInt * signOfPrimitive(rest.monic())
    }

    /// The sign of P + Q √B by those of P, Q and, where these differ, of P² − Q² B; `nil` without a square root.
    func signByConjugate(_ polynomial: Polynomial) throws(NormalFormFailure) -> Int? {
        let roots = polynomial.atoms.filter { relations[$0]?.degree == 2 && atomSign($0) == 1 }
        guard let root = roots.min(), let square = relations[root]?.value else { return nil }
        var (plain, factor) = (Polynomial.zero, Polynomial.zero)
        for (monomial, coefficient) in polynomial.terms {
            if monomial.exponent(of: root) == 0 {
                try plain.add(monomial, coefficient)
            } else {
                try factor.add(monomial.removing(root), coefficient)
            }
        }
        guard !plain.isZero, !factor.isZero else { return nil }
        let (p, q) = (try sign(plain), try sign(factor))
        if p == q || q == 0 { return p }
        if p == 0 { return q }
        let squares = try minus(power(Fraction(plain), 2), times(power(Fraction(factor), 2), square))
        let larger = try sign(squares)
        return larger > 0 ? p : larger < 0 ? q : 0
    }

    private func signOfPrimitive(_ polynomial: Polynomial) throws(NormalFormFailure) -> Int {
        if let known = evidentSign(polynomial) { return known }
        if let known = try signByConjugate(polynomial) { return known }
        if let known = cases.first(where: { $0.polynomial == polynomial }), usesCase(known.polynomial) { return known.sign }
        if let (symbol, constant) = affine(polynomial), let known = boundSign(symbol, constant) { return known }
        throw .needsSign(polynomial)
    }

    /// The sign of a polynomial that the case at hand or the bounds of a symbol decide, up to its common factor; `nil` if
    /// they do not.
    func knownSign(_ polynomial: Polynomial) throws(NormalFormFailure) -> Int? {
        let content = polynomial.content
        let rest = polynomial.divided(by: content)
        guard let outer = evidentSign(Polynomial(content)), let lead = rest.leading else { return nil }
        let monic = try rest.monic()
        var inner = cases.first { $0.polynomial == monic && usesCase($0.polynomial) }?.sign
        if inner == nil, let (symbol, constant) = affine(monic) { inner = boundSign(symbol, constant) }
        return inner.map { outer * lead.coefficient.numerator.signum().asInt * $0 }
    }

    /// In a sum the variable is another one, of which this case says nothing.
    private func usesCase(_ polynomial: Polynomial) -> Bool {
        !isInsideSum || !polynomial.atoms.contains { dependsOnVariable($0) }
    }

    func dependsOnVariable(_ atom: Int) -> Bool {
        switch atoms[atom] {
        case .symbol(let symbol): symbol == .variable
        case .function(_, let x), .exponential(let x, _), .root(let x, _):
            x.numerator.atoms.contains(where: dependsOnVariable) || x.denominator.atoms.contains(where: dependsOnVariable)
        case .sum: false
        }
    }

    /// symbol + constant.
    private func affine(_ polynomial: Polynomial) -> (symbol: Int, constant: Rational)? {
        guard polynomial.terms.count <= 2, let lead = polynomial.leading, lead.coefficient == .one,
            lead.monomial.factors.count == 1, lead.monomial.factors[0].exponent == 1,
            polynomial.terms.count == 1 || polynomial.terms[.one] != nil,
            case .symbol = atoms[lead.monomial.factors[0].atom]
        else { return nil }
        return (lead.monomial.factors[0].atom, polynomial.terms[.one] ?? .zero)
    }

    /// The bounds of a symbol in this case.
    private func bounds(of atom: Int) -> RationalBounds {
        guard case .symbol(let symbol) = atoms[atom] else { return RationalBounds() }
        var known = bounds[symbol] ?? RationalBounds()
        if symbol == .pi { known = RationalBounds(lower: Rational(3), upper: Rational(4)) }
        for (polynomial, sign) in cases where usesCase(polynomial) {
            guard let (other, constant) = affine(polynomial), other == atom else { continue }
            let edge = constant.negated
            if sign > 0, known.lower.map({ ($0.compared(to: edge) ?? 1) < 0 }) ?? true { known.lower = edge }
            if sign < 0, known.upper.map({ ($0.compared(to: edge) ?? -1) > 0 }) ?? true { known.upper = edge }
        }
        return known
    }

    private func boundSign(_ atom: Int, _ constant: Rational) -> Int? {
        let (known, edge) = (bounds(of: atom), constant.negated)
        if let lower = known.lower, let order = lower.compared(to: edge), order >= 0 { return 1 }
        if let upper = known.upper, let order = upper.compared(to: edge), order <= 0 { return -1 }
        return nil
    }

    /// Whether the cases supposed leave nothing: `a > 1` together with `a < 0`.
    var isContradictory: Bool {
        atoms.indices.contains { index in
            if case .symbol = atoms[index] { bounds(of: index).isEmpty } else { false }
        }
    }

    /// The sign that a sum of terms of one sign has; `nil` where that does not show.
    func evidentSign(_ polynomial: Polynomial) -> Int? { oneSign(polynomial).flatMap { $0.isStrict ? $0.sign : nil } }

    /// The sign that no value of the sum is against; strict if the sum is never 0.
    func oneSign(_ polynomial: Polynomial) -> (sign: Int, isStrict: Bool)? {
        var common: Int?
        var isStrict = false
        for (monomial, coefficient) in polynomial.terms {
            var sign = coefficient.numerator.signum().asInt
            var vanishes = false
            for factor in monomial.factors {
                let known = weakSign(factor.atom)
                vanishes = vanishes || known?.isStrict != true
                if factor.exponent % 2 != 0 {
                    guard let known else { return nil }
                    sign *= known.sign
                }
            }
            isStrict = isStrict || !vanishes
            if let common, common != sign { return nil }
            common = sign
        }
        return common.map { ($0, isStrict) }
    }

    /// The sign of an atom that no value of it is against: a sum of squares may be 0.
    private func weakSign(_ atom: Int) -> (sign: Int, isStrict: Bool)? {
        if let known = atomSign(atom) { return (known, true) }
        guard case .sum(let term) = atoms[atom] else { return nil }
        let wasInside = isInsideSum
        isInsideSum = true
        defer { isInsideSum = wasInside }
        guard let above = oneSign(term.numerator), let below = evidentSign(term.denominator) else { return nil }
        return (above.sign * below, false)
    }

    func atomSign(_ atom: Int) -> Int? {
        switch atoms[atom] {
        case .exponential, .root: return 1
        case .symbol:
            let known = bounds(of: atom)
            if let lower = known.lower, lower.numerator >= 0 { return 1 }
            if let upper = known.upper, upper.numerator <= 0 { return -1 }
            return nil
        case .sum(let term):
            let wasInside = isInsideSum
            isInsideSum = true
            defer { isInsideSum = wasInside }
            guard let above = evidentSign(term.numerator), let below = evidentSign(term.denominator) else { return nil }
            return above * below
        case .function:
            return cases.first { $0.polynomial == Polynomial(Monomial(atom: atom)) && usesCase($0.polynomial) }?.sign
        }
    }
}

extension Int128 {
    /// A sign as an Int.
    fileprivate var asInt: Int { self < 0 ? -1 : self > 0 ? 1 : 0 }
}
