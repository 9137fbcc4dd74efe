/// A product of powers of atoms, by increasing atom.
struct Monomial: Hashable {
    struct Factor: Hashable {
        var atom: Int
        /// At least 1.
        var exponent: Int
    }

    var factors: [Factor] = []

    static let one = Monomial()

    init() {}
    init(atom: Int, exponent: Int = 1) { factors = [Factor(atom: atom, exponent: exponent)] }

    func exponent(of atom: Int) -> Int { factors.first { $0.atom == atom }?.exponent ?? 0 }

    func removing(_ atom: Int) -> Monomial {
        var copy = self
        copy.factors.removeAll { $0.atom == atom }
        return copy
    }

    /// Lexicographic: the power of the first atom decides, then of the next. Compatible with products.
    static func < (a: Monomial, b: Monomial) -> Bool {
        for (x, y) in zip(a.factors, b.factors) where x != y {
            return x.atom == y.atom ? x.exponent < y.exponent : x.atom > y.atom
        }
        return a.factors.count < b.factors.count
    }

    /// The factors merged; exponents added by `combine`, where absent 0.
    func merged(_ other: Monomial, _ combine: (Int, Int) throws(NormalFormFailure) -> Int) throws(NormalFormFailure) -> Monomial {
        var result = Monomial()
        var (i, j) = (0, 0)
        while i < factors.count || j < other.factors.count {
            let x = i < factors.count ? factors[i].atom : .max
            let y = j < other.factors.count ? other.factors[j].atom : .max
            let atom = Swift.min(x, y)
            let exponent = try combine(x == atom ? factors[i].exponent : 0, y == atom ? other.factors[j].exponent : 0)
            if exponent != 0 { result.factors.append(Factor(atom: atom, exponent: exponent)) }
            if x == atom { i += 1 }
            if y == atom { j += 1 }
        }
        return result
    }

    func times(_ other: Monomial) throws(NormalFormFailure) -> Monomial {
        try merged(other) { x, y throws(NormalFormFailure) in
            let (sum, overflow) = x.addingReportingOverflow(y)
            guard !overflow, sum < 1 << 40 else { throw .tooLarge }
            return sum
        }
    }

    /// The quotient, or `nil` where `other` does not divide.
    func divided(by other: Monomial) -> Monomial? {
        var divides = true
        let quotient = try? merged(other) { x, y throws(NormalFormFailure) in
            if y > x { divides = false }
            return Swift.max(x - y, 0)
        }
        return divides ? quotient : nil
    }

    func commonDivisor(_ other: Monomial) -> Monomial {
        (try? merged(other) { x, y throws(NormalFormFailure) in Swift.min(x, y) }) ?? .one
    }
}

/// Why a normal form was not reached.
enum NormalFormFailure: Error {
    /// A number left 128 bits or the work left its bounds.
    case tooLarge
    /// A division by what is zero.
    case undefined
    /// The sign of this polynomial must be known: the cases are to be told apart.
    case needsSign(Polynomial)
    /// A finer root than those met before: conversion starts over with it.
    case finerRoot
}

/// A polynomial in atoms with exact coefficients. Operations throw where a coefficient leaves 128 bits or the
/// number of terms its bound.
struct Polynomial: Hashable {
    static let maximumTerms = 400

    /// No zero coefficients.
    private(set) var terms: [Monomial: Rational]

    static let zero = Polynomial([:])
    static let one = Polynomial(.one)

    init(_ terms: [Monomial: Rational]) { self.terms = terms }
    init(_ constant: Rational) { terms = constant == .zero ? [:] : [.one: constant] }
    init(_ monomial: Monomial, _ coefficient: Rational = .one) {
        terms = coefficient == .zero ? [:] : [monomial: coefficient]
    }

    var isZero: Bool { terms.isEmpty }

    /// The value, where no atom occurs.
    var constant: Rational? {
        if terms.isEmpty { return .zero }
        return terms.count == 1 ? terms[.one] : nil
    }

    var atoms: Set<Int> { Set(terms.keys.flatMap { $0.factors.map(\.atom) }) }

    /// The greatest monomial and its coefficient.
    var leading: (monomial: Monomial, coefficient: Rational)? {
        guard let top = terms.keys.max(by: <), let coefficient = terms[top] else { return nil }
        return (top, coefficient)
    }

    /// The monomial that divides every term.
    var content: Monomial {
        var iterator = terms.keys.makeIterator()
        guard var common = iterator.next() else { return .one }
        while let next = iterator.next(), !common.factors.isEmpty { common = common.commonDivisor(next) }
        return common
    }

    mutating func add(_ monomial: Monomial, _ coefficient: Rational) throws(NormalFormFailure) {
        guard let old = terms[monomial] else {
            guard terms.count < Self.maximumTerms else { throw .tooLarge }
            if coefficient != .zero { terms[monomial] = coefficient }
            return
        }
        guard let sum = old.adding(coefficient) else { throw .tooLarge }
        terms[monomial] = sum == .zero ? nil : sum
    }

    func plus(_ other: Polynomial, scaledBy factor: Rational = .one) throws(NormalFormFailure) -> Polynomial {
        var result = self
        for (monomial, coefficient) in other.terms {
            guard let scaled = coefficient.multiplied(by: factor) else { throw .tooLarge }
            try result.add(monomial, scaled)
        }
        return result
    }

    func times(_ monomial: Monomial, _ factor: Rational = .one) throws(NormalFormFailure) -> Polynomial {
        if factor == .zero { return .zero }
        var result = Polynomial.zero
        for (own, coefficient) in terms {
            guard let product = coefficient.multiplied(by: factor) else { throw .tooLarge }
            result.terms[try own.times(monomial)] = product
        }
        return result
    }

    func times(_ other: Polynomial, work: inout Int) throws(NormalFormFailure) -> Polynomial {
        work -= terms.count * other.terms.count
        guard work >= 0 else { throw .tooLarge }
        var result = Polynomial.zero
        for (x, c) in terms {
            for (y, d) in other.terms {
                guard let product = c.multiplied(by: d) else { throw .tooLarge }
                try result.add(try x.times(y), product)
            }
        }
        return result
    }

    /// Every term divided by a monomial that divides it.
    func divided(by monomial: Monomial) -> Polynomial {
        if monomial.factors.isEmpty { return self }
        var result = Polynomial.zero
        for (own, coefficient) in terms {
            if let quotient = own.divided(by: monomial) { result.terms[quotient] = coefficient }
        }
        return result
    }
}
