#if canImport(COpenBLAS)
import COpenBLAS
#elseif canImport(Accelerate)
import Accelerate
#endif

/// Eigenvalues and eigenvectors of symmetric matrices by LAPACK's divide and conquer (dsyevd), in double: a fourth root
/// of a matrix whose eigenvalues span ten orders of magnitude has none of the small ones left in single precision.
///
/// Its memory is taken at the start, for matrices up to a given order.
final class SymmetricEigenvectors {
    /// On entry the lower triangle of a row-major matrix [n, n]; then its eigenvectors, a row each.
    let matrix: AlignedBuffer<Double>
    /// Ascending.
    let values: AlignedBuffer<Double>
    /// Room for a matrix made of them.
    let product: AlignedBuffer<Double>
    private let work: AlignedBuffer<Double>
    private let integers: UnsafeMutablePointer<Int32>
    private let integerCount: Int
    let largest: Int

    init(largest: Int) {
        self.largest = largest
        matrix = AlignedBuffer(count: largest * largest)
        values = AlignedBuffer(count: largest)
        product = AlignedBuffer(count: largest * largest)
        // What dsyevd's manual asks for when vectors are wanted.
        work = AlignedBuffer(count: 1 + 6 * largest + 2 * largest * largest)
        integerCount = 3 + 5 * largest
        integers = .allocate(capacity: integerCount)
        integers.initialize(repeating: 0, count: integerCount)
    }

    deinit { integers.deallocate() }

    /// - Returns: whether the iteration converged; it does not if the matrix is not finite.
    /// - Precondition: 1 ≤ n ≤ ``largest``.
    func decompose(order n: Int) -> Bool {
        // LAPACK is column-major: its upper triangle is our lower one, and its columns our rows.
        var (order, workCount, integerCount, info) = (Int32(n), Int32(work.count), Int32(integerCount), Int32(0))
        var lead = order
        #if canImport(COpenBLAS)
        dsyevd_("V", "U", &order, matrix.base, &lead, values.base, work.base, &workCount, integers, &integerCount, &info, 1, 1)
        #else
        var (job, triangle) = (CChar(UInt8(ascii: "V")), CChar(UInt8(ascii: "U")))
        dsyevd_(
            &job, &triangle, &order, matrix.base, &lead, values.base, work.base, &workCount, integers, &integerCount, &info)
        #endif
        return info == 0
    }
}
