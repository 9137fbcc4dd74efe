import ArgumentParser
import Catalogue
import YAMLReader

struct CatalogueNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Print an entry to start from.",
        discussion: """
            It is sound as it stands, and goes under 'activations:'. A name that a catalogue cannot have, or that the \
            one in --file has already, is refused as 'catalogue check' would (exit status 65).

            Examples:
              locoprop catalogue new my_act >> activations.yaml
              locoprop catalogue new my_act --parameter beta --parameter gamma
              locoprop catalogue new my_softmax --coupled --parameter tau
            """)

    @Argument(help: "What the command line will call it, in snake_case.")
    var name: String

    @Option(name: .customLong("parameter"), help: ArgumentHelp("A parameter; once for each.", valueName: "name"))
    var parameters: [String] = []

    @Flag(help: "One whose coordinates depend on each other, through sum(…).")
    var coupled = false

    @Option(help: "The catalogue it is for.", completion: .catalogues)
    var file = "activations.yaml"

    func run() throws {
        let entry = EntryTemplate(name: name, parameters: parameters, isCoupled: coupled).text
        // Read where it is to stand, so that names that are taken are found.
        let existing = CatalogueFile(file)
        var (name, head) = ("<new>", EntryTemplate.head)
        if existing.reading.diagnostics.isEmpty {
            let text = String(decoding: existing.bytes, as: UTF8.self)
            (name, head) = (existing.name, text + (text.hasSuffix("\n") ? "" : "\n"))
        }
        var whole = CatalogueFile(name: name, text: head + entry)
        if head != EntryTemplate.head, whole.reading.entries.count <= existing.reading.entries.count,
            whole.reading.diagnostics.contains(where: { $0.code == "yaml-syntax" || $0.code == "needs-quotes" }) {
            // A catalogue written with brackets cannot be gone on with below.
            whole = CatalogueFile(name: "<new>", text: EntryTemplate.head + entry)
        }
        guard whole.reading.diagnostics.isEmpty else {
            whole.report(whole.reading.diagnostics)
            throw ExitCode(ExitStatus.data.rawValue)
        }
        StandardOutput.write(raw: entry)
    }
}
