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
    /// A stable name for the kind of problem, such as `unknown-key`.
    public var code: String
    public var message: String

    public init(_ position: SourcePosition, code: String, _ message: String) {
        self.position = position
        self.code = code
        self.message = message
    }

    /// `path:line:column: error: message`.
    public func rendered(path: String) -> String {
        "\(path):\(position.line):\(position.column): error: \(message)"
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
