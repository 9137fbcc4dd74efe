#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Where a search for a number above 0 looks next, on the grid start · 10^(k/4), k a whole number.
///
/// It begins with k = 0, −2 and 2. While the best is at an end it goes two steps further there, and else to the steps
/// beside the best, first on the side of the better neighbour. With the same losses it goes the same way.
package struct GridSearch: Sendable {
    package let start: Double
    /// The most values that are tried.
    package let trials: Int
    /// By k; infinite where training diverged.
    package private(set) var losses: [Int: Double] = [:]

    package init(start: Double, trials: Int) { (self.start, self.trials) = (start, trials) }

    /// The value at a step, with three digits but for the start itself.
    package func value(_ k: Int) -> Double {
        guard k != 0 else { return start }
        let value = start * pow(10, Double(k) / 4)
        let scale = pow(10, (2 - log10(value)).rounded(.down) + 1)
        let tidy = (value * scale).rounded() / scale
        return tidy > 0 && tidy.isFinite ? tidy : value
    }

    package mutating func take(_ loss: Double, at k: Int) { losses[k] = loss.isNaN ? .infinity : loss }

    /// The best first; of equals, the nearer to the start.
    package var ranking: [Int] {
        losses.keys.sorted { a, b in
            let (x, y) = (losses[a] ?? .infinity, losses[b] ?? .infinity)
            return x != y ? x < y : a.magnitude != b.magnitude ? a.magnitude < b.magnitude : a < b
        }
    }

    /// `nil` where there is nothing more to try, or the trials are used up.
    package var next: Int? {
        if let first = [0, -2, 2].prefix(trials).first(where: { losses[$0] == nil }) { return first }
        guard losses.count < trials, let best = ranking.first, let low = losses.keys.min(), let high = losses.keys.max()
        else { return nil }
        let further: Int?
        if losses[best] == .infinity {
            // Everything diverged: far smaller ones.
            further = low - 4
        } else if best == low {
            further = low - 2
        } else if best == high {
            further = high + 2
        } else {
            let below = losses[losses.keys.filter { $0 < best }.max() ?? best] ?? .infinity
            let above = losses[losses.keys.filter { $0 > best }.min() ?? best] ?? .infinity
            further = (below <= above ? [best - 1, best + 1] : [best + 1, best - 1]).first { losses[$0] == nil }
        }
        return further.flatMap { value($0) > 1e-30 && value($0) < 1e30 ? $0 : nil }
    }

    /// Whether a step is the least or the largest that was tried.
    package func isEnd(_ k: Int) -> Bool { k == losses.keys.min() || k == losses.keys.max() }
}
