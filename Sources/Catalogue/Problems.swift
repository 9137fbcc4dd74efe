import YAMLReader

/// The problems found so far in one file.
struct Problems {
    private(set) var count: Int
    private var found: [Diagnostic]
    private let invisible: Set<SourcePosition>
    private let spans: [SourcePosition: Int]

    init(of document: YAMLDocument) {
        let found = document.diagnostics
        self.found = found
        spans = document.spans
        count = found.count
        invisible = Set(found.lazy.filter { $0.code == "forbidden-character" }.map(\.position))
    }

    /// Whether further problems are only counted. The file is read from its beginning, so what is left out stands
    /// below what is reported.
    var isFull: Bool { found.count > 2 * YAMLLimits.diagnostics }

    /// - Parameters:
    ///   - length: how many characters it covers; those of the value that begins there unless said.
    ///   - fix: what to write in place of them, where that alone mends it.
    mutating func add(
        _ position: SourcePosition, _ code: String, _ message: @autoclosure () -> String, length: Int? = nil,
        fix: @autoclosure () -> String? = nil
    ) {
        count += 1
        // At the place of an invisible character anything else found only follows from it.
        guard !isFull, !invisible.contains(position) else { return }
        found.append(Diagnostic(position, code: code, message(), length: length ?? spans[position], fix: fix()))
    }

    /// All problems in the order of the file; past the limit only their number.
    var report: [Diagnostic] {
        let sorted = found.sorted { $0.position < $1.position }
        guard sorted.count > YAMLLimits.diagnostics else { return sorted }
        let last = sorted[YAMLLimits.diagnostics]
        return sorted.prefix(YAMLLimits.diagnostics) + [
            Diagnostic(last.position, code: "too-many-problems",
                "there are more problems from here on; mend the first \(YAMLLimits.diagnostics)")
        ]
    }
}
