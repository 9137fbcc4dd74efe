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

    @Test("x + √(x² + y) neither overflows nor cancels")
    func rootSum() {
        #expect(vm_root_sum_f64(-1e200, 4) == 2e-200 && vm_root_sum_f64(1e200, 4) == 2e200)
        #expect(vm_root_sum_f64(0, 0) == 0 && vm_root_sum_f64(-1, 0) == 0 && vm_root_sum_f64(.infinity, 1) == .infinity)
        #expect(vm_root_sum_f64(-.infinity, 4) == 0 && vm_root_sum_f64(.nan, 4).isNaN && vm_root_sum_f32(-1e20, 4) == 2e-20)
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
            #expect(ulpError(of: vm_root_sum_f64(x, y), from: a + (a.squared + b).sqrt) <= 2.5)
            let (u, v) = (Float(x), Float(y))
            let (c, d) = (Real(Double(u)), Real(Double(v)))
            #expect(ulpError(of: vm_xlogy_f32(u, v), from: c * d.log) <= 0.501)
            #expect(ulpError(of: vm_xlog1py_f32(u, v), from: c * d.log1p) <= 0.501)
            #expect(ulpError(of: vm_pow_f32(v, u), from: d.with(c, mpfr_pow)) <= 1.5)
        }
    }

    @Test("fma rounds once: (1 + ε)² − 1 − 2ε = ε², which two roundings lose")
    func fusedMultiplyAdd() {
        let float = Float.ulpOfOne, double = Double.ulpOfOne
        #expect(vm_fma_f32(1 + float, 1 + float, -(1 + 2 * float)) == float * float)
        #expect(vm_fma_f64(1 + double, 1 + double, -(1 + 2 * double)) == double * double)
    }
}
