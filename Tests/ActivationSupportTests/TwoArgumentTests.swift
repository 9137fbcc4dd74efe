import CActivationSupport
import CMPFR
import Testing

@Suite("Functions of two and three arguments")
struct TwoArgumentTests {
    @Test("min and max give nan if either argument is nan")
    func minimumAndMaximum() {
        #expect(vm_min_f32(1, 2) == 1 && vm_min_f32(2, 1) == 1 && vm_max_f32(1, 2) == 2 && vm_max_f32(2, 1) == 2)
        #expect(vm_min_f64(-.infinity, 2) == -.infinity && vm_max_f64(-.infinity, 2) == 2)
        #expect(vm_min_f32(.nan, 1).isNaN && vm_min_f32(1, .nan).isNaN)
        #expect(vm_max_f32(.nan, 1).isNaN && vm_max_f32(1, .nan).isNaN)
        #expect(vm_min_f64(.nan, 1).isNaN && vm_min_f64(1, .nan).isNaN)
        #expect(vm_max_f64(.nan, 1).isNaN && vm_max_f64(1, .nan).isNaN)
    }

    @Test("0 log 0 = 0, and nan is not hidden by a factor of 0")
    func zeroTimesLogarithm() {
        for y in [0, -0.0, 1, .infinity, -1] {
            #expect(vm_xlogy_f64(0, y) == 0 && vm_xlogy_f32(0, Float(y)) == 0)
            #expect(vm_xlog1py_f64(0, y) == 0 && vm_xlog1py_f32(0, Float(y)) == 0)
        }
        #expect(vm_xlogy_f64(0, .nan).isNaN && vm_xlogy_f32(0, .nan).isNaN && vm_xlogy_f64(.nan, 1).isNaN)
        #expect(vm_xlog1py_f64(0, .nan).isNaN && vm_xlog1py_f32(0, .nan).isNaN && vm_xlog1py_f64(.nan, 1).isNaN)
        #expect(vm_xlogy_f64(2, 0) == -.infinity && vm_xlog1py_f64(2, -1) == -.infinity)
        #expect(vm_xlogy_f64(1, -1).isNaN && vm_xlog1py_f64(1, -2).isNaN)
    }

