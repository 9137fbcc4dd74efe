/// From the bytes of a file to text that is safe to show and to parse.
///
/// Refused, each with its place: what is not UTF-8, and characters that one cannot see but that change how a
/// text is read (control characters, bidirectional overrides, odd line breaks): a reviewer of the catalogue, and
/// of the code generated from it, must see what the compiler sees.
struct SourceDecoder {
    private(set) var diagnostics: [Diagnostic] = []

    /// - Returns: `nil` where the bytes are no text at all, or too long. Forbidden characters are reported and replaced one
    ///   for one by U+FFFD, so that the rest of the file is still read and keeps its positions.
    mutating func decode(_ bytes: [UInt8]) -> SourceText? {
        guard bytes.count <= YAMLLimits.bytes else {
            report(SourcePosition(line: 1, column: 1), "file-too-large",
                "the file has more than \(YAMLLimits.bytes) bytes (4 MiB). Is it the right file?")
            return nil
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            report(SourcePosition(line: 1, column: 1), "not-utf8", "the file is UTF-16 text; save it as UTF-8")
            return nil
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        var cleaned: [UInt8] = []
        cleaned.reserveCapacity(content.count)
        var position = SourcePosition(line: 1, column: 1)
        var index = 0
        while index < content.count {
            guard let scalar = scalar(at: index, in: content) else {
                let byte = hexadecimal(UInt32(content[index]), width: 2)
                report(position, "not-utf8", "the byte 0x\(byte) is not UTF-8 text; save the file as UTF-8")
                return nil
            }
            let end = index + UTF8.width(scalar)
            if isForbidden(scalar) {
                if diagnostics.count < YAMLLimits.diagnostics {
                    report(position, "forbidden-character", forbiddenCharacterMessage(scalar))
                }
                cleaned.append(contentsOf: [0xEF, 0xBF, 0xBD])
            } else {
                cleaned.append(contentsOf: content[index..<end])
            }
            let endsLine = scalar == "\n" || (scalar == "\r" && (end == content.count || content[end] != 0x0A))
            position = endsLine
                ? SourcePosition(line: position.line + 1, column: 1)
                : SourcePosition(line: position.line, column: position.column + 1)
            index = end
        }
        let text = SourceText(bytes: cleaned)
        if let long = text.lineStarts.indices.first(where: { text.byteCount(ofLine: $0) > YAMLLimits.lineBytes }) {
            report(SourcePosition(line: long + 1, column: 1), "line-too-long",
                "the line is longer than \(YAMLLimits.lineBytes) bytes; break it. Is it the right file?")
            return nil
        }
        return text
    }

    private mutating func report(_ position: SourcePosition, _ code: String, _ message: String) {
        diagnostics.append(Diagnostic(position, code: code, message, length: 1))
    }
}

/// Characters that one cannot see but that change how text is read. The joiners U+200C and U+200D and the soft
/// hyphen are left: scripts and emoji need them.
package func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r" }
    switch scalar.value {
    case 0xAD, 0x200C, 0x200D: return false
    case 0xFFFE, 0xFFFF: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
}

/// A number in capital hexadecimal digits, padded with zeros.
package func hexadecimal(_ value: UInt32, width: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

/// What to say of a character that ``isForbidden(_:)``.
package func forbiddenCharacterMessage(_ scalar: Unicode.Scalar) -> String {
    "the invisible character U+\(hexadecimal(scalar.value, width: 4)) is not allowed; remove it"
}

/// The UTF-8 encoded scalar that begins at `index`, or `nil` where the bytes there encode none.
private func scalar(at index: Int, in bytes: [UInt8]) -> Unicode.Scalar? {
    if bytes[index] < 0x80 { return Unicode.Scalar(bytes[index]) }
    var tail = bytes[index...].makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&tail) else { return nil }
    return scalar
}
