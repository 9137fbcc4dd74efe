import ActivationCore
import Activations
import CActivationKernels
import CActivationSupport

/// One row of the table: a kernel, and the bit patterns it is run at.
struct Measurement: Sendable {
    let ordinal: Int
    let activation: any ElementwiseActivation
    let quantity: KernelQuantity
    /// From one bit pattern to the next.
    let stride: Int

    /// What was found at some of the patterns.
    struct Result: Sendable {
        var accuracy: KernelAccuracy
        /// The inputs at which the instruction sets with fused multiply-adds gave different bits.
        var differing: Int

        func merged(with other: Result) -> Result {
            Result(accuracy: accuracy.merged(with: other.accuracy), differing: differing + other.differing)
        }
    }

    /// The patterns are cut into this many pieces, which threads take in turn.
    static let pieces = 256

    func result(piece: Int) -> Result {
        let first = UInt64(piece) << 24, last = first + (1 << 24) - 1
        let step = UInt64(stride)
        let start = (first + step - 1) / step * step
        // Of none of the patterns where the stride is longer than the piece.
        guard start <= last else { return Result(accuracy: activation.accuracy(of: quantity, first: 1, last: 0), differing: 0) }
        let maps = Self.variants.map(map)
        var worst = activation.accuracy(of: quantity, first: UInt32(start), last: UInt32(last), stride: stride)
        for map in maps.compactMap({ $0 }) {
            let found = activation.accuracy(of: quantity, first: UInt32(start), last: UInt32(last), stride: stride, kernel: map)
            if found.ulps > worst.ulps { worst = found }
        }
        return Result(accuracy: worst, differing: differing(maps, from: start, to: last))
    }

    private static let variants = [ACTIVATION_BASELINE, ACTIVATION_X86_64_V3, ACTIVATION_X86_64_V4]

    /// The kernel of an instruction set that the processor can run.
    private func map(_ variant: Int) -> activation_map? {
        guard let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), Int32(variant)) else { return nil }
        // The inverse is the same double routine for all.
        return quantity == .inverse ? nil : quantity.map(table.pointee)
    }

    /// Compares the bits of the two instruction sets with fused multiply-adds; one nan is as good as another.
    private func differing(_ maps: [activation_map?], from start: UInt64, to last: UInt64) -> Int {
        guard let v3 = maps[1], let v4 = maps[2] else { return 0 }
        let parameters = activation.parameterValues
        let size = 4096
        var inputs = [Float](repeating: 0, count: size), expected = inputs, values = inputs
        var differing = 0
        var next = start
        while next <= last {
            var count = 0
            while count < size, next <= last {
                inputs[count] = Float(bitPattern: UInt32(next))
                count += 1
                next += UInt64(stride)
            }
            v4(inputs, &expected, 1, count, parameters)
            v3(inputs, &values, 1, count, parameters)
            for i in 0..<count where values[i].bitPattern != expected[i].bitPattern {
                if !(values[i].isNaN && expected[i].isNaN) { differing += 1 }
            }
        }
        return differing
    }

    /// Nanoseconds an input, from a first look: near 1, where links do their work.
    func pace(_ clock: ContinuousClock) -> Double {
        func look() -> Duration {
            clock.measure { _ = activation.accuracy(of: quantity, first: 0x3e00_0000, last: 0x4000_0000, stride: 40_009) }
        }
        // The first touches code and memory for the first time.
        let elapsed = (0..<3).map { _ in look() }.min() ?? .zero
        return Double(elapsed.components.attoseconds) * 1e-9 / Double((0x4000_0000 - 0x3e00_0000) / 40_009)
    }
}
