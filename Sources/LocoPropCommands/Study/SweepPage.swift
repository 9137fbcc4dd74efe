import Charts
import Training

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a sweep found, in words.
struct SweepText {
    let sweep: Sweep

    var rows: [[String]] {
        sweep.searches.map { search in
            let (name, tuning) = (sweep.study.label(search.pairing), sweep.study.methods[search.pairing.method].tuning)
            guard let grid = search.grid else { return [name, tuning == .none ? "as it is" : "as it is: it chooses its own rate"] }
            guard let chosen = search.chosen else { return [name, "\(tuning.text): no value trained to the end"] }
            return [name, "\(tuning.text) \(grid.value(chosen))", "loss \(NumberText.short(search.finals[chosen] ?? .nan, digits: 6))"
                + (search.isAtEnd ? "; at the end of what was tried: give more --trials" : "")]
        }
    }
}

/// The report of a sweep.
struct SweepPage {
    let sweep: Sweep
    let folder: String

    static let generator = "locoprop sweep"

    var html: String {
        let isWhole = sweep.searches.count == sweep.study.pairings.count
        return Page(
            title: "Sweep of \(sweep.study.methods.map(\.name).joined(separator: ", "))", generator: Self.generator, style: StudyStyle.sheet,
            skip: ("workload-1", "Skip to the results"), eyebrow: "LocoProp, sweep",
            heading: sweep.study.workloads.map(\.name).joined(separator: " · "),
            lead: [
                .tag("span", ["class": isWhole ? "state good" : "state so-so"], text: isWhole ? "complete" : "\(sweep.searches.count) of \(sweep.study.pairings.count) searches"),
                .text(" Each method had at most \(sweep.study.trials) trials on each workload, with seed \(sweep.study.trialSeed)."),
            ],
            content: sweep.study.workloads.indices.map(section),
            footer: [.text("Written by "), .tag("code", text: "locoprop sweep"), .text(" from the runs in "), .tag("code", text: folder), .text(".")]
        ).html
    }

    private func section(_ workload: Int) -> Markup {
        let searches = sweep.searches.filter { $0.pairing.workload == workload }
        let id = "workload-\(workload + 1)"
        return .tag("section", ["id": id, "aria-labelledby": "\(id)-title"], [
            .tag("h2", ["id": "\(id)-title"], text: sweep.study.workloads[workload].name),
            .tag("div", ["class": "charts"], searches.map(figure)),
        ])
    }

    private func figure(_ search: Sweep.Search) -> Markup {
        let method = sweep.study.methods[search.pairing.method]
        guard let grid = search.grid else {
            return .tag("figure", ["class": "chart empty"],
                .tag("h3", text: method.name), .tag("p", text: method.tuning == .none ? "Nothing is searched." : "It chooses its own rate: nothing is searched."))
        }
        func points(_ losses: [Int: Double]) -> [Point] { losses.keys.sorted().map { Point(log10(grid.value($0)), losses[$0] ?? .nan) } }
        let chosen = search.chosen.map { "Chosen: \(method.tuning.text) \(grid.value($0))" + (search.isAtEnd ? ", at the end of what was tried." : ".") } ?? "No value trained to the end."
        return ChartFigure(
            LineChart(
                [
                    DataSeries("after \(search.epochs.first) of \(search.epochs.all) epochs", points(grid.losses), look: .grey),
                    DataSeries("after \(search.epochs.all)", points(search.finals), look: .blue),
                ], xName: "log₁₀ \(method.tuning.text)"),
            title: method.name, caption: chosen
        ).markup()
    }
}
