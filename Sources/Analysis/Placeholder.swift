import Catalogue
import Symbolic
import YAMLReader
public struct CheckedEntry: Sendable { public var entry: CatalogueEntry; public var derivative: Expression }
public enum Analyzer {
    public static func check(_ entry: CatalogueEntry) -> (CheckedEntry?, [Diagnostic], Int) {
        (CheckedEntry(entry: entry, derivative: entry.link.expression.derivative()), [], 0)
    }
}
