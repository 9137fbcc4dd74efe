import Training

/// What `compare` and `sweep` show while they run: a line for each run that has ended, and below them on a terminal where the
/// run under way is.
final class StudyDisplay {
    private var terminal: Terminal?
    private var block = LiveBlock()
    private let isQuiet: Bool
    private let clock = ContinuousClock()
    private var lastDrawn: ContinuousClock.Instant?
    /// Seconds that runs took, by kind.
    private var taken: [Study.Pairing: [Double]] = [:]
    private var begun: ContinuousClock.Instant
    private var name = ""
    private var pairing = Study.Pairing(workload: 0, method: 0)
    /// Of the runs that are still to come, how many of each kind.
    private var ahead: [Study.Pairing: Int] = [:]

    init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        let output = isQuiet ? nil : Terminal.standardOutput
        terminal = output?.movesCursor == true ? output : nil
        begun = clock.now
    }

    /// - Parameters:
    ///   - name: what the run is called.
    ///   - ahead: the runs after it, by kind.
    func begin(_ name: String, _ pairing: Study.Pairing, ahead: [Study.Pairing: Int]) {
        (self.name, self.pairing, self.ahead) = (name, pairing, ahead)
        (begun, lastDrawn) = (clock.now, nil)
    }

    func report(_ event: StudyRunner.Event) {
        guard terminal != nil else { return }
        let now = clock.now
        if let lastDrawn, now - lastDrawn < .milliseconds(100) { return }
        lastDrawn = now
        switch event {
        case .measuring: draw("\(name): measuring how long an epoch takes")
        case .training(_, let progress):
            var words = "\(name): epoch \(max(progress.epoch, 1)) of \(progress.epochs)"
            if progress.steps > 0 { words += ", step \(progress.step) of \(progress.steps)" }
            if let loss = progress.loss { words += ", loss \(Text.fixed(loss, 3))" }
            if let left = progress.secondsLeft { words += ", \(Text.duration(left)) left" }
            if let left = secondsLeft(progress.secondsLeft) { words += "; in all \(Text.duration(left))" }
            draw(words)
        }
    }

    /// - Parameter line: what is said of the run.
    /// - Parameter isNew: whether it was done now; one that was there tells nothing of the time.
    func end(_ line: String, isNew: Bool) {
        if isNew { taken[pairing, default: []].append((clock.now - begun) / .seconds(1)) }
        guard !isQuiet else { return }
        let left = isNew ? secondsLeft(0).map { $0 > 0 ? "; \(Text.duration($0)) left" : "" } ?? "" : ""
        guard terminal != nil else { return StandardOutput.print(line + left) }
        terminal?.measure()
        guard let terminal else { return }
        StandardOutput.write(raw: block.text([], above: [line], on: terminal))
    }

    /// Until all is done, if the runs ahead take what those of their kind took, or all did.
    private func secondsLeft(_ ofThis: Double?) -> Double? {
        guard let ofThis else { return nil }
        let all = taken.values.flatMap(\.self)
        let usual = all.isEmpty ? (clock.now - begun) / .seconds(1) + ofThis : all.reduce(0, +) / Double(all.count)
        return ofThis + ahead.reduce(0) { sum, kind in
            let own = taken[kind.key].map { $0.reduce(0, +) / Double($0.count) } ?? usual
            return sum + own * Double(kind.value)
        }
    }

    private func draw(_ text: String) {
        terminal?.measure()
        guard let terminal else { return }
        StandardOutput.write(raw: block.text([StyledLine(text, .soft).cut(to: max(1, terminal.columns - 1))], on: terminal))
    }

    /// Takes the last line away.
    func finish() {
        guard let terminal, !block.isEmpty else { return }
        StandardOutput.write(raw: block.text([], on: terminal))
    }
}
