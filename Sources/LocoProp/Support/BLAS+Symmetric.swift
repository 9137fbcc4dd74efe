import ActivationCore
import CTrainingKernels

#if canImport(COpenBLAS)
import COpenBLAS
#elseif canImport(Accelerate)
import Accelerate
#endif

/// Symmetric matrices, of which the lower triangle of row-major storage is read and written; and what vectors need.
extension BLAS {
    /// Copies the lower triangle of A [n, n] to the upper one, in tiles that stay in the cache: general products need both,
    /// and are faster than symmetric ones.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    static func mirror(n: Int, _ a: UnsafeMutablePointer<Scalar>, ld: Int) {
        let tile = 32
        for top in stride(from: 0, to: n, by: tile) {
            for left in stride(from: 0, through: top, by: tile) {
                for i in top..<min(top + tile, n) {
                    for j in left..<max(left, min(left + tile, i)) { a[j * ld + i] = a[i * ld + j] }
                }
            }
        }
    }

    /// A ← A⁻¹ for a positive definite A [n, n], by Cholesky.
    /// - Returns: whether A is positive definite in this precision.
    static func invertPositiveDefinite(n: Int, _ a: UnsafeMutablePointer<Scalar>, ld: Int) -> Bool {
        guard factorise(n: n, a, ld: ld) == 0 else { return false }
        // As in `factorise`, the row-major lower triangle is LAPACK's upper one.
        var (order, lead, info) = (Int32(n), Int32(ld), Int32(0))
        #if canImport(COpenBLAS)
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            spotri_("U", &order, castMutable(a), &lead, &info, 1)
        } else {
            dpotri_("U", &order, castMutable(a), &lead, &info, 1)
        }
        #else
        var triangle = CChar(UInt8(ascii: "U"))
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            spotri_(&triangle, &order, castMutable(a), &lead, &info)
        } else {
            dpotri_(&triangle, &order, castMutable(a), &lead, &info)
        }
        #endif
        return info == 0
    }

    /// The trace of a matrix [n, n] whose diagonal is nowhere below 0.
    static func trace(n: Int, _ a: UnsafePointer<Scalar>, ld: Int) -> Double {
        Scalar.kernelPrecision == TRAINING_FLOAT
            ? Double(cblas_sasum(Int32(n), cast(a), Int32(ld + 1))) : cblas_dasum(Int32(n), cast(a), Int32(ld + 1))
    }

    /// y ← α x + y.
    static func add(
        _ x: UnsafePointer<Scalar>, times alpha: Double, to y: UnsafeMutablePointer<Scalar>, count: Int
    ) {
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_saxpy(Int32(count), Float(alpha), cast(x), 1, castMutable(y), 1)
        } else {
            cblas_daxpy(Int32(count), alpha, cast(x), 1, castMutable(y), 1)
        }
    }

    /// x ← α x.
    static func scale(_ x: UnsafeMutablePointer<Scalar>, by alpha: Double, count: Int) {
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_sscal(Int32(count), Float(alpha), castMutable(x), 1)
        } else {
            cblas_dscal(Int32(count), alpha, castMutable(x), 1)
        }
    }
}
