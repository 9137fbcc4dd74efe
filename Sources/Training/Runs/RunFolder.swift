#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The folder of a training run, held by one process at a time (`RunLock`):
///
/// | file | content |
/// |---|---|
/// | `config.yaml` | the resolved settings: `locoprop train --config` takes it |
/// | `environment.json` | program, system, catalogue, threads and seed, and the command line, of the start and of every resumption |
/// | `metrics.jsonl` | one JSON object a line, one line an epoch |
/// | `metrics.csv` | the same numbers under one header |
/// | `events.out.tfevents.*` | the numbers for TensorBoard, a file for each process that was at the run |
/// | `checkpoints/last.safetensors` | all that the run goes on from: always a whole file |
/// | `checkpoints/best.safetensors` | the same, after the epoch with the least test loss so far |
/// | `live.json` | where the run is, for `locoprop watch` |
/// | `report.html` | its report, written when it ends |
///
/// Documentation/Runs.md says more of each, and what else may be there.
public final class RunFolder {
    public let path: String
    private let lock: RunLock
    /// The folders that were made for it, the innermost first.
    private let made: [String]
    private var metrics: MetricsFiles?
    /// As ``begin(configuration:settings:environment:)`` was told.
    package private(set) var settings: [(name: String, text: String)] = []

    package static let configurationName = "config.yaml"
    package static let environmentName = "environment.json"
    package static let metricsName = "metrics.jsonl"
    package static let tableName = "metrics.csv"
    package static let checkpointsName = "checkpoints"
    package static let lastName = "checkpoints/last.safetensors"
    package static let bestName = "checkpoints/best.safetensors"
    package static let reportName = "report.html"
    /// What TensorBoard's event files begin with.
    package static let eventsPrefix = "events.out.tfevents."
    /// Of runs of program versions without checkpoints.
    package static let oldConfigurationName = "run.json"
    package static let oldWeightsName = "weights.safetensors"

    private static let names = [
        configurationName, environmentName, metricsName, tableName, lastName, bestName, reportName, LiveFile.name,
        oldConfigurationName, oldWeightsName,
    ]

    // MARK: Beginning

    /// Begins a run in `path`, which is made if need be.
    /// - Parameters:
    ///   - path: the folder.
    ///   - replacing: whether an earlier run there may go; other files in the folder never do.
    /// - Throws: ``RunFolderError`` if the folder holds anything and may not be used, or another process uses it;
    ///   ``FileError``.
    public convenience init(at path: String, replacing: Bool) throws {
        // Joined to a name, an empty path would be the root of the file system.
        guard !path.isEmpty else { throw RunFolderError.notAFolder(path) }
        let kind = FileSystem.kind(of: path)
        switch kind {
        case .missing: try FileSystem.makeDirectory(path)
        case .directory:
            let isEmpty = FileSystem.names(in: path).allSatisfy { $0 == RunLock.name }
            guard replacing || isEmpty else { throw RunFolderError.taken(path) }
        case .unreadable(let reason): throw FileError(path: path, action: "write to", reason: reason)
        default: throw RunFolderError.notAFolder(path)
        }
        try self.init(locking: path, made: kind == .missing ? [path] : [])
        try removeRun()
    }

    /// Whether a run could begin in `path`, or without one under `runs`; nothing is made.
    /// - Throws: ``RunFolderError``, ``FileError``.
    package static func check(_ path: String?, replacing: Bool) throws {
        let isNamed = path != nil
        let path = path ?? "runs"
        guard !path.isEmpty else { throw RunFolderError.notAFolder(path) }
        switch FileSystem.kind(of: path) {
        case .missing: break
        case .directory:
            let isEmpty = FileSystem.names(in: path).allSatisfy { $0 == RunLock.name }
            guard replacing || isEmpty || !isNamed else { throw RunFolderError.taken(path) }
        case .unreadable(let reason): throw FileError(path: path, action: "write to", reason: reason)
        default: throw RunFolderError.notAFolder(path)
        }
        // The nearest folder that is there takes what is missing.
        var parent = path
        while FileSystem.kind(of: parent) == .missing {
            let parts = parent.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            parent = parts.isEmpty ? "." : parts == [""] ? "/" : parts.joined(separator: "/")
        }
        guard FileSystem.kind(of: parent) == .directory else { throw RunFolderError.notAFolder(parent) }
        guard access(parent, W_OK | X_OK) == 0 else { throw FileError.last(parent, "write to") }
    }

    /// Begins a run in a new folder `DATE-name` under `parent`; the date is local and counts seconds.
    /// Where that is taken, `-2`, `-3`, … is added.
    public convenience init(under parent: String, name: String) throws {
        let isFirst = FileSystem.kind(of: parent) == .missing
        try FileSystem.makeDirectory(parent)
        let stem = FileSystem.joined(parent, "\(Self.date())-\(name)")
        for number in 1...1000 {
            let path = number == 1 ? stem : "\(stem)-\(number)"
            if try FileSystem.makeNewDirectory(path) {
                try self.init(locking: path, made: isFirst ? [path, parent] : [path])
                return
            }
        }
        throw RunFolderError.taken(stem)
    }

