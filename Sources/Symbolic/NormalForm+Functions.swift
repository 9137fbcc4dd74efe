/// Conversion of trees.
extension NormalForm {
    func convert(_ expression: Expression) throws(NormalFormFailure) -> Fraction {
        switch expression {
        case .number(let value): return Fraction(value)
        case .literal, .pi, .variable, .parameter: return atom(expression)
        case .add(let x, let y): return try plus(convert(x), convert(y))
        case .subtract(let x, let y): return try minus(convert(x), convert(y))
        case .multiply(let x, let y): return try times(convert(x), convert(y))
        case .divide(let x, let y): return try divided(convert(x), convert(y))
        case .negate(let x): return try scaled(convert(x), Rational(-1))
        case .power(let x, let y):
            let (base, exponent) = (try convert(x), try convert(y))
            if let number = exponent.constant { return try power(base, number) }
            return try exponential(times(exponent, logarithm(base)))
        case .call(let function, let arguments): return try call(function, arguments)
        case .select(let condition, let x, let y):
            let sign = try sign(minus(convert(condition.left), convert(condition.right)))
            return try convert(condition.relation.holds(sign) ? x : y)
        case .sum(let term): return try sum(term)
        }
    }

    private func call(_ function: Function, _ arguments: [Expression]) throws(NormalFormFailure) -> Fraction {
        let u = try convert(arguments[0])
        let negative = try scaled(u, Rational(-1))
        switch function {
        case .abs: return try sign(u) < 0 ? negative : u
        case .sign: return Fraction(Rational(Int128(try sign(u))))
        case .min, .max:
            let v = try convert(arguments[1])
            return try (sign(minus(u, v)) < 0) == (function == .min) ? u : v
        case .sqrt: return try power(u, Rational(1, 2) ?? .one)
        case .exp: return try exponential(u)
        case .expm1: return try minus(exponential(u), .one)
        case .log: return try logarithm(u)
        case .log1p: return try logarithm(plus(.one, u))
        case .sinh: return try scaled(minus(exponential(u), exponential(negative)), Rational(1, 2) ?? .one)
        case .cosh: return try scaled(plus(exponential(u), exponential(negative)), Rational(1, 2) ?? .one)
        case .tanh:
            let (rising, falling) = (try exponential(u), try exponential(negative))
            return try divided(minus(rising, falling), plus(rising, falling))
        case .atanh:
            return try scaled(minus(logarithm(plus(.one, u)), logarithm(minus(.one, u))), Rational(1, 2) ?? .one)
        case .tan: return try divided(self.function(.sin, u), cosine(u))
        case .cos: return try cosine(u)
        case .acos: return try minus(scaled(atom(.pi), Rational(1, 2) ?? .one), self.function(.asin, u))
        case .sin, .asin, .atan, .asinh, .erf, .acosh, .li2: return try self.function(function, u)
        }
    }

    // MARK: Functions as atoms

    /// An odd function of u with a leading minus is minus the function of −u.
    private func function(_ function: Function, _ u: Fraction) throws(NormalFormFailure) -> Fraction {
        let isOdd = [Function.sin, .asin, .atan, .asinh, .erf].contains(function)
        if u.isZero, isOdd || function == .li2 { return .zero }
        if isOdd, isLeadingNegative(u) { return try scaled(self.function(function, scaled(u, Rational(-1))), Rational(-1)) }
        return try power(ofAtom: functionAtom(function, u), 1)
    }

    private func functionAtom(_ function: Function, _ u: Fraction) throws(NormalFormFailure) -> Int {
        try atom(.function(function, u)) { atom throws(NormalFormFailure) in
            if case .function(function, let v) = atom { try areEqual(u, v) } else { false }
        }
    }

    private func isLeadingNegative(_ u: Fraction) -> Bool { (u.numerator.leading?.coefficient.numerator ?? 0) < 0 }

