import Catalogue
import Symbolic
import YAMLReader

/// What there is to say of each kind of problem, in Markdown, with what is really said of its example.
///
/// `Documentation/Diagnostics.md` is ``text``; `locoprop catalogue explain` prints it or one section of it.
public enum DiagnosticPage {
    /// The whole page.
    public static var text: String {
        var lines = [
            "# Diagnostics", "",
            "The build and `locoprop catalogue check` say of every problem of a catalogue where it is, what is wrong and what to do,",
            "with the place underlined, and where a few characters mend it, with the line as it should be. Lines and columns",
            "count from 1, columns in characters (Unicode scalars). All problems of a file are reported in one run, in its order.",
            "Every kind has a number that never changes: `catalogue check --json` gives it as `code`, and the kind's name as",
            "`name`; `locoprop catalogue explain CAT017` prints a section of this page. How the mathematics is checked is in",
            "[Checks.md](Checks.md).", "",
            "This page is written by `locoprop catalogue explain --all`; what it shows is what is really said.", "",
            "| code | name | |", "|---|---|---|",
        ]
        lines += DiagnosticKind.all.map { "| [\($0.number)](#\($0.number.lowercased())-\($0.name)) | `\($0.name)` | \($0.title) |" }
        return lines.joined(separator: "\n") + "\n\n" + DiagnosticKind.all.map(section).joined(separator: "\n")
    }

    /// The section of one kind.
    public static func section(of kind: DiagnosticKind) -> String {
        var parts = ["## \(kind.number) `\(kind.name)`", kind.title + (kind.details.isEmpty ? "" : " " + kind.details)]
        if case .made(let what, _) = kind.example { parts.append("For example, of \(what):") }
        if case .formula = kind.example { parts.append("In a file that is `empty-value`; a program that parses a formula is told:") }
        parts.append("```text\n\(said(of: kind) ?? "")\n```")
        return parts.joined(separator: "\n\n") + "\n"
    }

    /// What is said of the example; `nil` if that does not have the problem.
    package static func said(of kind: DiagnosticKind) -> String? {
        switch kind.example {
        case .path(let path):
            let problem = CatalogueReader.read(path: path).diagnostics.first { $0.code == kind.name }
            return problem.map { DiagnosticRenderer(path: path, bytes: []).text($0) }
        case .formula(let text):
            guard case .failure(let failure) = Formula.parse(text, context: FormulaContext(kind: .link)) else { return nil }
            return failure.errors.first { $0.code == kind.name }?.message
        case .entry, .file, .made:
            let bytes = kind.example.file ?? []
            let problem = CatalogueAnalysis(CatalogueReader.read(bytes: bytes)).diagnostics.first { $0.code == kind.name }
            return problem.map { DiagnosticRenderer(path: "activations.yaml", bytes: bytes).text($0) }
        }
    }
}
