import Analysis
import Catalogue
import Testing
import YAMLReader

/// One entry for the tests, written as in a catalogue.
struct EntryText: Sendable, CustomTestStringConvertible {
    var link: String
    var integral: String
    var parameters: [(name: String, value: String, domain: String)]
    var more: [(key: String, value: String)]
    /// For what is derived.
    var leavesIntegralOut = false

    init(
        _ link: String, _ integral: String, beta: (value: String, domain: String)? = nil, inverse: String? = nil,
        dual: String? = nil, domain: String? = nil, monotone: String? = nil, assume: String? = nil
    ) {
        self.link = link
        self.integral = integral
        parameters = beta.map { [("beta", $0.value, $0.domain)] } ?? []
        more = [("inverse", inverse), ("dual", dual), ("domain", domain), ("monotone", monotone), ("assume", assume)].compactMap { key, value in value.map { (key, $0) } }
    }

    var testDescription: String { "\(link) | \(integral)" + more.map { " | \($0.key) \($0.value)" }.joined() }

    /// Line 4 begins the entry; the link is on line 6, the integral on line 7, the optional keys on 8 and on.
    var text: String {
        var lines = ["schema: 1", "activations:", "  - name: sample", "    type: Sample", "    title: Sample"]
        lines.append("    link: \"\(link)\"")
        if !leavesIntegralOut { lines.append("    integral: \"\(integral)\"") }
        lines += more.map { "    \($0.key): \"\($0.value)\"" }
        if !parameters.isEmpty {
            lines.append("    parameters:")
            lines += parameters.map { "      \($0.name): { default: \($0.value), domain: \"\($0.domain)\" }" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    func entry() throws -> CatalogueEntry {
        let reading = CatalogueReader.read(text: text)
        #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics)")
        return try #require(reading.entries.first)
    }

    func check() throws -> (checked: CheckedEntry?, diagnostics: [Diagnostic], report: EntryReport) {
        try Analyzer.check(entry())
    }
}