    private func cosine(_ u: Fraction) throws(NormalFormFailure) -> Fraction {
        if u.isZero { return .one }
        let argument = isLeadingNegative(u) ? try scaled(u, Rational(-1)) : u
        let sine = try function(.sin, argument)
        let index = try functionAtom(.cos, argument)
        if relations[index] == nil { relations[index] = (2, try minus(.one, times(sine, sine))) }
        return try power(ofAtom: index, 1)
    }

    // MARK: Exponentials and roots

    /// exp of a sum is the product over its terms; each term's unit has one base, so that exp(2u) is exp(u)².
    private func exponential(_ u: Fraction) throws(NormalFormFailure) -> Fraction {
        var result = Fraction.one
        for (monomial, coefficient) in u.numerator.terms.sorted(by: { $0.key < $1.key }) {
            let unit = Fraction(Polynomial(monomial), u.denominator)
            if let base = logarithmArgument(unit) {
                result = try times(result, power(base, coefficient))
                continue
            }
            var denominator = coefficient.denominator
            if let i = try index(of: unit, in: exponentialDenominators.map(\.unit)) {
                let known = exponentialDenominators[i].denominator
                if known % denominator != 0 {
                    exponentialDenominators[i].denominator = try leastCommonMultiple(known, denominator)
                    throw .finerRoot
                }
                denominator = known
            } else {
                exponentialDenominators.append((unit, denominator))
            }
            let index = try atom(.exponential(unit: unit, denominator: denominator)) { atom throws(NormalFormFailure) in
                if case .exponential(let other, denominator) = atom { try areEqual(unit, other) } else { false }
            }
            let (exponent, overflow) = coefficient.numerator.multipliedReportingOverflow(by: denominator / coefficient.denominator)
            guard !overflow else { throw .tooLarge }
            result = try times(result, power(ofAtom: index, exponent))
        }
        return result
    }

    /// u, where this is log(u).
    private func logarithmArgument(_ unit: Fraction) -> Fraction? {
        guard unit.denominator == .one, let lead = unit.numerator.leading, lead.monomial.factors.count == 1,
            lead.monomial.factors[0].exponent == 1, case .function(.log, let argument) = atoms[lead.monomial.factors[0].atom]
        else { return nil }
        return argument
    }

    private func power(_ base: Fraction, _ exponent: Rational) throws(NormalFormFailure) -> Fraction {
        if exponent.isInteger {
            // A single atom to a great power is still a single term.
            if base.denominator == .one, base.numerator.terms.count == 1, let lead = base.numerator.leading,
                lead.coefficient == .one, lead.monomial.factors.count == 1, relations[lead.monomial.factors[0].atom] == nil
            {
                let own = Int128(lead.monomial.factors[0].exponent)
                guard exponent.numerator.magnitude < 1 << 30 else { throw .tooLarge }
                return try power(ofAtom: lead.monomial.factors[0].atom, own * exponent.numerator)
            }
            return try power(base, exponent.numerator)
        }
        if base == .one || base.isZero { return base }
        if let product = try splitRoot(base, exponent) { return product }
        var degree = exponent.denominator
        if let i = try index(of: base, in: rootDegrees.map(\.base)) {
            let known = rootDegrees[i].degree
            if known % degree != 0 {
                rootDegrees[i].degree = try leastCommonMultiple(known, degree)
                throw .finerRoot
            }
            degree = known
        } else {
            rootDegrees.append((base, degree))
        }
        guard degree <= 64 else { throw .tooLarge }
        let index = try atom(.root(base: base, degree: degree)) { atom throws(NormalFormFailure) in
            if case .root(let other, degree) = atom { try areEqual(base, other) } else { false }
        }
        relations[index] = (Int(degree), base)
        let (steps, overflow) = exponent.numerator.multipliedReportingOverflow(by: degree / exponent.denominator)
        guard !overflow else { throw .tooLarge }
        var (whole, rest) = steps.quotientAndRemainder(dividingBy: degree)
        if rest < 0 { (whole, rest) = (whole - 1, rest + degree) }
        return try times(power(base, whole), power(ofAtom: index, rest))
    }

