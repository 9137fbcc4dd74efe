import Symbolic

/// Interpolation at the n Chebyshev points of the first kind on [−1, 1].
struct Chebyshev {
    let count: Int
    /// cos(π (k + ½)/n), from 1 down to −1.
    let nodes: [Double]
    /// Fejér's weights: the rule is exact for polynomials of degree below n.
    let weights: [Double]
    /// cos(π j (2k + 1)/(2n)), row j.
    private let cosines: [[Double]]

    init(count n: Int) {
        count = n
        // cos(π m/(2n)) for m < 4n, correctly rounded.
        let quarter = Evaluator([.call(.cos, [.divide(.multiply(.pi, .variable), .integer(Int128(2 * n)))])], precision: 128)
        let table = (0..<(4 * n)).map { quarter.values(at: Double($0))[0].midpoint }
        cosines = (0..<n).map { j in (0..<n).map { k in table[j * (2 * k + 1) % (4 * n)] } }
        nodes = (0..<n).map { table[2 * $0 + 1] }
        var weights = [Double](repeating: 0, count: n)
        for k in 0..<n {
            // ∫ Tⱼ = 2/(1 − j²) for even j, 0 for odd.
            var sum = 1.0
            for j in stride(from: 2, to: n, by: 2) { sum += 2 * cosines[j][k] / Double(1 - j * j) }
            weights[k] = 2 * sum / Double(n)
        }
        self.weights = weights
    }

    /// The coefficients of the interpolant Σ cⱼ Tⱼ.
    func coefficients(_ values: [Double]) -> [Double] {
        (0..<count).map { j in
            let sum = (0..<count).reduce(0.0) { $0 + values[$1] * cosines[j][$1] }
            return sum * (j == 0 ? 1 : 2) / Double(count)
        }
    }

    /// The coefficients of ∫ from −1 to t.
    static func integrated(_ c: [Double]) -> [Double] {
        func coefficient(_ j: Int) -> Double { j < c.count ? c[j] : 0 }
        var result = [0.0] + (1...c.count).map { j in ((j == 1 ? 2 : 1) * coefficient(j - 1) - coefficient(j + 1)) / Double(2 * j) }
        // The value at −1 is to be 0: Tⱼ(−1) = (−1)ʲ.
        result[0] = result.enumerated().dropFirst().reduce(0.0) { $0 - ($1.offset % 2 == 0 ? 1 : -1) * $1.element }
        return result
    }

    /// Clenshaw's recurrence.
    static func value(_ c: [Double], at t: Double) -> Double {
        var (b1, b2) = (0.0, 0.0)
        for coefficient in c.dropFirst().reversed() { (b1, b2) = (coefficient + 2 * t * b1 - b2, b1) }
        return (c.first ?? 0) + t * b1 - b2
    }

    /// The same polynomial in powers of t.
    static func powers(_ c: [Double]) -> [Double] {
        var result = [Double](repeating: 0, count: c.count)
        var (before, current): ([Double], [Double]) = ([1], [0, 1])
        for (j, coefficient) in c.enumerated() {
            let t = j == 0 ? before : current
            for (i, x) in t.enumerated() where x != 0 { result[i] += coefficient * x }
            if j == 0 { continue }
            var next = [0] + current.map { 2 * $0 }
            for (i, x) in before.enumerated() { next[i] -= x }
            (before, current) = (current, next)
        }
        return result
    }
}
