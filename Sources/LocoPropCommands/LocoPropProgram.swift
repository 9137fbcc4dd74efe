import ActivationCore
import ArgumentParser
import Suggestions
import Training
import YAMLReader

/// The program `locoprop`, for any catalogue: an edited one compiles no command again.
public enum LocoPropProgram {
    /// The activations that the commands know by name.
    @TaskLocal static var registry = ActivationRegistry([])

    /// Runs the command that the program's arguments ask for, and ends the process if it fails.
    public static func main(registry: ActivationRegistry) {
        StandardStreams.occupy()
        $registry.withValue(registry) { run(Array(CommandLine.arguments.dropFirst())) }
    }

    private static func run(_ arguments: [String]) {
        do {
            try checkSubcommand(arguments)
            var command = try Root.parseAsRoot(arguments)
            try command.run()
            if let reason = StandardOutput.failureReason {
                StandardError.print("error: cannot write to standard output: \(reason)")
                exit(.failed)
            }
        } catch {
            guard let status = ExitStatus(of: error) else { Root.exit(withError: error) }
            report(error)
            exit(status)
        }
    }

    /// Says what is wrong: the problems of data and of a configuration one by one, those of its file with their lines.
    private static func report(_ error: any Error) {
        if let problems = error as? DryRun.Problems {
            if !problems.settings.isEmpty { report(problems.settings) }
            return problems.others.forEach(report)
        }
        guard let error = error as? ConfigurationError else {
            let errors: [any Error] = (error as? DataError)?.each ?? [error]
            for single in errors {
                StandardError.print("error: \(Text.printable("\(single)"))")
            }
            return
        }
        if let file = error.file, !error.diagnostics.isEmpty {
            let renderer = DiagnosticRenderer(
                path: Text.printable(file.name), bytes: file.bytes, colours: StandardError.showsColours)
            StandardError.print(renderer.text(error.diagnostics))
        }
        for problem in error.usage { StandardError.print("error: \(Text.printable(problem))") }
    }

    /// The parser calls a misspelt subcommand an unexpected argument; this names the near one.
    private static func checkSubcommand(_ arguments: [String]) throws {
        var known = Root.configuration.subcommands
        for word in arguments.prefix(2) {
            guard !known.isEmpty, !word.hasPrefix("-"), word != "help" else { return }
            guard let next = known.first(where: { $0._commandName == word }) else {
                let names = known.map { $0._commandName }
                throw UsageError("unknown command '\(word)'.\(suggestion(for: word, in: names)) Commands: \(names.joined(separator: ", ")).")
            }
            known = next.configuration.subcommands
        }
    }
}

struct Root: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locoprop",
        abstract: "Trains networks layer by layer, with matching losses of a catalogue of activations.",
        discussion: """
            Examples:
              locoprop train --data curves --epochs 5
              locoprop watch runs/2026-01-31-120000-locoprop-m-tanh-curves
              locoprop activations list

            Exit status: 0 done, 1 a run failed, 64 wrong usage, 65 bad input data, 130 and 143 interrupted by \
            Ctrl-C and SIGTERM after the last state was written.
            """,
        version: ProgramVersion.current,
        subcommands: [
            Train.self, Watch.self, Report.self, Compare.self, SweepCommand.self, Evaluate.self, Predict.self, Reconstruct.self, Export.self,
            DataCommand.self, Activations.self, CatalogueCommand.self,
        ])
}
