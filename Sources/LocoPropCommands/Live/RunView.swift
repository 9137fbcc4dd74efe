import Training

/// A run on a few lines of a terminal: a bar with rate and time left, the curve of its losses, and what each layer
/// does. `train` and `watch` show the same.
///
/// It fits the window: beside each other where there is room, below each other where there is not, and less of it
/// where the window is low.
package struct RunView {
    let progress: RunProgress
    let records: [EpochRecord]
    /// Of the batches, shown until there are two epochs.
    let batchLosses: LossTrace
    let terminal: Terminal

    package init(progress: RunProgress, records: [EpochRecord], batchLosses: LossTrace = LossTrace(), terminal: Terminal) {
        (self.progress, self.records, self.batchLosses, self.terminal) = (progress, records, batchLosses, terminal)
    }

    private var width: Int { max(1, terminal.columns - 1) }
    private static let widest = 118
    private static let curveRows = 6

    /// From the top; none wider than the window less one column.
    package var lines: [StyledLine] {
        // The line that the cursor is in, and one of what went before.
        let room = max(1, terminal.rows - 2)
        let bar = progress.phase.isOver ? [] : [barLine]
        let layers = layerLines
        let usable = min(width, Self.widest)
        var body: [StyledLine] = []
        let layerWidth = layers.map(\.count).max() ?? 0
        let beside = usable - layerWidth - 3
        if layers.isEmpty || beside >= 30 {
            let left = curve(columns: layers.isEmpty ? min(usable, 70) : min(beside, 70), rows: Self.curveRows)
            body = sideBySide(left, layers, room: room - bar.count)
        } else {
            body = curve(columns: usable, rows: Self.curveRows)
            if body.count > room - bar.count { body = [] }
            body += fitted(layers, room: room - bar.count - body.count)
        }
        return (bar + body).map { $0.cut(to: width) }
    }

    // MARK: The bar

    private var barLine: StyledLine {
        var line = StyledLine()
        guard progress.epoch > 0 else { return StyledLine("starting …".ascii(terminal)) }
        let head = "epoch \(progress.epoch)/\(progress.epochs) "
        let share = progress.steps > 0 ? Double(min(progress.step, progress.steps)) / Double(progress.steps) : 0
        // From the dearest to what can be left out first.
        var facts: [String] = []
        if progress.phase == .evaluating {
            facts = ["evaluating…".ascii(terminal)]
        } else {
            facts.append("\(progress.step)/\(progress.steps)")
        }
        if let left = progress.secondsLeft, width >= 34 { facts.append("\(Text.duration(left)) left") }
        if let loss = progress.loss, progress.phase != .evaluating, width >= 56 { facts.append("loss \(Text.fixed(loss, 3))") }
        if let rate = progress.stepsPerSecond, width >= 72 { facts.append("\(Text.fixed(rate, rate < 10 ? 2 : 0)) steps/s") }
        let tail = " " + facts.joined(separator: "  ")
        line.add(head, .strong)
        let room = min(40, width - head.count - tail.count - 2)
        if room >= 5 { line.add(bar(share, room)) }
        line.add(tail)
        return line
    }

    private func bar(_ share: Double, _ width: Int) -> StyledLine {
        var line = StyledLine()
        guard terminal.showsUnicode else {
            let filled = Int((share * Double(width)).rounded(.down))
            line.add("[" + String(repeating: "=", count: max(0, filled - 1)) + (filled > 0 ? ">" : ""))
            line.add(String(repeating: " ", count: width - filled) + "]")
            return line
        }
        // Eighths of a cell.
        let eighths = Int((share * Double(8 * width)).rounded(.down))
        let (whole, rest) = eighths.quotientAndRemainder(dividingBy: 8)
        let partial = Array(" ▏▎▍▌▋▊▉")
        line.add(String(repeating: "█", count: whole) + (rest > 0 ? String(partial[rest]) : ""), .train)
        line.add(String(repeating: "░", count: width - whole - (rest > 0 ? 1 : 0)), .soft)
        return line
    }

    // MARK: The curve

    private func curve(columns: Int, rows: Int) -> [StyledLine] {
        let hasEpochs = records.count > 1
        guard hasEpochs || batchLosses.values.count > 1, columns >= 16 else { return [] }
        var curves: [CharacterPlot.Curve]
        var title = StyledLine()
        if hasEpochs {
            let isExcess = records.allSatisfy { $0.testExcess != nil }
            curves = [
                .init(values: records.map { isExcess ? $0.trainExcess ?? .nan : $0.train.loss }, look: .train, mark: "."),
                .init(values: records.map { isExcess ? $0.testExcess ?? .nan : $0.test.loss }, look: .test, mark: "o"),
            ]
            title.add(isExcess ? "excess over the floor: " : "loss: ", .soft)
            title.add(terminal.showsUnicode ? "train" : "train .", .train)
            title.add(", ", .soft)
            title.add(terminal.showsUnicode ? "test" : "test o", .test)
        } else {
            curves = [.init(values: batchLosses.values, look: .train, mark: "*")]
            title.add("loss of the batches", .soft)
        }
        // Labels beside the top and the bottom line.
        let probe = CharacterPlot(curves, columns: 1, rows: 1, usesBraille: terminal.showsUnicode)
        guard let range = probe.range else { return [StyledLine("no finite loss to draw", .soft)] }
        let labels = [Self.short(range.upperBound), Self.short(range.lowerBound)]
        let margin = (labels.map(\.count).max() ?? 0) + 1
        let plot = CharacterPlot(curves, columns: columns - margin, rows: rows, usesBraille: terminal.showsUnicode)
        if plot.isLogarithmic { title.add(" (logarithmic)", .soft) }
        let drawn = plot.lines.enumerated().map { index, drawing in
            let label = index == 0 ? labels[0] : index == rows - 1 ? labels[1] : ""
            var line = StyledLine(String(repeating: " ", count: margin - 1 - label.count) + label + " ", .soft)
            line.add(drawing)
            return line
        }
        return [title.cut(to: columns)] + drawn
    }

    // MARK: Layers

    /// A table: each layer's local loss before the last step's iterations, what they changed of it, and its
    /// saturated units.
    private var layerLines: [StyledLine] {
        guard let layers = records.last?.layers, !layers.isEmpty else { return [] }
        let isNarrow = width < 60
        let longestName = isNarrow ? 8 : 14
        let hasLosses = layers.contains { $0.localLossAfter != nil }
        let rows = layers.map { layer -> [String] in
            let name = layer.activation.count > longestName ? String(layer.activation.prefix(longestName - 1)) + "~" : layer.activation
            var row = ["\(layer.layer)", name]
            if hasLosses {
                let change = layer.localLossBefore.flatMap { before in layer.localLossAfter.map { $0 - before } }
                row += [layer.localLossBefore.map(Self.short) ?? "", change.map { ($0 > 0 ? "+" : "") + Self.short($0) } ?? ""]
            }
            return row + [layer.saturation.map { "\(Text.fixed(100 * $0, 1)) %" } ?? ""]
        }
        let heads = ["", "layer"] + (hasLosses ? [isNarrow ? "loss" : "local loss", "change"] : []) + [isNarrow ? "sat." : "saturated"]
        let widths = heads.indices.map { column in (rows + [heads]).map { $0[column].count }.max() ?? 0 }
        return ([heads] + rows).enumerated().map { index, row in
            var line = StyledLine()
            for (column, cell) in row.enumerated() {
                let space = String(repeating: " ", count: widths[column] - cell.count)
                line.add((column == 0 ? "" : "  ") + (column == 1 ? cell + space : space + cell), index == 0 ? .soft : .plain)
            }
            return line
        }
    }

    /// As many layers as fit, and how many are left out.
    private func fitted(_ lines: [StyledLine], room: Int) -> [StyledLine] {
        guard lines.count > room else { return lines }
        guard room >= 3 else { return [] }
        return Array(lines.prefix(room - 1)) + [StyledLine("\(lines.count - room + 1) more layers", .soft)]
    }

    private func sideBySide(_ left: [StyledLine], _ right: [StyledLine], room: Int) -> [StyledLine] {
        let left = left.count > room ? [] : left
        let right = fitted(right, room: room)
        guard !left.isEmpty, !right.isEmpty else { return left.isEmpty ? right : left }
        let width = left.map(\.count).max() ?? 0
        return (0..<max(left.count, right.count)).map { row in
            var line = (row < left.count ? left[row] : StyledLine()).padded(to: width)
            line.add("   ")
            if row < right.count { line.add(right[row]) }
            return line
        }
    }

    /// Four digits or so.
    static func short(_ x: Double) -> String {
        guard x.isFinite else { return x.isNaN ? "nan" : x < 0 ? "-inf" : "inf" }
        switch abs(x) {
        case 0: return "0"
        case 1e5..., ..<1e-3: return Self.scientific(x)
        case 1000...: return Text.fixed(x, 0)
        case 100...: return Text.fixed(x, 1)
        case 1...: return Text.fixed(x, 2)
        default: return Text.fixed(x, 4)
        }
    }

    /// `1.3e-07`, with as many digits of the exponent as it needs.
    private static func scientific(_ x: Double) -> String {
        var (mantissa, exponent) = (abs(x), 0)
        while mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        while mantissa < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
        return (x < 0 ? "-" : "") + Text.fixed(mantissa, 1) + "e\(exponent)"
    }
}

extension String {
    /// Without what an ASCII terminal lacks.
    fileprivate func ascii(_ terminal: Terminal) -> String {
        terminal.showsUnicode ? self : replacing(" …", with: " ...").replacing("…", with: "...")
    }
}
