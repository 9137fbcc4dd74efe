extension DiagnosticKind {
    /// Every kind, by its number: append new ones; never change, reuse or take out a number.
    public static let all: [DiagnosticKind] = [
        // MARK: The file
        DiagnosticKind(
            1, "unreadable-file", "The file is missing, a directory, or not readable.",
            example: .path("nowhere.yaml")),
        DiagnosticKind(
            2, "empty-file", "There is nothing in the file but comments and blank lines.",
            example: .file("# nothing yet\n")),
        DiagnosticKind(
            3, "file-too-large", "The file has more than 4 MiB.",
            example: .made("a file of 5,000,000 bytes") { Array(repeating: UInt8(ascii: "#"), count: 5_000_000) }),
        DiagnosticKind(
            4, "line-too-long", "A line has more than 64 KiB.",
            example: .made("a line of 70,000 characters") { Array(repeating: UInt8(ascii: "#"), count: 70_000) }),
        DiagnosticKind(
            5, "not-utf8", "The bytes are not UTF-8 text, such as a file saved as Latin-1 or UTF-16.",
            example: .made("`# Größe` saved as Latin-1") { Array("# Gr".utf8) + [0xF6, 0xDF, 0x65] }),
        DiagnosticKind(
            6, "forbidden-character", "A character that cannot be seen stands in the file.", "A control character, a bidirectional override, an odd line break or a byte-order mark inside the file changes how the text is read, and a reader of the file cannot see it.",
            example: .entry("title: Good\u{202E}one")),
        // MARK: YAML
        DiagnosticKind(
            7, "yaml-syntax", "The text is not YAML.", "What stands before the place is still checked.",
            example: .entry("title: \"Good")),
        DiagnosticKind(
            8, "needs-quotes", "YAML reads the value as something else than text.", "The message shows it in quotes.",
            example: .entry("domain: [0, inf)")),
        DiagnosticKind(
            9, "anchor", "`&name` marks a value for repetition.", "Write values out.",
            example: .entry("title: &t Good")),
        DiagnosticKind(
            10, "alias", "`*name` repeats a value.", "Write values out.",
            example: .entry("note: *t")),
        DiagnosticKind(
            11, "tag", "`!name` gives a value a type.", "Values here are texts.",
            example: .entry("title: !!str Good")),
        DiagnosticKind(
            12, "directive", "A line begins with `%`.",
            example: .file("%YAML 1.1\n---\nschema: 1\n")),
        DiagnosticKind(
            13, "several-documents", "A line `---` begins a second document.",
            example: .file("schema: 1\nactivations: []\n---\nschema: 1\n")),
        DiagnosticKind(
            14, "complex-key", "A list or a mapping stands where a key must.",
            example: .entry("[a]: b")),
        DiagnosticKind(
            15, "duplicate-key", "A key occurs twice in one mapping; the first is kept.",
            example: .file("schema: 1\nschema: 1\nactivations: []\n")),
        DiagnosticKind(
            16, "too-deep", "Lists and mappings nest deeper than 32.",
            example: .entry("note: " + String(repeating: "[", count: 40))),
        DiagnosticKind(
            17, "too-many-values", "The file has more than 50,000 values.",
            example: .made("a list of 60,000 numbers") { Array("[\(String(repeating: "1,\n", count: 60_000))]".utf8) }),
        DiagnosticKind(
            18, "too-many-problems", "The first 200 problems are reported; mend them and check again.",
            example: .made("an entry with 300 unknown keys") {
            Array(("schema: 1\nactivations:\n  - name: good\n" + (0..<300).map { "    key\($0): 1\n" }.joined()).utf8)
        }),
        // MARK: Keys and values
        DiagnosticKind(
            19, "unknown-key", "A key that the schema does not have.", "A misspelt one is read as the key it resembles, to find what else is wrong.",
            example: .entry("-link\nlnik: a")),
        DiagnosticKind(
            20, "missing-key", "A key that must be there is not.",
            example: .entry("-type")),
        DiagnosticKind(
            21, "wrong-kind", "A list, a mapping or a text stands where another of them must.",
            example: .entry("aliases: one")),
        DiagnosticKind(
            22, "empty-value", "A key has no value.",
            example: .entry("link:")),
        DiagnosticKind(
            23, "invalid-word", "A key that takes one of a few words (`assume`, `monotone`, `normalised`, `learnable`) has another value.",
            example: .entry("monotone: flase")),
        DiagnosticKind(
            24, "contradiction", "Two keys of an entry say opposite things.",
            example: .entry("assume: increasing\nmonotone: false")),
        DiagnosticKind(
            25, "invalid-schema", "`schema` is not the number 1.",
            example: .file("schema: one\nactivations: []\n")),
        DiagnosticKind(
            26, "schema-too-new", "The catalogue was written for a later version of this package.",
            example: .file("schema: 2\nactivations: []\n")),
        DiagnosticKind(
            27, "no-entries", "`activations` is empty.",
            example: .file("schema: 1\nactivations: []\n")),
        DiagnosticKind(
            28, "too-many-entries", "More than 256 entries.",
            example: .made("257 entries") {
            let entries = (0..<257).map { "  - name: n\($0)\n    type: T\($0)\n    title: T\n    link: a\n    integral: a^2 / 2\n" }
            return Array(("schema: 1\nactivations:\n" + entries.joined()).utf8)
        }),
        DiagnosticKind(
            29, "too-many-aliases", "More than 16 aliases of one entry.",
            example: .entry("aliases: [\((1...17).map { "x\($0)" }.joined(separator: ", "))]")),
        DiagnosticKind(
            30, "too-many-parameters", "More than 16 parameters of one entry.",
            example: .entry("parameters: { \((1...17).map { "p\($0): { default: 1 }" }.joined(separator: ", ")) }")),
        // MARK: Names
        DiagnosticKind(
            31, "invalid-name", "A name, alias or parameter is not in snake_case.",
            example: .entry("name: LeakyReLU")),
        DiagnosticKind(
            32, "invalid-type", "A type is not an ASCII Swift identifier in UpperCamelCase.",
            example: .entry("type: my_act")),
        DiagnosticKind(
            33, "reserved-type", "A type is a Swift keyword, or a name of the standard library or of this package.",
            example: .entry("type: Float")),
        DiagnosticKind(
            34, "reserved-name", "A parameter has a name that formulas, generated types, Swift or C use already.",
            example: .entry("parameters: { exp: { default: 1 } }")),
        DiagnosticKind(
            35, "duplicate-name", "Two entries share a name or alias, or two parameters are one in Swift.",
            example: .entry("aliases: [well, good]")),
        DiagnosticKind(
            36, "duplicate-type", "Two entries share a type.",
            example: .file("""
            schema: 1
            activations:
              - { name: one, type: Good, title: One, link: a, integral: a^2 / 2 }
              - { name: two, type: Good, title: Two, link: a, integral: a^2 / 2 }
            """)),
        DiagnosticKind(
            37, "too-long", "A name has more than 64 characters, a title more than 120, a note more than 2,000 (a parameter's 120) or a reference more than 500.",
            example: .entry("name: " + String(repeating: "long_", count: 13) + "name")),
        // MARK: Numbers and intervals
        DiagnosticKind(
            38, "invalid-number", "A default is not a finite decimal number that a Double holds.",
            example: .entry("parameters: { beta: { default: 1/3 } }\nlink: beta * a")),
        DiagnosticKind(
            39, "invalid-interval", "A domain is not an interval, or holds no number.",
            example: .entry("domain: \"(1, 0)\"")),
        DiagnosticKind(
            40, "default-outside-domain", "A default is not in its own domain.",
            example: .entry("parameters: { beta: { default: -1, domain: \"[0, inf)\" } }\nlink: beta * a")),
        DiagnosticKind(
            41, "unused-parameter", "A parameter that no formula names.",
            example: .entry("parameters: { beta: { default: 1 } }")),
        // MARK: Titles, notes and references
        DiagnosticKind(
            42, "unsafe-text", "What would reach from a comment into generated code: a line break, `*/`, `/*`, a backslash or an invisible character.",
            example: .entry("title: Good */ int x;")),
        // MARK: Formulas
        DiagnosticKind(
            43, "empty-formula", "A formula given to the parser is empty; in a file that is `empty-value`.",
            example: .formula("")),
        DiagnosticKind(
            44, "unknown-name", "A name that is neither the variable nor a parameter nor `pi`.",
            example: .entry("parameters: { beta: { default: 1 } }\nlink: bta * a")),
        DiagnosticKind(
            45, "unknown-function", "A function that the language does not have.",
            example: .entry("link: ln(1 + exp(a))")),
        DiagnosticKind(
            46, "wrong-variable", "`a` in inverse or dual, or `y` in link or integral.",
            example: .entry("inverse: 2 * a")),
        DiagnosticKind(
            47, "wrong-arity", "A function with too few or too many arguments, or none in parentheses.",
            example: .entry("link: max(a)")),
        DiagnosticKind(
            48, "wrong-operator", "An operator of another language.",
            example: .entry("link: a ** 3")),
        DiagnosticKind(
            49, "missing-operator", "Two operands without an operator between them.",
            example: .entry("link: 2a")),
        DiagnosticKind(
            50, "missing-operand", "An operator without an operand, or a formula that ends too early.",
            example: .entry("link: a +")),
        DiagnosticKind(
            51, "unbalanced-parenthesis", "A parenthesis without its partner.",
            example: .entry("link: 2 * (a + 1")),
        DiagnosticKind(
            52, "missing-comparison", "The first argument of `where` is no comparison.",
            example: .entry("link: where(a, a, 0)")),
        DiagnosticKind(
            53, "misplaced-comparison", "A comparison outside of `where`.",
            example: .entry("link: a > 0")),
        DiagnosticKind(
            54, "chained-comparison", "Two comparisons in one condition.",
            example: .entry("link: where(0 < a < 1, a, 0)")),
        DiagnosticKind(
            55, "trailing-text", "Something after the end of the formula.",
            example: .entry("link: a, 1")),
        DiagnosticKind(
            56, "malformed-number", "A number that is not in decimal form.",
            example: .entry("link: 1_000 * a")),
        DiagnosticKind(
            57, "number-out-of-range", "A number that a Double cannot hold.",
            example: .entry("link: 1e999 * a")),
        DiagnosticKind(
            58, "unexpected-character", "A character that formulas do not have.",
            example: .entry("link: where(a != 0, a, 0)")),
        DiagnosticKind(
            59, "lookalike-character", "A character that looks like one of the language.",
            example: .entry("link: a − 1")),
        DiagnosticKind(
            60, "nested-sum", "`sum` inside `sum`.",
            example: .entry("link: sum(sum(a))")),
        DiagnosticKind(
            61, "variable-outside-sum", "The integral or dual of a coupled entry names the variable outside of `sum`.",
            example: .entry("link: a * sum(a)\nintegral: a + sum(a)")),
        DiagnosticKind(
            62, "coupling", "One of link and integral (or inverse, or dual) uses `sum` and the other does not.",
            example: .entry("integral: sum(a)")),
        DiagnosticKind(
            63, "formula-too-long", "More than 10,000 characters or 2,000 operations.",
            example: .made("a formula of 20,000 characters") {
            Array("schema: 1\nactivations:\n  - name: good\n    link: \(String(repeating: "a + ", count: 5_000))a\n".utf8)
        }),
        DiagnosticKind(
            64, "formula-too-deep", "Operations nest deeper than 200.",
            example: .entry("link: \(String(repeating: "(", count: 300))a")),
        // MARK: The mathematics
        DiagnosticKind(
            65, "link-undefined", "The link is no real number at a point of its domain.", "Give the entry a `domain`, or mend the formula.",
            example: .entry("link: log(a)\nintegral: a * log(a) - a")),
        DiagnosticKind(
            66, "link-decreasing", "The link falls: a negative slope, a lower value further right, or a negative eigenvalue of the Jacobian.", "A link must not decrease anywhere on its domain. Is a sign wrong, or a parameter's domain too wide?",
            example: .entry("link: a / 100 - 2 * exp(-40 * (a - 37)^2)")),
        DiagnosticKind(
            67, "jacobian-asymmetric", "∂fᵢ/∂aₖ is not ∂fₖ/∂aᵢ, so the coupled link is the gradient of nothing (log softmax is such a one).", "No integral can mend it; choose another link.",
            example: .entry("link: a - log(sum(exp(a)))\nintegral: sum(a^2) / 2")),
        DiagnosticKind(
            68, "integral-undefined", "The integral is no real number where the link is one.", "Write it so that it has a value on the whole domain, such as `log(abs(a))`.",
            example: .entry("link: exp(a)\nintegral: exp(a) + log(a) - log(a)")),
        DiagnosticKind(
            69, "integral-mismatch", "F′ is not f (∇F is not f).", "A flipped sign or a constant factor is recognised. Write an antiderivative of the link.",
            example: .entry("link: a / (1 + abs(a))\nintegral: abs(a) + log(1 + abs(a))")),
        DiagnosticKind(
            70, "integral-jump", "F′ = f on every branch, but the branches do not meet.", "Add the constant that joins them.",
            example: .entry("link: max(a, 0)\nintegral: where(a >= 0, a^2 / 2, 1)")),
        DiagnosticKind(
            71, "inverse-of-flat-link", "The link is constant on an interval for all parameters, and has no inverse.", "Remove `inverse`.",
            example: .entry("link: max(a, 0)\nintegral: max(a, 0)^2 / 2\ninverse: y")),
        DiagnosticKind(
            72, "inverse-undefined", "The inverse is no real number at some y = f(a).", "It must have a value on the range of the link.",
            example: .entry("link: tanh(a)\nintegral: log(cosh(a))\ninverse: log(y)")),
        DiagnosticKind(
            73, "dual-undefined", "The dual is no real number at some y = f(a).", "It must have a value on the range of the link.",
            example: .entry("dual: log(y)")),
        DiagnosticKind(
            74, "inverse-mismatch", "f⁻¹(f(a)) is not a.", "Solve y = f(a) for a.",
            example: .entry("link: tanh(a)\nintegral: log(cosh(a))\ninverse: tanh(y)")),
        DiagnosticKind(
            75, "dual-mismatch", "F*(f(a)) is not a f(a) − F(a).", "A forgotten constant is recognised: the dual's constant follows from the integral's.",
            example: .entry("integral: a^2 / 2 + 3\ndual: y^2 / 2")),
        DiagnosticKind(
            76, "check-undecided", "At too few points do the bounds say anything.", "Write the formulas so that they do not cancel or overflow.",
            example: .entry("link: a + sin(exp(exp(exp(exp(exp(a^2))))))")),
        DiagnosticKind(
            77, "too-large-to-check", "The derivatives have more than 5,000 operations.", "Simplify the formulas.",
            example: .made("an entry whose link is 320 terms `erf(a * 1) + erf(a * 2) + …`, and its integral as many others") {
                func formula(_ offset: String) -> String {
                    let groups = (0..<16).map { j in (1...20).map { "erf(a * \(20 * j + $0)\(offset))" }.joined(separator: " + ") }
                    return groups.map { "(\($0))" }.joined(separator: " + ")
                }
                return Array("""
                    schema: 1
                    activations:
                      - name: good
                        type: Good
                        title: Good
                        link: \(formula(""))
                        integral: \(formula(".5"))
                    """.utf8)
            }),
        DiagnosticKind(
            78, "link-not-falling", "The entry says `monotone: false`, but the link falls nowhere.", "Remove `monotone: false`.",
            example: .entry("monotone: false")),
        DiagnosticKind(
            79, "inverse-of-falling-link", "With `monotone: false`: a link that falls has no inverse.", "Remove `inverse`.",
            example: .entry("link: a / (1 + exp(-a))\nintegral: a * log(1 + exp(a)) + li2(-exp(a))\nmonotone: false\ninverse: y")),
        DiagnosticKind(
            80, "dual-of-falling-link", "With `monotone: false`: the integral of a link that falls has no dual.", "Remove `dual`.",
            example: .entry("link: a / (1 + exp(-a))\nintegral: a * log(1 + exp(a)) + li2(-exp(a))\nmonotone: false\ndual: y")),
        DiagnosticKind(
            81, "integral-not-found", "A coupled link is given without its integral, and no rule finds one.", "Write the integral, a formula F of sums with ∇F = f.",
            example: .file("schema: 1\nactivations:\n  - name: good\n    type: Good\n    title: Good\n    link: a + tanh(sum(a)) + atan(sum(a)^3)\n")),
        DiagnosticKind(
            82, "monotonicity-undecided", "Whether the link increases is neither proved nor refuted; the message says where.", "Write the link so that its slope is a sum of terms of one sign, or take it on trust with `assume: increasing`.",
            example: .entry("link: a^5 / 5 - 4 * a^3 / 3 + 4 * a\nintegral: a^6 / 30 - a^4 / 3 + 2 * a^2")),
        DiagnosticKind(
            83, "normalised-range", "With `normalised: true`: the link of a coordinate does not come down to 0, or does not reach 1.",
            "The coordinates must be able to add up to 1, however many there are: take a link whose range holds 0 (or tends to it) and 1.",
            example: .entry("link: 1 / (1 + exp(-a)) / 2\nintegral: log(1 + exp(a)) / 2\nnormalised: true")),
        DiagnosticKind(
            84, "normalised-jump", "With `normalised: true`: the link of a coordinate jumps.",
            "The sum of the coordinates would jump over 1: take a continuous link.",
            example: .entry("link: max(a, 0) + (1 + sign(a)) / 2\nintegral: where(a > 0, a^2 / 2 + a, 0)\nnormalised: true")),
    ]
}
