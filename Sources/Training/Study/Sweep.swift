import ActivationCore
import LocoProp

/// Searches each method's number (``Tuning``) on each workload, all with the same means: the same count of trials, each
/// for a first part of the epochs; the better third of them, and at least two, to the end. The one with the least loss there
/// is taken.
package struct Sweep: Sendable {
    package let study: Study
    /// What was found so far, in the order of ``Study/pairings``.
    package private(set) var searches: [Search] = []

    /// What was tried of one method on one workload.
    package struct Search: Sendable {
        package let pairing: Study.Pairing
        /// `nil` where there is nothing to search.
        package let grid: GridSearch?
        /// Of the first part, and in all.
        package let epochs: (first: Int, all: Int)
        /// The losses of those that trained to the end, by their step on the grid.
        package let finals: [Int: Double]
        package let chosen: Int?
        /// What was chosen, as settings; empty where nothing was.
        package let settings: [SettingText]

        /// Whether a better value may lie beyond those that were tried.
        package var isAtEnd: Bool { chosen.flatMap { chosen in grid.map { $0.isEnd(chosen) } } ?? false }
    }

    package init(_ study: Study) { self.study = study }

    /// What values are judged by: validation loss where something is held out, else training loss; never the test part.
    package static func loss(_ record: EpochRecord) -> Double { record.validation?.loss ?? record.train.loss }

    /// One value, and how far it is to train.
    package struct Trial: Sendable {
        package let pairing: Study.Pairing
        package let value: Double
        package let upTo: Int
        package let isFinal: Bool
    }

    /// Does all searches that are not done.
    /// - Parameters:
    ///   - begins: is told of each trial before it runs, or is found done.
    ///   - ends: and of its loss.
    /// - Returns: whether it came to the end; `false` if the runner was stopped.
    package mutating func run(
        _ runner: inout StudyRunner, begins: (Trial) -> Void, ends: (Trial, Double) -> Void, searched: (Sweep) throws -> Void,
        report: (StudyRunner.Event) -> Void
    ) throws -> Bool {
        for pairing in study.pairings {
            guard let search = try search(pairing, &runner, begins, ends, report) else { return false }
            searches.append(search)
            try searched(self)
        }
        return true
    }

    private func search(
        _ pairing: Study.Pairing, _ runner: inout StudyRunner, _ begins: (Trial) -> Void, _ ends: (Trial, Double) -> Void,
        _ report: (StudyRunner.Event) -> Void
    ) throws -> Search? {
        let tuning = study.methods[pairing.method].tuning
        guard let configuration = try runner.configuration(pairing, seed: study.trialSeed, report: report) else { return nil }
        guard let start = tuning.value(in: configuration) else {
            return Search(pairing: pairing, grid: nil, epochs: (0, 0), finals: [:], chosen: nil, settings: [])
        }
        var grid = GridSearch(start: start, trials: study.trials)
        let epochs = configuration.plan.epochs
        let first = Self.firstPart(epochs)
        func loss(_ k: Int, upTo epoch: Int, isFinal: Bool) throws -> Double? {
            let value = grid.value(k)
            let trial = Trial(pairing: pairing, value: value, upTo: epoch, isFinal: isFinal)
            begins(trial)
            let outcome = try runner.run(
                pairing, seed: study.trialSeed, name: "\(tuning.text)-\(value)", extra: tuning.settings(value, in: configuration),
                upTo: epoch, report: report)
            guard let (result, _) = outcome else { return nil }
            let loss = result.loss(after: epoch)
            ends(trial, loss)
            return loss
        }
        while let k = grid.next {
            guard let loss = try loss(k, upTo: first, isFinal: false) else { return nil }
            grid.take(loss, at: k)
        }
        var finals: [Int: Double] = [:]
        let ranked = grid.ranking.filter { grid.losses[$0] != .infinity }
        for k in ranked.prefix(max(2, (grid.losses.count + 2) / 3)) {
            guard let loss = try loss(k, upTo: epochs, isFinal: true) else { return nil }
            finals[k] = loss
        }
        let chosen = ranked.filter { finals[$0]?.isFinite ?? false }.min { (finals[$0] ?? .infinity) < (finals[$1] ?? .infinity) }
        return Search(
            pairing: pairing, grid: grid, epochs: (first, epochs), finals: finals, chosen: chosen,
            settings: chosen.map { tuning.settings(grid.value($0), in: configuration) } ?? [])
    }

    /// A third of the epochs, and at least one.
    package static func firstPart(_ epochs: Int) -> Int { (epochs + 2) / 3 }

    /// The study with what was found in place of what was tuned before, and a note of how.
    package var tuned: Study {
        var study = study
        for search in searches where !search.settings.isEmpty {
            let (workload, method) = (study.workloads[search.pairing.workload].name, study.methods[search.pairing.method].name)
            let keys = Set(search.settings.map(\.setting.key))
            let before = study.tuned.filter { $0.workload == workload && $0.method == method }.flatMap(\.settings)
            study.tuned.removeAll { $0.workload == workload && $0.method == method }
            study.tuned.append(.init(
                workload: workload, method: method, settings: before.filter { !keys.contains($0.setting.key) } + search.settings))
        }
        study.note = "What is tuned was found by a sweep: for each method at most \(study.trials) values with seed \(study.trialSeed), each for a third of the epochs, the better third of them to the end, the least \(isValidated ? "validation" : "training") loss taken."
        return study
    }

    private var isValidated: Bool { study.common.contains { $0.setting.key == "validation" && $0.text != "off" } }
}

extension StudyResult {
    /// What a sweep judges by; infinite of a run that diverged before.
    func loss(after epoch: Int) -> Double {
        guard records.count >= epoch, epoch > 0 else { return .infinity }
        let loss = Sweep.loss(records[epoch - 1])
        return loss.isNaN ? .infinity : loss
    }
}

extension Sweep {
    /// `sweep.json`.
    package var json: JSONValue {
        .object([
            .init("trials", .integer(study.trials)), .init("seed", .string("\(study.trialSeed)")),
            .init("searches", .array(searches.map { search in
                let (workload, method) = (study.workloads[search.pairing.workload], study.methods[search.pairing.method])
                var members: [JSONValue.Member] = [
                    .init("workload", .string(workload.name)), .init("method", .string(method.name)),
                    .init("tune", .string(method.tuning.text)),
                ]
                if let grid = search.grid {
                    members += [
                        .init("epochs_first", .integer(search.epochs.first)), .init("epochs", .integer(search.epochs.all)),
                        .init("values", .array(grid.losses.keys.sorted().map { k in
                            .object([
                                .init("value", .double(grid.value(k))), .init("loss_first", .double(grid.losses[k] ?? .nan)),
                                .init("loss", search.finals[k].map { .double($0) } ?? .null),
                            ])
                        })),
                        .init("chosen", search.chosen.map { .double(grid.value($0)) } ?? .null),
                        .init("at_end_of_grid", .bool(search.isAtEnd)),
                    ]
                }
                return .object(members)
            })),
        ])
    }
}
