import Activations
import LocoPropCommands
import Testing

/// Help that shows how a command is used, in examples that its parser takes.
@Suite struct HelpTests {
    @Test func `every command has examples, and each of them parses`() {
        #expect(LocoPropProgram.help.count > 15)
        for (words, text) in LocoPropProgram.help {
            let name = (["locoprop"] + words).joined(separator: " ")
            let examples = text.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("locoprop ") }
                .filter { line in !["locoprop [", "locoprop  "].contains { line.hasPrefix($0) } && !line.contains("<subcommand>") && !line.contains(" [--") }
            let own = examples.filter { $0.hasPrefix(name + " ") || $0 == name || $0.contains("| \(name) ") }
            #expect(!own.isEmpty, "'\(name) --help' has no example of its own")
            for example in examples {
                for command in ShellWords.commands(String(example)) where command.first == "locoprop" {
                    let problem = LocoPropProgram.problem(parsing: Array(command.dropFirst()), registry: .catalogue)
                    #expect(problem == nil, "\(example): \(problem ?? "")")
                }
            }
        }
    }

    @Test func `words are told apart as a shell does`() {
        #expect(ShellWords.commands("locoprop a 'b c' | sed '1i x' > file") == [["locoprop", "a", "b c"], ["sed", "1i x"]])
        #expect(ShellWords.commands("locoprop \"a b\"c d\\ e >> x # no") == [["locoprop", "a bc", "d e"]])
        #expect(ShellWords.commands("git show x:y | locoprop diff - z") == [["git", "show", "x:y"], ["locoprop", "diff", "-", "z"]])
    }
}

/// The commands of a line, by their words: quotes, backslashes, pipes; redirections and comments are left out.
enum ShellWords {
    static func commands(_ line: String) -> [[String]] {
        var (commands, word, quote): ([[String]], String?, Character?) = ([[]], nil, nil)
        var characters = Substring(line)
        var redirects = false
        func end() {
            if let done = word, !redirects { commands[commands.count - 1].append(done) }
            if word != nil { redirects = false }
            word = nil
        }
        while let character = characters.popFirst() {
            switch (character, quote) {
            case (let c, let q?) where c == q: quote = nil
            case ("\\", nil), ("\\", "\""): word = (word ?? "") + (characters.popFirst().map(String.init) ?? "")
            case (_, _?): word = (word ?? "") + String(character)
            case ("'", nil), ("\"", nil): (quote, word) = (character, word ?? "")
            case (" ", nil): end()
            case ("|", nil), (";", nil):
                end()
                commands.append([])
            case (">", nil), ("<", nil):
                end()
                redirects = true
            case ("#", nil) where word == nil: characters = ""
            default: word = (word ?? "") + String(character)
            }
        }
        end()
        return commands.filter { !$0.isEmpty }
    }
}
