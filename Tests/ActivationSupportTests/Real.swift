import CMPFR

/// A real number in MPFR, each operation rounded to the number's precision.
final class Real {
    private let pointer: UnsafeMutablePointer<__mpfr_struct>
    private let bits: mpfr_prec_t

    private init(bits: mpfr_prec_t) {
        self.bits = bits
        pointer = .allocate(capacity: 1)
        mpfr_init2(pointer, bits)
    }

    deinit {
        mpfr_clear(pointer)
        pointer.deallocate()
    }

    /// `x` exactly, with so many bits that x² is still seen beside 1.
    convenience init(_ x: Double) {
        let below = x.isFinite && x != 0 ? max(0, -Int(x.exponent)) : 0
        self.init(bits: mpfr_prec_t(256 + 2 * below))
        mpfr_set_d(pointer, x, MPFR_RNDN)
    }

    typealias Unary = (mpfr_ptr?, mpfr_srcptr?, mpfr_rnd_t) -> Int32
    typealias Binary = (mpfr_ptr?, mpfr_srcptr?, mpfr_srcptr?, mpfr_rnd_t) -> Int32

    func map(_ function: Unary) -> Real {
        let result = Real(bits: bits)
        _ = function(result.pointer, pointer, MPFR_RNDN)
        return result
    }

    func with(_ other: Real, _ function: Binary) -> Real {
        let result = Real(bits: max(bits, other.bits))
        _ = function(result.pointer, pointer, other.pointer, MPFR_RNDN)
        return result
    }

    /// A small constant in this number's precision.
    func constant(_ x: Double) -> Real {
        let result = Real(bits: bits)
        mpfr_set_d(result.pointer, x, MPFR_RNDN)
        return result
    }

    var pi: Real {
        let result = Real(bits: bits)
        mpfr_const_pi(result.pointer, MPFR_RNDN)
        return result
    }

    var double: Double { mpfr_get_d(pointer, MPFR_RNDN) }
    var isNaN: Bool { mpfr_nan_p(pointer) != 0 }
    var isInfinite: Bool { mpfr_inf_p(pointer) != 0 }
    var isZero: Bool { mpfr_zero_p(pointer) != 0 }
    var isNegative: Bool { mpfr_signbit(pointer) != 0 }
    /// e with 2ᵉ⁻¹ ≤ |x| < 2ᵉ; for finite numbers that are not zero.
    var exponent: Int { Int(mpfr_get_exp(pointer)) }

    /// |x| 2ᵉ.
    func magnitude(scaledBy e: Int) -> Double {
        let result = map(mpfr_abs)
        mpfr_mul_2si(result.pointer, result.pointer, e, MPFR_RNDN)
        return result.double
    }

    static func + (a: Real, b: Real) -> Real { a.with(b, mpfr_add) }
    static func - (a: Real, b: Real) -> Real { a.with(b, mpfr_sub) }
    static func * (a: Real, b: Real) -> Real { a.with(b, mpfr_mul) }
    static func / (a: Real, b: Real) -> Real { a.with(b, mpfr_div) }
    static prefix func - (a: Real) -> Real { a.map(mpfr_neg) }
    static func + (a: Real, b: Double) -> Real { a + a.constant(b) }
    static func - (a: Real, b: Double) -> Real { a - a.constant(b) }
    static func - (a: Double, b: Real) -> Real { b.constant(a) - b }
    static func * (a: Real, b: Double) -> Real { a * a.constant(b) }
    static func / (a: Real, b: Double) -> Real { a / a.constant(b) }
    static func / (a: Double, b: Real) -> Real { b.constant(a) / b }
}

extension Real {
    var magnitude: Real { map(mpfr_abs) }
    var exp: Real { map(mpfr_exp) }
    var expm1: Real { map(mpfr_expm1) }
    var log: Real { map(mpfr_log) }
    var log1p: Real { map(mpfr_log1p) }
    var sqrt: Real { map(mpfr_sqrt) }
    var squared: Real { map(mpfr_sqr) }

    /// y log y, 0 at 0.
    var xlogx: Real { isZero ? constant(0) : self * log }
    var nan: Real { constant(.nan) }
    var infinity: Real { constant(.infinity) }
}

extension Real {
    /// x 2ᵉ.
    func scaled(by e: Int) -> Real { map { mpfr_mul_2si($0, $1, e, $2) } }
}
