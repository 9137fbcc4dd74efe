#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// `live.json` in a run's folder: where the run is, replaced at most once a second and when it ends.
///
/// A run does not fail because nobody can watch it: a file that cannot be written is left as it is.
package struct LiveFile: Sendable {
    package static let name = "live.json"
    private let path: String
    private let process = ProcessIdentity.current
    private let clock = ContinuousClock()
    private var lastWrite: ContinuousClock.Instant?

    /// - Parameter folder: of the run.
    package init(in folder: String) { path = FileSystem.joined(folder, Self.name) }

    /// - Parameters:
    ///   - progress: where the run is.
    ///   - now: whether to write however short ago the last writing was.
    package mutating func write(_ progress: RunProgress, now: Bool = false) {
        let instant = clock.now
        if !now, let lastWrite, instant - lastWrite < .seconds(1) { return }
        lastWrite = instant
        var progress = progress
        progress.process = process
        progress.time = Double(time(nil))
        let text = progress.json.rendered + "\n"
        try? OutputFile.replace(path, durably: false) { (file) throws(FileError) in try file.write(text) }
    }

    /// The state that a run's folder tells of; `nil` where it has none, or none that can be read.
    package static func read(in folder: String) -> RunProgress? {
        guard let bytes = try? InputFile.contents(of: FileSystem.joined(folder, name), limit: 1 << 16),
            let json = try? JSONValue(parsing: bytes)
        else { return nil }
        return RunProgress(json)
    }
}
