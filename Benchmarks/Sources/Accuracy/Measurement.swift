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
        /// The inputs at which some instruction set gave other bits than the best.
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
        let accuracy = activation.accuracy(of: quantity, first: UInt32(start), last: UInt32(last), stride: stride)
        return Result(accuracy: accuracy, differing: differing(from: start, to: last))
    }

    /// Runs every variant that the processor can run, and compares bits; one nan is as good as another.
    private func differing(from start: UInt64, to last: UInt64) -> Int {
        let tables = (0..<Int32(ACTIVATION_VARIANTS)).compactMap {
            CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), $0)
        }
        let maps = tables.compactMap { table -> activation_map? in
            switch quantity {
            case .link: table.pointee.link
            case .derivative: table.pointee.derivative
            case .integral: table.pointee.integral
            // The same double routine for all.
            case .inverse: nil
            }
        }
        guard let best = maps.last, maps.count > 1 else { return 0 }
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
            best(inputs, &expected, 1, count, parameters)
            for map in maps.dropLast() {
                map(inputs, &values, 1, count, parameters)
                for i in 0..<count where values[i].bitPattern != expected[i].bitPattern {
                    if !(values[i].isNaN && expected[i].isNaN) { differing += 1 }
                }
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
