import ActivationCore
import LocoProp

/// A run of a study: a run folder like that of `train`, taken up where it is.
package struct StudyRun {
    package let configuration: Configuration
    /// The run's folder.
    package let folder: String
    package let registry: ActivationRegistry

    package init(_ configuration: Configuration, in folder: String, registry: ActivationRegistry) {
        (self.configuration, self.folder, self.registry) = (configuration, folder, registry)
    }

    /// What the folder holds of the run: as far as it came.
    /// - Parameter epoch: how far it is wanted; to its end, if `nil`.
    /// - Returns: `nil` where there is no run, or none that came so far.
    /// - Throws: ``StudyError/otherSettings(folder:differences:)`` for a run of other settings.
    package func result(upTo epoch: Int? = nil) throws -> StudyResult? {
        guard FileSystem.kind(of: FileSystem.joined(folder, RunFolder.configurationName)) != .missing else { return nil }
        try checkSettings()
        let result = StudyResult(reading: folder)
        switch result.ending {
        case .finished, .diverged: return result
        case .stopped:
            guard let epoch, result.records.count >= epoch else { return nil }
            return result
        }
    }

    /// Trains up to `epoch`, or to the end.
    ///
    /// A loss or a weight that is not finite ends the run, and is its result; the other runs are not affected.
    /// - Parameters:
    ///   - data: those of the configuration.
    ///   - replacing: whether a run of the folder is done anew.
    ///   - command: the program's command line, for `environment.json`.
    /// - Returns: `nil` if `shouldStop` said so; the run then goes on from there the next time.
    /// - Throws: what the run throws, but for ``TrainingFailure``.
    package func run(
        upTo epoch: Int? = nil, on data: Dataset, replacing: Bool = false, command: [String],
        shouldStop: @escaping () -> Bool, report: (TrainingLoop.Event, RunProgress) -> Void
    ) throws -> StudyResult? {
        let isThere = FileSystem.kind(of: FileSystem.joined(folder, RunFolder.configurationName)) != .missing
        let run = try isThere && !replacing ? RunFolder(resuming: folder) : RunFolder(at: folder, replacing: replacing)
        let checkpoint = try isThere && !replacing ? checkpoint(of: run) : nil
        PeakMemory.reset()
        let loop = try TrainingLoop(configuration.plan, data: data)
        if let checkpoint { try loop.check(checkpoint) }
        try run.begin(
            configuration: configuration.yaml, settings: configuration.settings,
            environment: RunEnvironment(plan: configuration.plan, command: command))
        var tracker = ProgressTracker(epochs: configuration.plan.epochs)
        var live = LiveFile(in: folder)
        live.write(tracker.progress, now: true)
        var epochsDone = checkpoint?.state.epochsDone ?? 0
        do {
            let outcome = try loop.run(
                in: run, from: checkpoint,
                shouldStop: { shouldStop() || epoch.map { epochsDone >= $0 } ?? false }
            ) { event in
                if case .epoch(let record) = event { epochsDone = record.epoch }
                tracker.report(event)
                live.write(tracker.progress)
                report(event, tracker.progress)
            }
            tracker.end(outcome == .finished ? .finished : .stopped)
        } catch let failure as TrainingFailure {
            tracker.end(.failed, reason: "\(failure)")
        } catch {
            tracker.end(.stopped)
            live.write(tracker.progress, now: true)
            throw error
        }
        live.write(tracker.progress, now: true)
        let result = StudyResult(reading: folder)
        if case .stopped = result.ending, shouldStop(), epoch.map({ epochsDone < $0 }) ?? true { return nil }
        return result
    }

    private func checkpoint(of run: RunFolder) throws -> Checkpoint? {
        let file = ConfigurationFile(path: run.configurationFile)
        return try Resumption(
            run, request: ConfigurationRequest(file: file), registry: registry, acceptsCatalogueChange: false
        ).checkpoint
    }

    /// Whether the folder's run is this one. Where its data lie is left out: their fingerprint is compared.
    private func checkSettings() throws {
        let path = FileSystem.joined(folder, RunFolder.configurationName)
        let there = try ConfigurationRequest(file: ConfigurationFile(path: path)).resolved(registry: registry).settings
        let wanted = Dictionary(uniqueKeysWithValues: configuration.settings.map { ($0.name, $0.text) })  // each key once
        let differences = there.filter { $0.name != "data" && wanted[$0.name] != $0.text }.map { setting in
            "\(setting.name) is '\(setting.text)' there and '\(wanted[setting.name] ?? "")' here"
        }
        guard differences.isEmpty else { throw StudyError.otherSettings(folder: folder, differences: differences) }
    }
}

/// What a run of a study came to.
package struct StudyResult: Sendable {
    package enum Ending: Sendable, Equatable {
        case finished
        /// Numbers stopped being finite; the words of ``TrainingFailure``.
        case diverged(String)
        case stopped
    }

    package let folder: String
    package let records: [EpochRecord]
    package let ending: Ending
    /// In bytes; `nil` where the system does not say.
    package let peakMemory: Int?

    package init(folder: String, records: [EpochRecord], ending: Ending, peakMemory: Int? = nil) {
        (self.folder, self.records, self.ending, self.peakMemory) = (folder, records, ending, peakMemory)
    }

    init(reading folder: String) {
        var metrics = MetricsTail(in: folder)
        // Without a file there is no epoch yet.
        _ = try? metrics.advance()
        let progress = LiveFile.read(in: folder)
        let ending: Ending = switch progress?.phase {
        case .finished: .finished
        case .failed: .diverged(progress?.reason ?? "it failed")
        default: .stopped
        }
        self.init(folder: folder, records: metrics.records, ending: ending, peakMemory: progress?.peakMemory)
    }

    /// Seconds in steps up to the end of each epoch.
    package var times: [Double] {
        var sum = 0.0
        return records.map { record in
            sum += record.seconds
            return sum
        }
    }

    /// The seconds after which the training loss was at most `target`, at an epoch's end; `nil` if it never was.
    package func time(to target: Double) -> Double? {
        zip(records, times).first { $0.0.train.loss <= target }?.1
    }
}

/// Why a study does not go on.
package enum StudyError: Error, Equatable, CustomStringConvertible {
    case otherSettings(folder: String, differences: [String])
    case notAStudy(String)
    case taken(String)
    case nothing(String)

    package var description: String {
        switch self {
        case .otherSettings(let folder, let differences):
            "the run in '\(folder)' has other settings than the study: \(differences.joined(separator: "; ")). Undo the change, name another --output, or give --force to run all anew"
        case .notAStudy(let path): "'\(path)' holds no study: it has no \(StudyFolder.studyName); name a folder that 'locoprop compare' or 'locoprop sweep' has made"
        case .taken(let path): "'\(path)' is not empty; name another --output, give --resume \(path) to go on with the study in it, or --force to run it anew"
        case .nothing(let what): "there is nothing to compare: \(what)"
        }
    }
}
