import Charts
import Training

/// The report of a comparison: one page of HTML with everything in it.
struct ComparisonPage {
    let comparison: Comparison
    /// Where the study is; links lead from there.
    let folder: String

    /// How such a page is told from one of someone else's.
    static let generator = "locoprop compare"

    private var study: Study { comparison.study }
    private var names: [String] { study.methods.map(\.name) }

    var html: String {
        let isWhole = comparison.count == comparison.total
        let seeds = "\(study.seeds.count) seed\(study.seeds.count == 1 ? "" : "s")"
        return Page(
            title: "Comparison of \(names.joined(separator: ", "))", generator: Self.generator, style: StudyStyle.sheet,
            skip: ("workload-1", "Skip to the results"), eyebrow: "LocoProp, comparison of methods",
            heading: study.workloads.map(\.name).joined(separator: " · "),
            lead: [
                .tag("span", ["class": isWhole ? "state good" : "state so-so"], text: isWhole ? "complete" : "\(comparison.count) of \(comparison.total) runs"),
                .text(" \(study.methods.count) methods, \(seeds), \(budget)." + (study.note.map { " \($0)" } ?? "")),
            ],
            content: study.workloads.indices.map(section) + [settings],
            footer: [
                .text("Written by "), .tag("code", text: "locoprop compare"), .text(" from the runs in "), .tag("code", text: folder), .text("."),
            ]
        ).html
    }

    private var budget: String {
        switch study.budget {
        case .epochs: "the same epochs for all"
        case .seconds(let seconds): "as many epochs for each as fit into \(NumberText.short(seconds)) s of steps"
        }
    }

    private func section(_ workload: Int) -> Markup {
        let text = VerdictText(verdict: comparison.verdict(workload), methods: names)
        let id = "workload-\(workload + 1)"
        return .tag("section", ["id": id, "aria-labelledby": "\(id)-title"], [
            .tag("h2", ["id": "\(id)-title"], text: study.workloads[workload].name),
            .tag("p", ["class": "note verdict"], text: text.sentence),
            ranking(workload, text),
            .tag("div", ["class": "charts"], ComparisonCharts(comparison: comparison, workload: workload).figures.map { $0.markup() }),
            targets(workload), layers(workload),
        ])
    }

    // MARK: Tables

