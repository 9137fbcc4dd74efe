import CZlib

/// A `.npy` file in memory.
/// - Parameter header: the dictionary, in place of the right one.
package func npy(
    _ descr: String, _ shape: [Int], _ elements: [UInt8], isFortranOrdered: Bool = false, version: UInt8 = 1,
    header: String? = nil
) -> [UInt8] {
    let tuple = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    let text = header ?? "{'descr': '\(descr)', 'fortran_order': \(isFortranOrdered ? "True" : "False"), 'shape': (\(tuple)), }"
    let start = version == 1 ? 10 : 12
    let length = (start + text.utf8.count + 1 + 63) / 64 * 64 - start
    let dictionary = Array(text.utf8) + [UInt8](repeating: 0x20, count: length - text.utf8.count - 1) + [0x0A]
    return [0x93] + Array("NUMPY".utf8) + [version, 0] + bytes(length, version == 1 ? 2 : 4) + dictionary + elements
}

/// The little-endian bytes of numbers, or their big-endian ones.
package func elements<Number: FixedWidthInteger>(_ numbers: [Number], isBigEndian: Bool = false) -> [UInt8] {
    numbers.flatMap { number in
        withUnsafeBytes(of: isBigEndian ? number.bigEndian : number.littleEndian) { Array($0) }
    }
}

package func elements(_ numbers: [Float], isBigEndian: Bool = false) -> [UInt8] {
    elements(numbers.map(\.bitPattern), isBigEndian: isBigEndian)
}

package func elements(_ numbers: [Double], isBigEndian: Bool = false) -> [UInt8] {
    elements(numbers.map(\.bitPattern), isBigEndian: isBigEndian)
}

private func bytes(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

/// A zip archive in memory, as `numpy.savez` and `numpy.savez_compressed` write them.
package struct ZIPArchive {
    package struct Member {
        package var name: String
        /// As it lies in the archive.
        package var packed: [UInt8]
        package var method = 0
        /// What the list says.
        package var count: Int
        package var checksum: UInt32
        package var flags = 0
        /// What the list says in place of the right offset.
        package var claimedOffset: Int?
        /// What the list says in place of the packed bytes' count.
        package var claimedPackedCount: Int?
        /// Whether the numbers are in zip64 records, as NumPy has them in members' headers.
        package var isWide = false
    }

    package var members: [Member] = []
    package var comment: [UInt8] = []
    /// Whether the list's place is in a zip64 record.
    package var isWide = false

    package init() {}

    package init(_ members: [(String, [UInt8])], isDeflated: Bool = false) {
        for (name, bytes) in members { add(name, bytes, isDeflated: isDeflated) }
    }

    package mutating func add(_ name: String, _ content: [UInt8], isDeflated: Bool = false) {
        members.append(Member(
            name: name, packed: isDeflated ? deflated(content) : content, method: isDeflated ? 8 : 0, count: content.count,
            checksum: UInt32(crc32(0, content, uInt(content.count)))))
    }

    package var bytes: [UInt8] {
        var archive: [UInt8] = []
        var list: [UInt8] = []
        for member in members {
            let offset = archive.count
            let numbers = number(Int(member.checksum), 4) + number(member.isWide ? 0xFFFF_FFFF : member.claimedPackedCount ?? member.packed.count, 4)
                + number(member.isWide ? 0xFFFF_FFFF : member.count, 4)
            let name = Array(member.name.utf8)
            let extra = member.isWide ? number(1, 2) + number(16, 2) + number(member.count, 8) + number(member.packed.count, 8) : []
            archive += number(0x0403_4B50, 4) + number(20, 2) + number(member.flags, 2) + number(member.method, 2) + number(0, 4)
                + numbers + number(name.count, 2) + number(extra.count, 2) + name + extra + member.packed
            list += number(0x0201_4B50, 4) + number(20, 4) + number(member.flags, 2) + number(member.method, 2) + number(0, 4)
                + numbers + number(name.count, 2) + number(extra.count, 2) + number(0, 10)
                + number(member.claimedOffset ?? offset, 4) + name + extra
        }
        let start = archive.count
        archive += list
        if isWide {
            let wideAt = archive.count
            archive += number(0x0606_4B50, 4) + number(44, 8) + number(45, 4) + number(0, 8) + number(members.count, 8)
                + number(members.count, 8) + number(list.count, 8) + number(start, 8)
            archive += number(0x0706_4B50, 4) + number(0, 4) + number(wideAt, 8) + number(1, 4)
        }
        archive += number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
            + number(isWide ? 0xFFFF_FFFF : list.count, 4) + number(isWide ? 0xFFFF_FFFF : start, 4)
        return archive + number(comment.count, 2) + comment
    }

    private func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}

/// Bare Deflate data.
package func deflated(_ bytes: [UInt8]) -> [UInt8] {
    // A gzip member without its header of 10 bytes and its trailer of 8.
    Array(gzipped(bytes).dropFirst(10).dropLast(8))
}
