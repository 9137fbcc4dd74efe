import ActivationCore

/// One of Shampoo's matrices, S = Σ ∇∇ᵀ of a block of a gradient or its exponential average, of which the lower triangle is
/// kept, and the whole of (S + εI)^{−1/p}; row-major, [n, n].
final class SecondMoment<Scalar: ActivationScalar> {
    let order: Int
    let sum, root: AlignedBuffer<Scalar>

    init(order: Int) {
        self.order = order
        sum = AlignedBuffer(count: order * order)
        root = AlignedBuffer(count: order * order)
    }

    func reset() {
        sum.fill(0)
        root.fill(0)
    }

    /// S ← kept S + weight ∇∇ᵀ for a block ∇ [order, count], or weight ∇ᵀ∇ for one [count, order] if `transpose`.
    func add(
        _ gradient: UnsafePointer<Scalar>, stride: Int, count: Int, transpose: Bool, weight: Double, kept: Double
    ) {
        BLAS.addGram(
            transpose: transpose, n: order, k: count, alpha: weight, gradient, ld: stride, keeping: kept, into: sum.base,
            ld: order)
    }

    /// root ← (scale · S + εI)^{−1/p}, with p = 4 or 2. What rounding has put below 0 among the eigenvalues of S counts
    /// as 0.
    /// - Returns: whether it is finite.
    func setRoot(p: Int, epsilon: Double, scale: Double, _ eigen: SymmetricEigenvectors) -> Bool {
        Self.widen(sum.base, into: eigen.matrix.base, count: order * order, scale: scale)
        guard eigen.decompose(order: order) else { return false }
        let vectors = eigen.matrix
        for i in 0..<order {
            let value = max(eigen.values.base[i], 0) + epsilon
            guard value.isFinite else { return false }
            // Rows are scaled by λ^{−1/(2p)}, so that the product of the rows with themselves has λ^{−1/p}.
            let root = p == 4 ? value.squareRoot().squareRoot().squareRoot() : value.squareRoot().squareRoot()
            BLAS<Double>.scale(vectors.base + i * order, by: 1 / root, count: order)
        }
        BLAS<Double>.addGram(
            transpose: true, n: order, k: order, alpha: 1, vectors.base, ld: order, keeping: 0, into: eigen.product.base,
            ld: order)
        Self.narrow(eigen.product.base, into: root.base, count: order * order)
        BLAS.mirror(n: order, root.base, ld: order)
        return true
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func widen(
        _ x: UnsafePointer<Scalar>, into y: UnsafeMutablePointer<Double>, count: Int, scale: Double
    ) {
        for i in 0..<count { y[i] = scale * Double(x[i]) }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func narrow(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Scalar>, count: Int) {
        for i in 0..<count { y[i] = Scalar(x[i]) }
    }
}
