/// A value of a YAML document and where it begins.
///
/// Scalars stay text: YAML's booleans, nulls and numbers mean nothing to this reader.
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// Pairs in the file's order; no key occurs twice.
        case mapping([YAMLPair])
        /// What stood here is already reported; say nothing more about it.
        case refused
    }

    public var content: Content
    public var position: SourcePosition
    /// Whether a syntax error cut this collection short, so that what seems missing may stand below the error.
    public var isTruncated: Bool

    public init(_ content: Content, at position: SourcePosition, isTruncated: Bool = false) {
        self.content = content
        self.position = position
        self.isTruncated = isTruncated
    }

    /// What a message calls this value: "a text", "a list" or "a mapping".
    public var kind: String {
        switch content {
        case .scalar: "a text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .refused: "nothing"
        }
    }
}

/// A key of a mapping with its value.
public struct YAMLPair: Sendable {
    public var key: YAMLScalar
    public var value: YAMLNode

    public init(key: YAMLScalar, value: YAMLNode) {
        self.key = key
        self.value = value
    }
}

/// A scalar: its text after YAML's quoting and folding, and how it was written.
public struct YAMLScalar: Sendable {
    public enum Style: Sendable {
        case plain, singleQuoted, doubleQuoted, literal, folded
    }

    public var text: String
    public var style: Style
    /// Where the scalar begins: at its quote or `|`, where it has one.
    public var position: SourcePosition
    /// The half-open range of the scalar in the text that was parsed, in lines and columns from 0.
    var start: Mark
    var end: Mark
}

/// A place in the text that libyaml reads; lines and columns count from 0, columns in Unicode scalars.
struct Mark: Hashable, Comparable, Sendable {
    var line: Int
    var column: Int

    static func < (a: Mark, b: Mark) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
