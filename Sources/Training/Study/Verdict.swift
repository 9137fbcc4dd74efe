/// How methods stand to each other on one workload, and how sure that is.
///
/// The best is the one with the best mean over seeds. Each other one is compared with it seed by seed: both began from the
/// same weights and saw the same batches, so that the differences are paired, and their mean has a 95 % confidence interval by
/// Student's t. They are told apart where that interval does not hold 0.
package struct Verdict: Sendable {
    package struct Place: Sendable {
        /// Index of the method.
        package let method: Int
        /// Of the judged value, over the seeds; `nil` where a run has diverged or is not there.
        package let statistics: SeedStatistics?
        /// What the method is worse by than the best, seed by seed; `nil` of the best, and where `statistics` is.
        package let gap: SeedStatistics?

        /// Whether the gap's interval leaves 0 out; `nil` where nothing can be said.
        package var isToldApart: Bool? {
            gap.flatMap { gap in gap.halfWidth.map { gap.mean > $0 } }
        }
    }

    package let judge: Judge
    /// The best first; those without statistics last, in the order of the study.
    package let places: [Place]

    /// - Parameter results: by method, of the same seeds; `nil` for a run that is not there.
    package init(_ judge: Judge, _ results: [[StudyResult?]]) {
        self.judge = judge
        let values = results.map { runs in runs.map { run in run.map { Self.value($0, judge) } ?? .nan } }
        let statistics = values.map { SeedStatistics($0) }
        let order = results.indices.sorted { a, b in
            switch (statistics[a]?.mean, statistics[b]?.mean) {
            case (let x?, let y?): x == y ? a < b : (x < y) == judge.isLoss
            case (nil, nil): a < b
            case (let x, _): x != nil
            }
        }
        let best = order.first.flatMap { statistics[$0] == nil ? nil : values[$0] }
        places = order.map { method in
            let gap = method == order.first ? nil : best.flatMap { best in
                SeedStatistics(zip(values[method], best).map { judge.isLoss ? $0 - $1 : $1 - $0 })
            }
            return Place(method: method, statistics: statistics[method], gap: gap)
        }
    }

    /// Of a finished run its last epoch's; NaN of one that diverged.
    private static func value(_ result: StudyResult, _ judge: Judge) -> Double {
        guard result.ending == .finished, let last = result.records.last else { return .nan }
        return judge.value(last)
    }
}
