import CZlib

/// A ZIP archive of files that are stored as they are, as `numpy.savez` makes them: what `numpy.load` reads as NPZ.
///
/// Source: PKWARE's APPNOTE.TXT 6.3, sections 4.3.7, 4.3.12 and 4.3.16. Without ZIP64: at most 4 GiB.
package struct ZIPArchive {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    package init() {}

    /// Adds a file.
    /// - Precondition: the archive stays below 4 GiB and 65536 files; networks do, by their largest size.
    package mutating func add(_ name: String, _ content: [UInt8]) {
        let checksum = content.withUnsafeBufferPointer { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
        let name = Array(name.utf8)
        // Version 2.0, names in UTF-8, stored, 1 January 1980: the same network gives the same bytes.
        let common: [UInt8] = [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0] + LittleEndian.bytes(of: checksum)
            + LittleEndian.bytes(of: UInt32(content.count)) + LittleEndian.bytes(of: UInt32(content.count))
            + LittleEndian.bytes(of: UInt16(name.count)) + [0, 0]
        let offset = LittleEndian.bytes(of: UInt32(bytes.count))
        bytes += Array("PK\u{3}\u{4}".utf8) + common + name + content
        directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + common
            + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + offset + name
        count += 1
    }

    /// The archive's bytes.
    package var contents: [UInt8] {
        let counts = LittleEndian.bytes(of: count)
        let end = Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + counts + counts
            + LittleEndian.bytes(of: UInt32(directory.count)) + LittleEndian.bytes(of: UInt32(bytes.count)) + [0, 0]
        return bytes + directory + end
    }
}