    private func table(_ label: String, _ head: [String], _ rows: [[Markup]]) -> Markup {
        .tag("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": label],
            .tag("table", [:],
                .tag("thead", [:], .tag("tr", [:], head.map { .tag("th", ["scope": "col"], text: $0) })),
                .tag("tbody", [:], rows.map { row in
                    .tag("tr", [:], row.enumerated().map { index, cell in
                        index == 0 ? .tag("th", ["scope": "row"], cell) : .tag("td", [:], cell)
                    })
                })))
    }

    private func ranking(_ workload: Int, _ text: VerdictText) -> Markup {
        let rows = text.verdict.places.map { place -> [Markup] in
            let pairing = Study.Pairing(workload: workload, method: place.method)
            let runs = comparison.runs(pairing)
            let finished = runs.filter { $0.ending == .finished }
            func median(_ value: (StudyResult) -> Double?, digits: Int = 4) -> String {
                SeedStatistics(finished.compactMap(value)).map { NumberText.short($0.median, digits: digits) } ?? "-"
            }
            let steps = median { run in
                let seconds = run.records.reduce(0) { $0 + $1.seconds }
                let steps = run.records.reduce(0) { $0 + $1.steps }
                return steps > 0 ? 1000 * seconds / Double(steps) : nil
            }
            let ended = finished.count == study.seeds.count ? "\(finished.count)" : "\(finished.count) of \(study.seeds.count)"
            let diverged = runs.count { if case .diverged = $0.ending { true } else { false } }
            let cells = [
                place.statistics.map { text.number($0.mean) + " " + text.range($0) } ?? "-", text.gap(place),
                median({ $0.records.last?.train.loss }, digits: 6), median({ $0.records.last?.test.loss }, digits: 6),
                median({ $0.records.last.map { Double($0.epoch) } }), median({ $0.times.last }), steps,
                median { $0.peakMemory.map { Double($0) / 1e6 } },
                diverged > 0 ? "\(ended), \(diverged) diverged" : ended,
            ]
            return [.text(names[place.method])] + cells.map { .text($0) } + [links(pairing)]
        }
        return table("Results", [
            "method", text.verdict.judge.title, "behind the best", "train loss", "test loss", "epochs", "seconds", "ms a step", "MB", "runs", "reports",
        ], rows)
    }

    /// To the runs' own reports, which lie beside this page.
    private func links(_ pairing: Study.Pairing) -> Markup {
        let results = comparison.results[pairing.workload][pairing.method]
        let parts = zip(study.seeds, results).compactMap { seed, result -> Markup? in
            guard let result, result.folder.hasPrefix(folder + "/") else { return nil }
            return .tag("a", ["href": result.folder.dropFirst(folder.count + 1) + "/\(RunFolder.reportName)"], text: "seed \(seed)")
        }
        return .fragment(parts.enumerated().flatMap { $0.offset == 0 ? [$0.element] : [.text(", "), $0.element] })
    }

    private func targets(_ workload: Int) -> Markup {
        let targets = comparison.targets(workload)
        guard !targets.isEmpty else { return .fragment([]) }
        let rows = names.indices.map { method -> [Markup] in
            let pairing = Study.Pairing(workload: workload, method: method)
            let cells = targets.map { target -> String in
                let times = comparison.times(to: target.loss, pairing)
                let reached = times.compactMap(\.self)
                guard let statistics = SeedStatistics(reached) else { return "not reached" }
                let all = reached.count == times.count ? "" : " (\(reached.count) of \(times.count))"
                return "\(NumberText.short(statistics.median, digits: 4))\(all)"
            }
            return [.text(names[method])] + cells.map { .text($0) }
        }
        return .fragment([
            .tag("h3", text: "Time to target"),
            .tag("p", ["class": "note"], text: "Seconds of steps up to the end of the first epoch whose training loss is at most the target: the median of the seeds that came there. Evaluation is not counted."),
            table("Time to target", ["method"] + targets.map { target in
                NumberText.short(target.loss, digits: 6) + (target.method.map { " (last of \(names[$0]))" } ?? "")
            }, rows),
        ])
    }

    /// Local losses of the first seed, in the last epoch's last step.
    private func layers(_ workload: Int) -> Markup {
        let parts = names.indices.flatMap { method -> [Markup] in
            guard let result = comparison.results[workload][method].first.flatMap(\.self), let record = result.records.last,
                record.layers.contains(where: { $0.localLossAfter != nil })
            else { return [] }
            let rows = record.layers.prefix(64).map { layer -> [Markup] in
                let (before, after) = (layer.localLossBefore ?? .nan, layer.localLossAfter ?? .nan)
                return [.text("\(layer.layer) \(layer.activation)")] + [before, after, after - before].map { .text(NumberText.short($0, digits: 5)) }
            }
            return [.tag("h3", text: names[method]), table("Local losses of \(names[method])", ["layer", "before", "after", "change"], Array(rows))]
        }
        guard !parts.isEmpty else { return .fragment([]) }
        return .tag("details", [:], [
            .tag("summary", text: "Local losses, layer by layer"),
            .tag("p", ["class": "note"], text: "Before and after the local iterations of the last epoch's last step, averaged over its batch, with seed \(study.seeds[0]). A matching loss is shown up to a term of the target alone, so it may be negative."),
        ] + parts)
    }

    private var settings: Markup {
        .tag("section", ["id": "study", "aria-labelledby": "study-title"], [
            .tag("h2", ["id": "study-title"], text: "The study"),
            .tag("p", ["class": "note"], text: "Every method began from the same weights and saw the same batches, seed by seed. Times are of the steps alone, on one machine, the runs one after the other, the methods in turn within each seed. This file makes it all again:"),
            .tag("pre", [:], .tag("code", text: study.yaml)),
        ])
    }
}
