import CZlib

/// Writes a ZIP archive of files that are stored as they are, as `numpy.savez` does: `numpy.load` reads it as NPZ.
///
/// Source: PKWARE's APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. Without ZIP64: at most 4 GiB.
package struct ZIPWriter {
    private let file: OutputFile
    private var offset = 0
    private var directory: [UInt8] = []
    private var count = 0

    package init(_ file: OutputFile) { self.file = file }

    /// Adds a file.
    /// - Precondition: the archive stays below 4 GiB and 65536 files; networks do, by their largest size.
    package mutating func add(_ name: String, _ content: [UInt8]) throws(FileError) {
        let checksum = content.withUnsafeBufferPointer { Int(crc32_z(0, $0.baseAddress, $0.count)) }
        let name = Array(name.utf8)
        // Version 2.0, names in UTF-8, stored, 1 January 1980: the same network gives the same bytes.
        let common: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0] + Self.bytes(checksum, 4) + Self.bytes(content.count, 4)
            + Self.bytes(content.count, 4) + Self.bytes(name.count, 2) + [0, 0]
        let header = [0x50, 0x4b, 3, 4] + common + name
        try file.write(header)
        try file.write(content)
        directory += [0x50, 0x4b, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10) + Self.bytes(offset, 4) + name
        offset += header.count + content.count
        count += 1
    }

    /// Writes the directory, with which the archive is whole.
    package func finish() throws(FileError) {
        let counts = Self.bytes(count, 2) + Self.bytes(count, 2)
        let end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0] + counts + Self.bytes(directory.count, 4) + Self.bytes(offset, 4) + [0, 0]
        try file.write(directory + end)
    }

    /// Least significant first.
    private static func bytes(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
