import YAMLReader

/// Reads a catalogue: text in, sound entries and every problem of the file out.
///
/// The reader is total: whatever the text, it returns soon, and where `diagnostics` is empty there is at least
/// one entry. What it guarantees of an entry is what ``CatalogueEntry`` says; the mathematics is not its concern.
public enum CatalogueReader {
    /// What a reading yields: the sound entries and all problems, both in the order of the file. Past
    /// `YAMLLimits/diagnostics` problems reading stops soon.
    public typealias Reading = (entries: [CatalogueEntry], diagnostics: [Diagnostic])

    /// Reads a file; one that cannot be opened is a problem at its first character.
    public static func read(path: String) -> Reading {
        switch TextFile.read(path) {
        case .success(let bytes): read(bytes: bytes)
        case .failure(let problem): ([], [problem.diagnostic])
        }
    }

    public static func read(text: String) -> Reading { read(bytes: Array(text.utf8)) }

    public static func read(bytes: [UInt8]) -> Reading {
        let document = YAMLDocument(bytes: bytes)
        var problems = Problems(of: document)
        let entries = document.root.map { read($0, of: document, problems: &problems) } ?? []
        return (entries, problems.report)
    }

    private static func read(_ root: YAMLNode, of document: YAMLDocument, problems: inout Problems) -> [CatalogueEntry] {
        guard case .mapping(let pairs) = root.content else {
            if case .refused = root.content { return [] }
            problems.add(root.position, "wrong-kind",
                "a catalogue must be a mapping with the keys schema and activations, but this is \(root.kind)")
            return []
        }
        // A catalogue for a later version has keys that this one does not know: say only that.
        if let schema = pairs.first(where: { $0.key.text == "schema" })?.value, case .scalar(let scalar) = schema.content,
            isLaterSchema(scalar.text) {
            problems.add(scalar.position, "schema-too-new",
                "this catalogue needs schema \(excerpt(scalar.text).dropFirst().dropLast()); this version reads \(Schema.version); update the package")
            return []
        }
        let fields = Fields(pairs, of: root, owner: "the catalogue", keys: Schema.file, problems: &problems)
        if let scalar = fields.scalar("schema", problems: &problems), scalar.text != String(Schema.version) {
            problems.add(scalar.position, "invalid-schema",
                "the schema \(excerpt(scalar.text)) does not exist; write 'schema: \(Schema.version)'",
                fix: String(Schema.version))
        }
        return fields["activations"].map { entries($0, of: document, problems: &problems) } ?? []
    }

    private static func entries(_ node: YAMLNode, of document: YAMLDocument, problems: inout Problems) -> [CatalogueEntry] {
        guard case .sequence(let items) = node.content else {
            if case .refused = node.content { return [] }
            if case .scalar(let scalar) = node.content, scalar.text.isEmpty {
                problems.add(node.position, "no-entries", noEntries)
            } else {
                problems.add(node.position, "wrong-kind",
                    "'activations' must be a list whose entries begin with '- name:', but this is \(node.kind)")
            }
            return []
        }
        if items.isEmpty, !node.isTruncated { problems.add(node.position, "no-entries", noEntries) }
        if items.count > CatalogueLimits.entries {
            problems.add(items[CatalogueLimits.entries].position, "too-many-entries",
                "\(items.count) entries are more than \(CatalogueLimits.entries); split the catalogue")
        }
        let reader = EntryReader(document: document)
        var registry = NameRegistry()
        var entries: [CatalogueEntry] = []
        for (index, item) in items.prefix(CatalogueLimits.entries).enumerated() {
            // More would be found but not reported.
            if problems.isFull { break }
            let end = index + 1 < items.count ? items[index + 1].position : nil
            let entry = reader.read(item, registry: &registry, problems: &problems)
            // What YAML's reader mended to read on is no sound entry.
            let isMended = document.diagnostics.contains { problem in
                problem.position >= item.position && end.map { problem.position < $0 } ?? true
            }
            if let entry, !isMended { entries.append(entry) }
        }
        return entries
    }

    private static let noEntries = "'activations' has no entries; add at least one, beginning with '- name:'"

    private static func isLaterSchema(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return false }
        return Int(text).map { $0 > Schema.version } ?? true
    }
}
