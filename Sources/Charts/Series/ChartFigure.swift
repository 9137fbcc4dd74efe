/// A chart with its caption: what is drawn, a key where there are several lines, and what cannot be seen in it.
package struct ChartFigure: Sendable {
    package let chart: LineChart
    package let title: String
    package let caption: String

    package init(_ chart: LineChart, title: String, caption: String = "") {
        (self.chart, self.title, self.caption) = (chart, title, caption)
    }

    /// - Parameter heading: the element of the title, such as `h3`.
    package func markup(heading: StaticString = "h3") -> Markup {
        guard let plot = chart.plot() else {
            return .tag("figure", ["class": "chart empty"],
                .tag(heading, text: title), .tag("p", text: "There is no finite value to draw."))
        }
        var words: [Markup] = []
        if chart.series.count > 1 || chart.level != nil {
            words += chart.series.map { .tag("span", ["class": "key \($0.look.style)"], text: $0.name) }
            if let level = chart.level { words.append(.tag("span", ["class": "key level"], text: level.name)) }
        }
        var remarks = caption.isEmpty ? [] : [caption]
        if chart.scale == .logarithmic { remarks.append("Logarithmic scale.") }
        let gaps = chart.series.reduce(0) { $0 + $1.gaps }
        if gaps > 0 { remarks.append("\(gaps) value\(gaps == 1 ? " is" : "s are") not finite and left out.") }
        if !remarks.isEmpty { words.append(.tag("span", ["class": "remark"], text: remarks.joined(separator: " "))) }
        return .tag("figure", ["class": "chart"], [
            .tag(heading, text: title), plot.svg(title: title, description: description),
        ] + (words.isEmpty ? [] : [.tag("figcaption", [:], words)]))
    }

    /// For those who do not see the drawing: first and last of each line.
    private var description: String {
        chart.series.compactMap { series in
            let finite = series.points.filter { $0.y.isFinite }
            guard let first = finite.first, let last = finite.last else { return nil }
            return "\(series.name): \(NumberText.short(first.y)) at \(chart.xName) \(NumberText.short(first.x)), "
                + "\(NumberText.short(last.y)) at \(NumberText.short(last.x))."
        }.joined(separator: " ")
    }
}
