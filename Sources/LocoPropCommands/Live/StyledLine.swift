/// A line of a live view: pieces of text with the way each looks. Every character is one column wide.
package struct StyledLine: Sendable, Equatable {
    package enum Look: String, Sendable {
        case plain = "", soft = "2", train = "34", test = "31", good = "32", bad = "31;1", strong = "1"
    }

    package private(set) var pieces: [Piece] = []
    package private(set) var count = 0

    package struct Piece: Sendable, Equatable {
        package var text: String
        package var look: Look
    }

    package init(_ text: String = "", _ look: Look = .plain) { add(text, look) }

    package mutating func add(_ text: String, _ look: Look = .plain) {
        guard !text.isEmpty else { return }
        count += text.count
        if let last = pieces.indices.last, pieces[last].look == look {
            pieces[last].text += text
        } else {
            pieces.append(Piece(text: text, look: look))
        }
    }

    mutating func add(_ line: StyledLine) { for piece in line.pieces { add(piece.text, piece.look) } }

    /// With spaces up to `width`.
    func padded(to width: Int) -> StyledLine {
        var line = self
        if count < width { line.add(String(repeating: " ", count: width - count)) }
        return line
    }

    /// At most `width` columns of it.
    func cut(to width: Int) -> StyledLine {
        guard count > width else { return self }
        var line = StyledLine()
        for piece in pieces where line.count < width { line.add(String(piece.text.prefix(width - line.count)), piece.look) }
        return line
    }

    package var text: String { pieces.map(\.text).joined() }

    func rendered(inColours: Bool) -> String {
        guard inColours else { return text }
        return pieces.map { $0.look == .plain ? $0.text : "\u{1B}[\($0.look.rawValue)m\($0.text)\u{1B}[0m" }.joined()
    }
}
