import Analysis
import ArgumentParser
import Catalogue
import Training

struct CatalogueDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two catalogues, and which entries compute other numbers.",
        discussion: """
            An entry was added or removed, or its change is
              numeric      a formula has other values: the largest relative change, and where
              parameters   a parameter, its default or a domain is another
              identical    formulas are written otherwise and have the same values
              renamed      its name, type or aliases are others
              prose        its title, note or reference
            and of several, the first in this list. Integrals are compared up to a constant.

            Exit status: 0 whether or not something changed, 65 if a file has problems of form. With --exit-code it \
            is 1 if an entry was added, removed or has a change of the first two kinds.

            Examples:
              git show HEAD:activations.yaml | locoprop catalogue diff - activations.yaml
              locoprop catalogue diff old.yaml new.yaml --json
            """)

    @Argument(help: "The catalogue as it was; '-' is standard input.", completion: .catalogues)
    var old: String

    @Argument(help: "The catalogue as it is.", completion: .catalogues)
    var new: String

    @Flag(help: "Print one JSON object.")
    var json = false

    @Flag(help: "Exit with 1 if numbers, parameters or the list of entries changed.")
    var exitCode = false

    func run() throws {
        let files = [CatalogueFile(old), CatalogueFile(new)]
        guard files.allSatisfy({ $0.reading.diagnostics.isEmpty }) else {
            for file in files { file.report(file.reading.diagnostics) }
            throw ExitCode(ExitStatus.data.rawValue)
        }
        let comparison = CatalogueComparison(old: files[0].reading.entries, new: files[1].reading.entries)
        if json {
            StandardOutput.print(JSONValue.object([
                .init("old", .string(files[0].name)), .init("new", .string(files[1].name)),
                .init("entries", .array(comparison.entries.map(\.json))),
            ]).rendered)
        } else {
            StandardOutput.print(text(comparison))
        }
        if exitCode, comparison.entries.contains(where: { $0.outcome > .identical }) {
            throw ExitCode(ExitStatus.failed.rawValue)
        }
    }

    private func text(_ comparison: CatalogueComparison) -> String {
        let changed = comparison.entries.filter { $0.outcome != .same }
        var lines: [String] = []
        for entry in changed {
            lines.append("\(entry.outcome.rawValue)  \(entry.oldName.map { "\($0) → " } ?? "")\(entry.name)")
            lines += entry.changes.map { "    \($0.what): \($0.text)\($0.difference.map { "\n        \($0.text)" } ?? "")" }
        }
        let counts = EntryComparison.Outcome.allCases.reversed().compactMap { outcome -> String? in
            let count = comparison.entries.count { $0.outcome == outcome }
            return count == 0 ? nil : "\(count) \(outcome.rawValue)"
        }
        return (lines + [counts.joined(separator: ", ")]).joined(separator: "\n")
    }
}

extension NumericDifference {
    fileprivate var text: String {
        let place = point.count == 1 ? "\(point[0])" : "\(point)"
        let values = parameters.map { ", \($0.name) = \($0.value)" }.joined()
        return "at \(place)\(values): \(old) → \(new), a relative change of \(relative)"
    }

    fileprivate var json: JSONValue {
        .object([
            .init("relative", .double(relative)), .init("at", .array(point.map { .double($0) })),
            .init("parameters", .object(parameters.map { .init($0.name, .double($0.value)) })),
            .init("old", .double(old)), .init("new", .double(new)),
        ])
    }
}

extension EntryComparison {
    fileprivate var json: JSONValue {
        .object([
            .init("name", .string(name)), .init("old_name", oldName.map { .string($0) } ?? .null),
            .init("outcome", .string(outcome.rawValue)),
            .init("changes", .array(changes.map { change in
                .object([
                    .init("what", .string(change.what)), .init("outcome", .string(change.outcome.rawValue)),
                    .init("text", .string(change.text)), .init("largest", change.difference?.json ?? .null),
                ])
            })),
        ])
    }
}
