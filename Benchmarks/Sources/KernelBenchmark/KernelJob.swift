import ActivationCore
import Activations
import Foundation

/// One kernel over arrays of one length.
struct KernelJob {
    enum Operation: String {
        case link, linkAndDerivative = "link_and_derivative", loss, memcpy
    }

    private let activation: (any Activation)?
    private let operation: Operation
    private let count: Int
    /// The width of a row of a coupled entry.
    private static let rowWidth = 1000

    init(entry: String, operation: String, count: Int) throws {
        guard let operation = Operation(rawValue: operation) else { throw Problem(text: "no operation '\(operation)'") }
        self.operation = operation
        self.count = count
        activation = operation == .memcpy ? nil : try ActivationRegistry.catalogue.make(entry)
        if activation is any CoupledActivation, operation != .link || count % Self.rowWidth != 0 {
            throw Problem(text: "of '\(entry)' only link, on rows of \(Self.rowWidth)")
        }
    }

    /// The median over some 40 ms, at least 5 and at most 2001 repetitions. Each thread has a share of the arrays.
    func medianNanoseconds(threads: Int) -> Double {
        // Whole rows of a coupled entry.
        let unit = activation is any CoupledActivation ? Self.rowWidth : 1
        let share = max(1, count / threads / unit) * unit
        let shares = (0..<threads).map { Share(of: activation, operation, count: share, seed: UInt64($0 + 1)) }
        let clock = ContinuousClock()
        func once() -> Double {
            let elapsed = clock.measure {
                if threads == 1 { shares[0].run() } else { DispatchQueue.concurrentPerform(iterations: threads) { shares[$0].run() } }
            }
            return Double(elapsed.components.seconds) * 1e9 + Double(elapsed.components.attoseconds) * 1e-9
        }
        let first = min(once(), once())
        let repetitions = min(2001, max(5, Int(4e7 / max(first, 1)))) | 1
        let times = (0..<repetitions).map { _ in once() }.sorted()
        return times[repetitions / 2] / Double(share * threads)
    }

    /// A thread's part of the arrays. Written once before it is timed, so that every page exists.
    private final class Share: @unchecked Sendable {
        private let activation: (any Activation)?
        private let operation: Operation
        private let targets: [Float]
        private let inputs: [Float]
        private var first: [Float]
        private var second: [Float]
        private var sum = 0.0

        init(of activation: (any Activation)?, _ operation: Operation, count: Int, seed: UInt64) {
            (self.activation, self.operation) = (activation, operation)
            var state = seed
            func next() -> Float {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(state >> 40) * 0x1p-24
            }
            let lower: Float = activation?.descriptor.domain.contains(-1) == false ? 0.1 : -4
            inputs = (0..<count).map { _ in lower + 8 * next() }
            targets = operation == .loss ? inputs.map { max(lower, $0 + next() - 0.5) } : []
            first = [Float](repeating: 0, count: count)
            second = operation == .linkAndDerivative ? first : []
        }

        func run() {
            // Taken out while they are written, so that nothing is copied.
            let (inputs, targets) = (self.inputs, self.targets)
            var one = first, two = second
            (first, second) = ([], [])
            defer { (first, second) = (one, two) }
            var firstSpan = one.mutableSpan
            switch (operation, activation) {
            case (.memcpy, _):
                firstSpan.withUnsafeMutableBytes { to in inputs.withUnsafeBytes { to.copyMemory(from: $0) } }
            case (.link, let f as any ElementwiseActivation): f.link(inputs.span, into: &firstSpan)
            case (.link, let f as any CoupledActivation):
                f.link(inputs.span, into: &firstSpan, rows: inputs.count / KernelJob.rowWidth)
            case (.linkAndDerivative, let f as any ElementwiseActivation):
                var secondSpan = two.mutableSpan
                f.linkAndDerivative(inputs.span, into: &firstSpan, &secondSpan)
            case (.loss, let f as any ElementwiseActivation):
                sum += f.matchingLossSum(estimates: inputs.span, targets: targets.span, gradient: &firstSpan)
            default: break
            }
        }
    }
}
