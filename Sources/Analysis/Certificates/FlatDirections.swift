import Symbolic

/// Directions v with J v = 0, for vectors of every length.
enum FlatDirections {
    /// Of J = Σₛ uₛ vₛᵀ without a diagonal part: every v with ⟨vₛ, v⟩ = 0 for all s, by normal forms; `nil` where J has a
    /// diagonal part. What else may be flat, the factors uₛ being 0 or cancelling, is not looked for.
    static func ofRankDeficient(_ jacobian: JacobianStructure, bounds: [Expression: RationalBounds]) -> [String]? {
        guard RationalForm.areEqual(jacobian.diagonal, .zero, bounds: bounds) == true else { return nil }
        var conditions: [String] = []
        for term in jacobian.terms where term.u != .zero && term.v != .zero {
            // A factor that is the same at all coordinates says nothing of the direction.
            let condition = term.v.containsVariable ? "sum(v * (\(term.v))) = 0" : "sum(v) = 0"
            if !conditions.contains(condition) { conditions.append(condition) }
        }
        return ["every v" + (conditions.isEmpty ? "" : " with " + conditions.joined(separator: " and "))]
    }
}

/// The directions in which the Jacobians of all vectors of one length are flat: the kernel of their sum, as they are
/// positive semidefinite.
struct CommonKernel {
    private var sums: [Int: [[Double]]] = [:]

    /// Far above the rounding of a sum of matrices of size 1, far below the eigenvalues of what is not flat.
    private static let tolerance = 0x1p-36

    /// - Parameter size: that of the largest term in the matrix; matrices of any size weigh the same.
    mutating func add(_ matrix: [[Double]], size: Double) {
        guard size > 0 else { return }
        let n = matrix.count
        var sum = sums[n] ?? Array(repeating: Array(repeating: 0, count: n), count: n)
        for i in 0..<n { for k in 0..<n { sum[i][k] += matrix[i][k] / size } }
        sums[n] = sum
    }

    /// For people: `1`, the vector of ones, and at the greatest length what there is besides it.
    func descriptions(isFlatAlongOnes: Bool) -> [String] {
        var result = isFlatAlongOnes ? ["1"] : []
        guard let n = sums.keys.max(), n > 1, let sum = sums[n] else { return result }
        let eigen = SymmetricEigenvalues(sum)
        let flat = eigen.values.indices.filter { eigen.values[$0] <= Self.tolerance * Double(n) }
        let further = flat.count - result.count
        // Of one direction besides the ones its coordinates mean something; of several any basis is as good.
        if further == 1, !isFlatAlongOnes, let k = flat.first {
            let direction = eigen.vectors.map { ($0[k] * 1e4).rounded() / 1e4 }
            result.append("[\(direction.map(text).joined(separator: ", "))] at \(n) coordinates, on the vectors looked at")
        } else if further > 0 {
            result.append("\(further) \(isFlatAlongOnes ? "further " : "")directions at \(n) coordinates, on the vectors looked at")
        }
        return result
    }
}
