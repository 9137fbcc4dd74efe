/// A place in a file. Lines and columns count from 1; columns count characters.
public struct SourcePosition: Hashable, Sendable, Comparable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
        (a.line, a.column) < (b.line, b.column)
    }
}

/// A problem found in a file, where it is, and how to mend it.
public struct Diagnostic: Hashable, Sendable {
    public var position: SourcePosition
    /// A stable name for the kind of problem, such as `unknown-key`; its number is in ``DiagnosticKind/all``.
    public var code: String
    /// What is wrong, and what to do about it.
    public var message: String
    /// How many characters of its line it covers, from `position`; `nil` where nobody said.
    public var length: Int?
    /// What to write in place of the characters it covers, where that alone mends it.
    public var fix: String?

    public init(_ position: SourcePosition, code: String, _ message: String, length: Int? = nil, fix: String? = nil) {
        self.position = position
        self.code = code
        self.message = message
        self.length = length
        self.fix = fix
    }

    /// The kind's number, such as `CAT017`; of a kind that has none, its name.
    public var number: String { DiagnosticKind.named(code)?.number ?? code }

    /// `path:line:column: error: message [CAT017]`.
    public func rendered(path: String) -> String {
        "\(path):\(position.line):\(position.column): error: \(message) [\(number)]"
    }
}

/// A value together with where it stands in its file.
public struct Located<Value> {
    public var value: Value
    public var position: SourcePosition

    public init(_ value: Value, at position: SourcePosition) {
        self.value = value
        self.position = position
    }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