    /// The root of a product as the product of the roots, where its factors are known to be positive: √(2π) is √2 √π.
    private func splitRoot(_ base: Fraction, _ exponent: Rational) throws(NormalFormFailure) -> Fraction? {
        var result = Fraction.one
        var pieces: [(base: Fraction, exponent: Rational)] = []
        func take(from polynomial: Polynomial, _ sign: Int128) throws(NormalFormFailure) -> Polynomial {
            var rest = polynomial
            for factor in polynomial.content.factors where atomSign(factor.atom) == 1 {
                rest = rest.divided(by: Monomial(atom: factor.atom, exponent: factor.exponent))
                let own = Rational(sign * Int128(factor.exponent))
                switch atoms[factor.atom] {
                case .exponential(let unit, let denominator):
                    guard let total = own.multiplied(by: exponent).flatMap({ $0.multiplied(by: Rational(1, denominator) ?? .one) })
                    else { throw .tooLarge }
                    result = try times(result, exponential(scaled(unit, total)))
                case .root(let inner, let degree): pieces.append((inner, own.multiplied(by: Rational(1, degree) ?? .one) ?? own))
                default: pieces.append((Fraction(Polynomial(Monomial(atom: factor.atom))), own))
                }
            }
            guard let lead = rest.leading, lead.coefficient.numerator > 0, lead.coefficient != .one else { return rest }
            for (number, own) in [(lead.coefficient.numerator, sign), (lead.coefficient.denominator, -sign)] {
                pieces += Self.primePowers(of: number).map { (Fraction(Rational($0.prime)), Rational(own * $0.count)) }
            }
            return try rest.monic()
        }
        let above = try take(from: base.numerator, 1)
        let below = try take(from: base.denominator, -1)
        if below != .one, evidentSign(below) == 1 {
            pieces += [(Fraction(above), .one), (Fraction(below), Rational(-1))]
        } else {
            pieces.append((try divided(Fraction(above), Fraction(below)), .one))
        }
        pieces.removeAll { $0.base == .one }
        if result == .one, pieces.count == 1, pieces[0].exponent == .one { return nil }
        for piece in pieces {
            guard let total = piece.exponent.multiplied(by: exponent) else { throw .tooLarge }
            result = try times(result, power(piece.base, total))
        }
        return result
    }

    private func index(of x: Fraction, in list: [Fraction]) throws(NormalFormFailure) -> Int? {
        for (i, y) in list.enumerated() where try areEqual(x, y) { return i }
        return nil
    }

    private func leastCommonMultiple(_ x: Int128, _ y: Int128) throws(NormalFormFailure) -> Int128 {
        guard let ratio = Rational(x, y) else { throw .tooLarge }
        let (product, overflow) = ratio.denominator.multipliedReportingOverflow(by: x)
        guard !overflow, product.magnitude < 1 << 20 else { throw .tooLarge }
        return product
    }

    // MARK: Logarithms

    /// Taken apart only where every part is known to be positive: exponentials, roots, symbols of known sign,
    /// positive numbers, and sums of positive terms.
    private func logarithm(_ u: Fraction) throws(NormalFormFailure) -> Fraction {
        guard !u.isZero else { throw .undefined }
        var result = Fraction.zero
        var parts = (u.numerator, u.denominator)
        result = try plus(result, splitLogarithm(&parts.0))
        result = try minus(result, splitLogarithm(&parts.1))
        let (above, below) = parts
        if above == .one, below == .one { return result }
        if below != .one, evidentSign(above) == 1 || evidentSign(below) == 1 {
            result = try plus(result, logarithmAtom(Fraction(above)))
            return try minus(result, logarithmAtom(Fraction(below)))
        }
        return try plus(result, logarithmAtom(divided(Fraction(above), Fraction(below))))
    }

