import ArgumentParser
import Training

struct DataCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "data",
        abstract: "Look at data before a network is trained on them.",
        discussion: """
            Examples:
              locoprop data info fashion-mnist
              locoprop data info measurements.csv --label-column species

            Data:
            \(DataHelp.listing(DataHelp.sources))
            """,
        subcommands: [DataInfoCommand.self])
}
