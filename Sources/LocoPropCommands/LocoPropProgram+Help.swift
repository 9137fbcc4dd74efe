import ActivationCore
import ArgumentParser

extension LocoPropProgram {
    /// Every command by its words after `locoprop`, with its help; the program itself has none of them.
    package static var help: [(words: [String], text: String)] {
        func all(_ command: ParsableCommand.Type, _ words: [String]) -> [(words: [String], text: String)] {
            // Wide, so that no line of an example is broken.
            [(words, Root.helpMessage(for: command, columns: 1000))]
                + command.configuration.subcommands.flatMap { all($0, words + [$0._commandName]) }
        }
        return all(Root.self, [])
    }

    /// What the parser says against these arguments; `nil` where it takes them. Nothing is run.
    package static func problem(parsing arguments: [String], registry: ActivationRegistry) -> String? {
        $registry.withValue(registry) {
            do {
                _ = try Root.parseAsRoot(arguments)
                return nil
            } catch {
                return Root.message(for: error)
            }
        }
    }
}
