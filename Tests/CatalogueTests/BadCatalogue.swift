import Testing

/// A catalogue that must be refused, and what must be said of it: `line:column code: message`, all of it.
struct BadCatalogue: Sendable, CustomTestStringConvertible {
    let what: String
    let text: String
    let expected: [String]

    init(_ what: String, _ text: String, _ expected: [String]) {
        self.what = what
        self.text = text
        self.expected = expected
    }

    var testDescription: String { what }
}

let header = "schema: 1\nactivations:\n"

/// The five lines of a good entry, some of them changed: `nil` takes a line out, new keys follow at the end.
func entry(_ name: String = "good", _ type: String = "Good", _ changes: KeyValuePairs<String, String?> = [:]) -> String {
    var lines: [(key: String, value: String?)] = [
        ("name", name), ("type", type), ("title", "Good one"), ("link", "a"), ("integral", "a^2 / 2"),
    ]
    for (key, value) in changes {
        if let index = lines.firstIndex(where: { $0.key == key }) {
            lines[index].value = value
        } else {
            lines.append((key, value))
        }
    }
    var text = ""
    for case (let key, let value?) in lines {
        text += (text.isEmpty ? "  - " : "    ") + key + ": " + value + "\n"
    }
    return text
}

func entry(_ changes: KeyValuePairs<String, String?>) -> String { entry("good", "Good", changes) }
