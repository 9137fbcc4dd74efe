import ActivationCore
import LocoProp

/// A run that is taken up again: its configuration, with what may be changed, and its last checkpoint.
package struct Resumption {
    package let folder: RunFolder
    package let configuration: Configuration
    /// `nil` where the run was ended before it had written one: it then begins anew.
    package let checkpoint: Checkpoint?
    /// The epochs that the run was to have before this.
    package let epochsBefore: Int

    /// The settings that may be given another value: where the data are now (a fingerprint tells whether they are the
    /// run's), how many epochs are wanted, and how many threads work, which changes the order of sums alone.
    package static let changeable = ["data", "epochs", "threads"]

    /// - Parameters:
    ///   - folder: of the run.
    ///   - request: the run's `config.yaml`, and what else was asked for; of settings beyond ``changeable``, nothing.
    ///   - registry: the activations that the run may name.
    ///   - acceptsCatalogueChange: whether activations may compute something else now.
    /// - Throws: ``ConfigurationError``; ``ResumptionError``, ``WeightsError`` for a checkpoint that cannot be used.
    package init(
        _ folder: RunFolder, request: ConfigurationRequest, registry: ActivationRegistry, acceptsCatalogueChange: Bool
    ) throws {
        self.folder = folder
        epochsBefore = try ConfigurationRequest(file: request.file).resolved(registry: registry).plan.epochs
        var configuration = try request.resolved(registry: registry)
        configuration.data = configuration.data.fromRoot
        self.configuration = configuration
        checkpoint = try Self.checkpoint(in: folder)
        guard let checkpoint else { return }
        try Self.check(checkpoint, configuration)
        let plan = configuration.plan
        if !acceptsCatalogueChange {
            let changed = checkpoint.changedActivations(try plan.specification())
            guard changed.isEmpty else { throw ResumptionError.catalogueChanged(run: folder.path, activations: changed) }
        }
        guard plan.epochs >= checkpoint.state.epochsDone else {
            throw ResumptionError.epochsPassed(wanted: plan.epochs, done: checkpoint.state.epochsDone)
        }
    }

    /// Whether there is nothing left to do.
    package var isFinished: Bool { checkpoint.map { $0.state.epochsDone >= configuration.plan.epochs } ?? false || lastImprovement != nil }

    /// The last epoch with a better loss, where the run ended because none was better since.
    package var lastImprovement: Int? {
        guard let state = checkpoint?.state, state.tally.steps == 0, state.isExhausted(configuration.plan.stopping) else { return nil }
        return state.improved?.epoch
    }

    /// What may make the result another than that of a run without interruption, in words.
    package func reservations(_ environment: RunEnvironment) -> [String] {
        guard let checkpoint else { return [] }
        var words: [String] = []
        let written = (try? InputFile.contents(of: folder.file(RunFolder.environmentName), limit: 1 << 24))
            .flatMap { try? JSONValue(parsing: $0) }
        let differences = written.map { environment.differences(from: $0) } ?? []
        if !differences.isEmpty {
            words.append("other bits may come out than without the interruption: \(differences.joined(separator: "; "))")
        }
        let plan = configuration.plan
        let isStretched = (0..<checkpoint.state.epoch).contains {
            plan.schedule.factor(epoch: $0, epochs: plan.epochs) != plan.schedule.factor(epoch: $0, epochs: epochsBefore)
        }
        if isStretched {
            words.append(
                "the schedule \(plan.schedule) depends on the number of epochs: those up to now had the rates of a run of \(epochsBefore)")
        }
        return words
    }

    // MARK: Checkpoints

    /// The last checkpoint; where it cannot be used, the error names the best one if that can.
    private static func checkpoint(in folder: RunFolder) throws(WeightsError) -> Checkpoint? {
        let hasBest = FileSystem.kind(of: folder.bestCheckpoint) != .missing
        guard folder.hasCheckpoint || hasBest else { return nil }
        do {
            return try Checkpoint(path: folder.lastCheckpoint)
        } catch {
            guard hasBest else {
                throw WeightsError(
                    error.path,
                    "\(error.reason). There is no other checkpoint: begin anew with 'locoprop train --config \(folder.configurationFile)'")
            }
            do throws(WeightsError) {
                let best = try Checkpoint(path: folder.bestCheckpoint)
                throw WeightsError(
                    error.path,
                    "\(error.reason). '\(best.path)' is whole and holds the state \(best.state.place): copy it to '\(folder.lastCheckpoint)' to go on from there")
            } catch let second where second.path == folder.bestCheckpoint {
                throw WeightsError(
                    error.path,
                    "\(error.reason). Nor can '\(second.path)' be used: it \(second.reason). Begin anew with 'locoprop train --config \(folder.configurationFile)'")
            }
        }
    }

    /// Whether a checkpoint was written under the run's settings.
    private static func check(_ checkpoint: Checkpoint, _ configuration: Configuration) throws(WeightsError) {
        let now = Dictionary(uniqueKeysWithValues: configuration.settings.map { ($0.name, $0.text) })  // each key once
        for (name, text) in checkpoint.settings where !changeable.contains(name) && now[name] != text {
            throw WeightsError(
                checkpoint.path,
                "belongs to other settings: \(name) is '\(text)' in it, and \(now[name].map { "'\($0)'" } ?? "not there") in \(RunFolder.configurationName); undo the change, or begin a new run")
        }
    }
}

/// Why a run does not go on as asked.
package enum ResumptionError: Error, Equatable, CustomStringConvertible {
    case catalogueChanged(run: String, activations: [String])
    case epochsPassed(wanted: Int, done: Int)

    package var description: String {
        switch self {
        case .catalogueChanged(let run, let activations):
            "the catalogue has changed since '\(run)' was last at work: \(activations.map { "'\($0)'" }.joined(separator: ", ")) \(activations.count == 1 ? "computes" : "compute") something else now; undo that (locoprop catalogue diff), or go on all the same with --accept-catalogue-change"
        case .epochsPassed(let wanted, let done):
            "--epochs: \(wanted) \(wanted == 1 ? "is" : "are") fewer than the \(done) that the run has done; give at least \(done)"
        }
    }
}

extension Configuration {
    /// Every setting with its text, by key.
    package var settings: [(name: String, text: String)] {
        Setting.all.compactMap { setting in setting.text(self).map { (name: setting.key, text: $0) } }
    }
}
