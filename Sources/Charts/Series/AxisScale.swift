#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How values are laid out along an axis.
package enum AxisScale: Sendable, Equatable {
    case linear
    /// By powers of ten; values must be positive.
    case logarithmic

    /// Logarithmic where all values are positive and span at least a factor of `factor`.
    package static func fitting(_ values: some Sequence<Double>, factor: Double = 12) -> AxisScale {
        let finite = values.filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max(), low > 0, high / low >= factor else { return .linear }
        return .logarithmic
    }

    /// The place of a value on the drawn axis; NaN where it has none.
    func place(_ value: Double) -> Double {
        switch self {
        case .linear: value
        case .logarithmic: value > 0 ? log10(value) : .nan
        }
    }

    /// The part of the axis to show: the values with a little room around them.
    func range(of values: [Double]) -> ClosedRange<Double>? {
        let places = values.map(place).filter(\.isFinite)
        guard let low = places.min(), let high = places.max() else { return nil }
        let span = high - low
        // Values alike get an axis around them, wide enough for its ticks to differ in Double.
        guard span > 1e-9 * max(low.magnitude, high.magnitude, 1e-300) else {
            let room = max(low.magnitude * 0.1, self == .logarithmic ? 0.3 : 1e-3)
            return low - room...high + room
        }
        guard span.isFinite else { return low / 2...high / 2 }
        return low - 0.05 * span...high + 0.05 * span
    }

    /// Places and words of the ticks.
    func ticks(in range: ClosedRange<Double>, count: Int) -> [AxisTick] {
        guard self == .logarithmic else {
            return Ticks.values(in: range, count: count).map { AxisTick(place: $0, text: NumberText.tick($0)) }
        }
        let span = range.upperBound - range.lowerBound
        guard span < Double(count) else {
            // Whole powers of ten alone, with steps of several where there are many.
            return Ticks.values(in: range, count: count).filter { $0 == $0.rounded() }
                .map { AxisTick(place: $0, text: NumberText.tick(pow(10, $0))) }
        }
        let decades = Int(range.lowerBound.rounded(.down))...Int(range.upperBound.rounded(.down))
        for digits in [[1.0, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1, 3], [1]] {
            let values = decades.flatMap { decade in digits.map { $0 * pow(10, Double(decade)) } }
                .filter { range.contains(log10($0)) }
            if values.count <= count + 1, values.count > 1 {
                return values.map { AxisTick(place: log10($0), text: NumberText.tick(tidy($0))) }
            }
        }
        // Less than a decade between two such values: as on a linear axis.
        return Ticks.values(in: pow(10, range.lowerBound)...pow(10, range.upperBound), count: count)
            .filter { $0 > 0 }.map { AxisTick(place: log10($0), text: NumberText.tick($0)) }
    }

    /// Without what a power of ten computed in Double may leave behind.
    private func tidy(_ x: Double) -> Double {
        let scale = pow(10, (2 - log10(x)).rounded())
        let tidy = (x * scale).rounded() / scale
        return tidy.isFinite && tidy > 0 ? tidy : x
    }
}

/// A line of the grid and the word beside it.
package struct AxisTick: Sendable, Equatable {
    /// On the drawn axis.
    let place: Double
    let text: String
}
