import ActivationCore
import LocoProp

/// A training run: epochs of full batches in a fresh order each, both sets evaluated after each, all of it
/// kept in a ``RunFolder``.
///
/// It belongs to one task at a time.
public final class TrainingLoop {
    public let plan: TrainingPlan
    /// Without what is held out for validation.
    public let data: Dataset
    /// The least loss that any network can have on the two sets; `nil` unless images are rebuilt under
    /// sigmoid cross entropy.
    public let floor: (train: Double, test: Double)?
    package let trainer: Trainer<Float>
    var train: Examples
    var test: Examples
    /// What is held out of training; `nil` for nothing.
    var validation: Examples?
    let order: BatchOrder
    /// The last epoch with a better loss, where the run ended before its last epoch because none was better since.
    public private(set) var lastImprovement: Int?

    /// How far a run came.
    public enum Outcome: Sendable, Equatable {
        case finished
        /// Stopped in `epoch` (from 1), after `step` steps of it. The state then is in the folder.
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
    /// - Throws: ``PlanError``, `ActivationError`, `LocoPropError`: all that can be wrong with the plan; ``DataError``
    ///   for data that are no targets of its loss.
    public init(_ plan: TrainingPlan, data: Dataset) throws {
        try plan.check(for: data)
        let specification = try plan.specification()
        let (data, held) = try data.holdingOut(plan.validation, seed: plan.seed)
        self.plan = plan
        self.data = data
        trainer = try Trainer(
            network: Network(specification, seed: plan.seed), loss: plan.loss, method: plan.method,
            optimizer: plan.optimizer, decay: plan.decay, clip: plan.clip, batchSize: plan.batchSize,
            threads: plan.threads, seed: plan.seed)
        try data.checkTargets(for: plan.loss)
        floor = try plan.loss.floor(of: data)
        order = BatchOrder(count: data.train.count, batchSize: plan.batchSize, seed: plan.seed)
        let outputs = specification.outputWidth
        train = Examples(data.train, loss: plan.loss, outputs: outputs, batchSize: plan.batchSize)
        test = Examples(data.test, loss: plan.loss, outputs: outputs, batchSize: plan.batchSize)
        validation = held.map { Examples($0, loss: plan.loss, outputs: outputs, batchSize: plan.batchSize) }
    }

    public var network: Network<Float> { trainer.network }

