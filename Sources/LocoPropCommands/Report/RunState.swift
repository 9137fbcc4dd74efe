import Charts
import Training

/// What became of a run, in words for people.
struct RunState: Equatable {
    enum Kind: String {
        case running, finished, stopped, failed, died, gone, unknown
    }

    let kind: Kind
    /// A whole sentence.
    let sentence: String

    /// - Parameter isRunning: of the process that the folder names; asked of the system unless given.
    init(_ run: RunReading, isRunning: Bool? = nil) {
        self.init(
            run.progress, epochsDone: run.records.last?.epoch ?? 0, epochs: run.epochs, isRunning: isRunning,
            isBegun: run.configurationFile != nil, isHeld: RunFolder.isHeld(at: run.folder))
    }

    /// Of a run whose folder is no more.
    static let gone = RunState(kind: .gone, sentence: "The run's folder is gone.")

    private init(kind: Kind, sentence: String) { (self.kind, self.sentence) = (kind, sentence) }

    /// - Parameters:
    ///   - progress: what `live.json` says; `nil` where there is none.
    ///   - isBegun: whether there is a configuration, the first that a run writes.
    ///   - isHeld: whether a process is at the run, as far as that can be known.
    init(
        _ progress: RunProgress?, epochsDone done: Int, epochs: Int?, isRunning: Bool? = nil, isBegun: Bool = false,
        isHeld: @autoclosure () -> Bool = false
    ) {
        let of = epochs.map { " of \($0)" } ?? ""
        let isRunning = isRunning ?? progress?.process?.isRunning
        // One that another process has taken up again says so once it has read its data.
        if progress == nil || isRunning == false, isHeld() {
            kind = .running
            sentence = done == 0 ? "Running, before its first step." : "Running, after epoch \(done)\(of)."
            return
        }
        guard let progress else {
            if done == 0, isBegun {
                kind = .died
                sentence = "Its process ended before the first step; nothing more was written."
                return
            }
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
            // Where a run is, is written less often than its epochs are.
            let place = progress.epoch > done
                ? "in epoch \(progress.epoch)\(of)" : done > 0 ? "after epoch \(done)\(of)" : "before its first step"
            if isRunning == false {
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
