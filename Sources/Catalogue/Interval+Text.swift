extension Interval {
    /// Reads `[0, inf)`: a bracket includes its end, a parenthesis does not.
    /// - Throws: what is wrong with the text and how to mend it, to follow the text in a message.
    init(text: String) throws(DecimalNumber.Malformed) {
        let trimmed = text.trimmingBlanks
        guard trimmed.utf8.count <= 160, let opening = trimmed.first, let closing = trimmed.last,
            opening == "[" || opening == "(", closing == "]" || closing == ")" else { throw Interval.malformed }
        let ends = trimmed.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
        guard ends.count == 2 else { throw Interval.malformed }
        let lower = try Interval.end(ends[0])
        let upper = try Interval.end(ends[1])
        if (lower.isInfinite && opening == "[") || (upper.isInfinite && closing == "]") {
            throw DecimalNumber.Malformed("includes an infinite end; write '(-inf' and 'inf)'")
        }
        let isPoint = lower == upper && lower.isFinite && opening == "[" && closing == "]"
        guard lower < upper || isPoint else {
            throw DecimalNumber.Malformed(
                lower > upper ? "ends before it begins; write the smaller number first"
                    : "holds no number; write two different ends" + (lower.isFinite ? ", or [\(ends[0].trimmingBlanks), \(ends[0].trimmingBlanks)] for one number" : ""))
        }
        self.init(lower: lower, upper: upper, includesLower: opening == "[", includesUpper: closing == "]")
    }

    private static var malformed: DecimalNumber.Malformed {
        DecimalNumber.Malformed("is not an interval; write it like \"[0, inf)\", \"(-inf, inf)\" or \"(1, 2]\", in quotes")
    }

    private static func end(_ text: Substring) throws(DecimalNumber.Malformed) -> Double {
        let text = text.trimmingBlanks
        switch text {
        case "inf": return .infinity
        case "-inf": return -.infinity
        case "": throw malformed
        default: break
        }
        do { return try DecimalNumber(text).value } catch {
            throw DecimalNumber.Malformed("has the end '\(text)', which \(error.reason); without end it is inf or -inf")
        }
    }
}

extension Interval: CustomStringConvertible {
    /// As the catalogue writes it: `[0, inf)`.
    public var description: String {
        "\(includesLower ? "[" : "(")\(Interval.text(lower)), \(Interval.text(upper))\(includesUpper ? "]" : ")")"
    }

    private static func text(_ end: Double) -> String {
        if let integer = Int(exactly: end), abs(integer) < 1_000_000_000 { return String(integer) }
        return "\(end)"
    }
}

extension StringProtocol {
    /// Without spaces, tabs and line breaks at either end.
    var trimmingBlanks: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
