import LocoProp
import Training

/// What a run is, before it begins.
enum TrainingSummary {
    static func text(_ loop: TrainingLoop, folder: RunFolder) -> String {
        let plan = loop.plan
        return Text.table(rows(loop) + [
            ["run", "\(folder.path); seed \(plan.seed), \(plan.threads) threads, batches of \(plan.batchSize)"]
        ])
    }

    /// Of data and network, and of how it is trained.
    static func rows(_ loop: TrainingLoop) -> [[String]] {
        let (plan, data) = (loop.plan, loop.data)
        let layers = loop.network.specification.layers.map { "\($0.width) \($0.activation)" }
        var examples = "\(Text.grouped(data.train.count)) training and \(Text.grouped(data.test.count)) test examples of \(data.train.shapeText)"
        if data.isSplitHere { examples += ", split by seed \(data.seed) (the data have no test part; test-fraction \(data.request.testFraction))" }
        if data.request.scaling != .none { examples += "; scaled: \(data.request.scaling.rawValue)" }
        if let floor = loop.floor {
            examples += "; floor of the loss \(Text.fixed(floor.train, 3)) and \(Text.fixed(floor.test, 3))"
        }
        return [
            ["data", "\(data.name): \(examples)"],
            ["network", "\(loop.network.specification.inputWidth) → \(layers.joined(separator: " → ")); \(Text.grouped(loop.network.specification.parameterCount)) parameters"],
            ["method", plan.method.text],
            ["optimizer", "\(plan.optimizer) at \(plan.learningRate), schedule \(plan.schedule)"],
        ]
    }
}
