import ActivationCore
import CTrainingKernels

#if canImport(COpenBLAS)
import COpenBLAS
#elseif canImport(Accelerate)
import Accelerate
#endif

/// Matrix products and the Cholesky solve: the one place that knows which library serves them.
///
/// Matrices are row-major, `ld…` elements from row to row. The library's own threads are never used:
/// the team of ``Trainer`` cuts the work, and two pools at once would fight for the cores.
enum BLAS<Scalar: ActivationScalar> {
    /// C ← α op(A) op(B) with op(A) [m, k] and op(B) [k, n]; not both transposed.
    @inline(__always)
    static func multiply(
        transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Double = 1,
        _ a: UnsafePointer<Scalar>, ld lda: Int, _ b: UnsafePointer<Scalar>, ld ldb: Int,
        into c: UnsafeMutablePointer<Scalar>, ld ldc: Int
    ) {
        if Scalar.kernelPrecision == TRAINING_FLOAT, m * n * k <= smallProduct {
            multiplySmall(
                transposeA: transposeA, transposeB: transposeB, m: m, n: n, k: k, alpha: alpha, a, ld: lda,
                b, ld: ldb, into: c, ld: ldc)
            return
        }
        let opA = transposeA ? CblasTrans : CblasNoTrans
        let opB = transposeB ? CblasTrans : CblasNoTrans
        // Every extent is at most `NetworkSpecification.largestWidth` or `largestBatch`, which fit Int32.
        let (m, n, k) = (Int32(m), Int32(n), Int32(k))
        let (lda, ldb, ldc) = (Int32(lda), Int32(ldb), Int32(ldc))
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_sgemm(
                CblasRowMajor, opA, opB, m, n, k, Float(alpha), cast(a), lda, cast(b), ldb,
                0, castMutable(c), ldc)
        } else {
            cblas_dgemm(
                CblasRowMajor, opA, opB, m, n, k, alpha, cast(a), lda, cast(b), ldb, 0,
                castMutable(c), ldc)
        }
    }

    /// m n k up to which OpenBLAS allocates in sgemm; see small_products.h.
    private static var smallProduct: Int { 1_000_000 }

    private static func multiplySmall(
        transposeA: Bool, transposeB: Bool, m: Int, n: Int, k: Int, alpha: Double,
        _ a: UnsafePointer<Scalar>, ld lda: Int, _ b: UnsafePointer<Scalar>, ld ldb: Int,
        into c: UnsafeMutablePointer<Scalar>, ld ldc: Int
    ) {
        // Both precisions have a baseline variant, so there is always a best one.
        let kernels = training_kernels_best(Scalar.kernelPrecision)!
        if transposeB {
            kernels.pointee.small_product_transposed(m, n, k, alpha, a, lda, b, ldb, c, ldc)
        } else {
            kernels.pointee.small_product(
                m, n, k, alpha, a, transposeA ? 1 : lda, transposeA ? lda : 1, b, ldb, c, ldc)
        }
    }

    /// A ← α X Xᵀ (or α XᵀX if `transpose`) + A, lower triangle of row-major A [n, n] only.
    static func addGram(
        transpose: Bool, n: Int, k: Int, alpha: Double, _ x: UnsafePointer<Scalar>, ld: Int,
        into a: UnsafeMutablePointer<Scalar>, ld lda: Int
    ) {
        let op = transpose ? CblasTrans : CblasNoTrans
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_ssyrk(
                CblasRowMajor, CblasLower, op, Int32(n), Int32(k), Float(alpha), cast(x), Int32(ld), 1,
                castMutable(a), Int32(lda))
        } else {
            cblas_dsyrk(
                CblasRowMajor, CblasLower, op, Int32(n), Int32(k), alpha, cast(x), Int32(ld), 1,
                castMutable(a), Int32(lda))
        }
    }

    /// B ← A⁻¹ B for a positive definite A [n, n], of which the lower triangle is read and overwritten.
    /// - Returns: whether A is positive definite in this precision.
    static func solvePositiveDefinite(
        n: Int, columns: Int, _ a: UnsafeMutablePointer<Scalar>, ld lda: Int,
        into b: UnsafeMutablePointer<Scalar>, ld ldb: Int
    ) -> Bool {
        guard factorise(n: n, a, ld: lda) == 0 else { return false }
        solveTriangular(CblasNoTrans, n: n, columns: columns, a, ld: lda, into: b, ld: ldb)
        solveTriangular(CblasTrans, n: n, columns: columns, a, ld: lda, into: b, ld: ldb)
        return true
    }

    /// A = L Lᵀ in place. LAPACK is column-major: a row-major lower triangle L is its upper one, A = UᵀU.
    private static func factorise(n: Int, _ a: UnsafeMutablePointer<Scalar>, ld: Int) -> Int32 {
        var (order, lead, info) = (Int32(n), Int32(ld), Int32(0))
        #if canImport(COpenBLAS)
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            spotrf_("U", &order, castMutable(a), &lead, &info, 1)
        } else {
            dpotrf_("U", &order, castMutable(a), &lead, &info, 1)
        }
        #else
        // Accelerate's header has no hidden length of the string.
        var triangle = CChar(UInt8(ascii: "U"))
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            spotrf_(&triangle, &order, castMutable(a), &lead, &info)
        } else {
            dpotrf_(&triangle, &order, castMutable(a), &lead, &info)
        }
        #endif
        return info
    }

    /// B ← op(L)⁻¹ B.
    private static func solveTriangular(
        _ op: CBLAS_TRANSPOSE, n: Int, columns: Int, _ l: UnsafeMutablePointer<Scalar>, ld lda: Int,
        into b: UnsafeMutablePointer<Scalar>, ld ldb: Int
    ) {
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_strsm(
                CblasRowMajor, CblasLeft, CblasLower, op, CblasNonUnit, Int32(n), Int32(columns), 1,
                castMutable(l), Int32(lda), castMutable(b), Int32(ldb))
        } else {
            cblas_dtrsm(
                CblasRowMajor, CblasLeft, CblasLower, op, CblasNonUnit, Int32(n), Int32(columns), 1,
                castMutable(l), Int32(lda), castMutable(b), Int32(ldb))
        }
    }

    // A Scalar whose precision is TRAINING_FLOAT has Float's layout, and otherwise Double's: that is
    // what `ActivationScalar.kernelPrecision` promises.
    @inline(__always)
    private static func cast<T>(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<T> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: T.self)
    }

    @inline(__always)
    private static func castMutable<T>(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<T> {
        UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: T.self)
    }
}

/// Holds the BLAS library to the calling thread. Called once, before the first product.
enum BLASThreads {
    static let pinnedToCaller: Void = {
        #if canImport(COpenBLAS)
        openblas_set_num_threads(1)
        #else
        BLASSetThreading(BLAS_THREADING_SINGLE_THREADED)
        #endif
    }()
}
