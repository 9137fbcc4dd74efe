import LocoProp

/// Writes a run's checkpoints when they are due.
///
/// One is due when the work since the last would exceed `seconds` with the next step, and at the end of an epoch. Each is
/// on the disk before it is renamed into place: neither `kill -9` nor a power cut leaves less than the one before.
struct CheckpointKeeper {
    private let seconds: Double
    private let write: (_ path: String, _ state: LoopState) throws(FileError) -> Void
    private let folder: RunFolder
    private let clock = ContinuousClock()
    private var lastWrite: ContinuousClock.Instant
    private var longestStep = 0.0
    private var stepStart: ContinuousClock.Instant
    /// What the last checkpoint holds; `nil` before the first.
    private(set) var written: LoopState?

    /// - Parameter written: what the run was taken up from.
    init(
        _ folder: RunFolder, seconds: Double, written: LoopState?,
        write: @escaping (_ path: String, _ state: LoopState) throws(FileError) -> Void
    ) {
        self.folder = folder
        self.seconds = seconds
        self.written = written
        self.write = write
        lastWrite = clock.now
        stepStart = lastWrite
    }

    /// Of the last checkpoint.
    var path: String { folder.lastCheckpoint }

    /// Takes the end of a step, and writes if it is time.
    mutating func stepped(_ state: LoopState) throws(FileError) {
        let now = clock.now
        longestStep = max(longestStep, (now - stepStart) / .seconds(1))
        stepStart = now
        if (now - lastWrite) / .seconds(1) + longestStep >= seconds { try keep(state) }
    }

    /// Before an evaluation, which counts as work but cannot be kept half-way.
    mutating func evaluates(_ state: LoopState) throws(FileError) {
        if (clock.now - lastWrite) / .seconds(1) >= seconds / 4 { try keep(state) }
    }

    /// - Parameter isBest: whether this is the best epoch's end.
    mutating func keep(_ state: LoopState, isBest: Bool = false) throws(FileError) {
        // The lines of all epochs that a checkpoint has behind it must be there when it is.
        try folder.synchronizeMetrics()
        if isBest { try write(folder.bestCheckpoint, state) }
        try write(folder.lastCheckpoint, state)
        written = state
        lastWrite = clock.now
        stepStart = lastWrite
    }
}
