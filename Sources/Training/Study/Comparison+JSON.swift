extension Comparison {
    /// `comparison.json`. Documentation/Comparisons.md says what its members are.
    package var json: JSONValue {
        .object([
            .init("runs_ended", .integer(count)), .init("runs", .integer(total)),
            .init("judge", .string(study.judge.rawValue)),
            .init("seeds", .array(study.seeds.map { .string("\($0)") })),
            .init("workloads", .array(study.workloads.indices.map(workload))),
        ])
    }

    private func workload(_ index: Int) -> JSONValue {
        let verdict = verdict(index)
        return .object([
            .init("name", .string(study.workloads[index].name)),
            .init("methods", .array(study.methods.indices.map { method(.init(workload: index, method: $0)) })),
            .init("time_to_target", .array(targets(index).map { target in
                .object([
                    .init("train_loss", .double(target.loss)),
                    .init("of_method", target.method.map { .string(study.methods[$0].name) } ?? .null),
                    .init("seconds", .object(study.methods.indices.map { method in
                        .init(study.methods[method].name, .array(
                            times(to: target.loss, .init(workload: index, method: method)).map { $0.map { .double($0) } ?? .null }))
                    })),
                ])
            })),
            .init("verdict", .array(verdict.places.map { place in
                .object([
                    .init("method", .string(study.methods[place.method].name)),
                    .init(study.judge.rawValue.replacing("-", with: "_"), Self.json(place.statistics)),
                    .init("behind_best", Self.json(place.gap)),
                    .init("told_apart", place.isToldApart.map { .bool($0) } ?? .null),
                ])
            })),
        ])
    }

    private func method(_ pairing: Study.Pairing) -> JSONValue {
        .object([
            .init("name", .string(study.methods[pairing.method].name)),
            .init("settings", .object(settings[pairing.workload][pairing.method].map { .init($0.name, .string($0.text)) })),
            .init("runs", .array(zip(study.seeds, results[pairing.workload][pairing.method]).map { seed, result in
                run(seed, result)
            })),
        ])
    }

    private func run(_ seed: UInt64, _ result: StudyResult?) -> JSONValue {
        let start = JSONValue.Member("seed", .string("\(seed)"))
        guard let result else { return .object([start, .init("ended", .string("not yet"))]) }
        var members = [start, .init("folder", .string(result.folder))]
        switch result.ending {
        case .finished: members.append(.init("ended", .string("finished")))
        case .stopped: members.append(.init("ended", .string("stopped")))
        case .diverged(let reason): members += [.init("ended", .string("diverged")), .init("reason", .string(reason))]
        }
        if let memory = result.peakMemory { members.append(.init("peak_memory", .integer(memory))) }
        members.append(.init("epochs", .array(zip(result.records, result.times).map { record, time in
            guard case .object(let inner) = record.json else { return record.json }
            return .object([.init("seconds_in_all", .double((time * 1e6).rounded() / 1e6))] + inner)
        })))
        return .object(members)
    }

    static func json(_ statistics: SeedStatistics?) -> JSONValue {
        guard let statistics else { return .null }
        return .object([
            .init("mean", .double(statistics.mean)), .init("median", .double(statistics.median)),
            .init("min", .double(statistics.least)), .init("max", .double(statistics.most)),
            .init("half_width_95", statistics.halfWidth.map { .double($0) } ?? .null), .init("seeds", .integer(statistics.count)),
        ])
    }
}
