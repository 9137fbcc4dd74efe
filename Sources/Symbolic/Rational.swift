/// An exact rational number in lowest terms, with a positive denominator.
///
/// Operations return `nil` where the result leaves 128 bits; callers fall back to a numerical argument.
public struct Rational: Hashable, Sendable {
    public let numerator: Int128
    public let denominator: Int128

    public static let zero = Rational(0)
    public static let one = Rational(1)

    public init(_ integer: Int128) {
        numerator = integer
        denominator = 1
    }

    /// - Returns: `nil` if `denominator` is zero or a value cannot be negated.
    public init?(_ numerator: Int128, _ denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    public var isInteger: Bool { denominator == 1 }

    /// The nearest Double.
    public var doubleValue: Double { Double(numerator) / Double(denominator) }

    public func adding(_ other: Rational) -> Rational? {
        let (a, o1) = numerator.multipliedReportingOverflow(by: other.denominator)
        let (b, o2) = other.numerator.multipliedReportingOverflow(by: denominator)
        let (c, o3) = a.addingReportingOverflow(b)
        let (d, o4) = denominator.multipliedReportingOverflow(by: other.denominator)
        return o1 || o2 || o3 || o4 ? nil : Rational(c, d)
    }

    public func multiplied(by other: Rational) -> Rational? {
        let (n, o1) = numerator.multipliedReportingOverflow(by: other.numerator)
        let (d, o2) = denominator.multipliedReportingOverflow(by: other.denominator)
        return o1 || o2 ? nil : Rational(n, d)
    }

    public var negated: Rational { Rational(-numerator, denominator) ?? self }

    public var reciprocal: Rational? { Rational(denominator, numerator) }
}

private func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Swift.max(a, 1)
}
