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
        let document = YAMLDocument(bytes: bytes)
        self.init(name: name, bytes: bytes, document)
        if let root = document.root { read(root) }
    }

    /// A file of which settings are only a part: ``settings(in:)`` reads those.
    init(name: String, bytes: [UInt8], _ document: YAMLDocument) {
        self.name = name
        self.bytes = bytes
        diagnostics = document.diagnostics
        spans = document.spans
    }

    /// A problem of the value that begins at `position`.
    package func diagnostic(_ position: SourcePosition, _ kind: ConfigurationProblem, _ message: String, fix: String? = nil) -> Diagnostic {
        Diagnostic(position, code: kind.number, message, length: spans[position], fix: fix)
    }

    mutating func add(_ position: SourcePosition, _ kind: ConfigurationProblem, _ message: String, fix: String? = nil) {
        // The reader of YAML stops counting there, too.
        guard diagnostics.count < YAMLLimits.diagnostics else { return }
        diagnostics.append(diagnostic(position, kind, message, fix: fix))
    }

    private mutating func read(_ root: YAMLNode) {
        switch root.content {
        case .refused: return
        case .mapping(let pairs): values = settings(in: pairs)
        default:
            add(root.position, .notAMapping, "a configuration is a mapping with lines like 'epochs: 5', but this is \(root.kind)")
        }
    }

    /// The settings that lines `key: value` give, in their order; what is wrong with them is added to ``diagnostics``.
    mutating func settings(in pairs: [YAMLPair]) -> [SettingText] {
        let present = Set(pairs.lazy.map(\.key.text))
        let absent = Setting.all.map(\.key).filter { !present.contains($0) }
        return pairs.compactMap { setting(in: $0, absent: absent) }
    }

    private mutating func setting(in pair: YAMLPair, absent: [String]) -> SettingText? {
        let key = pair.key.text
        if let setting = Setting.named(key) { return text(of: setting, pair.value) }
        let near = nearMatch(to: key, in: absent)
        add(pair.key.position, .unknownKey,
            "unknown key \(excerpt(key))" + (near.map { ". Did you mean '\($0)'?" }
                ?? "; the keys are \(Setting.all.map(\.key).joined(separator: ", "))"),
            fix: near)
        // Read on as if it were right, for the problems in the value.
        return near.flatMap(Setting.named).flatMap { text(of: $0, pair.value) }
    }

    private mutating func text(of setting: Setting, _ value: YAMLNode) -> SettingText? {
        scalar(value, key: setting.key, form: setting.form).map {
            SettingText(setting: setting, text: $0.text, source: .file($0.position))
        }
    }

    /// A text that is not empty; `nil`, and a problem, for anything else.
    /// - Parameters:
    ///   - key: whose value it is.
    ///   - form: what a value looks like, as a phrase.
    mutating func scalar(_ value: YAMLNode, key: String, form: String) -> YAMLScalar? {
        switch value.content {
        case .refused: return nil
        case .sequence, .mapping:
            if !value.isTruncated {
                add(value.position, .wrongKind, "'\(key)' must be a text, but this is \(value.kind); write \(form)")
            }
            return nil
        case .scalar(let scalar):
            guard !scalar.text.allSatisfy(\.isWhitespace) else {
                add(scalar.position, .emptyValue, "'\(key)' is empty; write \(form), or remove the line")
                return nil
            }
            return scalar
        }
    }
}