    private func logarithmAtom(_ u: Fraction) throws(NormalFormFailure) -> Fraction {
        if u == .one { return .zero }
        return try power(ofAtom: functionAtom(.log, u), 1)
    }

    /// Takes the positive factors out of a polynomial and returns the logarithm of their product.
    private func splitLogarithm(_ polynomial: inout Polynomial) throws(NormalFormFailure) -> Fraction {
        var result = Fraction.zero
        for factor in polynomial.content.factors where atomSign(factor.atom) == 1 {
            let inner: Fraction =
                switch atoms[factor.atom] {
                case .exponential(let unit, let denominator): try scaled(unit, Rational(1, denominator) ?? .one)
                case .root(let base, let degree): try scaled(logarithm(base), Rational(1, degree) ?? .one)
                default: try logarithmAtom(Fraction(Polynomial(Monomial(atom: factor.atom))))
                }
            result = try plus(result, scaled(inner, Rational(Int128(factor.exponent))))
            polynomial = polynomial.divided(by: Monomial(atom: factor.atom, exponent: factor.exponent))
        }
        if let lead = polynomial.leading, lead.coefficient.numerator > 0, lead.coefficient != .one {
            result = try plus(result, logarithm(ofNumber: lead.coefficient.numerator))
            result = try minus(result, logarithm(ofNumber: lead.coefficient.denominator))
            polynomial = try polynomial.monic()
        }
        return result
    }

    /// log of a positive integer as a sum over its small primes, so that log 4 is 2 log 2.
    private func logarithm(ofNumber value: Int128) throws(NormalFormFailure) -> Fraction {
        var result = Fraction.zero
        for (prime, count) in Self.primePowers(of: value) {
            result = try plus(result, scaled(logarithmAtom(Fraction(Rational(prime))), Rational(count)))
        }
        return result
    }

    /// A positive integer as powers of its small primes, and of what is left.
    private static func primePowers(of value: Int128) -> [(prime: Int128, count: Int128)] {
        var (rest, result): (Int128, [(prime: Int128, count: Int128)]) = (value, [])
        for prime: Int128 in [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47] {
            var count: Int128 = 0
            while rest % prime == 0 { (rest, count) = (rest / prime, count + 1) }
            if count > 0 { result.append((prime, count)) }
        }
        return rest == 1 ? result : result + [(rest, 1)]
    }

    // MARK: Sums over the vector

    /// Linear: each term of the numerator is a sum of its own, what does not change with the coordinate its factor.
    private func sum(_ term: Expression) throws(NormalFormFailure) -> Fraction {
        let wasInside = isInsideSum
        isInsideSum = true
        defer { isInsideSum = wasInside }
        let body: Fraction
        do {
            body = try convert(term)
        } catch .needsSign {
            // Cases differ from coordinate to coordinate: the sum is a symbol, equal to itself as written.
            return atom(.sum(term.simplified()))
        }
        guard !body.denominator.atoms.contains(where: dependsOnVariable) else { return try sumAtom(body) }
        var result = Fraction.zero
        for (monomial, coefficient) in body.numerator.terms.sorted(by: { $0.key < $1.key }) {
            var (outer, inner) = (Monomial.one, Monomial.one)
            for factor in monomial.factors {
                if dependsOnVariable(factor.atom) { inner.factors.append(factor) } else { outer.factors.append(factor) }
            }
            let total = try sumAtom(Fraction(Polynomial(inner)))
            result = try plus(result, times(total, Fraction(Polynomial(outer, coefficient))))
        }
        return try divided(result, Fraction(body.denominator))
    }

    private func sumAtom(_ term: Fraction) throws(NormalFormFailure) -> Fraction {
        let index = try atom(.sum(term)) { atom throws(NormalFormFailure) in
            if case .sum(let other) = atom { try areEqual(term, other) } else { false }
        }
        return try power(ofAtom: index, 1)
    }
}
