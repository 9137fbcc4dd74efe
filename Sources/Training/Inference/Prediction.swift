import ActivationCore
import LocoProp

/// A saved network at work on examples, batch by batch.
public final class Prediction {
    public let saved: SavedNetwork
    private let trainer: Trainer<Float>

    /// - Parameters:
    ///   - saved: the network.
    ///   - batchSize: the most examples at a time.
    ///   - threads: as of `Trainer`.
    /// - Throws: `LocoPropError`.
    public init(_ saved: SavedNetwork, batchSize: Int = 1000, threads: Int? = nil) throws {
        self.saved = saved
        // Only its forward pass runs.
        trainer = try Trainer(
            network: saved.network, loss: saved.loss, method: .backProp, optimizer: Optimizer(.sgd),
            batchSize: min(batchSize, Trainer<Float>.largestBatchSize(for: saved.network.specification, method: .backProp)),
            threads: threads)
    }

    /// Whether the network's outputs stand for its inputs again.
    public var rebuildsInputs: Bool {
        let specification = saved.network.specification
        return saved.loss != .softmaxCrossEntropy && specification.inputWidth == specification.outputWidth
    }

    /// Calls `body` with the inputs [rows, in] and outputs [rows, out] of these examples of a set, in their order, at most
    /// a batch at a time.
    /// - Throws: ``PlanError`` if the examples have another width than the network, `LocoPropError`, ``DataError``,
    ///   and what `body` throws.
    package func run(
        on set: ExampleSet, _ indices: [Int]? = nil, of data: String,
        _ body: (_ inputs: UnsafeBufferPointer<Float>, _ outputs: [Float]) throws -> Void
    ) throws {
        let width = saved.network.specification.inputWidth
        guard set.width == width else { throw PlanError.inputWidth(network: width, data: data, width: set.width) }
        let count = indices?.count ?? set.count
        var inputs = [Float](repeating: 0, count: min(trainer.batchSize, count) * width)
        for start in stride(from: 0, to: count, by: trainer.batchSize) {
            let rows = start..<min(start + trainer.batchSize, count)
            try inputs.withUnsafeMutableBufferPointer { inputs in
                if let indices { try set.copyExamples(indices[rows], into: inputs) } else { try set.copyExamples(rows, into: inputs) }
                let batch = UnsafeBufferPointer(rebasing: inputs[..<(rows.count * width)])
                try body(batch, try trainer.outputs(inputs: Array(batch)))
            }
        }
    }

    /// The class with the largest output of each row of `outputs`, the first of equals.
    package func classes(_ outputs: [Float]) -> [Int32] {
        let width = saved.network.specification.outputWidth
        return (0..<outputs.count / width).map { row in
            let scores = outputs[row * width..<(row + 1) * width]
            let best = scores.indices.max { scores[$0] < scores[$1] }  // an output at least
            return Int32(best! - scores.startIndex)
        }
    }
}
