import ActivationCore
import LocoProp

/// A study with what its runs have come to.
package struct Comparison: Sendable {
    package let study: Study
    /// By workload, method and seed; `nil` for a run that has not ended.
    package private(set) var results: [[[StudyResult?]]]
    /// By workload and method: the settings of the first seed's run.
    package private(set) var settings: [[[(name: String, text: String)]]]

    package init(_ study: Study) {
        self.study = study
        let row = study.methods.map { _ in [StudyResult?](repeating: nil, count: study.seeds.count) }
        results = study.workloads.map { _ in row }
        settings = study.workloads.map { _ in study.methods.map { _ in [] } }
    }

    package mutating func take(_ result: StudyResult, _ pairing: Study.Pairing, seed index: Int, _ configuration: Configuration) {
        results[pairing.workload][pairing.method][index] = result
        if settings[pairing.workload][pairing.method].isEmpty { settings[pairing.workload][pairing.method] = configuration.settings }
    }

    package func setting(_ name: String, _ pairing: Study.Pairing) -> String? {
        settings[pairing.workload][pairing.method].first { $0.name == name }?.text
    }

    package func runs(_ pairing: Study.Pairing) -> [StudyResult] { results[pairing.workload][pairing.method].compactMap(\.self) }

    /// How many runs have ended.
    package var count: Int { results.reduce(0) { $0 + $1.reduce(0) { $0 + $1.count { $0 != nil } } } }

    /// How many there are in all.
    package var total: Int { study.pairings.count * study.seeds.count }

    package func verdict(_ workload: Int) -> Verdict { Verdict(study.judge, results[workload]) }

    /// A loss to reach, and where it comes from.
    package struct Target: Sendable, Equatable {
        package let loss: Double
        /// Index of the method whose last training loss it is (the median over seeds); `nil` for one that the study names.
        package let method: Int?
    }

    /// The losses whose times are compared: those the study names for the workload, else each method's last.
    package func targets(_ workload: Int) -> [Target] {
        let named = study.workloads[workload].targets
        guard named.isEmpty else { return named.map { Target(loss: $0, method: nil) } }
        return study.methods.indices.compactMap { method in
            let last = runs(.init(workload: workload, method: method)).filter { $0.ending == .finished }
                .compactMap { $0.records.last?.train.loss }
            return SeedStatistics(last).map { Target(loss: $0.median, method: method) }
        }.sorted { $0.loss > $1.loss }
    }

    /// Of each run that has ended, the seconds to the target; `nil` for one that did not reach it.
    package func times(to target: Double, _ pairing: Study.Pairing) -> [Double?] { runs(pairing).map { $0.time(to: target) } }

    /// Over the seeds, epoch by epoch as far as all have come.
    package struct Curve: Sendable {
        /// The median of the seconds up to the epoch's end.
        package let seconds: [Double]
        package let values: [SeedStatistics?]
    }

    package func curve(_ pairing: Study.Pairing, _ value: (EpochRecord) -> Double) -> Curve {
        let runs = runs(pairing)
        let epochs = runs.map(\.records.count).min() ?? 0
        let times = runs.map(\.times)
        return Curve(
            seconds: (0..<epochs).map { epoch in SeedStatistics(times.map { $0[epoch] })?.median ?? .nan },
            values: (0..<epochs).map { epoch in SeedStatistics(runs.map { value($0.records[epoch]) }) })
    }
}
