import Interchange

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The run's numbers for TensorBoard, in an `events.out.tfevents.TIME.HOST` of the run's folder.
///
/// Tags of steps begin with `batch/` and count steps from the run's start; all others count epochs. Records are
/// gathered in memory, and written after each epoch and every few seconds.
package final class EventFile {
    private let file: OutputFile
    private var pending: [UInt8] = []
    private let clock = ContinuousClock()
    private var lastWrite: ContinuousClock.Instant

    static let stepTag = "batch/"
    /// The longest time that a record waits.
    private static let patience = Duration.seconds(3)
    private static let largestBuffer = 1 << 16

    /// Begins a file that goes on where the folder's earlier ones end, after `steps` steps and `epochs` epochs. What
    /// these hold of later ones, the work of a process that was killed, is taken out, so that nothing is there twice.
    package init(in folder: String, afterSteps steps: Int, epochs: Int) throws(FileError) {
        let earlier = FileSystem.names(in: folder).filter { $0.hasPrefix(RunFolder.eventsPrefix) }
        for name in earlier {
            try Self.cut(FileSystem.joined(folder, name), afterSteps: steps, epochs: epochs)
        }
        // Readers take files in the order of their names: this one's comes last.
        let times = earlier.compactMap { Int($0.dropFirst(RunFolder.eventsPrefix.count).prefix { $0 != "." }) }
        let time = max(Int(Self.now), (times.max() ?? 0) + 1)
        file = try OutputFile(FileSystem.joined(folder, "\(RunFolder.eventsPrefix)\(time).\(Self.host)"))
        lastWrite = clock.now
        append(.beginning(time: Self.now))
        if steps > 0 { append(.restart(time: Self.now, step: steps + 1)) }
        try flush()
    }

    /// A step's numbers, by tag without `stepTag`.
    package func append(step: Int, _ values: [(tag: String, value: Double)]) throws(FileError) {
        append(TensorBoardEvent(
            time: Self.now, step: step, values.map { (Self.stepTag + $0.tag, .scalar($0.value)) }))
        if pending.count >= Self.largestBuffer || clock.now - lastWrite >= Self.patience { try flush() }
    }

    /// Every number of an epoch's line in the metrics, by the path to it (`epoch/train_loss`), and histograms by tag.
    package func append(
        epoch: Int, _ record: JSONValue, histograms: [(tag: String, value: TensorBoardHistogram)] = []
    ) throws(FileError) {
        let numbers = Self.numbers(in: record, under: "epoch").filter { $0.tag != "epoch/epoch" }
        append(TensorBoardEvent(
            time: Self.now, step: epoch,
            numbers.map { ($0.tag, .scalar($0.value)) } + histograms.map { ($0.tag, .histogram($0.value)) }))
        try flush()
    }

    /// Writes what has been gathered.
    package func flush() throws(FileError) {
        lastWrite = clock.now
        guard !pending.isEmpty else { return }
        let bytes = pending
        pending.removeAll(keepingCapacity: true)
        try file.write(bytes)
    }

    private func append(_ event: TensorBoardEvent) { pending += event.bytes }

    // MARK: What is written

    /// The numbers of a record; places in lists are counted from 1, and infinities are left out.
    private static func numbers(in value: JSONValue, under path: String) -> [(tag: String, value: Double)] {
        switch value {
        case .object(let members): members.flatMap { numbers(in: $0.value, under: "\(path)/\($0.name)") }
        case .array(let values): values.enumerated().flatMap { numbers(in: $1, under: "\(path)/\($0 + 1)") }
        case .integer, .float, .double: value.number.map { $0.isFinite ? [(path, $0)] : [] } ?? []
        case .null, .bool, .string: []
        }
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The machine's name, as far as it can be part of a file's.
    private static var host: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        let text = String(decoding: name, as: UTF8.self).filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        return text.isEmpty ? "localhost" : text
    }

    // MARK: After an interruption

    /// A longer file, of some millions of steps, stays as it is: the new one tells readers from where on it counts.
    private static let largestFile = 1 << 28

    /// Takes out of a file what lies beyond a step and an epoch, and a record that was not written whole.
    private static func cut(_ path: String, afterSteps steps: Int, epochs: Int) throws(FileError) {
        guard case .file(let size) = FileSystem.kind(of: path), size <= largestFile else { return }
        let bytes = try InputFile.contents(of: path, limit: largestFile)
        var kept: [UInt8] = []
        for record in TensorBoardRecords(bytes) {
            let isLater = record.firstTag.map { tag in record.step > (tag.hasPrefix(stepTag) ? steps : epochs) }
            // A record without a value is the file's beginning, or marks an earlier interruption.
            if !(isLater ?? false) { kept += record.bytes }
        }
        guard kept.count != bytes.count else { return }
        try OutputFile.replace(path) { (file) throws(FileError) in try file.write(kept) }
    }
}
