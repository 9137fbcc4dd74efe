import Catalogue
import YAMLReader

/// A whole catalogue, read and checked: what the generator and `catalogue check` both begin with.
public struct CatalogueAnalysis: Sendable {
    /// The sound entries, in the file's order.
    public private(set) var entries: [CheckedEntry] = []
    /// What was found of every entry that reads.
    public private(set) var reports: [EntryReport] = []
    /// Every problem of the file, in its order. Entries that read are checked also where others do not, so that
    /// one run shows all.
    public private(set) var diagnostics: [Diagnostic]

    public init(_ reading: CatalogueReader.Reading) {
        diagnostics = reading.diagnostics
        for entry in reading.entries {
            let (checked, problems, report) = Analyzer.check(entry)
            if let checked { entries.append(checked) }
            diagnostics += problems.map { underlined($0, of: entry) }
            reports.append(report)
        }
        diagnostics.sort { $0.position < $1.position }
    }

    /// A check speaks of a formula as a whole unless it says otherwise.
    private func underlined(_ problem: Diagnostic, of entry: CatalogueEntry) -> Diagnostic {
        var problem = problem
        let formulas = [entry.link, entry.integral, entry.inverse, entry.dual].compactMap { $0 }
        problem.length = problem.length ?? formulas.first { $0.position == problem.position }?.length
        return problem
    }
}
