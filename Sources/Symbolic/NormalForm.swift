/// A quotient of polynomials; the denominator's leading coefficient is 1.
struct Fraction: Hashable {
    var numerator: Polynomial
    var denominator: Polynomial

    static let zero = Fraction(.zero)
    static let one = Fraction(.one)

    init(_ numerator: Polynomial, _ denominator: Polynomial = .one) {
        self.numerator = numerator
        self.denominator = denominator
    }

    init(_ value: Rational) { self.init(Polynomial(value)) }

    var constant: Rational? { denominator == .one ? numerator.constant : nil }
    var isZero: Bool { numerator.isZero }
}

/// Rewrites expressions into quotients of polynomials over atoms: the variable, parameters, and functions of
/// normal forms. Exponentials are powers of one base, roots know their power, cos² is 1 − sin².
///
/// Equal normal forms prove equal functions (wherever both are defined, and up to isolated points of the
/// cases told apart); different ones prove nothing. All work is bounded.
final class NormalForm {
    enum Atom {
        case symbol(Expression)
        case function(Function, Fraction)
        /// exp(unit / denominator).
        case exponential(unit: Fraction, denominator: Int128)
        /// base^(1 / degree).
        case root(base: Fraction, degree: Int128)
        /// Σ over the vector of a term.
        case sum(Fraction)
    }

    var atoms: [Atom] = []
    /// atomᵈᵉᵍʳᵉᵉ = value.
    var relations: [Int: (degree: Int, value: Fraction)] = [:]
    /// The finest denominator met for each unit of an exponent and each base of a root.
    var exponentialDenominators: [(unit: Fraction, denominator: Int128)] = []
    var rootDegrees: [(base: Fraction, degree: Int128)] = []
    /// What the case at hand supposes of signs, and what holds of the symbols anyway.
    var cases: [(polynomial: Polynomial, sign: Int)] = []
    let bounds: [Expression: RationalBounds]
    var isInsideSum = false
    var work = 400_000
    let variable: Int

    init(bounds: [Expression: RationalBounds]) {
        self.bounds = bounds
        atoms = [.symbol(.variable)]
        variable = 0
    }

    // MARK: Atoms

    func atom(_ symbol: Expression) -> Fraction {
        let index = atoms.firstIndex { if case .symbol(symbol) = $0 { true } else { false } } ?? appended(.symbol(symbol))
        return Fraction(Polynomial(Monomial(atom: index)))
    }

    func appended(_ atom: Atom) -> Int {
        atoms.append(atom)
        return atoms.count - 1
    }

    /// The atom for which `matches` holds, or a new one.
    func atom(_ new: Atom, matching matches: (Atom) throws(NormalFormFailure) -> Bool) throws(NormalFormFailure) -> Int {
        for (index, atom) in atoms.enumerated() where try matches(atom) { return index }
        guard atoms.count < 200 else { throw .tooLarge }
        return appended(new)
    }

    func power(ofAtom index: Int, _ exponent: Int128) throws(NormalFormFailure) -> Fraction {
        guard exponent.magnitude < 1 << 30 else { throw .tooLarge }
        if exponent == 0 { return .one }
        let power = Polynomial(Monomial(atom: index, exponent: Int(exponent.magnitude)))
        return exponent > 0 ? Fraction(power) : Fraction(.one, power)
    }

    func areEqual(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Bool {
        if x == y { return true }
        return try minus(x, y).isZero
    }

    // MARK: Arithmetic

    func plus(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Fraction {
        if x.denominator == y.denominator { return try normalized(x.numerator.plus(y.numerator), x.denominator) }
        let left = try x.numerator.times(y.denominator, work: &work)
        let right = try y.numerator.times(x.denominator, work: &work)
        return try quotient(reduced(left.plus(right)), reduced(x.denominator.times(y.denominator, work: &work)))
    }

    func minus(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Fraction {
        try plus(x, scaled(y, Rational(-1)))
    }

    func scaled(_ x: Fraction, _ factor: Rational) throws(NormalFormFailure) -> Fraction {
        Fraction(try x.numerator.times(.one, factor), factor == .zero ? .one : x.denominator)
    }

    func times(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Fraction {
        try quotient(
            reduced(x.numerator.times(y.numerator, work: &work)), reduced(x.denominator.times(y.denominator, work: &work)))
    }

    func divided(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Fraction {
        guard !y.isZero else { throw .undefined }
        return try times(x, normalized(y.denominator, y.numerator))
    }

    func power(_ x: Fraction, _ exponent: Int128) throws(NormalFormFailure) -> Fraction {
        if exponent < 0 { return try power(divided(.one, x), -exponent) }
        guard exponent <= 64 else { throw .tooLarge }
        var result = Fraction.one
        for _ in 0..<Int(exponent) { result = try times(result, x) }
        return result
    }

    private func quotient(_ x: Fraction, _ y: Fraction) throws(NormalFormFailure) -> Fraction {
        if x.denominator == .one, y.denominator == .one { return try normalized(x.numerator, y.numerator) }
        return try normalized(
            x.numerator.times(y.denominator, work: &work), x.denominator.times(y.numerator, work: &work))
    }

    /// Applies the relations of roots and cosines to a polynomial.
    private func reduced(_ polynomial: Polynomial) throws(NormalFormFailure) -> Fraction {
        var plain = Polynomial.zero
        var result: Fraction?
        for (monomial, coefficient) in polynomial.terms {
            guard let factor = monomial.factors.first(where: { $0.exponent >= relations[$0.atom]?.degree ?? .max }),
                let relation = relations[factor.atom]
            else {
                try plain.add(monomial, coefficient)
                continue
            }
            let (steps, rest) = factor.exponent.quotientAndRemainder(dividingBy: relation.degree)
            var other = monomial.removing(factor.atom)
            if rest > 0 { other = try other.times(Monomial(atom: factor.atom, exponent: rest)) }
            let part = try times(Fraction(Polynomial(other, coefficient)), power(relation.value, Int128(steps)))
            result = try result.map { sum throws(NormalFormFailure) in try plus(sum, part) } ?? part
        }
        guard let result else { return Fraction(plain) }
        return try plus(result, Fraction(plain))
    }

    /// Lowest terms, as far as the bounded search for common divisors goes.
    private func normalized(_ numerator: Polynomial, _ denominator: Polynomial) throws(NormalFormFailure) -> Fraction {
        guard !denominator.isZero else { throw .undefined }
        if numerator.isZero { return .zero }
        let common = numerator.content.commonDivisor(denominator.content)
        var (above, below) = (numerator.divided(by: common), denominator.divided(by: common))
        if below.terms.count > 1, above.terms.count > 1 {
            // A failed search leaves a fraction that is merely not in lowest terms.
            var allowance = Swift.min(work, 20_000)
            let before = allowance
            if let divisor = try? above.commonDivisor(below, work: &allowance), divisor != .one,
                let x = try? above.dividedExactly(by: divisor, work: &allowance),
                let y = try? below.dividedExactly(by: divisor, work: &allowance)
            {
                (above, below) = (x, y)
            }
            work -= before - Swift.max(allowance, 0)
        }
        guard let lead = below.leading?.coefficient, let inverse = lead.reciprocal else { throw .undefined }
        return Fraction(try above.times(.one, inverse), try below.times(.one, inverse))
    }
}
