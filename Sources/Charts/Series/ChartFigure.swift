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
        var words: [Markup] = keys.map { .tag("span", ["class": "key \($0.style)"], text: $0.name) }
        if !remarks.isEmpty { words.append(.tag("span", ["class": "remark"], text: remarks.joined(separator: " "))) }
        return .tag("figure", ["class": "chart"], [
            .tag(heading, text: title), plot.svg(title: title, description: description),
        ] + (words.isEmpty ? [] : [.tag("figcaption", [:], words)]))
    }

    /// What the lines are, where there are several.
    var keys: [(style: StaticString, name: String, isGuide: Bool)] {
        guard chart.series.count > 1 || chart.level != nil else { return [] }
        return chart.series.map { ($0.look.style, $0.name, false) } + (chart.level.map { [("level", $0.name, true)] } ?? [])
    }

    /// What cannot be seen in the drawing.
    var remarks: [String] {
        let gaps = chart.series.reduce(0) { $0 + $1.gaps }
        return (caption.isEmpty ? [] : [caption]) + (chart.scale == .logarithmic ? ["Logarithmic scale."] : [])
            + (gaps > 0 ? ["\(gaps) value\(gaps == 1 ? " is" : "s are") not finite and left out."] : [])
    }

    /// For those who do not see the drawing: first and last of each line.
    var description: String {
        chart.series.compactMap { series in
            let finite = series.points.filter { $0.y.isFinite }
            guard let first = finite.first, let last = finite.last else { return nil }
            return "\(series.name): \(NumberText.short(first.y)) at \(chart.xName) \(NumberText.short(first.x)), "
                + "\(NumberText.short(last.y)) at \(NumberText.short(last.x))."
        }.joined(separator: " ")
    }
}
