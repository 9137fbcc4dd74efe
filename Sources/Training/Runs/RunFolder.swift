#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder that a training run leaves behind:
///
/// | file | content |
/// |---|---|
/// | `run.json` | the resolved configuration |
/// | `metrics.jsonl` | one JSON object a line, one line an epoch |
/// | `weights.safetensors` | the last good weights: always a whole file |
public final class RunFolder {
    public let path: String
    private let metrics: OutputFile

    package static let configurationName = "run.json"
    package static let metricsName = "metrics.jsonl"
    package static let weightsName = "weights.safetensors"
    static let names = [configurationName, metricsName, weightsName]

    /// Begins a run in `path`, which is made if need be.
    /// - Parameter replacing: whether an earlier run there may go; other files in the folder never do.
    /// - Throws: ``RunFolderError`` if the folder holds anything and may not be used, ``FileError``.
    public convenience init(at path: String, replacing: Bool) throws {
        // Joined to a name, an empty path would be the root of the file system.
        guard !path.isEmpty else { throw RunFolderError.notAFolder(path) }
        switch FileSystem.kind(of: path) {
        case .missing: try FileSystem.makeDirectory(path)
        case .directory:
            guard replacing || FileSystem.names(in: path).isEmpty else { throw RunFolderError.taken(path) }
        case .unreadable(let reason): throw FileError(path: path, action: "write to", reason: reason)
        default: throw RunFolderError.notAFolder(path)
        }
        for name in Self.names { try FileSystem.removeFile(FileSystem.joined(path, name)) }
        try self.init(opened: path)
    }

    /// Begins a run in a new folder `DATE-name` under `parent`; the date is local and counts seconds.
    /// Where that is taken, `-2`, `-3`, … is added.
    public convenience init(under parent: String, name: String) throws {
        try FileSystem.makeDirectory(parent)
        let stem = FileSystem.joined(parent, "\(Self.date())-\(name)")
        for number in 1...1000 {
            let path = number == 1 ? stem : "\(stem)-\(number)"
            if try FileSystem.makeNewDirectory(path) {
                try self.init(opened: path)
                return
            }
        }
        throw RunFolderError.taken(stem)
    }

    private init(opened path: String) throws(FileError) {
        self.path = path
        metrics = try OutputFile(FileSystem.joined(path, Self.metricsName))
    }

    /// The path of `weights.safetensors`.
    public var weightsFile: String { FileSystem.joined(path, Self.weightsName) }

    package func write(configuration: JSONValue) throws(FileError) {
        try OutputFile.replace(FileSystem.joined(path, Self.configurationName)) { (file) throws(FileError) in
            try file.write(configuration.renderedInLines)
        }
    }

    /// Adds a line to `metrics.jsonl`, in one piece.
    package func append(metrics line: JSONValue) throws(FileError) {
        try metrics.write(line.rendered + "\n")
    }

    /// - Parameter durably: whether to wait until they are on the disk.
    package func write(weights: Safetensors, durably: Bool) throws(FileError) {
        try weights.write(to: weightsFile, durably: durably)
    }

    private static func date() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        func digits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
            + "-\(digits(parts.tm_hour))\(digits(parts.tm_min))\(digits(parts.tm_sec))"
    }
}

/// Why a run cannot be kept where it was asked for.
public enum RunFolderError: Error, Equatable, CustomStringConvertible {
    case taken(String)
    case notAFolder(String)

    public var description: String {
        switch self {
        case .taken(let path): "'\(path)' is not empty; name another folder, or give --force to replace the run in it"
        case .notAFolder(let path): "'\(path)' is no folder; name another one"
        }
    }
}
