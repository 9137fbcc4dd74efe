import Analysis
import ArgumentParser
import Catalogue
import Training
import YAMLReader

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Check, explain and compare catalogues of activations, or begin an entry.",
        discussion: """
            Examples:
              locoprop catalogue check
              locoprop catalogue new my_act --parameter beta
              locoprop catalogue explain CAT045
              locoprop catalogue diff old.yaml activations.yaml
            """,
        subcommands: [CatalogueCheck.self, CatalogueExplain.self, CatalogueNew.self, CatalogueDiff.self])
}

struct CatalogueCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every entry of a catalogue: its form, that F′ = f, and that f never decreases.",
        discussion: """
            What the build checks too, of any file. Problems go to standard error, all of them in one run: \
            path:line:column: error: message [CODE], the line with the place underlined, and where a few characters \
            mend it, the line as it should be. The exit status is 65 if there is one. Colours are used on a terminal, \
            unless NO_COLOR is set. 'catalogue explain CODE' says more of a code.

            Examples:
              locoprop catalogue check
              locoprop catalogue check my-activations.yaml --json
              locoprop catalogue new my_act | sed '1i schema: 1\\nactivations:' | locoprop catalogue check -
            """)

    @Argument(help: ArgumentHelp("The catalogue; '-' is standard input.", valueName: "file"), completion: .catalogues)
    var file = "activations.yaml"

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let file = CatalogueFile(file)
        let analysis = CatalogueAnalysis(file.reading)
        let (reports, diagnostics) = (analysis.reports, analysis.diagnostics)
        if json {
            let renderer = DiagnosticRenderer(path: file.name, bytes: file.bytes)
            StandardOutput.print(JSONValue.object([
                .init("file", .string(file.name)),
                .init("entries", .array(reports.map(\.json))),
                .init("diagnostics", .array(diagnostics.map { $0.json(renderer) })),
            ]).rendered)
        } else if !reports.isEmpty {
            StandardOutput.print(Text.table(reports.map { [$0.name, $0.monotone.rawValue, $0.method] }))
        }
        file.report(diagnostics)
        // The problems are the message.
        if !diagnostics.isEmpty { throw ExitCode(ExitStatus.data.rawValue) }
    }
}

extension EntryReport {
    fileprivate var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("monotone", .string(monotone.rawValue)),
            .init("method", .string(method)), .init("witness", witness.isEmpty ? .null : .string(witness)),
            .init("integral", integral.map { .string($0.rawValue) } ?? .null),
            .init("undecided", .array(undecided.map { .string($0) })), .init("assumed", .bool(isAssumed)),
            .init("flat", .array(flat.map { .string($0) })),
        ])
    }
}

extension Diagnostic {
    /// `end_column` is the column after the last character that is underlined.
    fileprivate func json(_ renderer: DiagnosticRenderer) -> JSONValue {
        .object([
            .init("line", .integer(position.line)), .init("column", .integer(position.column)),
            .init("end_column", .integer(position.column + renderer.length(of: self))),
            .init("code", .string(number)), .init("name", .string(code)), .init("message", .string(message)),
            .init("help", fix.map { .string($0.isEmpty ? "leave it out" : "write \($0)") } ?? .null),
        ])
    }
}
