/// A seeded generator of random bits that gives the same sequence on every platform:
/// xoshiro256**, its state filled by SplitMix64 (Blackman and Vigna, "Scrambled linear pseudorandom
/// number generators", 2021). Not for cryptography.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: (UInt64, UInt64, UInt64, UInt64)

    /// Every seed is allowed, 0 too.
    public init(seed: UInt64) {
        var mixer = SplitMix64(state: seed)
        state = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
    }

    /// The four words of the state, from which the sequence goes on. All 0 would give 0 for ever.
    public var words: [UInt64] {
        get { [state.0, state.1, state.2, state.3] }
        set {
            precondition(newValue.count == 4, "the state has four words")
            state = (newValue[0], newValue[1], newValue[2], newValue[3])
        }
    }

    public mutating func next() -> UInt64 {
        let result = rotated(state.1 &* 5, by: 7) &* 9
        let shifted = state.1 << 17
        state.2 ^= state.0
        state.3 ^= state.1
        state.1 ^= state.2
        state.0 ^= state.3
        state.2 ^= shifted
        state.3 = rotated(state.3, by: 45)
        return result
    }

    /// A uniform number in [0, 1): a multiple of 2⁻⁵³.
    public mutating func nextUnit() -> Double {
        Double(next() >> 11) * 0x1p-53
    }

    /// A uniform number in [−bound, bound).
    public mutating func nextUniform(within bound: Double) -> Double {
        (2 * nextUnit() - 1) * bound
    }

    /// A uniform whole number in 0 ..< count, without bias (rejection).
    /// - Precondition: `count` > 0.
    public mutating func nextIndex(below count: Int) -> Int {
        let count = UInt64(count)
        let limit = UInt64.max - UInt64.max % count
        while true {
            let bits = next()
            if bits < limit { return Int(bits % count) }
        }
    }

    /// A uniformly random order of 0 ..< count (Fisher and Yates).
    public mutating func permutation(of count: Int) -> [Int] {
        var order = Array(0..<max(count, 0))
        for i in stride(from: order.count - 1, to: 0, by: -1) {
            order.swapAt(i, nextIndex(below: i + 1))
        }
        return order
    }

    private func rotated(_ x: UInt64, by k: UInt64) -> UInt64 {
        (x << k) | (x >> (64 - k))
    }
}

/// Steele, Lea and Flood's generator: turns any seed, however plain, into well-mixed state.
private struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
