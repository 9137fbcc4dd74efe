import LocoProp

extension TrainingLoop {
    /// What a few steps and evaluations of real work say of a run. Nothing is written, and the network is another
    /// afterwards: the loop is of no use for a run then.
    package struct Rehearsal: Sendable {
        /// The loss of the first batch, before its step.
        package let loss: Double
        package let stepSeconds: Double
        package let stepsPerEpoch: Int
        /// Of all sets that are evaluated after an epoch.
        package let evaluationSeconds: Double
        package let epochs: Int

        package var epochSeconds: Double { Double(stepsPerEpoch) * stepSeconds + evaluationSeconds }
        package var seconds: Double { Double(epochs) * epochSeconds }
    }

    /// Takes up to three steps at the plan's rate, the first of which warms up, and evaluates up to two batches of each
    /// set.
    /// - Throws: `LocoPropError` for a step or an evaluation that is not finite, ``DataError``.
    package func rehearse() throws -> Rehearsal {
        let clock = ContinuousClock()
        let permutation = order.permutation(epoch: 1)
        var (losses, seconds) = ([Double](), Double.infinity)
        for step in 0..<min(3, order.batchesPerEpoch) {
            let start = clock.now
            let batch = permutation[step * plan.batchSize..<(step + 1) * plan.batchSize]
            losses.append(try train.withBatch(batch) { try trainer.step(inputs: $0, targets: $1, learningRate: plan.learningRate) })
            // The fastest: other work on the machine only adds.
            seconds = min(seconds, (clock.now - start) / .seconds(1))
        }
        var evaluation = try time(&train, clock) + time(&test, clock)
        if var held = validation { evaluation += try time(&held, clock) }
        return Rehearsal(
            loss: losses.first ?? .nan, stepSeconds: seconds, stepsPerEpoch: order.batchesPerEpoch,
            evaluationSeconds: evaluation, epochs: plan.epochs)
    }

    /// The seconds that all of a set take, from those of its first two batches.
    private func time(_ examples: inout Examples, _ clock: ContinuousClock) throws -> Double {
        let batches = (examples.set.count + trainer.batchSize - 1) / trainer.batchSize
        var questions = 0
        let start = clock.now
        _ = try examples.evaluate(trainer) {
            questions += 1
            return questions > 2
        }
        return (clock.now - start) / .seconds(1) * Double(batches) / Double(min(2, batches))
    }

    /// The seconds that an epoch's steps take, from those of the steps after the first: up to 20 of them, so that what a
    /// method does every few steps is among them, or what can be done in ``longestTrial`` seconds. The loop is of no use
    /// for a run then.
    /// - Throws: ``LocoPropError`` for a step that is not finite, ``DataError``.
    package func epochSeconds(shouldStop: () -> Bool = { false }) throws -> Double {
        let clock = ContinuousClock()
        let permutation = order.permutation(epoch: 1)
        var (steps, start) = (0, clock.now)
        for step in 0..<min(21, order.batchesPerEpoch) {
            let batch = permutation[step * plan.batchSize..<(step + 1) * plan.batchSize]
            _ = try train.withBatch(batch) { try trainer.step(inputs: $0, targets: $1, learningRate: plan.learningRate) }
            if step == 0, order.batchesPerEpoch > 1 { start = clock.now } else { steps += 1 }
            if steps > 0, (clock.now - start) / .seconds(1) > Self.longestTrial || shouldStop() { break }
        }
        return (clock.now - start) / .seconds(1) / Double(max(steps, 1)) * Double(order.batchesPerEpoch)
    }

    private static let longestTrial = 10.0
}
