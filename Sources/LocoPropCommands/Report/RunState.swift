import Charts
import Training

/// What became of a run, in words for people.
struct RunState: Equatable {
    enum Kind: String {
        case running, finished, stopped, failed, died, unknown
    }

    let kind: Kind
    /// A whole sentence.
    let sentence: String

    /// - Parameter isRunning: of the process that the folder names; asked of the system unless given.
    init(_ run: RunReading, isRunning: Bool? = nil) {
        self.init(run.progress, epochsDone: run.records.last?.epoch ?? 0, epochs: run.epochs, isRunning: isRunning)
    }

    init(_ progress: RunProgress?, epochsDone done: Int, epochs: Int?, isRunning: Bool? = nil) {
        let of = epochs.map { " of \($0)" } ?? ""
        guard let progress else {
            kind = .unknown
            sentence = done == 0
                ? "No epoch has been finished." : "\(Self.epochs(done)) of training; how the run ended is not recorded."
            return
        }
        switch progress.phase {
        case .finished:
            kind = .finished
            sentence = "Finished after \(Self.epochs(done))."
        case .stopped:
            kind = .stopped
            sentence = "Stopped in epoch \(progress.epoch)\(of), after \(progress.step) of its \(progress.steps) steps."
        case .failed:
            kind = .failed
            sentence = "Failed" + (progress.reason.map { ": \($0)" } ?? ".")
        case .starting, .training, .evaluating:
            let place = progress.epoch == 0 ? "before its first step" : "in epoch \(progress.epoch)\(of)"
            if (isRunning ?? progress.process?.isRunning) == false {
                kind = .died
                sentence = "Its process died \(place); nothing more was written."
            } else {
                kind = .running
                sentence = "Running, \(place)."
            }
        }
    }

    private static func epochs(_ count: Int) -> String { count == 1 ? "1 epoch" : "\(count) epochs" }
}
