import LocoProp

/// How well a network does on a whole set.
public struct Evaluation: Sendable, Equatable {
    /// Averaged over the set.
    public let loss: Double
    /// The share of labels whose class has the largest output; `nil` where inputs are rebuilt.
    public let accuracy: Double?
    /// By layer, the share of saturated units over the set (`Trainer/saturations()`); empty where it was not measured.
    public let saturation: [Double]

    package init(loss: Double, accuracy: Double?, saturation: [Double] = []) {
        self.loss = loss
        self.accuracy = accuracy
        self.saturation = saturation
    }
}

/// Feeds a set of examples to a trainer, batch by batch: inputs, and as targets the inputs again or the labels.
package struct Examples {
    package let set: ExampleSet
    /// The number of classes where labels are learnt.
    private let classes: Int?
    private var inputs: [Float]
    private var targets: [Float]

    package init(_ set: ExampleSet, loss: FinalLoss, outputs: Int, batchSize: Int) {
        self.set = set
        classes = loss == .softmaxCrossEntropy ? outputs : nil
        let batch = min(batchSize, set.count)
        inputs = [Float](repeating: 0, count: batch * set.width)
        targets = classes == nil ? [] : [Float](repeating: 0, count: batch * outputs)
    }

    /// Calls `body` with the inputs [rows, in] and targets [rows, out] of these examples, at most a batch.
    package mutating func withBatch<Result>(
        _ indices: some Collection<Int>,
        _ body: (UnsafeBufferPointer<Float>, UnsafeBufferPointer<Float>) throws -> Result
    ) throws -> Result {
        let (set, classes, rows) = (self.set, self.classes, indices.count)
        return try inputs.withUnsafeMutableBufferPointer { inputs in
            try set.copyExamples(indices, into: inputs)
            let examples = UnsafeBufferPointer(rebasing: inputs[..<(rows * set.width)])
            guard let classes else { return try body(examples, examples) }
            return try targets.withUnsafeMutableBufferPointer { targets in
                set.copyLabels(indices, classes: classes, into: targets)
                return try body(examples, UnsafeBufferPointer(rebasing: targets[..<(rows * classes)]))
            }
        }
    }

    /// The trainer's network on the whole set.
    /// - Parameters:
    ///   - trainer: has the network, and room for a batch.
    ///   - measuresSaturation: whether to count saturated units, too: a pass over each layer's pre-activations.
    ///   - shouldStop: asked before each batch.
    /// - Returns: `nil` if it was stopped.
    /// - Throws: `LocoPropError`, ``DataError``.
    package mutating func evaluate(
        _ trainer: Trainer<Float>, measuresSaturation: Bool = false, shouldStop: () -> Bool
    ) throws -> Evaluation? {
        var (sum, right) = (0.0, 0)
        var saturated: [Double] = []
        for start in stride(from: 0, to: set.count, by: trainer.batchSize) {
            if shouldStop() { return nil }
            let indices = start..<min(start + trainer.batchSize, set.count)
            sum += try withBatch(indices) { inputs, targets in
                try trainer.loss(inputs: inputs, targets: targets) * Double(indices.count)
            }
            if measuresSaturation {
                let shares = trainer.saturations().map { $0 * Double(indices.count) }
                saturated = saturated.isEmpty ? shares : zip(saturated, shares).map(+)
            }
            if let labels = set.labels, let classes {
                let outputs = try withBatch(indices) { inputs, _ in try trainer.outputs(inputs: Array(inputs)) }
                for (row, index) in indices.enumerated() {
                    let scores = outputs[row * classes..<(row + 1) * classes]
                    let best = scores.indices.max { scores[$0] < scores[$1] }
                    if best == scores.startIndex + Int(labels[index]) { right += 1 }
                }
            }
        }
        return Evaluation(
            loss: sum / Double(set.count), accuracy: classes == nil ? nil : Double(right) / Double(set.count),
            saturation: saturated.map { $0 / Double(set.count) })
    }

    /// The trainer's network on the whole set.
    /// - Throws: `LocoPropError`.
    package mutating func evaluate(_ trainer: Trainer<Float>) throws -> Evaluation {
        // Only a stop has no result, and this never stops.
        try evaluate(trainer, shouldStop: { false })!
    }
}
