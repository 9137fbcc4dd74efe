import ActivationCore
import ArgumentParser
import Training

struct ActivationsGallery: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gallery",
        abstract: "Write a page of HTML with formulas and drawn plots of the catalogue's activations.",
        discussion: """
            Writes index.html into the folder, which is made if it is missing. The page is complete in itself: it \
            loads nothing and runs no script. An older gallery there is replaced; another page of that name is not.

            Examples:
              locoprop activations gallery --output gallery
              locoprop activations gallery --output gallery --name tanh --name 'elu(beta=0.3)'
            """)

    @Option(help: ArgumentHelp("The folder to write index.html into.", valueName: "dir"), completion: .directory)
    var output: String

    @Option(name: .customLong("name"), help: ArgumentHelp("Show this activation only; may be repeated.", valueName: "name"), completion: .activations)
    var names: [String] = []

    func run() throws {
        let activations = try chosen()
        let page = GalleryPage(
            activations: activations, example: (try? LocoPropProgram.registry.make("tanh")) ?? activations[0])
        guard !output.isEmpty else { throw UsageError("--output '': name a folder, such as 'gallery'") }
        let path = FileSystem.joined(output, "index.html")
        try ForeignPages.refuse(path, generator: GalleryPage.generator)
        try FileSystem.makeDirectory(output)
        let html = page.html()
        try OutputFile.replace(path, durably: false) { (file) throws(FileError) in try file.write(html) }
        let count = page.activations.count
        StandardOutput.print("\(path): \(count) activation\(count == 1 ? "" : "s"), \(Text.grouped(html.utf8.count)) bytes")
    }

    private func chosen() throws -> [any Activation] {
        guard !names.isEmpty else {
            return try LocoPropProgram.registry.entries.map { try LocoPropProgram.registry.make($0.descriptor.name) }
        }
        let activations = try names.map { try LocoPropProgram.registry.make($0) }
        var seen: Set<String> = []
        for activation in activations where !seen.insert(activation.descriptor.name).inserted {
            throw UsageError("--name: '\(activation.descriptor.name)' is asked for twice; each has one place on the page")
        }
        return activations
    }
}
