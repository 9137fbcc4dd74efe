import Activations
import CTrainingKernels
import LocoProp
import Testing

/// Matrix products, by whichever library.
@Suite struct ProductTests {
    /// Sums of at most 40 products of numbers below 1, in any order.
    @Test("products are products, with and without a transpose", arguments: [1, 4, 7, 33])
    func products(size: Int) {
        check(size, tolerance: 1e-5, Float.self)
        check(size, tolerance: 1e-13, Double.self)
    }

    private func check<Scalar: ActivationScalar>(_ size: Int, tolerance: Double, _: Scalar.Type) {
        let (m, n, k) = (size, size + 9, 40 - size)
        let a = Matrix(m, k, unitNumbers(m * k, seed: 1))
        let b = Matrix(k, n, unitNumbers(k * n, seed: 2))
        let expected = (1.5 * (a * b)).values
        func deviationOf(transposeA: Bool, transposeB: Bool) -> Double {
            var c = [Scalar](repeating: .nan, count: m * n)
            let left = (transposeA ? a.transposed : a).values.map { Scalar($0) }
            let right = (transposeB ? b.transposed : b).values.map { Scalar($0) }
            BLAS<Scalar>.multiply(
                transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: 1.5,
                left, ld: transposeA ? m : k, right, ld: transposeB ? k : n, into: &c, ld: n)
            return deviation(c.map { Double($0) }, from: expected)
        }
        #expect(deviationOf(transposeA: false, transposeB: false) < tolerance)
        #expect(deviationOf(transposeA: true, transposeB: false) < tolerance)
        #expect(deviationOf(transposeA: false, transposeB: true) < tolerance)
    }

    @Test("a library's OpenMP setting is the caller's again") func threadsSetting() {
        let before = library_threads_enter()
        #expect(library_threads_enter() == 1)
        library_threads_leave(before)
        let again = library_threads_enter()
        library_threads_leave(again)
        #expect(again == before)
    }
}
