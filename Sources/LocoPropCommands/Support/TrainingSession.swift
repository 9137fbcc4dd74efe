import LocoProp
import Training

/// One process's part of a run: from a folder that it holds to the run's end, or an interruption.
struct TrainingSession {
    let configuration: Configuration
    let folder: RunFolder
    let checkpointSeconds: Double
    let isQuiet: Bool

    /// Writes what the run begins with, before data are read.
    func begin() throws {
        try folder.begin(configuration: configuration.yaml, settings: configuration.settings, environment: environment)
    }

    /// Writes what the run goes on with, once it has been said what may come out otherwise.
    private func begin(_ resumption: Resumption) throws {
        for reservation in resumption.reservations(environment) { say("note: \(reservation)") }
        if let checkpoint = resumption.checkpoint {
            if !isQuiet { StandardOutput.print("going on with \(folder.path) \(checkpoint.state.place)") }
        } else {
            say("note: \(folder.path) was ended before its first checkpoint; it begins anew")
        }
        try begin()
    }

    /// Reads the data and trains to the end, or until interrupted; ends the process in that case.
    /// - Parameter note: something that the user should know of the settings.
    func train(_ request: ConfigurationRequest, from resumption: Resumption? = nil, note: String? = nil) throws {
        let checkpoint = resumption?.checkpoint
        let loop = try prepared(request, isNew: resumption == nil)
        Interruption.exitIfPending()
        if let resumption {
            // A run's settings are replaced only once they have been found to be the run's.
            if let checkpoint { try loop.check(checkpoint) }
            try begin(resumption)
        }
        if !isQuiet { StandardOutput.print(TrainingSummary.text(loop, folder: folder)) }
        if let note { say("note: \(note)") }
        var monitor = RunMonitor(
            folder: folder.path, data: loop.data, epochs: loop.plan.epochs, epochsDone: checkpoint?.state.epochsDone ?? 0,
            showsProgress: !isQuiet)
        let outcome: TrainingLoop.Outcome
        do {
            outcome = try loop.run(
                in: folder, from: checkpoint, checkpointSeconds: checkpointSeconds,
                shouldStop: { Interruption.isPending }
            ) { monitor.report($0) }
        } catch {
            monitor.fail(error)
            throw error
        }
        let problem = monitor.end(outcome)
        switch outcome {
        case .finished:
            if let problem { throw problem }
            guard !isQuiet else { return }
            if let epoch = loop.lastImprovement { StandardOutput.print("ended early: no loss was better than that of epoch \(epoch)") }
            for activation in LearnedActivation.all(of: loop.network) { StandardOutput.print("learned: \(activation)") }
            StandardOutput.print("weights: \(folder.lastCheckpoint)")
        case .stopped(let epoch, let step):
            say("stopped in epoch \(epoch) after \(step) of its steps; go on with: locoprop train --resume \(Text.shellWord(folder.path))")
            if let problem { StandardError.print("error: \(Text.printable("\(problem)"))") }
            Interruption.exitIfPending()
        }
    }

    /// The data, and all that training needs. A run whose settings turn out not to fit its data takes its folder back;
    /// one whose data cannot be read waits for them.
    private func prepared(_ request: ConfigurationRequest, isNew: Bool) throws -> TrainingLoop {
        do {
            return try request.locatingProblems {
                try TrainingLoop(configuration.plan, data: Dataset.load(configuration.data))
            }
        } catch {
            let isMisfit = error is ConfigurationError || ExitStatus(of: error) == .usage
            if isMisfit, isNew, !folder.hasCheckpoint {
                folder.abandon()
            } else {
                if isNew { RunMonitor.noteFailure(error, in: folder.path, epochs: configuration.plan.epochs) }
                let moved = isNew ? "" : " (and --data PATH, if they have moved)"
                say("note: the settings are kept; once the data are mended, go on with: locoprop train --resume \(Text.shellWord(folder.path))\(moved)")
            }
            throw error
        }
    }

    private var environment: RunEnvironment { RunEnvironment(plan: configuration.plan, command: CommandLine.arguments) }

    private func say(_ line: String) {
        if !isQuiet { StandardError.print(line) }
    }
}
