import ActivationCore
import ArgumentParser
import Training

struct ActivationsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the catalogue's activations.",
        discussion: """
            Examples:
              locoprop activations list
              locoprop activations list --json
            """)

    @Flag(help: "Print one JSON array.")
    var json = false

    func run() {
        let descriptors = LocoPropProgram.registry.entries.map { $0.descriptor }
        guard !json else {
            StandardOutput.print(JSONValue.array(descriptors.map(\.json)).rendered)
            return
        }
        StandardOutput.print(Text.table(descriptors.map { descriptor in
            [descriptor.signature, descriptor.title, descriptor.monotonicity.text]
        }))
    }
}

struct ActivationsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show all that is known of an activation.",
        discussion: """
            Examples:
              locoprop activations show elu
              locoprop activations show hyperbolic_tangent --json
            """)

    @Argument(help: ArgumentHelp("A name or an alias; 'activations list' shows them.", valueName: "name"), completion: .activations)
    var name: String

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
        let entry = try LocoPropProgram.registry.find(name)
        let accuracy = try MeasuredAccuracy(of: entry)
        StandardOutput.print(json ? entry.descriptor.json(accuracy).rendered : entry.descriptor.page(accuracy))
    }
}
