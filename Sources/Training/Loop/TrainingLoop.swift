import ActivationCore
import LocoProp

/// A training run: epochs of full batches in a fresh order each, both sets evaluated after each, all of it
/// kept in a ``RunFolder``.
///
/// It belongs to one task at a time.
public final class TrainingLoop {
    public let plan: TrainingPlan
    public let data: Dataset
    /// The least loss that any network can have on the two sets; `nil` unless images are rebuilt under
    /// sigmoid cross entropy.
    public let floor: (train: Double, test: Double)?
    package let trainer: Trainer<Float>
    private var train: Examples
    private var test: Examples
    private let order: BatchOrder

    /// How far a run came.
    public enum Outcome: Sendable, Equatable {
        case finished
        /// Stopped in `epoch` (from 1), after `step` steps of it. The weights then are in the folder.
        case stopped(epoch: Int, step: Int)
    }

    /// What happens during a run.
    public enum Event: Sendable {
        /// After a step; both counted from 1. `loss` is that of the batch before it.
        case step(epoch: Int, step: Int, of: Int, loss: Double)
        /// Both sets are about to be evaluated.
        case evaluating(epoch: Int)
        case epoch(EpochRecord)
    }

    /// Resolves the plan, and takes all memory that training needs.
    /// - Throws: ``PlanError``, ``ActivationError``, ``LocoPropError``: all that can be wrong with the plan.
    public init(_ plan: TrainingPlan, data: Dataset) throws {
        try plan.check(for: data)
        let specification = try plan.specification()
        self.plan = plan
        self.data = data
        trainer = try Trainer(
            network: Network(specification, seed: plan.seed), loss: plan.loss, method: plan.method,
            optimizer: plan.optimizer, batchSize: plan.batchSize, threads: plan.threads)
        floor = try plan.loss.floor(of: data)
        order = BatchOrder(count: data.train.count, batchSize: plan.batchSize, seed: plan.seed)
        let outputs = specification.outputWidth
        train = Examples(data.train, loss: plan.loss, outputs: outputs, batchSize: plan.batchSize)
        test = Examples(data.test, loss: plan.loss, outputs: outputs, batchSize: plan.batchSize)
    }

    public var network: Network<Float> { trainer.network }

    /// Trains.
    ///
    /// `weights.safetensors` is written before the first step, after epochs whose losses are finite (once a
    /// second at most), and at the end, when stopped and on failure: then it holds the last good weights.
    /// - Parameters:
    ///   - shouldStop: asked before every step and every batch of an evaluation.
    /// - Throws: ``TrainingFailure`` for a step or an evaluation that is not finite, ``FileError``.
    public func run(
        in folder: RunFolder, shouldStop: () -> Bool = { false }, report: (Event) -> Void = { _ in }
    ) throws -> Outcome {
        try folder.write(configuration: configuration)
        var keeper = WeightsKeeper(folder)
        try keeper.keep(saved(epoch: 0, step: 0), now: true)
        for epoch in 1...plan.epochs {
            let rate = plan.learningRate * plan.schedule.factor(epoch: epoch - 1, epochs: plan.epochs)
            var tally = EpochTally()
            let steps = order.batchesPerEpoch
            let permutation = order.permutation(epoch: epoch)
            for step in 1...steps {
                if shouldStop() { return try stop(&keeper, epoch: epoch, step: step - 1) }
                let batch = permutation[(step - 1) * plan.batchSize..<step * plan.batchSize]
                let loss = try guarding(epoch: epoch, step: step, &keeper) {
                    try tally.timing { try train.withBatch(batch) { try trainer.step(inputs: $0, targets: $1, learningRate: rate) } }
                }
                report(.step(epoch: epoch, step: step, of: steps, loss: loss))
            }
            report(.evaluating(epoch: epoch))
            let evaluations = try guarding(epoch: epoch, step: nil, &keeper) { () -> (Evaluation, Evaluation)? in
                guard let train = try train.evaluate(trainer, shouldStop: shouldStop),
                    let test = try test.evaluate(trainer, shouldStop: shouldStop)
                else { return nil }
                return (train, test)
            }
            guard let (trainResult, testResult) = evaluations else {
                return try stop(&keeper, epoch: epoch, step: steps)
            }
            let record = EpochRecord(
                epoch: epoch, train: trainResult, test: testResult,
                trainExcess: floor.map { trainResult.loss - $0.train },
                testExcess: floor.map { testResult.loss - $0.test },
                batchLoss: tally.meanLoss, learningRate: rate, steps: steps, seconds: tally.seconds,
                learned: LearnedActivation.all(of: network))
            try keeper.keep(saved(epoch: epoch, step: steps), now: epoch == plan.epochs)
            try folder.append(metrics: record.json)
            report(.epoch(record))
        }
        return .finished
    }

    private func stop(_ keeper: inout WeightsKeeper, epoch: Int, step: Int) throws -> Outcome {
        try keeper.keep(saved(epoch: epoch, step: step), now: true)
        return .stopped(epoch: epoch, step: step)
    }

    private func saved(epoch: Int, step: Int) -> Safetensors {
        let notes = [
            ("recipe", plan.recipe), ("data", data.name), ("method", plan.method.text),
            ("optimizer", plan.optimizer.description), ("data_seed", "\(data.seed)"), ("seed", "\(plan.seed)"),
            ("epoch", "\(epoch)"), ("steps_of_epoch", "\(step)"),
        ]
        return SavedNetwork(network: network, loss: plan.loss, notes: notes.map { (name: $0.0, text: $0.1) }).safetensors
    }

    /// Turns a step or an evaluation that is not finite into the run's failure.
    private func guarding<Result>(
        epoch: Int, step: Int?, _ keeper: inout WeightsKeeper, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as LocoPropError {
            try keeper.finish()
            throw TrainingFailure(epoch: epoch, step: step, reason: error, weights: keeper.folder.weightsFile)
        }
    }
}

/// Keeps the last good weights: in memory always, in the run's folder once a second at most, because epochs of
/// small networks last milliseconds.
private struct WeightsKeeper {
    let folder: RunFolder
    private let clock = ContinuousClock()
    private var lastWrite: ContinuousClock.Instant?
    private var unwritten: Safetensors?

    init(_ folder: RunFolder) { self.folder = folder }

    /// - Parameter now: whether they must be on the disk before this returns.
    mutating func keep(_ weights: Safetensors, now: Bool) throws {
        unwritten = weights
        if now { return try finish() }
        if let lastWrite, clock.now - lastWrite < .seconds(1) { return }
        try write(durably: false)
    }

    mutating func finish() throws { try write(durably: true) }

    private mutating func write(durably: Bool) throws {
        guard let weights = unwritten else { return }
        try folder.write(weights: weights, durably: durably)
        unwritten = nil
        lastWrite = clock.now
    }
}

/// Sums over the steps of an epoch.
private struct EpochTally {
    private var lossSum = 0.0
    private var steps = 0
    private var time = Duration.zero

    mutating func timing(_ step: () throws -> Double) rethrows -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        let loss = try step()
        time += clock.now - start
        lossSum += loss
        steps += 1
        return loss
    }

    var meanLoss: Double { lossSum / Double(steps) }
    var seconds: Double { time / .seconds(1) }
}
