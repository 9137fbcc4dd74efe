import ArgumentParser

struct Activations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activations",
        abstract: "Look at the catalogue's activations, and compute with them.",
        discussion: """
            Examples:
              locoprop activations list
              locoprop activations show elu
              locoprop activations evaluate 'elu(beta=0.3)' --at=-1,0.5
              locoprop activations evaluate tanh --invert=0.3 --precision double
              locoprop activations loss tanh --estimate=0.75 --target=-0.5 --json
              locoprop activations gallery --output gallery
            """,
        subcommands: [
            ActivationsList.self, ActivationsShow.self, ActivationsEvaluate.self, ActivationsLoss.self,
            ActivationsGallery.self,
        ])
}
