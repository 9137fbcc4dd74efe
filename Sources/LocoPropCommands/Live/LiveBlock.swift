/// Lines at the end of a terminal's output that are drawn again and again in place, with other output going on above
/// them.
package struct LiveBlock {
    /// Of the lines that stand there now.
    private var widths: [Int] = []

    package init() {}

    package var isEmpty: Bool { widths.isEmpty }

    /// What to write so that `above` is printed for good, and `lines` stand below it in place of those before. The
    /// cursor is left at the end of the last one.
    package mutating func text(_ lines: [StyledLine], above: [String] = [], on terminal: Terminal) -> String {
        guard !lines.isEmpty || !above.isEmpty || !isEmpty else { return "" }
        var text = toStart(terminal)
        for line in above { text += line + "\u{1B}[K\n" }
        for (index, line) in lines.enumerated() {
            text += (index == 0 ? "" : "\n") + line.rendered(inColours: terminal.showsColours) + "\u{1B}[K"
        }
        widths = lines.map(\.count)
        // What stood below, of a block that was higher.
        return text + "\u{1B}[J"
    }

    /// From the end of the block to its beginning. A window that became narrower has broken its lines.
    private func toStart(_ terminal: Terminal) -> String {
        guard !isEmpty else { return "" }
        let columns = max(1, terminal.columns)
        let rows = widths.reduce(0) { $0 + max(1, ($1 + columns - 1) / columns) }
        return "\r" + (rows > 1 ? "\u{1B}[\(rows - 1)A" : "")
    }
}
