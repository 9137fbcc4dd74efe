import YAMLReader

extension Configuration {
    /// The configuration as a file for `--config`: every setting with a comment that says what it is. Reads back to
    /// the same configuration.
    package var yaml: String {
        var lines = ["# Settings of a training run: locoprop train --config FILE. Documentation/Configuration.md explains them."]
        for group in Setting.Group.allCases {
            lines += ["", "# --- \(group.rawValue) ---"]
            for setting in group.settings {
                guard let text = setting.text(self) else { continue }
                lines += ["", "# \(setting.help)", "\(setting.key): \(YAMLText.scalar(text))"]
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Text as YAML writes it.
package enum YAMLText {
    /// One line that YAML reads as this text: plain where that is safe, else in double quotes.
    package static func scalar(_ text: String) -> String {
        isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    /// Letters, digits and what else never means anything in a block value; `: ` and ` #` are not among it, because
    /// neither `:` at an end nor `#` is.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
        guard isLetterOrDigit(first) || first == "/" || first == ".", last != ":", last != " ", text != "..." else { return false }
        var previous: Unicode.Scalar = "a"
        for scalar in text.unicodeScalars {
            guard isLetterOrDigit(scalar) || " -_./()=,+:^".unicodeScalars.contains(scalar) else { return false }
            if previous == ":", scalar == " " { return false }
            previous = scalar
        }
        return true
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\t": "\\t"
        case " "..."~": String(scalar)
        default:
            scalar.value <= 0xFF
                ? "\\x" + hexadecimal(scalar.value, width: 2)
                : scalar.value <= 0xFFFF ? "\\u" + hexadecimal(scalar.value, width: 4) : "\\U" + hexadecimal(scalar.value, width: 8)
        }
    }
}
