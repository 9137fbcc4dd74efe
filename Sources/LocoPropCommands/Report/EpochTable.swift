import Charts
import Training

/// The epochs' numbers, folded away until they are asked for.
struct EpochTable {
    let records: [EpochRecord]

    /// More rows than anyone reads: of longer runs every n-th epoch and the last.
    private static let most = 200

    var section: Markup {
        guard !records.isEmpty else { return .fragment([]) }
        let every = (records.count + Self.most - 1) / Self.most
        let shown = records.enumerated().filter { $0.offset % every == 0 || $0.offset == records.count - 1 }.map(\.element)
        let columns = Self.columns.filter { column in shown.contains { column.value($0) != nil } }
        let title = every == 1 ? "Every epoch" : "Epochs, one in \(every)"
        return .tag("section", ["id": "epochs", "aria-labelledby": "epochs-title"],
            .tag("h2", ["id": "epochs-title"], text: "Numbers"),
            .tag("details", [:],
                .tag("summary", text: "\(title): \(shown.count) row\(shown.count == 1 ? "" : "s")"),
                .tag("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": "epochs-title"],
                    .tag("table", [:],
                        .tag("thead", [:], .tag("tr", [:], columns.map { .tag("th", ["scope": "col"], text: $0.name) })),
                        .tag("tbody", [:], shown.map { record in
                            .tag("tr", [:], columns.map { .tag("td", text: $0.value(record) ?? "") })
                        })))))
    }

    private struct Column: Sendable {
        let name: String
        let value: @Sendable (EpochRecord) -> String?
    }

    private static let columns = [
        Column(name: "epoch") { "\($0.epoch)" },
        Column(name: "train loss") { NumberText.short($0.train.loss, digits: 6) },
        Column(name: "test loss") { NumberText.short($0.test.loss, digits: 6) },
        Column(name: "validation loss") { $0.validation.map { NumberText.short($0.loss, digits: 6) } },
        Column(name: "train excess") { $0.trainExcess.map { NumberText.short($0, digits: 6) } },
        Column(name: "test excess") { $0.testExcess.map { NumberText.short($0, digits: 6) } },
        Column(name: "train accuracy") { $0.train.accuracy.map { "\(NumberText.short(100 * $0)) %" } },
        Column(name: "test accuracy") { $0.test.accuracy.map { "\(NumberText.short(100 * $0)) %" } },
        Column(name: "validation accuracy") { $0.validation?.accuracy.map { "\(NumberText.short(100 * $0)) %" } },
        Column(name: "learning rate") { $0.learningRate.isNaN ? nil : NumberText.short($0.learningRate) },
        Column(name: "seconds") { $0.seconds.isNaN ? nil : NumberText.short($0.seconds) },
    ]
}
