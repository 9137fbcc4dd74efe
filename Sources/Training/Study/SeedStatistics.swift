#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What is said of the values of several seeds.
package struct SeedStatistics: Sendable, Equatable {
    package let count: Int
    package let mean: Double
    package let median: Double
    package let least: Double
    package let most: Double
    /// Half the width of the 95 % confidence interval of the mean, by Student's t with count − 1 degrees of freedom;
    /// `nil` for a single value, of which nothing is known.
    package let halfWidth: Double?

    /// - Returns: `nil` without a value, or if one is not finite.
    package init?(_ values: [Double]) {
        guard !values.isEmpty, values.allSatisfy(\.isFinite) else { return nil }
        let sorted = values.sorted()
        let n = Double(values.count)
        count = values.count
        least = sorted[0]
        most = sorted[sorted.count - 1]
        median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        // About the least value, so that no digits are lost.
        mean = least + sorted.reduce(0) { $0 + ($1 - sorted[0]) } / n
        let mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        halfWidth = values.count > 1 ? Self.student(values.count - 1) * (squares / (n - 1) / n).squareRoot() : nil
    }

    /// The 97.5 % point of Student's distribution.
    static func student(_ degrees: Int) -> Double {
        let table = [
            12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
            2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
        ]
        guard degrees > table.count else { return table[max(degrees, 1) - 1] }
        // Cornish and Fisher's expansion about the normal point, good to 1e-4 from here on.
        let (z, n) = (1.959964, Double(degrees))
        return z + (z * z * z + z) / (4 * n) + (5 * pow(z, 5) + 16 * z * z * z + 3 * z) / (96 * n * n)
    }
}
