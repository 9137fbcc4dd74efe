#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ExampleSet {
    /// The least cross entropy that any reconstruction of these examples can have, in nats an example:
    /// −(1/n) Σ p log p + (1 − p) log(1 − p) over all values p, with 0 log 0 = 0.
    ///
    /// Grey pixels are the reason that it is not 0: Fashion-MNIST has 188.281 (train) and 189.858 (test).
    /// - Throws: ``DataError``, for a file that cannot be read any more.
    public func entropyFloor() throws -> Double {
        var total = 0.0
        if case .bytes(let bytes, let unit) = storage, scale == nil {
            var histogram = [Int](repeating: 0, count: 256)
            if let selection {
                for place in selection {
                    for byte in bytes[place * width..<(place + 1) * width] { histogram[Int(byte)] += 1 }
                }
            } else {
                for byte in bytes { histogram[Int(byte)] += 1 }
            }
            total = histogram.enumerated().reduce(0) { $0 + Double($1.element) * entropy(Double($1.offset) / Double(unit)) }
        } else {
            try forEachBlock { _, values in total = values.reduce(total) { $0 + entropy(Double($1)) } }
        }
        return total / Double(count)
    }
}

private func entropy(_ p: Double) -> Double {
    p <= 0 || p >= 1 ? 0 : -(p * log(p) + (1 - p) * log1p(-p))
}
