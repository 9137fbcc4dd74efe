import Charts
import Training

/// What each layer did: its local loss before and after the local iterations, and how much of it is saturated.
struct LayerCharts {
    let records: [EpochRecord]

    /// More layers than anyone looks at.
    private static let most = 64

    private var layers: [LayerRecord] { Array((records.last?.layers ?? []).prefix(Self.most)) }
    private var hasLocalLosses: Bool { records.contains { $0.layers.contains { $0.localLossAfter != nil } } }

    /// The section; nothing where no layer was measured.
    var section: Markup {
        guard !layers.isEmpty else { return .fragment([]) }
        return .tag("section", ["id": "layers", "aria-labelledby": "layers-title"], [
            .tag("h2", ["id": "layers-title"], text: "Layer by layer"),
            .tag("p", ["class": "note"], text: introduction),
            .tag("div", ["class": "charts"], overview.map { $0.markup() }),
            .tag("div", ["class": "layers"], layers.indices.map(card)),
        ])
    }

    private var introduction: String {
        let saturation = "A unit is saturated at an example where the slope of its activation is at most a hundredth of its maximum there about 0: it passes hardly any gradient on. Shares are of all units and test examples."
        guard hasLocalLosses else { return saturation }
        return "In every step each layer lowers its own local loss in a few iterations, towards a target that the backward pass set. These are the losses before and after, in the last step of each epoch and averaged over its batch. A matching loss is shown up to a term of the target alone, so it may be negative. " + saturation
    }

    private var overview: [ChartFigure] {
        var figures: [ChartFigure] = []
        if hasLocalLosses {
            figures.append(overview("What the last step changes of each local loss", "After less before: below 0 it fell.") { layer in
                guard let before = layer.localLossBefore, let after = layer.localLossAfter else { return .nan }
                return after - before
            })
        }
        figures.append(overview("Saturated units, in percent", "", scale: .linear) { 100 * ($0.saturation ?? .nan) })
        return figures
    }

    private func overview(
        _ title: String, _ caption: String, scale: AxisScale? = nil, value: (LayerRecord) -> Double
    ) -> ChartFigure {
        let shown = layers.prefix(DataSeries.Look.allCases.count)
        let series = shown.enumerated().map { index, layer in
            DataSeries("layer \(layer.layer)", points(index, value), look: .numbered(index))
        }
        let rest = layers.count > shown.count ? " The first \(shown.count) layers." : ""
        return ChartFigure(
            LineChart(series, xName: "epoch", countsX: true, scale: scale), title: title,
            caption: (caption + rest).trimmingPrefix(" ").description)
    }

    private func card(_ index: Int) -> Markup {
        let layer = layers[index]
        let last = records.last { $0.layers.indices.contains(index) }?.layers[index]
        var facts: [Markup] = []
        if let before = last?.localLossBefore, let after = last?.localLossAfter {
            let change = after - before
            facts.append(.tag("li", text: "local loss \(NumberText.short(before)), changed by \(change > 0 ? "+" : "")\(NumberText.short(change, digits: 3))"))
        }
        if let saturation = last?.saturation {
            facts.append(.tag("li", text: "\(NumberText.short(100 * saturation, digits: 3)) % saturated"))
        }
        let chart = LineChart(
            [
                DataSeries("before", points(index) { $0.localLossBefore ?? .nan }, look: .grey),
                DataSeries("after", points(index) { $0.localLossAfter ?? .nan }, look: .blueDashed),
            ], xName: "epoch", countsX: true, size: LineChart.smallSize)
        var parts: [Markup] = [.tag("h3", [:], .text("Layer \(layer.layer) "), .tag("code", text: layer.activation))]
        if hasLocalLosses, let plot = chart.plot() {
            parts.append(plot.svg(
                title: "Local loss of layer \(layer.layer)", description: "Before and after the local iterations, by epoch."))
            parts.append(.tag("figcaption", [:],
                .tag("span", ["class": "key s5"], text: "before"), .tag("span", ["class": "key s0 dashed"], text: "after")))
        }
        parts.append(.tag("ul", ["class": "facts"], facts))
        return .tag("figure", ["class": "layer"], parts)
    }

    private func points(_ index: Int, _ value: (LayerRecord) -> Double) -> [Point] {
        records.map { record in
            Point(Double(record.epoch), record.layers.indices.contains(index) ? value(record.layers[index]) : .nan)
        }
    }
}
