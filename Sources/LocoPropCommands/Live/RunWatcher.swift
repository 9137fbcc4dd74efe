import Training

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Follows a run by the files in its folder.
struct RunWatcher {
    private let folder: String
    private let json: Bool
    private var metrics: MetricsTail
    private var progress: RunProgress?
    private var batchLosses = LossTrace()
    private var terminal: Terminal?
    private var block = LiveBlock()
    /// How many epochs have been printed.
    private var printed = 0
    /// Whether the folder has held a run.
    private var hasSeenRun = false

    init(folder: String, json: Bool) {
        self.folder = folder
        self.json = json
        metrics = MetricsTail(in: folder)
        if !json, let terminal = Terminal.standardOutput, terminal.movesCursor { self.terminal = terminal }
    }

    /// Prints where the run is.
    /// - Throws: ``UsageError`` if the folder is no run's.
    mutating func look() throws -> RunState {
        try refuseOtherFiles()
        guard FileSystem.kind(of: folder) == .directory else {
            throw UsageError("'\(folder)': no such folder; name one that 'locoprop train' has made")
        }
        read()
        let state = state
        guard progress != nil || !metrics.records.isEmpty || isRunFolder else {
            throw noRun
        }
        if json {
            StandardOutput.print(answer(state).rendered)
        } else {
            StandardOutput.print("\(folder): \(state.sentence)")
            let shown = Terminal.standardOutput ?? Terminal(columns: 100, rows: 60, showsUnicode: false)
            let view = RunView(progress: shownProgress(state), records: metrics.records, batchLosses: batchLosses, terminal: shown)
            if let last = metrics.records.last { StandardOutput.print(EpochLine.text(last, epochs: epochs)) }
            for line in view.lines { StandardOutput.print(line.rendered(inColours: shown.showsColours)) }
        }
        return state
    }

    /// Shows the run until it ends.
    mutating func follow() throws -> RunState {
        try refuseOtherFiles()
        var said = ""
        while true {
            if Interruption.isPending {
                leave()
                Interruption.exitIfPending()
            }
            read()
            let state = state
            try refuseFolderWithoutRun()
            let word = waitingWord(state)
            if let word, word != said {
                StandardError.print(word)
                said = word
            }
            show(state)
            if state.kind != .running, word == nil {
                leave()
                if json { StandardOutput.print(answer(state).rendered) } else { StandardOutput.print(state.sentence) }
                return state
            }
            // Whether that is an error is decided at the program's end.
            if StandardOutput.isLost || StandardOutput.isAbandoned { return state }
            // Often enough for a live view, rarely enough to cost nothing; a signal ends the sleep.
            usleep(terminal == nil ? 500_000 : 200_000)
        }
    }

    // MARK: Reading

    private mutating func read() {
        // A folder that is not there yet, or not yet filled, is looked at again.
        _ = try? metrics.advance()
        let before = progress
        progress = LiveFile.read(in: folder)
        if let loss = progress?.loss, progress?.phase == .training,
            (before?.epoch, before?.step) != (progress?.epoch, progress?.step) { batchLosses.append(loss) }
        if metrics.records.count < printed { printed = 0 }
        if progress != nil || !metrics.records.isEmpty || isBegun { hasSeenRun = true }
    }

    private var epochs: Int? { progress?.epochs }

    private var state: RunState {
        if hasSeenRun, FileSystem.kind(of: folder) == .missing { return .gone }
        return RunState(
            progress, epochsDone: metrics.records.last?.epoch ?? 0, epochs: epochs, isBegun: isBegun,
            isHeld: RunFolder.isHeld(at: folder))
    }

    private var isBegun: Bool { FileSystem.kind(of: FileSystem.joined(folder, RunFolder.configurationName)) != .missing }

    private var isRunFolder: Bool { (try? RunReading(folder))?.isRun ?? false }

    private func shownProgress(_ state: RunState) -> RunProgress {
        var shown = progress ?? RunProgress(epochs: metrics.records.last?.epoch ?? 0)
        // A dead process has no time left, and no bar.
        if state.kind != .running { shown.phase = shown.phase.isOver ? shown.phase : .stopped }
        return shown
    }

    /// What is being waited for before there is a run to be seen; `nil` where there is one.
    private func waitingWord(_ state: RunState) -> String? {
        guard !hasSeenRun else { return nil }
        switch FileSystem.kind(of: folder) {
        case .missing: return "waiting for the folder '\(folder)', which does not exist yet"
        case .directory: return "waiting for a run to begin in '\(folder)'"
        default: return nil
        }
    }

    /// A run begins in a folder that is empty, or that a process holds.
    private func refuseFolderWithoutRun() throws {
        guard !hasSeenRun, FileSystem.names(in: folder).contains(where: { !$0.hasPrefix(".") }) else { return }
        // What it writes first has another name for an instant.
        usleep(50_000)
        guard !isRunFolder, !RunFolder.isHeld(at: folder), FileSystem.kind(of: folder) == .directory else { return }
        throw noRun
    }

    private var noRun: UsageError {
        UsageError("'\(folder)' holds no run: it has no \(RunFolder.configurationName), no metrics.jsonl and no \(LiveFile.name)")
    }

    private func refuseOtherFiles() throws {
        guard !folder.isEmpty else { throw UsageError("name a run's folder, such as runs/2026-01-31-120000-locoprop-m-tanh-curves") }
        switch FileSystem.kind(of: folder) {
        case .missing, .directory: return
        case .unreadable(let reason): throw UsageError("'\(folder)': \(reason)")
        case .file, .special: throw UsageError("'\(folder)' is no folder; name one that 'locoprop train' has made")
        }
    }

    // MARK: Showing

    private mutating func show(_ state: RunState) {
        let records = metrics.records
        // On a terminal the last epoch is enough to begin with: the curve shows the others.
        if printed == 0, terminal != nil { printed = max(0, records.count - 1) }
        let new = records[printed...]
        printed = records.count
        if json {
            for record in new { StandardOutput.print(record.json.rendered) }
            return
        }
        let lines = new.map { EpochLine.text($0, epochs: epochs) }
        guard terminal != nil else {
            for line in lines { StandardOutput.print(line) }
            return
        }
        terminal?.measure()
        guard let terminal, progress != nil || !records.isEmpty else { return }
        let view = RunView(progress: shownProgress(state), records: records, batchLosses: batchLosses, terminal: terminal)
        StandardOutput.write(raw: block.text(view.lines, above: lines, on: terminal))
    }

    /// What is printed next stands on a line of its own.
    private mutating func leave() {
        if !block.isEmpty { StandardOutput.write(raw: "\n") }
        block = LiveBlock()
    }

    /// `live.json`, with how the run is now and its last epoch.
    private func answer(_ state: RunState) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("run", .string(folder)), .init("state", .string(state.kind.rawValue)),
            .init("message", .string(state.sentence)),
            .init("epochs_done", .integer(metrics.records.last?.epoch ?? 0)),
        ]
        members.append(.init("progress", progress?.json ?? .null))
        members.append(.init("last", metrics.records.last?.json ?? .null))
        return .object(members)
    }
}
