/// A kind of problem: its number, which never changes, its name at the place that finds it, and what is to say of it.
///
/// ``all`` is the one table. The documentation is generated from it, `locoprop catalogue explain` prints it, and
/// tests hold that every name in the sources is in it.
public struct DiagnosticKind: Sendable {
    /// From 1; `CAT001`. A number is never used again for another kind.
    public let ordinal: Int
    /// Such as `unknown-key`.
    public let name: String
    /// One sentence.
    public let title: String
    /// What else there is to know; may be empty.
    public let details: String
    public let example: Example

    /// Text that has the problem, so that documentation can show what is really said.
    public enum Example: Sendable {
        /// Lines of an entry, in place of those with the same key in ``soundEntry``, or after them.
        case entry(String)
        case file(String)
        /// A file too odd to show, described in words.
        case made(_ what: String, @Sendable () -> [UInt8])
        /// The path of a file that cannot be read.
        case path(String)
        /// Only the parser of formulas can be asked this.
        case formula(String)
    }

    public var number: String {
        let digits = String(ordinal)
        return "CAT" + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }

    init(_ ordinal: Int, _ name: String, _ title: String, _ details: String = "", example: Example) {
        self.ordinal = ordinal
        self.name = name
        self.title = title
        self.details = details
        self.example = example
    }

    /// The kind of a name (`unknown-key`) or a number (`CAT017`, `cat17`, `17`).
    public static func named(_ text: String) -> DiagnosticKind? {
        if let kind = byName[text] { return kind }
        let digits = text.lowercased().hasPrefix("cat") ? text.dropFirst(3) : text[...]
        return Int(digits).flatMap { ordinal in all.first { $0.ordinal == ordinal } }
    }

    private static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    /// The entry that examples change.
    public static let soundEntry = [
        "name: good", "type: Good", "title: Good", "link: a", "integral: a^2 / 2",
    ]
}

extension DiagnosticKind.Example {
    /// The file of the example; `nil` where there is none.
    public var file: [UInt8]? {
        switch self {
        case .entry(let lines): Array(Self.catalogue(with: lines).utf8)
        case .file(let text): Array(text.utf8)
        case .made(_, let bytes): bytes()
        case .path, .formula: nil
        }
    }

    private static func catalogue(with changes: String) -> String {
        var lines = DiagnosticKind.soundEntry
        for change in changes.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            let key = change.prefix { $0 != ":" }
            // A line without a value takes the line out: `-type`.
            if change.hasPrefix("-") {
                lines.removeAll { $0.hasPrefix(change.dropFirst() + ":") }
            } else if let index = lines.firstIndex(where: { $0.hasPrefix(key + ":") }) {
                lines[index] = change
            } else {
                lines.append(change)
            }
        }
        let entry = lines.enumerated().map { ($0 == 0 ? "  - " : "    ") + $1 }
        return "schema: 1\nactivations:\n" + entry.joined(separator: "\n") + "\n"
    }
}
