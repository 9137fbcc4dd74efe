import Catalogue
import YAMLReader

/// What changed between two catalogues, entry by entry: in the new one's order, and what is gone at the end.
public struct CatalogueComparison: Sendable {
    public private(set) var entries: [EntryComparison] = []

    public init(old: [CatalogueEntry], new: [CatalogueEntry]) {
        var rest = old
        // The same name first, so that no rename takes away what stayed.
        var partners: [Int: CatalogueEntry] = [:]
        for isPartner in [Self.haveOneName, Self.shareANameOrType] {
            for (index, entry) in new.enumerated() where partners[index] == nil {
                guard let found = rest.firstIndex(where: { isPartner($0, entry) }) else { continue }
                partners[index] = rest.remove(at: found)
            }
        }
        for (index, entry) in new.enumerated() {
            entries.append(partners[index].map { EntryComparison(old: $0, new: entry) } ?? EntryComparison(added: entry))
        }
        entries += rest.map(EntryComparison.init(removed:))
    }

    private static func haveOneName(_ old: CatalogueEntry, _ new: CatalogueEntry) -> Bool { old.name.value == new.name.value }

    /// A renamed entry keeps its type, or its old name as an alias.
    private static func shareANameOrType(_ old: CatalogueEntry, _ new: CatalogueEntry) -> Bool {
        old.type.value == new.type.value || new.aliases.contains { $0.value == old.name.value }
            || old.aliases.contains { $0.value == new.name.value }
    }
}

/// What changed of one entry.
public struct EntryComparison: Sendable {
    /// What the changes come to; where there are several, the one that matters most to a program.
    public enum Outcome: String, Sendable, CaseIterable, Comparable {
        case same, prose, renamed, identical, parameters, numeric, added, removed

        public static func < (a: Self, b: Self) -> Bool {
            allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
        }
    }

    public struct Change: Sendable {
        /// What changed: a key of the entry, `derivative`, or a parameter as `parameters.beta`.
        public var what: String
        public var outcome: Outcome
        /// For people, such as `0 → 1`.
        public var text: String
        /// Of a numeric change, where it is largest.
        public var difference: NumericDifference?
    }

    /// The new name, or that of an entry that was removed.
    public var name: String
    /// The old name, where it is another.
    public var oldName: String?
    public var outcome: Outcome
    public var changes: [Change]

    init(added entry: CatalogueEntry) {
        (name, outcome, changes) = (entry.name.value, .added, [])
    }

    init(removed entry: CatalogueEntry) {
        (name, outcome, changes) = (entry.name.value, .removed, [])
    }

    init(old: CatalogueEntry, new: CatalogueEntry) {
        name = new.name.value
        oldName = old.name.value == name ? nil : old.name.value
        var changes: [Change] = []
        func compare(_ what: String, _ outcome: Outcome, _ before: String?, _ after: String?) {
            guard before != after else { return }
            changes.append(Change(what: what, outcome: outcome, text: "\(before ?? "none") → \(after ?? "none")"))
        }
        func list(_ names: [Located<String>]) -> String { "[" + names.map(\.value).joined(separator: ", ") + "]" }
        compare("name", .renamed, old.name.value, new.name.value)
        compare("type", .renamed, old.type.value, new.type.value)
        compare("aliases", .renamed, list(old.aliases), list(new.aliases))
        compare("title", .prose, old.title, new.title)
        compare("note", .prose, old.note, new.note)
        compare("reference", .prose, old.reference, new.reference)
        compare("domain", .parameters, "\(old.domain)", "\(new.domain)")
        compare("assume", .parameters, old.assumption?.value.rawValue, new.assumption?.value.rawValue)
        compare("monotone", .parameters, "\(old.isMonotone)", "\(new.isMonotone)")
        compare("normalised", .parameters, "\(old.isNormalised)", "\(new.isNormalised)")
        for (before, after) in ParameterPairs(old, new).pairs {
            let what = "parameters.\((after ?? before)?.name.value ?? "")"
            compare(what, .parameters, before?.name.value, after?.name.value)
            guard let before, let after else { continue }
            compare(what + ".default", .parameters, before.defaultText, after.defaultText)
            compare(what + ".domain", .parameters, "\(before.domain)", "\(after.domain)")
            compare(what + ".learnable", .parameters, "\(before.isLearnable)", "\(after.isLearnable)")
            compare(what + ".note", .prose, before.note, after.note)
        }
        changes += FormulaComparison(old, new).changes
        self.changes = changes
        outcome = changes.map(\.outcome).max() ?? .same
    }
}

/// The parameters of two versions of an entry: by name, and where as many were renamed as are missing, in order.
struct ParameterPairs {
    let pairs: [(old: CatalogueParameter?, new: CatalogueParameter?)]

    init(_ old: CatalogueEntry, _ new: CatalogueEntry) {
        let gone = old.parameters.filter { before in !new.parameters.contains { $0.name.value == before.name.value } }
        let come = new.parameters.filter { after in !old.parameters.contains { $0.name.value == after.name.value } }
        let areRenamed = gone.count == come.count
        var renamed = gone.makeIterator()
        var pairs: [(old: CatalogueParameter?, new: CatalogueParameter?)] = new.parameters.map { after in
            (old.parameters.first { $0.name.value == after.name.value } ?? (areRenamed ? renamed.next() : nil), after)
        }
        if !areRenamed { pairs += gone.map { ($0, nil) } }
        self.pairs = pairs
    }
}
