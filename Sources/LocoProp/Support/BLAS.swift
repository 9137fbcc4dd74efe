import ActivationCore
import CTrainingKernels

#if canImport(COneDNN)
import COneDNN
#endif
#if canImport(COpenBLAS)
import COpenBLAS
#elseif canImport(Accelerate)
import Accelerate
#endif

/// Matrix products and the Cholesky solve: the one place that knows which library serves them.
///
/// On x86-64 oneDNN multiplies Floats, at twice OpenBLAS's speed where that does not know the processor or the matrices
/// are narrow (Documentation/Decisions.md); OpenBLAS does the rest, and Accelerate on macOS.
/// Matrices are row-major, `ld…` elements from row to row. The library's own threads are never used:
/// the team of ``Trainer`` cuts the work, and two pools at once would fight for the cores.
package enum BLAS<Scalar: ActivationScalar> {
    /// C ← α op(A) op(B) + β C with op(A) [m, k] and op(B) [k, n]; not both transposed. With β = 0, C is not read.
    @inline(__always)
    package static func multiply(
        transposeA: Bool = false, transposeB: Bool = false, m: Int, n: Int, k: Int, alpha: Double = 1,
        _ a: UnsafePointer<Scalar>, ld lda: Int, _ b: UnsafePointer<Scalar>, ld ldb: Int,
        keeping beta: Double = 0, into c: UnsafeMutablePointer<Scalar>, ld ldc: Int
    ) {
        #if canImport(COneDNN) && arch(x86_64)
        if Scalar.kernelPrecision == TRAINING_FLOAT,
            dnnl_sgemm(
                letter(transposeA), letter(transposeB), dnnl_dim_t(m), dnnl_dim_t(n), dnnl_dim_t(k), Float(alpha),
                cast(a), dnnl_dim_t(lda), cast(b), dnnl_dim_t(ldb), Float(beta), castMutable(c), dnnl_dim_t(ldc)) == dnnl_success
        { return }
        // It fails where it cannot take its work space; OpenBLAS has its own from the start.
        #endif
        let opA = transposeA ? CblasTrans : CblasNoTrans
        let opB = transposeB ? CblasTrans : CblasNoTrans
        // Every extent is at most `NetworkSpecification.largestWidth` or `largestBatch`, which fit Int32.
        let (m, n, k) = (Int32(m), Int32(n), Int32(k))
        let (lda, ldb, ldc) = (Int32(lda), Int32(ldb), Int32(ldc))
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_sgemm(
                CblasRowMajor, opA, opB, m, n, k, Float(alpha), cast(a), lda, cast(b), ldb,
                Float(beta), castMutable(c), ldc)
        } else {
            cblas_dgemm(
                CblasRowMajor, opA, opB, m, n, k, alpha, cast(a), lda, cast(b), ldb, beta,
                castMutable(c), ldc)
        }
    }

    #if canImport(COneDNN) && arch(x86_64)
    private static func letter(_ isTransposed: Bool) -> CChar { CChar(UInt8(ascii: isTransposed ? "T" : "N")) }
    #endif

    /// A ← α X Xᵀ (or α XᵀX if `transpose`) + β A in the lower triangle of row-major A [n, n]; what lies above may change
    /// too.
    static func addGram(
        transpose: Bool, n: Int, k: Int, alpha: Double, _ x: UnsafePointer<Scalar>, ld: Int, keeping beta: Double = 1,
        into a: UnsafeMutablePointer<Scalar>, ld lda: Int
    ) {
        #if canImport(COneDNN) && arch(x86_64)
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            // oneDNN has no such update: blocks of rows up to the diagonal are half of the product, and little more.
            for start in stride(from: 0, to: n, by: 128) {
                let end = min(start + 128, n)
                multiply(
                    transposeA: transpose, transposeB: !transpose, m: end - start, n: end, k: k, alpha: alpha,
                    x + (transpose ? start : start * ld), ld: ld, x, ld: ld, keeping: beta, into: a + start * lda, ld: lda)
            }
            return
        }
        #endif
        let op = transpose ? CblasTrans : CblasNoTrans
        if Scalar.kernelPrecision == TRAINING_FLOAT {
            cblas_ssyrk(
                CblasRowMajor, CblasLower, op, Int32(n), Int32(k), Float(alpha), cast(x), Int32(ld), Float(beta),
                castMutable(a), Int32(lda))
        } else {
            cblas_dsyrk(
                CblasRowMajor, CblasLower, op, Int32(n), Int32(k), alpha, cast(x), Int32(ld), beta,
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
    static func factorise(n: Int, _ a: UnsafeMutablePointer<Scalar>, ld: Int) -> Int32 {
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
    static func cast<T>(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<T> {
        UnsafeRawPointer(pointer).assumingMemoryBound(to: T.self)
    }

    @inline(__always)
    static func castMutable<T>(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<T> {
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

/// Which libraries multiply matrices here.
package enum BLASLibrary {
    /// Their names and versions, and the processor that OpenBLAS has chosen its kernels for.
    package static var description: String {
        var parts: [String] = []
        #if canImport(COneDNN) && arch(x86_64)
        if let version = dnnl_version()?.pointee {
            parts.append("oneDNN \(version.major).\(version.minor).\(version.patch) for Floats")
        }
        #endif
        #if canImport(COpenBLAS)
        func text(_ pointer: UnsafePointer<CChar>?) -> String {
            pointer.map { String(cString: $0).split(separator: " ").joined(separator: " ") } ?? ""
        }
        parts.append("\(text(openblas_get_config())) running as \(text(openblas_get_corename()))")
        #else
        parts.append("Accelerate")
        #endif
        return parts.joined(separator: "; ")
    }
}
