import Training

/// Keeps others informed of a run: the display, `live.json`, and when it has ended its report.
struct RunMonitor {
    private let folder: String
    private let data: Dataset
    private var tracker: ProgressTracker
    private var live: LiveFile
    private var display: ProgressDisplay?

    /// - Parameters:
    ///   - data: for the report.
    ///   - epochsDone: of a run that is taken up again.
    ///   - showsProgress: on standard output.
    init(folder: String, data: Dataset, epochs: Int, epochsDone: Int, showsProgress: Bool) {
        self.folder = folder
        self.data = data
        tracker = ProgressTracker(epochs: epochs)
        live = LiveFile(in: folder)
        if showsProgress {
            var metrics = MetricsTail(in: folder)
            if epochsDone > 0 { _ = try? metrics.advance() }
            display = ProgressDisplay(
                epochs: epochs, terminal: .standardOutput, earlier: metrics.records.filter { $0.epoch <= epochsDone })
        }
        live.write(tracker.progress, now: true)
    }

    mutating func report(_ event: TrainingLoop.Event) {
        tracker.report(event)
        live.write(tracker.progress)
        display?.report(event, tracker.progress)
    }

    /// - Returns: what kept the report from being written.
    mutating func end(_ outcome: TrainingLoop.Outcome) -> (any Error)? {
        switch outcome {
        case .finished: tracker.end(.finished)
        case .stopped: tracker.end(.stopped)
        }
        close()
        do { try writeReport() } catch { return error }
        return nil
    }

    /// The run failed; a report that cannot be written, too, is not worth a second error.
    mutating func fail(_ error: any Error) {
        tracker.end(.failed, reason: "\(error)")
        close()
        try? writeReport()
    }

    /// A run failed before it had data to begin with.
    static func noteFailure(_ error: any Error, in folder: String, epochs: Int) {
        var tracker = ProgressTracker(epochs: epochs)
        tracker.end(.failed, reason: "\(error)")
        var live = LiveFile(in: folder)
        live.write(tracker.progress, now: true)
    }

    private mutating func close() {
        display?.finish(tracker.progress)
        live.write(tracker.progress, now: true)
    }

    private func writeReport() throws {
        try RunReport.write(RunReport.html(of: folder, data: data), to: FileSystem.joined(folder, RunFolder.reportName))
    }
}
