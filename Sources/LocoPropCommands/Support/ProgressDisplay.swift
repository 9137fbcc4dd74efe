import Training

/// What `train` shows of a run: a bar with rate and time left on a terminal, and a line an epoch everywhere.
struct ProgressDisplay {
    private let epochs: Int
    private let isTerminal: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastDrawn: ContinuousClock.Instant?
    /// When the steps of this epoch began, for their rate.
    private var epochStart: ContinuousClock.Instant
    private var barIsShown = false

    init(epochs: Int, isTerminal: Bool) {
        self.epochs = epochs
        self.isTerminal = isTerminal
        start = clock.now
        epochStart = start
    }

    mutating func report(_ event: TrainingLoop.Event) {
        switch event {
        case .step(let epoch, let step, let steps, let loss):
            if step == 1 { epochStart = min(epochStart, clock.now) }
            drawBar(epoch: epoch, step: step, steps: steps, loss: loss)
        case .evaluating(let epoch):
            if isTerminal { show("epoch \(epoch)/\(epochs)  evaluating…") }
        case .epoch(let record):
            clear()
            StandardOutput.print(line(record))
            epochStart = clock.now
        }
    }

    /// Removes the bar, so that what is printed next stands on a line of its own.
    mutating func clear() {
        guard barIsShown else { return }
        StandardOutput.write(raw: "\r\u{1B}[K")
        barIsShown = false
    }

    private mutating func drawBar(epoch: Int, step: Int, steps: Int, loss: Double) {
        guard isTerminal else { return }
        let now = clock.now
        // Ten times a second is as much as an eye wants.
        if let lastDrawn, now - lastDrawn < .milliseconds(100), step < steps { return }
        lastDrawn = now
        let elapsed = (now - epochStart) / .seconds(1)
        let rate = elapsed > 0 ? Double(step) / elapsed : 0
        let done = Double((epoch - 1) * steps + step)
        // Over the whole run, so that evaluation is counted in.
        let left = (now - start) / .seconds(1) / done * (Double(epochs * steps) - done)
        let head = "epoch \(epoch)/\(epochs) "
        let tail = " \(step)/\(steps)  loss \(Text.fixed(loss, 3))  \(Text.fixed(rate, 1)) steps/s  \(Text.duration(left)) left"
        let room = min(40, StandardOutput.columns - 1 - head.count - tail.count - 2)
        show(head + (room >= 5 ? Self.bar(step, of: steps, width: room) : "") + tail)
    }

    private static func bar(_ step: Int, of steps: Int, width: Int) -> String {
        let filled = step * width / max(steps, 1)
        return "[" + String(repeating: "=", count: max(0, filled - 1)) + (filled > 0 ? ">" : "")
            + String(repeating: " ", count: width - filled) + "]"
    }

    private mutating func show(_ text: String) {
        StandardOutput.write(raw: "\r" + text.prefix(max(1, StandardOutput.columns - 1)) + "\u{1B}[K")
        barIsShown = true
    }

    private func line(_ record: EpochRecord) -> String {
        func part(_ name: String, _ evaluation: Evaluation, _ excess: Double?) -> String {
            var text = "\(name) \(Text.fixed(evaluation.loss, 3))"
            if let excess { text += " (excess \(Text.fixed(excess, 3)))" }
            if let accuracy = evaluation.accuracy { text += " (\(Text.fixed(100 * accuracy, 2)) % right)" }
            return text
        }
        return [
            "epoch \(record.epoch)/\(epochs)",
            part("train", record.train, record.trainExcess),
            part("test", record.test, record.testExcess),
            "rate \(Float(record.learningRate))",
            "\(Text.fixed(record.seconds, 1)) s",
        ].joined(separator: "  ")
    }
}
