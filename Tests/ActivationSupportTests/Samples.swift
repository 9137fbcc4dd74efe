/// Marsaglia's xorshift64*: the same points on every platform.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 2_685_821_657_736_338_717
    }

    /// Uniform on [0, 1).
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// Where to look: both infinities, nan, zeros, the ends of the format, a dyadic grid over all of
/// it with the neighbours, and random points: over `domain`, near 0, near its ends, and of any
/// exponent and sign (outside a function's domain, too: there nan is due).
func samples<T: BinaryFloatingPoint>(_: T.Type, domain: ClosedRange<Double>, seed: UInt64) -> [T] {
    var points: [T] = [0, -0.0, .infinity, -.infinity, .nan]
    var generator = SeededGenerator(seed: seed)

    let lowest = Int(T.leastNonzeroMagnitude.exponent), highest = Int(T.greatestFiniteMagnitude.exponent)
    for exponent in lowest...highest where abs(exponent) <= 40 || exponent % 24 == 0 || exponent == lowest || exponent == highest {
        let power = T(sign: .plus, exponent: T.Exponent(exponent), significand: 1)
        for magnitude in [power, power.nextDown, power.nextUp, power * 1.5] {
            points += [magnitude, -magnitude]
        }
    }
    points += [.greatestFiniteMagnitude, -.greatestFiniteMagnitude]

    let width = domain.upperBound - domain.lowerBound
    let inner = max(domain.lowerBound, -4)...min(domain.upperBound, 4)
    for _ in 0..<300 {
        points.append(T(domain.lowerBound + width * generator.unit()))
        points.append(T(inner.lowerBound + (inner.upperBound - inner.lowerBound) * generator.unit()))
        let distance = width * T.leastNormalMagnitude.exponentFraction(generator.unit())
        points.append(T(domain.lowerBound + distance))
        points.append(T(domain.upperBound - distance))
        let exponent = lowest + Int(generator.next() % UInt64(highest - lowest + 1))
        let significand = T(1 + generator.unit())
        let any = T(sign: .plus, exponent: T.Exponent(exponent), significand: significand)
        points.append(generator.next() & 1 == 0 ? any : -any)
    }
    return points
}

extension BinaryFloatingPoint {
    /// 2 to the power of `fraction` times this number's exponent, as a double.
    fileprivate func exponentFraction(_ fraction: Double) -> Double {
        let exponent = Double(Int(self.exponent)) * fraction
        let whole = exponent.rounded(.down)
        return Double(sign: .plus, exponent: Int(whole), significand: 1 + (exponent - whole))
    }
}
