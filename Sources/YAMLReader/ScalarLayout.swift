/// The places in a file of the characters of one scalar's text.
public struct ScalarPositions: Sendable {
    private let scalar: YAMLScalar
    private let source: SourceText
    private let marks: [Mark]

    init(_ scalar: YAMLScalar, in source: SourceText) {
        self.scalar = scalar
        self.source = source
        marks = ScalarLayout(scalar, in: source).marks
    }

    /// Where the character at `offset` stands: exactly where the scalar's layout can be followed, else where the
    /// scalar begins. Offsets count the text's Unicode scalars; past its end they mean its end.
    public subscript(offset: Int) -> SourcePosition {
        marks.isEmpty ? scalar.position : source.position(marks[min(max(offset, 0), marks.count - 1)])
    }
}

/// Follows a scalar's layout in the file, to say where each character of its text stands.
struct ScalarLayout {
    /// The place of each Unicode scalar of the text, and of its end; empty where the layout could not be followed.
    let marks: [Mark]

    init(_ scalar: YAMLScalar, in source: SourceText) {
        var walk = Walk(source: source, scalar: scalar)
        switch scalar.style {
        case .plain: walk.flow(from: scalar.start, to: scalar.end, reading: walk.plainCharacter)
        case .singleQuoted: walk.flow(from: scalar.start.next, to: scalar.end.previous, reading: walk.singleQuotedCharacter)
        case .doubleQuoted: walk.flow(from: scalar.start.next, to: scalar.end.previous, reading: walk.doubleQuotedCharacter)
        case .literal, .folded: walk.block()
        }
        // The walk is believed only where it rebuilds the very text that libyaml found.
        guard walk.text == Array(scalar.text.unicodeScalars) else {
            marks = []
            return
        }
        marks = walk.marks + [walk.end]
    }
}

private struct Walk {
    let source: SourceText
    let scalar: YAMLScalar
    private(set) var text: [Unicode.Scalar] = []
    private(set) var marks: [Mark] = []
    private(set) var end: Mark

    init(source: SourceText, scalar: YAMLScalar) {
        self.source = source
        self.scalar = scalar
        end = scalar.end
    }

    private mutating func add(_ character: Unicode.Scalar, _ mark: Mark) {
        text.append(character)
        marks.append(mark)
    }

    // MARK: Plain and quoted scalars

    /// A character and how many columns it takes, or `nil` for a line break that joins two lines.
    typealias Reader = (_ line: [Unicode.Scalar], _ column: Int) -> (character: Unicode.Scalar?, width: Int)

    func plainCharacter(_ line: [Unicode.Scalar], _ column: Int) -> (character: Unicode.Scalar?, width: Int) {
        (line[column], 1)
    }

    func singleQuotedCharacter(_ line: [Unicode.Scalar], _ column: Int) -> (character: Unicode.Scalar?, width: Int) {
        (line[column], line[column] == "'" ? 2 : 1)
    }

    func doubleQuotedCharacter(_ line: [Unicode.Scalar], _ column: Int) -> (character: Unicode.Scalar?, width: Int) {
        guard line[column] == "\\" else { return (line[column], 1) }
        guard column + 1 < line.count else { return (nil, 1) }
        let digits: Int
        switch line[column + 1] {
        case "x": digits = 2
        case "u": digits = 4
        case "U": digits = 8
        default: return (simpleEscapes[line[column + 1]] ?? line[column + 1], 2)
        }
        guard column + 2 + digits <= line.count else { return ("\u{FFFD}", 2) }
        let code = UInt32(String(String.UnicodeScalarView(line[(column + 2)..<(column + 2 + digits)])), radix: 16)
        return (code.flatMap(Unicode.Scalar.init) ?? "\u{FFFD}", 2 + digits)
    }

    /// Characters between two marks, with YAML's folding: one line break is a space, n are n − 1 breaks, and
    /// blanks around them do not count.
    mutating func flow(from start: Mark, to end: Mark, reading: Reader) {
        self.end = end
        guard start <= end else { return }
        var breaks = 0
        var isJoined = false
        for number in start.line...end.line {
            let line = source.line(number)
            let last = number == end.line ? min(end.column, line.count) : line.count
            var column = number == start.line ? min(start.column, last) : 0
            if number > start.line {
                while column < last, isBlank(line[column]) { column += 1 }
                // A blank line in the middle only adds a break.
                if column == last, number < end.line {
                    breaks += 1
                    continue
                }
                if !isJoined || breaks > 1 {
                    let mark = Mark(line: number, column: column)
                    if breaks == 1 { add(" ", mark) } else { for _ in 1..<max(breaks, 2) { add("\n", mark) } }
                }
                breaks = 0
                isJoined = false
            }
            var visible = text.count
            while column < last {
                let (character, width) = reading(line, column)
                guard let character else {
                    isJoined = true
                    visible = text.count
                    break
                }
                add(character, Mark(line: number, column: column))
                if width > 1 || !isBlank(character) { visible = text.count }
                column += width
            }
            if number < end.line {
                text.removeLast(text.count - visible)
                marks.removeLast(marks.count - visible)
                breaks = 1
            }
        }
    }

    // MARK: Block scalars

    /// The lines under `|` or `>`. More deeply indented lines of a folded scalar are not followed.
    mutating func block() {
        var lines: [(number: Int, scalars: [Unicode.Scalar])] = []
        for number in (scalar.start.line + 1)..<max(scalar.start.line + 1, scalar.end.line + 1) {
            lines.append((number, source.line(number)))
        }
        guard let first = lines.first(where: { $0.scalars.contains { !isBlank($0) } }) else { return }
        let indentation = first.scalars.prefix { $0 == " " }.count
        let wanted = scalar.text.unicodeScalars.count
        var breaks = 0
        var previousEnd = Mark(line: first.number, column: indentation)
        for (number, line) in lines where text.count < wanted {
            guard line.count > indentation else {
                breaks += 1
                continue
            }
            if breaks > 0 {
                if scalar.style == .folded, breaks == 1 {
                    add(" ", previousEnd)
                } else {
                    for _ in 0..<(scalar.style == .folded ? breaks - 1 : breaks) { add("\n", previousEnd) }
                }
            }
            for column in indentation..<line.count { add(line[column], Mark(line: number, column: column)) }
            previousEnd = Mark(line: number, column: line.count)
            breaks = 1
        }
        while text.count < wanted { add("\n", previousEnd) }
        end = previousEnd
    }
}

private let simpleEscapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
    "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
]

extension Mark {
    fileprivate var next: Mark { Mark(line: line, column: column + 1) }
    fileprivate var previous: Mark { Mark(line: line, column: column - 1) }
}
