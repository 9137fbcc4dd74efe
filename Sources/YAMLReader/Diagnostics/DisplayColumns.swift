/// How a line of a file is shown: what stands for each character, and how many cells of a terminal it takes.
struct DisplayColumns {
    /// One piece of text for each Unicode scalar of the line.
    let pieces: [String]
    /// Before each scalar, and at the end, how many cells the line has taken.
    let cells: [Int]

    init(_ line: [Unicode.Scalar]) {
        var pieces: [String] = []
        var cells = [0]
        for scalar in line {
            let (piece, width) = Self.shown(scalar)
            pieces.append(piece)
            cells.append(cells[cells.count - 1] + width)
        }
        (self.pieces, self.cells) = (pieces, cells)
    }

    /// Tabs are four blanks; what cannot be seen, and would change how a terminal shows the rest, is U+FFFD.
    private static func shown(_ scalar: Unicode.Scalar) -> (String, Int) {
        if scalar == "\t" { return ("    ", 4) }
        if scalar.value >= 0x20, scalar.value < 0x7F { return (String(scalar), 1) }
        if isForbidden(scalar) { return ("\u{FFFD}", 1) }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return (String(scalar), 0)
        default: return (String(scalar), isWide(scalar) ? 2 : 1)
        }
    }

    /// East Asian wide and full-width characters, and emoji.
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isEmojiPresentation || wide.contains { $0.contains(scalar.value) }
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
