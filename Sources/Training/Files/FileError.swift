#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The operating system refused to read or write a file. `description` names the file and the reason.
public struct FileError: Error, Equatable, CustomStringConvertible {
    public let path: String
    /// What was tried, as in "cannot … 'path'".
    public let action: String
    public let reason: String

    public init(path: String, action: String, reason: String) {
        self.path = path
        self.action = action
        self.reason = reason
    }

    /// The error that `errno` stands for just now.
    static func last(_ path: String, _ action: String) -> FileError {
        FileError(path: path, action: action, reason: String(cString: strerror(errno)))
    }

    public var description: String { "cannot \(action) '\(path)': \(reason)" }
}
