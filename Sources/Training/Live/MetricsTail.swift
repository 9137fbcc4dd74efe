/// Reads `metrics.jsonl` while it grows.
///
/// Each call takes the lines that were finished since the last one; a line that is still being written is left for
/// the next. A file that was replaced is read anew.
package struct MetricsTail: Sendable {
    package private(set) var records: [EpochRecord] = []
    /// Whole lines that are no epoch's record.
    package private(set) var unreadableLines = 0
    private let path: String
    private var offset = 0
    private var rest: [UInt8] = []
    /// What the file began with when it was read first: another beginning is another file.
    private var beginning: [UInt8] = []

    private static let pieceSize = 1 << 20
    private static let beginningSize = 256
    /// No epoch's record is nearly as long.
    private static let longestLine = 1 << 24

    /// - Parameter folder: of the run.
    package init(in folder: String) { path = FileSystem.joined(folder, RunFolder.metricsName) }

    /// - Returns: whether there was anything new.
    /// - Throws: ``FileError`` if there is no such file, or none that can be read.
    @discardableResult
    package mutating func advance() throws(FileError) -> Bool {
        let file = try InputFile(path)
        var piece = [UInt8](repeating: 0, count: min(Self.pieceSize, max(Self.beginningSize, file.byteCount)))
        let head = Array(piece[..<(try read(file, into: &piece, count: Self.beginningSize, at: 0))])
        if file.byteCount < offset || !head.starts(with: beginning.prefix(head.count)) || head.count < beginning.count {
            self = MetricsTail(path: path)
        }
        beginning = head
        var isNew = false
        while case let got = try read(file, into: &piece, count: piece.count, at: offset), got > 0 {
            offset += got
            isNew = true
            take(piece[..<got])
        }
        return isNew
    }

    private init(path: String) { self.path = path }

    private func read(
        _ file: InputFile, into piece: inout [UInt8], count: Int, at offset: Int
    ) throws(FileError) -> Int {
        try piece.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
            try file.read(into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<min(count, buffer.count)]), at: offset)
        }
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        var start = bytes.startIndex
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            rest += bytes[start..<end]
            if let json = try? JSONValue(parsing: rest), let record = EpochRecord(json) {
                records.append(record)
            } else if !rest.isEmpty {
                unreadableLines += 1
            }
            rest = []
            start = end + 1
        }
        rest += bytes[start...]
        if rest.count > Self.longestLine { rest = [] }
    }
}
