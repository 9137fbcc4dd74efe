import Catalogue

/// Values of the parameters at which an entry is looked at.
package enum ParameterSamples {
    /// The most combinations of values that are looked at.
    static let limit = 24

    /// The defaults first; then every parameter through its range, the others at their defaults; then the
    /// corners of closed ends, and seeded combinations.
    package static func combinations(of parameters: [CatalogueParameter]) -> [[Double]] {
        let defaults = parameters.map(\.defaultValue)
        guard !parameters.isEmpty else { return [[]] }
        var result = [defaults]
        func add(_ values: [Double]) {
            if result.count < limit, !result.contains(values) { result.append(values) }
        }
        let ranges = parameters.map { values(in: $0.domain) }
        // In turn, so that with many parameters each gets its most telling values, which come first.
        for place in 0..<(ranges.map(\.count).max() ?? 0) {
            for (i, range) in ranges.enumerated() where place < range.count {
                var values = defaults
                values[i] = range[place]
                add(values)
            }
        }
        if parameters.count > 1 {
            var random = SeededRandom(seed: 0xA11)
            for side in [0, 1] {
                add(zip(parameters, defaults).map { closedEnds($0.domain).dropFirst(side).first ?? $1 })
            }
            for _ in 0..<12 { add(ranges.map { $0.randomElement(using: &random) ?? 0 }) }
        }
        return result
    }

    static func closedEnds(_ domain: Interval) -> [Double] {
        (domain.includesLower ? [domain.lower] : []) + (domain.includesUpper ? [domain.upper] : [])
    }

    private static func values(in domain: Interval) -> [Double] {
        let (low, high) = (domain.lower, domain.upper)
        let offsets = [0x1p-10, 0.125, 0.75, 3, 100, 10_000]
        let inner: [Double] =
            switch (low.isFinite, high.isFinite) {
            case (true, true): [0x1p-10, 0.25, 0.5, 0.75, 1 - 0x1p-10].map { low + (high - low) * $0 }
            case (true, false): offsets.map { low + $0 }
            case (false, true): offsets.map { high - $0 }
            case (false, false): [0, -1, 1, 0.125, -0.125, 8, -8, 10_000, -10_000]
            }
        return closedEnds(domain) + inner.filter(domain.contains)
    }
}

/// SplitMix64, so that every build looks at the same points.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A uniform number in [0, 1) with 20 bits: short to print, exact to scale.
    mutating func unit() -> Double { Double(next() >> 44) * 0x1p-20 }
}
