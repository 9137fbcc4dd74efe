extension JSONValue {
    /// The value on one line. Floats print as the shortest text that reads back exactly in their own
    /// precision; `inf`, `-inf` and `nan`, which JSON has no numbers for, as strings.
    public var rendered: String {
        var text = ""
        write(to: &text, indent: nil)
        return text
    }

    /// The value with a member a line, for people to read.
    public var renderedInLines: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: Int?) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += value.description
        case .float(let value): text += value.isFinite ? value.description : "\"\(value.isNaN ? "nan" : value.description)\""
        case .double(let value): text += value.isFinite ? value.description : "\"\(value.isNaN ? "nan" : value.description)\""
        case .string(let value): JSONValue.write(value, to: &text)
        case .array(let values):
            // Lists of plain values stay on their line: they are vectors, not structure.
            let inner = values.allSatisfy(\.isScalar) ? nil : indent
            JSONValue.write(values, between: ("[", "]"), to: &text, indent: inner) { value, text, indent in
                value.write(to: &text, indent: indent)
            }
        case .object(let members):
            JSONValue.write(members, between: ("{", "}"), to: &text, indent: indent) { member, text, indent in
                JSONValue.write(member.name, to: &text)
                text += indent == nil ? ":" : ": "
                member.value.write(to: &text, indent: indent)
            }
        }
    }

    private var isScalar: Bool {
        switch self {
        case .array, .object: false
        default: true
        }
    }

    private static func write<Item>(
        _ items: [Item], between brackets: (String, String), to text: inout String, indent: Int?,
        item write: (Item, inout String, Int?) -> Void
    ) {
        text += brackets.0
        for (index, item) in items.enumerated() {
            if index > 0 { text += "," }
            if let indent { text += "\n" + String(repeating: "  ", count: indent + 1) }
            write(item, &text, indent.map { $0 + 1 })
        }
        if let indent, !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
        text += brackets.1
    }

    private static func write(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<" ", "\u{7f}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