    /// Takes up the run in `path` again.
    /// - Throws: ``RunFolderError`` if there is none, or another process is at it; ``FileError``.
    public convenience init(resuming path: String) throws {
        guard !path.isEmpty, FileSystem.kind(of: path) == .directory else { throw RunFolderError.notAFolder(path) }
        func has(_ name: String) -> Bool { FileSystem.kind(of: FileSystem.joined(path, name)) != .missing }
        guard has(Self.configurationName) else {
            throw has(Self.oldConfigurationName) || has(Self.oldWeightsName)
                ? RunFolderError.tooOld(path) : RunFolderError.notARun(path)
        }
        try self.init(locking: path, made: [])
        for folder in [path, file(Self.checkpointsName)] {
            FileSystem.removeFiles(in: folder, ending: OutputFile.temporarySuffix)
        }
    }

    private init(locking path: String, made: [String]) throws {
        self.path = path
        self.made = made
        lock = try RunLock(in: path)
    }

    private func removeRun() throws(FileError) {
        for name in Self.names { try FileSystem.removeFile(file(name)) }
        for name in FileSystem.names(in: path) where name.hasPrefix(Self.eventsPrefix) {
            try FileSystem.removeFile(file(name))
        }
        for folder in [path, file(Self.checkpointsName)] {
            FileSystem.removeFiles(in: folder, ending: OutputFile.temporarySuffix)
        }
    }

    /// Takes back a run that has been begun and has no checkpoint: its files go, and the folders that were made for it.
    package func abandon() {
        for name in Self.names + [RunLock.name] { unlink(file(name)) }
        rmdir(file(Self.checkpointsName))
        // One that others have put something into stays.
        for folder in made { rmdir(folder) }
    }

    /// Whether a process is at the run in `path`; `false` where that cannot be known.
    package static func isHeld(at path: String) -> Bool { RunLock.isHeld(in: path) }

    // MARK: Files

    /// The path of a file of the run.
    package func file(_ name: String) -> String { FileSystem.joined(path, name) }

    public var configurationFile: String { file(Self.configurationName) }
    public var lastCheckpoint: String { file(Self.lastName) }
    public var bestCheckpoint: String { file(Self.bestName) }

    /// Whether the run has come as far as its first checkpoint.
    package var hasCheckpoint: Bool { FileSystem.kind(of: lastCheckpoint) != .missing }

    /// Writes what a run begins or goes on with, before anything else is read or computed.
    /// - Parameters:
    ///   - configuration: the content of `config.yaml`.
    ///   - settings: the same by key, for the checkpoints.
    ///   - environment: the content of `environment.json`.
    package func begin(
        configuration: String, settings: [(name: String, text: String)], environment: RunEnvironment
    ) throws(FileError) {
        self.settings = settings
        try OutputFile.replace(configurationFile) { (file) throws(FileError) in try file.write(configuration) }
        let path = file(Self.environmentName)
        let before = (try? InputFile.contents(of: path, limit: 1 << 24)).flatMap { try? JSONValue(parsing: $0) }
        try OutputFile.replace(path) { (file) throws(FileError) in
            try file.write(environment.json(after: before).renderedInLines)
        }
    }

    /// Opens the metrics, with the records of the first `epochs` epochs alone.
    package func openMetrics(keeping epochs: Int) throws(FileError) {
        metrics = try MetricsFiles(in: path, keeping: epochs)
    }

    /// Adds an epoch to `metrics.jsonl` and `metrics.csv`.
    package func append(metrics record: JSONValue) throws(FileError) {
        if metrics == nil { try openMetrics(keeping: 0) }
        try metrics?.append(record)
    }

    func synchronizeMetrics() throws(FileError) { try metrics?.synchronize() }

    /// Makes the folder of the checkpoints.
    func makeCheckpointFolder() throws(FileError) {
        _ = try FileSystem.makeNewDirectory(file(Self.checkpointsName))
    }

    /// `2026-01-31-120000`, local.
    static func date() -> String {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        func digits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
            + "-\(digits(parts.tm_hour))\(digits(parts.tm_min))\(digits(parts.tm_sec))"
    }
}

/// Why a run cannot be kept, or taken up again, where it was asked for.
public enum RunFolderError: Error, Equatable, CustomStringConvertible {
    case taken(String)
    case notAFolder(String)
    /// A folder without a configuration.
    case notARun(String)
    /// A run of a program version without checkpoints.
    case tooOld(String)
    /// Another process is at the run.
    case busy(String, process: Int?)

    public var description: String {
        switch self {
        case .taken(let path):
            "'\(path)' is not empty; name another folder, or give --force to replace the run in it, or --resume to go on with it"
        case .notAFolder(let path): "'\(path)' is no folder; name another one"
        case .notARun(let path): "'\(path)' holds no run: it has no \(RunFolder.configurationName); name a folder that 'locoprop train' has made"
        case .tooOld(let path):
            "'\(path)' holds a run of an earlier version of the program, which kept no checkpoints; 'locoprop evaluate' reads it, but it cannot go on"
        case .busy(let path, let process):
            "another process\(process.map { " (number \($0))" } ?? "") is at the run in '\(path)'; wait for it, stop it, or name another folder"
        }
    }
}
