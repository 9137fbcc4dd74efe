/// Follows a run's events: how far it is, how fast, how long it will take.
package struct ProgressTracker: Sendable {
    package private(set) var progress: RunProgress
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    /// Where the run was when this began: a run taken up again does not begin at 0.
    private var firstDone: Double?
    /// When the steps of this epoch began, and how many of them were done then.
    private var epochStart: ContinuousClock.Instant
    private var epochFirstStep = 0

    package init(epochs: Int) {
        progress = RunProgress(epochs: epochs)
        start = clock.now
        epochStart = start
    }

    package mutating func report(_ event: TrainingLoop.Event) {
        let now = clock.now
        progress.secondsElapsed = (now - start) / .seconds(1)
        switch event {
        case .step(let epoch, let step, let steps, let loss):
            if epoch != progress.epoch {
                epochFirstStep = step - 1
                if progress.epoch == 0 { epochStart = start }
            }
            (progress.phase, progress.epoch, progress.step, progress.steps) = (.training, epoch, step, steps)
            progress.loss = loss
            let elapsed = (now - epochStart) / .seconds(1)
            progress.stepsPerSecond = elapsed > 0 ? Double(step - epochFirstStep) / elapsed : nil
            estimate()
        case .evaluating(let epoch):
            (progress.phase, progress.epoch) = (.evaluating, epoch)
        case .epoch(let record):
            (progress.phase, progress.epoch, progress.step) = (.training, record.epoch, max(progress.steps, progress.step))
            epochStart = now
            estimate()
        }
    }

    /// The run has ended.
    package mutating func end(_ phase: RunProgress.Phase, reason: String? = nil) {
        progress.secondsElapsed = (clock.now - start) / .seconds(1)
        (progress.phase, progress.reason) = (phase, reason)
        progress.peakMemory = PeakMemory.bytes
        progress.secondsLeft = phase == .finished ? 0 : nil
    }

    /// By what the whole run took until now, so that evaluation is counted in.
    private mutating func estimate() {
        guard progress.steps > 0 else { return }
        let done = Double(progress.epoch - 1) + Double(progress.step) / Double(progress.steps)
        guard let firstDone else {
            firstDone = done - 1 / Double(progress.steps)
            return
        }
        guard done > firstDone else { return }
        progress.secondsLeft = progress.secondsElapsed / (done - firstDone) * (Double(progress.epochs) - done)
    }
}
