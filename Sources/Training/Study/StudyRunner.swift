import ActivationCore
import LocoProp

/// Does a study's runs one after the other, those that are done already left as they are.
package struct StudyRunner {
    package let study: Study
    package let folder: StudyFolder
    package let registry: ActivationRegistry
    /// Whether runs that are there are done anew.
    package let replaces: Bool
    /// The program's command line, for the runs' `environment.json`.
    package let command: [String]
    package let shouldStop: () -> Bool
    private var data: (request: DataRequest, set: Dataset)?
    private var epochs: [Study.Pairing: Int] = [:]

    package init(
        _ study: Study, in folder: StudyFolder, registry: ActivationRegistry, replacing replaces: Bool = false,
        command: [String], shouldStop: @escaping () -> Bool
    ) {
        (self.study, self.folder, self.registry) = (study, folder, registry)
        (self.replaces, self.command, self.shouldStop) = (replaces, command, shouldStop)
    }

    /// Of a run, before it begins and while it goes on.
    package enum Event {
        case training(TrainingLoop.Event, RunProgress)
        /// The seconds of an epoch are being measured, for a budget in seconds.
        case measuring
    }

    /// Reads the data of every workload, and says what does not fit them.
    /// - Throws: ``ConfigurationError``, ``DataError``, ``PlanError``.
    package mutating func check() throws {
        for workload in study.workloads.indices {
            for method in study.methods.indices {
                let pairing = Study.Pairing(workload: workload, method: method)
                let configuration = try study.configuration(pairing, seed: study.seeds[0], registry: registry)
                try study.request(pairing).locatingProblems {
                    let set = try load(configuration.data)
                    try configuration.plan.check(for: set)
                    try set.checkTargets(for: configuration.plan.loss)
                }
            }
        }
    }

    /// Does one run, or takes what is there of it.
    /// - Parameters:
    ///   - name: of the run's folder.
    ///   - extra: settings stronger than the study's.
    ///   - epoch: how far; to its end, if `nil`.
    /// - Returns: `nil` if `shouldStop` said so.
    package mutating func run(
        _ pairing: Study.Pairing, seed: UInt64, name: String, extra: [SettingText] = [], upTo epoch: Int? = nil,
        report: (Event) -> Void
    ) throws -> (result: StudyResult, configuration: Configuration)? {
        let request = study.request(pairing, extra: extra)
        guard let configuration = try configuration(pairing, seed: seed, extra: extra, report: report) else { return nil }
        let path = FileSystem.joined(folder.runs(pairing, of: study), name)
        let run = StudyRun(configuration, in: path, registry: registry)
        let isNew = replaces && fresh.insert(path).inserted
        if !isNew, let result = try run.result(upTo: epoch) { return (result, configuration) }
        guard !shouldStop() else { return nil }
        let set = try request.locatingProblems { try load(configuration.data) }
        let result = try request.locatingProblems {
            try run.run(upTo: epoch, on: set, replacing: isNew, command: command, shouldStop: shouldStop) {
                report(.training($0, $1))
            }
        }
        return result.map { ($0, configuration) }
    }

    /// A run's configuration, with the epochs that the budget allows.
    /// - Returns: `nil` if `shouldStop` said so.
    package mutating func configuration(
        _ pairing: Study.Pairing, seed: UInt64, extra: [SettingText] = [], report: (Event) -> Void
    ) throws -> Configuration? {
        var configuration = try study.configuration(pairing, seed: seed, extra: extra, registry: registry)
        if case .seconds(let seconds) = study.budget {
            guard let epochs = try epochs(pairing, within: seconds, configuration, report) else { return nil }
            configuration.plan.epochs = epochs
        }
        return configuration
    }

    /// The runs that were begun anew: a sweep comes back to them.
    private var fresh: Set<String> = []

    /// The data of the last run are kept: the next one mostly has the same.
    package mutating func load(_ request: DataRequest) throws -> Dataset {
        if let data, data.request == request { return data.set }
        data = nil
        let set = try Dataset.load(request)
        data = (request, set)
        return set
    }

    /// How many epochs fit into a budget: what an earlier run of the pairing had, else by a measurement.
    private mutating func epochs(
        _ pairing: Study.Pairing, within seconds: Double, _ configuration: Configuration, _ report: (Event) -> Void
    ) throws -> Int? {
        if let known = epochs[pairing] { return known }
        let runs = folder.runs(pairing, of: study)
        if !replaces {
            for name in FileSystem.names(in: runs) {
                let path = FileSystem.joined(FileSystem.joined(runs, name), RunFolder.configurationName)
                guard FileSystem.kind(of: path) != .missing else { continue }
                let there = try ConfigurationRequest(file: ConfigurationFile(path: path)).resolved(registry: registry)
                epochs[pairing] = there.plan.epochs
                return there.plan.epochs
            }
        }
        report(.measuring)
        let loop = try TrainingLoop(configuration.plan, data: load(configuration.data))
        let epoch: Double
        do { epoch = try loop.epochSeconds(shouldStop: shouldStop) } catch is LocoPropError {
            // It diverges, and its run will say so.
            epoch = .infinity
        }
        guard !shouldStop() else { return nil }
        let count = min(max(1, (seconds / epoch).rounded(.down)), Double(TrainingPlan.largestEpochs))
        epochs[pairing] = Int(count)
        return Int(count)
    }
}
