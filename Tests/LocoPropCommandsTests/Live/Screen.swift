/// A terminal's window, as far as a live block uses one: lines, wrapping, the cursor's way up, erasing. It breaks
/// lines anew when its width changes, as terminals do.
struct Screen {
    private(set) var columns: Int
    /// Each a line as it was written, before it is broken to fit.
    private var lines: [[Character]] = [[]]
    private var line = 0
    private var column = 0

    init(columns: Int) { self.columns = columns }

    mutating func resize(_ columns: Int) { self.columns = columns }

    /// What stands on it, without spaces at the ends of lines.
    var text: [String] {
        lines.map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }
    }

    mutating func write(_ text: String) {
        var rest = Substring(text)
        while let character = rest.popFirst() {
            switch character {
            case "\r": column -= column % columns
            case "\n":
                line += 1
                column = 0
                if line == lines.count { lines.append([]) }
            case "\u{1B}":
                let sequence = rest.prefix { !$0.isLetter }
                rest = rest.dropFirst(sequence.count)
                apply(Int(sequence.drop { !$0.isNumber }) ?? 1, rest.popFirst() ?? "?")
            default:
                while lines[line].count <= column { lines[line].append(" ") }
                lines[line][column] = character
                column += 1
            }
        }
    }

    private mutating func apply(_ count: Int, _ command: Character) {
        switch command {
        case "A": for _ in 0..<count { goUp() }
        case "K": lines[line].removeSubrange(min(column, lines[line].count)...)
        case "J":
            lines[line].removeSubrange(min(column, lines[line].count)...)
            lines.removeSubrange((line + 1)...)
        case "m": break
        default: lines[line].append("?")
        }
    }

    /// A row up: a part of the same line, or of the one before.
    private mutating func goUp() {
        if column >= columns {
            column -= columns
        } else if line > 0 {
            line -= 1
            let last = max(0, lines[line].count - 1) / columns * columns
            column = last + column % columns
        }
    }
}
