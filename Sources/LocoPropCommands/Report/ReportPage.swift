import Charts
import Training

/// The report of a run: one page of HTML with everything in it.
struct ReportPage {
    let run: RunReading
    let state: RunState
    /// What the network makes of unseen examples.
    let showcase: Markup
    let hasPictures: Bool

    /// How a report is told from a page of someone else's.
    static let generator = "locoprop report"

    var html: String {
        Page(
            title: "\(heading): report of a run", generator: Self.generator, style: ReportStyle.sheet,
            hasPictures: hasPictures, skip: ("learning", "Skip to the curves"), eyebrow: "LocoProp, report of a run",
            heading: heading, lead: [.tag("span", ["class": "state \(stateClass)"], text: state.kind.rawValue), .text(" " + lead)],
            content: [figures, learning, LayerCharts(records: run.records).section, showcase, settings, EpochTable(records: run.records).section],
            footer: [
                .text("Written by "), .tag("code", text: "locoprop report"), .text(" from the files in "),
                .tag("code", text: run.folder), .text("."),
            ]
        ).html
    }

    private var stateClass: StaticString {
        switch state.kind {
        case .failed, .died, .gone: "bad"
        case .finished: "good"
        case .running, .stopped, .unknown: "so-so"
        }
    }

    private var heading: String {
        let parts = ["method", "activation", "data"].compactMap {
            // A name without its options, a path's last part.
            run.setting($0)?.split(separator: "(").first?.split(separator: "/").last.map(String.init)
        }
        guard parts.isEmpty else { return parts.joined(separator: " · ") }
        return run.folder.split(separator: "/").last.map(String.init) ?? run.folder
    }

    private var lead: String {
        let unreadable = run.unreadableLines == 0
            ? "" : " \(run.unreadableLines) line\(run.unreadableLines == 1 ? "" : "s") of metrics.jsonl cannot be read."
        return state.sentence + unreadable
    }

    /// The few numbers that matter, large.
    private var figures: Markup {
        guard let last = run.records.last else { return .fragment([]) }
        func fact(_ label: String, _ value: String, _ remark: String = "") -> Markup {
            .tag("div", [:], .tag("dt", text: label), .tag("dd", [:], .tag("b", text: value), .text(remark.isEmpty ? "" : " \(remark)")))
        }
        var facts: [Markup] = []
        if let accuracy = last.test.accuracy { facts.append(fact("Test accuracy", "\(NumberText.short(100 * accuracy)) %")) }
        facts.append(fact("Test loss", NumberText.short(last.test.loss, digits: 6), last.testExcess.map { "\(NumberText.short($0)) above the floor" } ?? ""))
        facts.append(fact("Train loss", NumberText.short(last.train.loss, digits: 6), last.trainExcess.map { "\(NumberText.short($0)) above the floor" } ?? ""))
        if let validation = last.validation { facts.append(fact("Validation loss", NumberText.short(validation.loss, digits: 6))) }
        let finite = run.records.filter { $0.test.loss.isFinite }
        if let best = finite.min(by: { $0.test.loss < $1.test.loss }), best.epoch != last.epoch {
            facts.append(fact("Best test loss", NumberText.short(best.test.loss, digits: 6), "after epoch \(best.epoch)"))
        }
        let seconds = run.records.reduce(0) { $0 + $1.seconds }
        facts.append(fact("Time in training", Text.duration(seconds), last.steps > 0 ? "\(NumberText.short(last.seconds / Double(last.steps) * 1000, digits: 3)) ms a step in the last epoch" : ""))
        return .tag("dl", ["class": "numbers"], facts)
    }

    private var learning: Markup {
        let figures = LearningCharts(records: run.records).figures
        return .tag("section", ["id": "learning", "aria-labelledby": "learning-title"], [
            .tag("h2", ["id": "learning-title"], text: "Learning"),
            run.records.isEmpty
                ? .tag("p", ["class": "note"], text: "No epoch has been finished, so there are no curves yet.")
                : .tag("div", ["class": "charts"], figures.map { $0.markup() }),
        ])
    }

    private var settings: Markup {
        func list(_ title: String, _ entries: [RunReading.Entry]) -> [Markup] {
            guard !entries.isEmpty else { return [] }
            return [.tag("div", [:], .tag("h3", text: title), .tag("dl", ["class": "settings"], entries.map { entry in
                .tag("div", [:], .tag("dt", text: entry.name), .tag("dd", text: entry.text))
            }))]
        }
        var parts: [Markup] = [.tag("h2", ["id": "settings-title"], text: "Settings")]
        let lists = list("Configuration", run.settings) + list("Environment", run.environment)
        parts.append(lists.isEmpty
            ? .tag("p", ["class": "note"], text: "The folder has no configuration that can be read.")
            : .tag("div", ["class": "columns"], lists))
        if let file = run.configurationFile {
            parts.append(.tag("p", ["class": "note"], text: "This makes the run again, in a folder of its own:"))
            parts.append(.tag("pre", [:], .tag("code", text: "locoprop train --config \(Text.shellWord(file))")))
        }
        return .tag("section", ["id": "settings", "aria-labelledby": "settings-title"], parts)
    }
}