    /// 1.5 ulp in Double: one for the logarithm, half for the product. Float is computed in Double
    /// and rounded once. For pow, the C library's, one ulp and a half covers every platform.
    @Test("x log y, x log(1 + y) and the power are within 1.5 ulp")
    func againstMPFR() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2000 {
            let x = 8 * generator.unit() - 4, y = 6 * generator.unit()
            let (a, b) = (Real(x), Real(y))
            #expect(ulpError(of: vm_xlogy_f64(x, y), from: a * b.log) <= 1.5)
            #expect(ulpError(of: vm_xlog1py_f64(x, y - 1), from: a * Real(y - 1).log1p) <= 1.5)
            #expect(ulpError(of: vm_pow_f64(y, x), from: b.with(a, mpfr_pow)) <= 1.5)
            let (u, v) = (Float(x), Float(y))
            let (c, d) = (Real(Double(u)), Real(Double(v)))
            #expect(ulpError(of: vm_xlogy_f32(u, v), from: c * d.log) <= 0.501)
            #expect(ulpError(of: vm_xlog1py_f32(u, v), from: c * d.log1p) <= 0.501)
            #expect(ulpError(of: vm_pow_f32(v, u), from: d.with(c, mpfr_pow)) <= 1.5)
        }
    }

    /// Bounds: the next half above the worst of 24,000 points. Float is computed in Double.
    @Test("roots of x² + y and 1 + y x², their sums, slopes and integrals")
    func algebraic() {
        let table: [(String, Double, (Double, Double) -> Double, (Float, Float) -> Float, (Real, Real) -> Real)] = [
            ("root_square_plus", 1, vm_root_square_plus_f64, vm_root_square_plus_f32, { ($0.squared + $1).sqrt }),
            ("plus_root", 2, vm_plus_root_f64, vm_plus_root_f32, { $0 + ($0.squared + $1).sqrt }),
            ("plus_root_slope", 3, vm_plus_root_slope_f64, vm_plus_root_slope_f32, { $0 / ($0.squared + $1).sqrt + 1 }),
            (
                "plus_root_integral", 3.5, vm_plus_root_integral_f64, vm_plus_root_integral_f32,
                { x, y in x * (x + (x.squared + y).sqrt) + y * (x / y.sqrt).map(mpfr_asinh) }
            ),
            ("isru", 2, vm_isru_f64, vm_isru_f32, { x, y in x / (y * x.squared + 1).sqrt }),
            (
                "isru_slope", 4, vm_isru_slope_f64, vm_isru_slope_f32,
                { x, y in 1 / ((y * x.squared + 1) * (y * x.squared + 1).sqrt) }
            ),
            (
                "isru_integral", 3.5, vm_isru_integral_f64, vm_isru_integral_f32,
                { x, y in x.squared / ((y * x.squared + 1).sqrt + 1) }
            ),
            (
                "isru_inverse", 2, { vm_isru_inverse_f64($0 / 1e4, $1) }, { Float(vm_isru_inverse_f64(Double($0) / 1e4, Double($1))) },
                { x, y in
                    let z = Real(x.double / 1e4)
                    return z / (1 - y * z.squared).sqrt
                }
            ),
        ]
        var generator = SeededGenerator(seed: 17)
        for (name, bound, double, float, exact) in table {
            for i in 0..<600 {
                let size = i % 3 == 0 ? 1e4 : 4.0
                let x = Double(Float(size * (2 * generator.unit() - 1)))
                let y = Double(Float(0.01 + 8 * generator.unit() * generator.unit()))
                let value = exact(Real(x), Real(y))
                #expect(ulpError(of: double(x, y), from: value) <= bound, "\(name) of \(x), \(y)")
                #expect(ulpError(of: float(Float(x), Float(y)), from: value) <= 0.501, "\(name) of \(x), \(y) in Float")
            }
        }
        let inf = Double.infinity
        #expect(vm_plus_root_f64(-inf, 4) == 0 && vm_plus_root_f64(inf, 4) == inf)
        #expect(vm_plus_root_slope_f64(-inf, 4) == 0 && vm_plus_root_slope_f64(inf, 4) == 2)
        #expect(vm_plus_root_integral_f64(-inf, 4) == -inf && vm_plus_root_integral_f64(inf, 4) == inf)
        #expect(vm_isru_f64(-inf, 4) == -0.5 && vm_isru_f64(1e200, 4) == 0.5 && vm_isru_slope_f64(inf, 4) == 0)
        #expect(vm_isru_integral_f64(1e200, 1) == 1e200 && vm_isru_integral_f64(-inf, 4) == inf)
        #expect(vm_root_square_plus_f64(-1e200, 3) == 1e200)
    }

    /// Near their zeros the absolute error is what counts: terms near 1 are rounded.
    @Test("slopes of x Φ(x) and x σ(x), the integral of x σ(x): 4e-16 of the largest term")
    func slopesThatCrossZero() {
        var generator = SeededGenerator(seed: 19)
        for i in 0..<2000 {
            let x = (i % 2 == 0 ? 4 : 36) * (2 * generator.unit() - 1)
            let r = Real(x)
            let normal = (-r / r.constant(2).sqrt).map(mpfr_erfc) / 2
            let bump = r * (-r.squared / 2).exp / (r.pi * 2).sqrt
            #expect((Real(vm_gelu_slope_f64(x)) - (normal + bump)).magnitude.double <= 6e-16 * (normal.double + abs(bump.double)))
            let logistic = 1 / ((-r).exp + 1)
            let rise = r * logistic * (1 - logistic)
            #expect((Real(vm_silu_slope_f64(x)) - (logistic + rise)).magnitude.double <= 6e-16 * (logistic.double + abs(rise.double)))
            let product = r * r.exp.log1p
            let dilogarithm = x > 0
                ? -(r.squared / 2 + r.pi.squared / 6) - (-(-r).exp).map(mpfr_li2) : (-r.exp).map(mpfr_li2)
            let integral = product + dilogarithm
            #expect((Real(vm_silu_integral_f64(x)) - integral).magnitude.double <= 6e-16 * (abs(product.double) + abs(dilogarithm.double)))
        }
        #expect(vm_silu_integral_f64(.infinity) == .infinity && vm_silu_integral_f64(-.infinity) == 0)
        #expect(vm_gelu_slope_f64(-.infinity) == 0 && vm_silu_slope_f64(.infinity) == 1 && vm_silu_slope_f64(.nan).isNaN)
    }
}
