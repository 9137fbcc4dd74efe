import Analysis
import ArgumentParser
import Catalogue
import Training
import YAMLReader

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Check a catalogue of activations.", subcommands: [CatalogueCheck.self])
}

struct CatalogueCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every entry of a catalogue: its form, that F′ = f, and that f never decreases.",
        discussion: """
            What the build checks too. Problems go to standard error as path:line:column: error: message, all of \
            them in one run; the exit status is 65 if there is one.

            Examples:
              locoprop catalogue check
              locoprop catalogue check my-activations.yaml --json
            """)

    @Argument(help: ArgumentHelp("The catalogue.", valueName: "file"))
    var file = "activations.yaml"

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let analysis = CatalogueAnalysis(CatalogueReader.read(path: file))
        let (reports, diagnostics) = (analysis.reports, analysis.diagnostics)
        if json {
            StandardOutput.print(JSONValue.object([
                .init("file", .string(file)),
                .init("entries", .array(reports.map(\.json))),
                .init("diagnostics", .array(diagnostics.map(\.json))),
            ]).rendered)
        } else if !reports.isEmpty {
            StandardOutput.print(Text.table(reports.map { [$0.name, $0.monotone.rawValue, $0.method] }))
        }
        for diagnostic in diagnostics { StandardError.print(diagnostic.rendered(path: file)) }
        // The problems are the message.
        if !diagnostics.isEmpty { throw ExitCode(ExitStatus.data.rawValue) }
    }
}

extension EntryReport {
    fileprivate var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("monotone", .string(monotone.rawValue)),
            .init("method", .string(method)), .init("witness", witness.isEmpty ? .null : .string(witness)),
        ])
    }
}

extension Diagnostic {
    fileprivate var json: JSONValue {
        .object([
            .init("line", .integer(position.line)), .init("column", .integer(position.column)),
            .init("code", .string(code)), .init("message", .string(message)),
        ])
    }
}
