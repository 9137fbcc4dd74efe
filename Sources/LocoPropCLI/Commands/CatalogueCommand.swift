import ArgumentParser
import Catalogue
import Training
import YAMLReader

struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "Check a catalogue of activations.",
        subcommands: [CatalogueCheck.self])
}

/// A catalogue with errors in it, which have been printed.
struct CatalogueError: Error, CustomStringConvertible {
    let description: String
}

struct CatalogueCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check every entry of a catalogue: its form, that F′ = f, and that f never decreases.")

    @Argument(help: ArgumentHelp("The catalogue.", valueName: "file"))
    var file = "activations.yaml"

    @Flag(help: "Print one JSON object.")
    var json = false

    func run() throws {
    }
}