    /// Trains, from the start or from where a checkpoint is.
    ///
    /// `checkpoints/last.safetensors` is written before the first step, after every epoch, within epochs so often that
    /// `checkpointSeconds` of work are the most that a killed process loses, and when stopped;
    /// `checkpoints/best.safetensors` after each epoch whose validation loss, or without a validation set test loss, is the
    /// least so far.
    /// - Parameters:
    ///   - folder: where the run is kept.
    ///   - checkpoint: of a run of the same plan and data: the weights that come out have the same bits as if the run
    ///     had not been interrupted.
    ///   - checkpointSeconds: 0 writes one after each step.
    ///   - shouldStop: asked before every step and every batch of an evaluation.
    ///   - report: is told what happens.
    /// - Throws: ``TrainingFailure`` for a step or an evaluation that is not finite, ``FileError``; ``WeightsError`` for
    ///   a checkpoint of another run.
    public func run(
        in folder: RunFolder, from checkpoint: Checkpoint? = nil,
        checkpointSeconds: Double = TrainingLoop.checkpointSeconds,
        shouldStop: () -> Bool = { false }, report: (Event) -> Void = { _ in }
    ) throws -> Outcome {
        var state = LoopState()
        if let checkpoint {
            try check(checkpoint)
            try checkpoint.restore(trainer)
            state = checkpoint.state
        }
        let fingerprint = try data.fingerprint()
        try folder.openMetrics(keeping: state.epochsDone)
        let events = try EventFile(in: folder.path, afterSteps: state.stepsDone, epochs: state.epochsDone)
        // Where the run fails, that is the error to tell; elsewhere nothing is left to write.
        defer { try? events.flush() }
        try folder.makeCheckpointFolder()
        var keeper = CheckpointKeeper(folder, seconds: checkpointSeconds, written: checkpoint?.state) {
            [self] (path, state) throws(FileError) in
            // What a run goes on after is in its events.
            try events.flush()
            try Checkpoint.write(
                to: path, trainer: trainer, state: state, order: order, settings: folder.settings, notes: notes,
                fingerprint: fingerprint, registry: plan.registry)
        }
        if checkpoint == nil { try keeper.keep(state) }
        let steps = order.batchesPerEpoch
        while state.epochsDone < plan.epochs, !state.isExhausted(plan.stopping) {
            let epoch = state.epochsDone + 1
            let rate = plan.learningRate * plan.schedule.factor(epoch: epoch - 1, epochs: plan.epochs)
            let permutation = order.permutation(epoch: epoch)
            while state.tally.steps < steps {
                if shouldStop() { return try stop(&keeper, state) }
                let step = state.tally.steps + 1
                let batch = permutation[(step - 1) * plan.batchSize..<step * plan.batchSize]
                // Of the last step alone: it costs a forward pass.
                trainer.measuresLocalLosses = step == steps
                let loss = try guarding(state, step: step, &keeper) {
                    try state.tally.timing { try train.withBatch(batch) { try trainer.step(inputs: $0, targets: $1, learningRate: rate) } }
                }
                state.stepsDone += 1
                if step == steps { state.tally.localLosses = trainer.localLosses }
                report(.step(epoch: epoch, step: step, of: steps, loss: loss))
                try events.append(step: state.stepsDone, [("loss", loss)])
                try keeper.stepped(state)
            }
            try keeper.evaluates(state)
            report(.evaluating(epoch: epoch))
            let evaluations = try guarding(state, step: nil, &keeper) { () -> (Evaluation, Evaluation, Evaluation?)? in
                guard let train = try train.evaluate(trainer, shouldStop: shouldStop),
                    let test = try test.evaluate(trainer, measuresSaturation: true, shouldStop: shouldStop)
                else { return nil }
                guard validation != nil else { return (train, test, nil) }
                guard let held = try validation?.evaluate(trainer, shouldStop: shouldStop) else { return nil }
                return (train, test, held)
            }
            guard let (trainResult, testResult, heldResult) = evaluations else { return try stop(&keeper, state) }
            let record = EpochRecord(
                epoch: epoch, train: trainResult, test: testResult, validation: heldResult,
                trainExcess: floor.map { trainResult.loss - $0.train },
                testExcess: floor.map { testResult.loss - $0.test },
                batchLoss: state.tally.meanLoss, learningRate: rate, steps: steps, seconds: state.tally.seconds,
                learned: LearnedActivation.all(of: network),
                layers: LayerRecord.all(
                    network, losses: state.tally.localLosses, rows: plan.batchSize, saturation: testResult.saturation))
            let isBest = state.finishEpoch(watchedLoss: (heldResult ?? testResult).loss, plan.stopping)
            // The line first: a process killed in between writes it again, and takes this one out before that.
            try folder.append(metrics: record.json)
            try events.append(
                epoch: epoch, record.json, histograms: LayerHistograms.all(of: trainer, plan.histograms, on: data.test))
            try keeper.keep(state, isBest: isBest)
            report(.epoch(record))
        }
        lastImprovement = state.epochsDone < plan.epochs ? state.improved?.epoch : nil
        return .finished
    }

    /// The most work, in seconds, that a killed process loses.
    public static let checkpointSeconds = 25.0

    private func stop(_ keeper: inout CheckpointKeeper, _ state: LoopState) throws -> Outcome {
        try keeper.keep(state)
        return .stopped(epoch: state.epochsDone + 1, step: state.tally.steps)
    }

    /// Whether a checkpoint belongs to this run's data, and its place is one of this run.
    /// - Throws: ``WeightsError``; ``DataError``, for a file that cannot be read any more.
    package func check(_ checkpoint: Checkpoint) throws {
        if let before = checkpoint.dataFingerprint, before != (try data.fingerprint()) {
            throw WeightsError(
                checkpoint.path,
                "belongs to other data: \(data.name) is not what it was; put the data back, or begin a new run")
        }
        let (state, steps) = (checkpoint.state, order.batchesPerEpoch)
        guard state.tally.steps <= steps, state.stepsDone == state.epochsDone * steps + state.tally.steps else {
            throw WeightsError(
                checkpoint.path,
                "is \(state.place) and \(state.stepsDone) steps in all, and an epoch has \(steps) steps: the data or the batch size are not those of the run")
        }
    }

    /// What ``SavedNetwork`` keeps of the making.
    private var notes: [(name: String, text: String)] {
        [
            (name: "recipe", text: plan.recipe), (name: "seed", text: "\(plan.seed)"),
            (name: "method", text: plan.method.text), (name: "optimizer", text: plan.optimizer.description),
        ] + data.notes
    }

    /// Turns a step or an evaluation that is not finite into the run's failure; keeps the state before data that cannot
    /// be read any more.
    private func guarding<Result>(
        _ state: LoopState, step: Int?, _ keeper: inout CheckpointKeeper, _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as LocoPropError {
            throw TrainingFailure(
                epoch: state.epochsDone + 1, step: step, reason: error, checkpoint: keeper.path,
                kept: (keeper.written ?? LoopState()).place)
        } catch let error as DataError {
            try keeper.keep(state)
            throw error
        }
    }
}
