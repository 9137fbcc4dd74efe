import Suggestions
import YAMLReader

/// A key that a mapping of the catalogue may have.
package struct FieldKey: Sendable {
    package let name: String
    package let isRequired: Bool
    /// What to write for it; part of the message where it is missing.
    package let example: String

    init(_ name: String, required: Bool = false, _ example: String) {
        self.name = name
        isRequired = required
        self.example = example
    }
}

/// The keys of the three mappings of a catalogue, in the order in which they are documented.
package enum Schema {
    /// The number of the schema that this version reads.
    package static let version = 1

    package static let file = [
        FieldKey("schema", required: true, "schema: 1"),
        FieldKey("activations", required: true, "activations: with a list of entries under it"),
    ]
    package static let entry = [
        FieldKey("name", required: true, "name: my_activation"),
        FieldKey("type", required: true, "type: MyActivation"),
        FieldKey("title", required: true, "title: My activation"),
        FieldKey("aliases", "aliases: [other_name]"),
        FieldKey("parameters", "parameters: with a line 'beta: { default: 1 }' for each"),
        FieldKey("link", required: true, "link: the formula f(a)"),
        FieldKey("integral", "integral: the formula F(a) whose derivative is the link"),
        FieldKey("inverse", "inverse: the formula of the link's inverse, in y"),
        FieldKey("dual", "dual: the formula of the integral's dual, in y"),
        FieldKey("domain", "domain: \"(-inf, inf)\""),
        FieldKey("assume", "assume: increasing"),
        FieldKey("monotone", "monotone: false"),
        FieldKey("normalised", "normalised: true"),
        FieldKey("note", "note: a sentence"),
        FieldKey("reference", "reference: where it was published"),
    ]
    package static let parameter = [
        FieldKey("default", required: true, "default: 1"),
        FieldKey("domain", "domain: \"[0, inf)\""),
        FieldKey("learnable", "learnable: true"),
        FieldKey("note", "note: what it does"),
    ]
}

/// The values of a mapping by key, checked against the keys it may have.
struct Fields {
    private var values: [String: YAMLNode] = [:]

    /// Reports unknown and missing keys.
    /// - Parameter owner: what a message calls the mapping, such as `'elu'`.
    init(_ pairs: [YAMLPair], of node: YAMLNode, owner: String, keys: [FieldKey], problems: inout Problems) {
        let present = Set(pairs.lazy.map(\.key.text))
        let absent = keys.map(\.name).filter { !present.contains($0) }
        for pair in pairs {
            let key = pair.key.text
            if keys.contains(where: { $0.name == key }) {
                values[key] = pair.value
            } else if let near = problems.isFull ? nil : nearMatch(to: key, in: absent) {
                // Read on as if it were right, for the problems in the value.
                values[near] = values[near] ?? pair.value
                problems.add(pair.key.position, "unknown-key", "unknown key \(excerpt(key)). Did you mean '\(near)'?", fix: near)
            } else {
                problems.add(pair.key.position, "unknown-key",
                    "unknown key \(excerpt(key)); the keys of \(owner) are \(keys.map(\.name).joined(separator: ", "))")
            }
        }
        // What may stand below a syntax error is not missing.
        guard !node.isTruncated else { return }
        for key in keys where key.isRequired && values[key.name] == nil {
            problems.add(node.position, "missing-key", "\(owner) has no '\(key.name)'; add \(excerpt(key.example, limit: 80))")
        }
    }

    subscript(key: String) -> YAMLNode? { values[key] }

    /// The scalar under a key; reports a list or mapping there, and an empty value.
    func scalar(_ key: String, problems: inout Problems) -> YAMLScalar? {
        guard let node = values[key] else { return nil }
        return scalarValue(of: node, called: "'\(key)'", problems: &problems)
    }
}

extension Fields {
    /// The truth value under a key; `nil` where the key is missing, or after reporting another value.
    func truth(_ key: String, problems: inout Problems) -> Located<Bool>? {
        word(key, ["true": true, "false": false], problems: &problems)
    }

    /// The meaning of the word under a key; reports a word that has none.
    func word<Value>(_ key: String, _ meanings: KeyValuePairs<String, Value>, problems: inout Problems) -> Located<Value>? {
        guard let scalar = scalar(key, problems: &problems) else { return nil }
        let word = oneLine(scalar.text)
        if let meaning = meanings.first(where: { $0.key == word }) { return Located(meaning.value, at: scalar.position) }
        let words = meanings.map(\.key)
        let near = nearMatch(to: word.lowercased(), in: words)
        problems.add(scalar.position, "invalid-word",
            "'\(key)' must be \(words.joined(separator: " or ")), not \(excerpt(word))\(near.map { ". Did you mean '\($0)'?" } ?? "")",
            fix: near)
        return nil
    }
}

/// The scalar that a value must be.
func scalarValue(of node: YAMLNode, called name: String, problems: inout Problems) -> YAMLScalar? {
    switch node.content {
    case .refused: return nil
    case .scalar(let scalar):
        if scalar.text.allSatisfy(\.isWhitespace) {
            problems.add(scalar.position, "empty-value", "\(name) is empty; write a value, or remove it")
            return nil
        }
        return scalar
    case .sequence(let items):
        if node.isTruncated { return nil }
        var quoted: String?
        if items.count == 2, case .scalar(let lower) = items[0].content, case .scalar(let upper) = items[1].content {
            quoted = "\"[\(excerpt(lower.text).dropFirst().dropLast()), \(excerpt(upper.text).dropFirst().dropLast())]\""
        }
        problems.add(node.position, "needs-quotes", "\(name) must be a text, but this is a list to YAML; put it in quotes\(quoted.map { ": \($0)" } ?? "")",
            fix: quoted)
        return nil
    case .mapping:
        if node.isTruncated { return nil }
        problems.add(node.position, "wrong-kind", "\(name) must be a text, but this is a mapping")
        return nil
    }
}
