/// Exact division and greatest common divisors, by primitive remainder sequences.
extension Polynomial {
    /// The quotient, or `nil` where the division leaves a remainder.
    func dividedExactly(by divisor: Polynomial, work: inout Int) throws(NormalFormFailure) -> Polynomial? {
        guard let lead = divisor.leading, let inverse = lead.coefficient.reciprocal else { throw .undefined }
        var remainder = self
        var quotient = Polynomial.zero
        while let top = remainder.leading {
            guard let monomial = top.monomial.divided(by: lead.monomial) else { return nil }
            guard let coefficient = top.coefficient.multiplied(by: inverse) else { throw .tooLarge }
            work -= divisor.terms.count + remainder.terms.count
            guard work >= 0 else { throw .tooLarge }
            try quotient.add(monomial, coefficient)
            remainder = try remainder.plus(divisor.times(monomial, coefficient), scaledBy: Rational(-1))
        }
        return quotient
    }

    func degree(in atom: Int) -> Int { terms.keys.map { $0.exponent(of: atom) }.max() ?? 0 }

    /// The coefficients of the powers of an atom, from 0 up.
    func coefficients(in atom: Int) -> [Polynomial] {
        // A degree beyond the bound of terms is handled by its callers' work limits; the array is sized by it.
        var parts = [[Monomial: Rational]](repeating: [:], count: degree(in: atom) + 1)
        for (monomial, coefficient) in terms {
            parts[monomial.exponent(of: atom)][monomial.removing(atom)] = coefficient
        }
        return parts.map(Polynomial.init)
    }

    /// The greatest common divisor, its leading coefficient 1.
    func commonDivisor(_ other: Polynomial, work: inout Int) throws(NormalFormFailure) -> Polynomial {
        if isZero { return try other.monic() }
        if other.isZero { return try monic() }
        if constant != nil || other.constant != nil { return .one }
        let (mine, theirs) = (atoms, other.atoms)
        // An atom of one side only can be in no common divisor: go on with the contents.
        if let foreign = mine.subtracting(theirs).min() {
            return try contentPolynomial(in: foreign, work: &work).commonDivisor(other, work: &work)
        }
        if let foreign = theirs.subtracting(mine).min() {
            return try commonDivisor(other.contentPolynomial(in: foreign, work: &work), work: &work)
        }
        guard let main = mine.min() else { return .one }
        guard degree(in: main) <= 32, other.degree(in: main) <= 32 else { throw .tooLarge }
        let contents = (try contentPolynomial(in: main, work: &work), try other.contentPolynomial(in: main, work: &work))
        let shared = try contents.0.commonDivisor(contents.1, work: &work)
        var x = try dividedExactly(by: contents.0, work: &work) ?? self
        var y = try other.dividedExactly(by: contents.1, work: &work) ?? other
        if x.degree(in: main) < y.degree(in: main) { (x, y) = (y, x) }
        while !y.isZero {
            if y.degree(in: main) == 0 { return shared }
            var remainder = try x.pseudoRemainder(y, in: main, work: &work)
            if !remainder.isZero {
                let content = try remainder.contentPolynomial(in: main, work: &work)
                remainder = try remainder.dividedExactly(by: content, work: &work) ?? remainder
                remainder = try remainder.monic()
            }
            (x, y) = (y, remainder)
        }
        return try x.times(shared, work: &work).monic()
    }

    func monic() throws(NormalFormFailure) -> Polynomial {
        guard let lead = leading else { return self }
        guard let inverse = lead.coefficient.reciprocal else { throw .tooLarge }
        return try times(.one, inverse)
    }

    private func contentPolynomial(in atom: Int, work: inout Int) throws(NormalFormFailure) -> Polynomial {
        guard degree(in: atom) <= 64 else { throw .tooLarge }
        var content = Polynomial.zero
        for part in coefficients(in: atom) where !part.isZero {
            content = try content.commonDivisor(part, work: &work)
            if content == .one { break }
        }
        return content
    }

    private func pseudoRemainder(_ divisor: Polynomial, in atom: Int, work: inout Int) throws(NormalFormFailure) -> Polynomial {
        let degree = divisor.degree(in: atom)
        let lead = divisor.coefficients(in: atom)[degree]
        var remainder = self
        while !remainder.isZero, remainder.degree(in: atom) >= degree {
            let height = remainder.degree(in: atom)
            let top = remainder.coefficients(in: atom)[height]
            let shift = height == degree ? Monomial.one : Monomial(atom: atom, exponent: height - degree)
            let scaled = try remainder.times(lead, work: &work)
            remainder = try scaled.plus(
                try divisor.times(shift).times(top, work: &work), scaledBy: Rational(-1))
        }
        return remainder
    }
}
