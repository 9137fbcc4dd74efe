/// One line of a YAML file, taken apart as far as advice on quoting needs it.
struct SourceLine {
    let scalars: [Unicode.Scalar]
    /// The columns of the key and of the value after it, where the line has the form `- key: value`.
    private(set) var key: Range<Int>?
    private(set) var valueStart: Int?
    /// Where the line's content ends: before a comment and trailing blanks.
    let contentEnd: Int

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
        var end = scalars.count
        for i in scalars.indices where scalars[i] == "#" && (i == 0 || isBlank(scalars[i - 1])) {
            end = i
            break
        }
        while end > 0, isBlank(scalars[end - 1]) { end -= 1 }
        contentEnd = end
        (key, valueStart) = pair(from: 0)
    }

    /// The key and the start of the value in `key: value` that begins at `start`, blanks and `- ` skipped.
    func pair(from start: Int) -> (key: Range<Int>?, valueStart: Int?) {
        var i = start
        while i < contentEnd, isBlank(scalars[i]) || (scalars[i] == "-" && i + 1 < contentEnd && isBlank(scalars[i + 1])) {
            i += 1
        }
        let keyStart = i
        while i < contentEnd, isWordCharacter(scalars[i]) { i += 1 }
        guard i > keyStart, i + 1 < contentEnd, scalars[i] == ":", isBlank(scalars[i + 1]) else { return (nil, nil) }
        let key = keyStart..<i
        i += 1
        while i < contentEnd, isBlank(scalars[i]) { i += 1 }
        return (key, i)
    }

    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    /// The first `[0, inf)`-like text, not in quotes, that stands where a value may and that YAML cannot read.
    var unquotedInterval: Range<Int>? {
        for start in scalars.indices.prefix(contentEnd) where scalars[start] == "[" || scalars[start] == "(" {
            var before = start
            while before > 0, isBlank(scalars[before - 1]) { before -= 1 }
            guard before > 0, before < start, scalars[before - 1] == ":" else { continue }
            var commas = 0
            var i = start + 1
            while i < contentEnd, isWordCharacter(scalars[i]) || isBlank(scalars[i]) || "+.,".unicodeScalars.contains(scalars[i]) {
                if scalars[i] == "," { commas += 1 }
                i += 1
            }
            guard commas == 1, i < contentEnd, scalars[i] == ")" || scalars[i] == "]" else { continue }
            if scalars[start] == "[", scalars[i] == "]" { continue }
            return start..<(i + 1)
        }
        return nil
    }
}

func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

private func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
}
