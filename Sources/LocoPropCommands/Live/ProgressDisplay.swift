import Training

/// What `train` shows of a run: a line an epoch everywhere, and below them on a terminal a ``RunView``.
struct ProgressDisplay {
    private let epochs: Int
    /// `nil` where nothing can be drawn in place.
    private var terminal: Terminal?
    private var block = LiveBlock()
    private var records: [EpochRecord] = []
    private var batchLosses = LossTrace()
    /// Finished epochs that have not been printed yet.
    private var waiting: [String] = []
    private let clock = ContinuousClock()
    private var lastDrawn: ContinuousClock.Instant?

    /// - Parameter earlier: the records of a run that is taken up again.
    init(epochs: Int, terminal: Terminal?, earlier: [EpochRecord] = []) {
        self.epochs = epochs
        self.terminal = terminal?.movesCursor == true ? terminal : nil
        records = earlier
    }

    mutating func report(_ event: TrainingLoop.Event, _ progress: RunProgress) {
        switch event {
        case .step(_, _, _, let loss): if terminal != nil { batchLosses.append(loss) }
        case .evaluating: break
        case .epoch(let record):
            guard terminal != nil else { return StandardOutput.print(EpochLine.text(record, epochs: epochs)) }
            records.append(record)
            waiting.append(EpochLine.text(record, epochs: epochs))
        }
        // Ten times a second is as much as an eye wants; epochs may be shorter than that.
        let now = clock.now
        if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
        lastDrawn = now
        draw(progress)
    }

    /// The last picture stays, without its bar; what is printed next stands on a line of its own.
    mutating func finish(_ progress: RunProgress) {
        guard terminal != nil else { return }
        draw(progress)
        if !block.isEmpty { StandardOutput.write(raw: "\n") }
        block = LiveBlock()
    }

    private mutating func draw(_ progress: RunProgress) {
        guard terminal != nil else { return }
        terminal?.measure()
        guard let terminal else { return }
        let view = RunView(progress: progress, records: records, batchLosses: batchLosses, terminal: terminal)
        StandardOutput.write(raw: block.text(view.lines, above: waiting, on: terminal))
        waiting = []
    }
}
