import Suggestions
import YAMLReader

/// A file of settings, `key: value` in YAML, read strictly: every problem of it in one reading.
package struct ConfigurationFile: Sendable {
    /// What messages call it.
    package let name: String
    /// Empty where it cannot be read; ``diagnostics`` then says why.
    package let bytes: [UInt8]
    /// In the file's order; of a key that has a problem, none.
    package private(set) var values: [SettingText] = []
    package private(set) var diagnostics: [Diagnostic] = []
    private var spans: [SourcePosition: Int] = [:]

    /// - Parameter path: `-` is standard input.
    package init(path: String) {
        let name = path == "-" ? "<stdin>" : path
        switch TextFile.read(path == "-" ? "/dev/stdin" : path) {
        case .success(let bytes): self.init(name: name, bytes: bytes)
        case .failure(let problem):
            self.init(name: name, bytes: [])
            diagnostics = [problem.diagnostic]
        }
    }

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        let document = YAMLDocument(bytes: bytes)
        diagnostics = document.diagnostics
        spans = document.spans
        if let root = document.root { read(root) }
    }

    /// A problem of the value that begins at `position`.
    package func diagnostic(_ position: SourcePosition, _ kind: ConfigurationProblem, _ message: String, fix: String? = nil) -> Diagnostic {
        Diagnostic(position, code: kind.number, message, length: spans[position], fix: fix)
    }

    private mutating func add(_ position: SourcePosition, _ kind: ConfigurationProblem, _ message: String, fix: String? = nil) {
        // The reader of YAML stops counting there, too.
        guard diagnostics.count < YAMLLimits.diagnostics else { return }
        diagnostics.append(diagnostic(position, kind, message, fix: fix))
    }

    private mutating func read(_ root: YAMLNode) {
        switch root.content {
        case .refused: return
        case .mapping(let pairs):
            let present = Set(pairs.lazy.map(\.key.text))
            let absent = Setting.all.map(\.key).filter { !present.contains($0) }
            for pair in pairs { read(pair, absent: absent) }
        default:
            add(root.position, .notAMapping, "a configuration is a mapping with lines like 'epochs: 5', but this is \(root.kind)")
        }
    }

    private mutating func read(_ pair: YAMLPair, absent: [String]) {
        let key = pair.key.text
        guard let setting = Setting.named(key) else {
            let near = nearMatch(to: key, in: absent)
            add(pair.key.position, .unknownKey,
                "unknown key \(excerpt(key))" + (near.map { ". Did you mean '\($0)'?" }
                    ?? "; the keys are \(Setting.all.map(\.key).joined(separator: ", "))"),
                fix: near)
            // Read on as if it were right, for the problems in the value.
            if let setting = near.flatMap(Setting.named) { read(setting, pair.value) }
            return
        }
        read(setting, pair.value)
    }

    private mutating func read(_ setting: Setting, _ value: YAMLNode) {
        switch value.content {
        case .refused: return
        case .sequence, .mapping:
            if !value.isTruncated {
                add(value.position, .wrongKind, "'\(setting.key)' must be a text, but this is \(value.kind); write \(setting.form)")
            }
        case .scalar(let scalar):
            guard !scalar.text.allSatisfy(\.isWhitespace) else {
                return add(scalar.position, .emptyValue, "'\(setting.key)' is empty; write \(setting.form), or remove the line")
            }
            values.append(SettingText(setting: setting, text: scalar.text, source: .file(scalar.position)))
        }
    }
}
