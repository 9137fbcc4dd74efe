/// An entry to start from, sound as it stands: `catalogue new`.
public struct EntryTemplate: Sendable {
    public let name: String
    public let parameters: [String]
    public let isCoupled: Bool

    public init(name: String, parameters: [String] = [], isCoupled: Bool = false) {
        self.name = name
        self.parameters = parameters
        self.isCoupled = isCoupled
    }

    /// What stands before the entries of a catalogue.
    public static let head = "schema: 1\nactivations:\n"

    /// The entry's lines, as they belong under `activations:`.
    public var text: String {
        var lines = [
            "  - name: \(NameRules.isSnakeCase(name) ? name : quoted(name))",
            "    type: \(type)",
            "    title: \(title)",
            "    # aliases: [other_name]        # further names on the command line",
        ]
        if parameters.isEmpty {
            lines += [
                "    # parameters:                  # numbers that its user chooses, for the formulas",
                "    #   beta: { default: 1, domain: \"(0, inf)\", note: what it does }",
            ]
        } else {
            lines.append("    parameters:")
            lines += parameters.map { parameter in
                let key = NameRules.isSnakeCase(parameter) ? parameter : quoted(parameter)
                return "      \(key): { default: 1, domain: \"(0, inf)\", note: what it does }"
            }
        }
        lines += [
            "    # f(a), which must not decrease, and F(a) with F' = f:",
            "    link: \(link)",
            "    integral: \(integral)",
            "    # inverse: the a of y = f(a), a formula in y; without it the generator solves for a",
            "    # dual: F*(y), a formula in y; without it it follows from the inverse",
            "    # domain: \"(0, inf)\"           # where a may lie; everywhere, unless said",
            "    # note: a sentence for the documentation",
            "    # reference: where it was published",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// `MyAct` of `my_act`; another where that means something already.
    private var type: String {
        guard let type = NameRules.upperCamelCaseProposal(for: name) else { return "MyActivation" }
        return ReservedNames.meaning(ofType: type) == nil ? type : "My" + type
    }

    private var title: String {
        guard NameRules.isSnakeCase(name) else { return "My activation" }
        let words = name.split(separator: "_").joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    private var scale: String { parameters.joined(separator: " * ") }

    private var link: String {
        if isCoupled {
            let term = parameters.isEmpty ? "exp(a)" : "exp(a / (\(scale)))"
            return "\(term) / sum(\(term))"
        }
        return parameters.isEmpty ? "a + tanh(a)" : "a + \(scale) * tanh(a)"
    }

    private var integral: String {
        if isCoupled { return parameters.isEmpty ? "log(sum(exp(a)))" : "\(scale) * log(sum(exp(a / (\(scale)))))" }
        return parameters.isEmpty ? "a^2 / 2 + log(cosh(a))" : "a^2 / 2 + \(scale) * log(cosh(a))"
    }

    /// A text that is no name, for the reader of the catalogue to say what is wrong with it.
    private func quoted(_ text: String) -> String {
        let line = text.map { $0.isNewline ? " " : $0 }
        return "'" + line.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
    }
}
