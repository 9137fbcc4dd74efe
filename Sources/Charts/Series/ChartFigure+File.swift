extension ChartFigure {
    /// The figure as an SVG file of its own, with title, key and caption, in light or dark colours as its reader has it.
    /// - Returns: `nil` where there is no finite value to draw.
    package var file: String? {
        guard let plot = chart.plot() else { return nil }
        let margin = 14.0, line = 18.0, sample = 24.0
        let width = plot.frame.width + 2 * margin
        var parts: [Markup] = [
            .tag("text", ["class": "heading", "x": NumberText.coordinate(margin), "y": "26"], text: title),
            plot.panel(at: Point(margin, 38)),
        ]
        var bottom = 38 + plot.frame.height + line
        // Columns as wide as the longest name, in a type of about this width.
        let widest = keys.map(\.name.count).max() ?? 0
        let columnWidth = sample + 8 + 6.4 * Double(widest) + 12
        let columns = max(1, min(keys.count, Int((width - 2 * margin) / columnWidth)))
        for (index, key) in keys.enumerated() {
            let x = margin + Double(index % columns) * columnWidth, y = bottom + Double(index / columns) * line
            parts.append(.tag("path", [
                "class": "\(key.isGuide ? "guide" : "curve") \(key.style)",
                "d": "M\(NumberText.coordinate(x)) \(NumberText.coordinate(y - 4))h\(NumberText.coordinate(sample))",
            ]))
            parts.append(.tag("text", ["class": "tick", "x": NumberText.coordinate(x + sample + 8), "y": NumberText.coordinate(y)], text: key.name))
        }
        bottom += Double((keys.count + columns - 1) / columns) * line
        if !remarks.isEmpty {
            parts.append(.tag("text", ["class": "tick", "x": NumberText.coordinate(margin), "y": NumberText.coordinate(bottom)], text: remarks.joined(separator: " ")))
            bottom += line
        }
        return Plot.file((width, bottom), title: title, description: description, parts)
    }
}
