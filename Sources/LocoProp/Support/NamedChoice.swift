import Suggestions

/// A row of a table of which one is chosen by name, with numbers for its options: `norm(limit=1)`.
public struct ChoiceDescriptor: Sendable {
    public let name: String
    /// One sentence or formula.
    public let summary: String
    /// Numbers alone.
    public let options: [OptionDescriptor]

    package init(name: String, summary: String, options: [OptionDescriptor]) {
        self.name = name
        self.summary = summary
        self.options = options
    }
}

/// A choice as it was written, found in its table.
package struct NamedChoice {
    /// Which row of the table.
    package let row: Int
    /// The options' values in the row's order.
    package let values: [Double]

    /// Reads `name` or `name(option=value, …)`.
    /// - Parameters:
    ///   - text: the choice as it was written.
    ///   - kind: what messages call the choice.
    ///   - table: its rows.
    /// - Throws: ``LocoPropError/unknownName(kind:name:known:suggestion:)``,
    ///   ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    package init(_ text: String, kind: String, in table: [ChoiceDescriptor]) throws(LocoPropError) {
        let parsed = try NameWithOptions(text, kind: kind)
        guard let row = table.firstIndex(where: { $0.name == parsed.name.lowercased() }) else {
            let known = table.map(\.name)
            throw .unknownName(
                kind: kind, name: parsed.name, known: known, suggestion: suggestion(for: parsed.name, in: known))
        }
        let options = table[row].options
        var values = Self.defaults(table[row])
        for (name, text) in parsed.options {
            let option = try options.checked(name, text, owner: table[row].name)
            // Both cannot fail: the option is one of the list, and its domain holds numbers alone.
            if let index = options.firstIndex(where: { $0.name == option.name }), let value = Double(text) {
                values[index] = value
            }
        }
        self.row = row
        self.values = values
    }

    /// The table's defaults are numerals; tests walk them.
    package static func defaults(_ row: ChoiceDescriptor) -> [Double] {
        row.options.map { Double($0.defaultText) ?? .nan }
    }

    /// The choice as it would be written, with all its options.
    package static func text(_ row: ChoiceDescriptor, _ values: [Double]) -> String {
        let options = zip(row.options, values).map { option, value in
            "\(option.name)=\(option.domain.isWhole ? "\(Int(value))" : "\(value)")"
        }
        return options.isEmpty ? row.name : "\(row.name)(\(options.joined(separator: ", ")))"
    }
}
