import Analysis
import ArgumentParser
import Suggestions
import YAMLReader

struct CatalogueExplain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a kind of problem, with an example and what is said of it.",
        discussion: """
            Examples:
              locoprop catalogue explain CAT019
              locoprop catalogue explain unknown-key
              locoprop catalogue explain --all > Documentation/Diagnostics.md
            """)

    @Argument(help: ArgumentHelp("A code or its name, as 'catalogue check' prints it.", valueName: "code"))
    var code: String?

    @Flag(help: "Explain every code, in Markdown.")
    var all = false

    func validate() throws {
        guard all != (code != nil) else { throw ValidationError("Name a code such as CAT019, or give --all.") }
    }

    func run() throws {
        guard let code else {
            StandardOutput.write(raw: DiagnosticPage.text)
            return
        }
        guard let kind = DiagnosticKind.named(code) else {
            let near = suggestion(for: code, in: DiagnosticKind.all.map(\.name))
            throw UsageError("no problem has the code '\(code)'.\(near) Codes go from CAT001 to \(DiagnosticKind.all.last?.number ?? "").")
        }
        StandardOutput.write(raw: DiagnosticPage.section(of: kind))
    }
}
