/// The tables of `Documentation/Data.md`, which a test holds to these texts.
package enum DataPage {
    /// The formats.
    package static var formats: String {
        let rows = DataFormat.all.map { format in
            "| \(format.name) | \(format.suffixes.map { "`\($0)`" }.joined(separator: " ")) | \(format.title) | \(format.memory) |"
        }
        return (["| format | names end in | holds | in memory |", "|---|---|---|---|"] + rows).joined(separator: "\n")
    }

    /// What arrays are called.
    package static var arrays: String {
        let rows = ArrayRole.allCases.map { role in "| \(role.title) | \(role.names.map { "`\($0)`" }.joined(separator: " ")) |" }
        return (["| array | names |", "|---|---|"] + rows).joined(separator: "\n")
    }

    package static var scalings: String {
        let rows = Scaling.allCases.map { "| `\($0.rawValue)` | \($0.title) |" }
        return (["| `scale` | |", "|---|---|"] + rows).joined(separator: "\n")
    }

    /// Of arrays.
    package static var elements: String { ArrayElement.allCases.map(\.name).joined(separator: ", ") }
}
