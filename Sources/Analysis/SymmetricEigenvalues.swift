/// The eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.
struct SymmetricEigenvalues {
    private(set) var values: [Double]
    /// Column k belongs to value k.
    private(set) var vectors: [[Double]]

    init(_ matrix: [[Double]]) {
        let n = matrix.count
        var a = matrix
        var v = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
        // A sweep squares the off-diagonal part; 30 sweeps are far more than Doubles can use.
        for _ in 0..<30 {
            for p in 0..<n {
                for q in (p + 1)..<Swift.max(n, p + 1) where a[p][q] != 0 {
                    let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
                    let sign = theta < 0 ? -1.0 : 1.0
                    let t = theta.magnitude > 1e150 ? 0.5 / theta : sign / (theta.magnitude + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    for k in 0..<n { (a[k][p], a[k][q]) = (c * a[k][p] - s * a[k][q], s * a[k][p] + c * a[k][q]) }
                    for k in 0..<n { (a[p][k], a[q][k]) = (c * a[p][k] - s * a[q][k], s * a[p][k] + c * a[q][k]) }
                    for k in 0..<n { (v[k][p], v[k][q]) = (c * v[k][p] - s * v[k][q], s * v[k][p] + c * v[k][q]) }
                }
            }
        }
        values = (0..<n).map { a[$0][$0] }
        vectors = v
    }

    /// The least eigenvalue and its direction.
    var least: (value: Double, direction: [Double])? {
        guard let k = values.indices.min(by: { values[$0] < values[$1] }) else { return nil }
        return (values[k], vectors.map { $0[k] })
    }
}
