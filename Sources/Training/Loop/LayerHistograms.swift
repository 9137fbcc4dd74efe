import Interchange
import LocoProp

/// Histograms of a network's layers, for TensorBoard. Layers are counted from 1.
enum LayerHistograms {
    /// As many examples as say how a layer's outputs are spread.
    private static let examples = 1000

    /// Those that were chosen: of weights and biases, and of the outputs for the first examples of a set.
    static func all(
        of trainer: Trainer<Float>, _ choice: HistogramChoice, on set: ExampleSet
    ) throws -> [(tag: String, value: TensorBoardHistogram)] {
        var numbers: [(tag: String, values: [Float])] = []
        if choice.hasWeights {
            for (index, layer) in trainer.network.layers.enumerated() {
                numbers += [("weights/layer \(index + 1)", layer.weights), ("biases/layer \(index + 1)", layer.biases)]
            }
        }
        if choice.hasActivations {
            let rows = min(examples, trainer.batchSize, set.count)
            var inputs = [Float](repeating: 0, count: rows * set.width)
            try inputs.withUnsafeMutableBufferPointer { try set.copyExamples(0..<rows, into: $0) }
            for (index, outputs) in try trainer.layerOutputs(inputs: inputs).enumerated() {
                numbers.append(("outputs/layer \(index + 1)", outputs))
            }
        }
        return numbers.compactMap { tag, values in
            values.withUnsafeBufferPointer { TensorBoardHistogram(of: $0) }.map { (tag, $0) }
        }
    }
}
