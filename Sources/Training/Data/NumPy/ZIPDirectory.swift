/// The list of members of a zip archive, read from its end; nothing is unpacked.
///
/// Source: PKWARE, APPNOTE.TXT 6.3.10, with its zip64 records, which NumPy writes for large arrays.
struct ZIPDirectory {
    struct Member {
        let name: String
        /// 0 stored, 8 Deflate.
        let method: Int
        let checksum: UInt32
        let packedCount: Int
        let count: Int
        /// Where its own header begins.
        let offset: Int
    }

    let file: InputFile
    let members: [Member]
    /// Where the directory begins: members lie before it.
    private let start: Int

    /// The most bytes of a directory: over ten thousand members.
    static let largest = 1 << 20

    private static let damagedMend = "; write it again with numpy.savez"

    /// - Throws: ``DataError``, for a file that is no archive or one that contradicts itself.
    init(path: String) throws {
        do { file = try InputFile(path) } catch { throw DataError(path, .unreadable(reason: error.reason)) }
        guard file.byteCount > 0 else { throw DataError(path, .empty) }
        let directory = try Self.place(in: file)
        start = directory.lowerBound
        guard directory.count <= Self.largest else {
            throw Self.bad(file, "its list of members claims \(directory.count) bytes, and \(Self.largest) is the most")
        }
        var list = Fields(try Self.bytes(of: file, directory))
        var members: [Member] = []
        while !list.isAtEnd {
            guard let member = Self.member(&list, before: directory.lowerBound) else {
                throw Self.bad(file, "member \(members.count + 1) of its list is broken")
            }
            members.append(member)
        }
        self.members = members
    }

    /// Where a member's bytes lie, behind its own header.
    func place(of member: Member) throws -> ArrayPlace {
        let name = "\(file.path): \(member.name)"
        let headerEnd = member.offset + 30
        var header = Fields(try Self.bytes(of: file, member.offset..<min(headerEnd, start)))
        guard header.u4() == 0x0403_4B50, header.skip(2), let flags = header.u2(), let method = header.u2(),
            header.skip(16), let nameLength = header.u2(), let extraLength = header.u2()
        else { throw DataError(name, .damaged(reason: "it does not begin where its archive says")) }
        guard flags & 1 == 0 else { throw DataError(name, .badHeader(reason: "is encrypted; write the archive without a password")) }
        guard method == 0 || method == 8 else {
            throw DataError(name, .badHeader(reason: "is packed by method \(method); stored and deflated members are read: write it with numpy.savez_compressed"))
        }
        guard method == member.method else {
            throw DataError(name, .damaged(reason: "its archive says of its packing one thing and the member another"))
        }
        let from = headerEnd + nameLength + extraLength
        guard from <= start, member.packedCount <= start - from else {
            throw DataError(name, .damaged(reason: "it claims \(member.packedCount) bytes at byte \(from), where \(max(0, start - from)) are left"))
        }
        return ArrayPlace(
            name: name, file: file, range: from..<from + member.packedCount,
            unpackedCount: method == 8 ? member.count : nil, checksum: member.checksum)
    }

    // MARK: Reading

    /// One record of the list; `nil` if it is broken or points behind the members.
    private static func member(_ list: inout Fields, before end: Int) -> Member? {
        guard list.u4() == 0x0201_4B50, list.skip(4), list.u2() != nil, let method = list.u2(), list.skip(4),
            let checksum = list.u4(), var packed = list.u4(), var count = list.u4(),
            let nameLength = list.u2(), let extraLength = list.u2(), let commentLength = list.u2(), list.skip(8),
            var offset = list.u4(), let name = list.bytes(nameLength), let extra = list.bytes(extraLength),
            list.skip(commentLength)
        else { return nil }
        var extras = Fields(extra)
        while let kind = extras.u2(), let length = extras.u2(), let content = extras.bytes(length) {
            guard kind == 1 else { continue }
            // Zip64: the numbers that do not fit their 32 bits, in this order.
            var wide = Fields(content)
            if count == 0xFFFF_FFFF { count = wide.u8() ?? -1 }
            if packed == 0xFFFF_FFFF { packed = wide.u8() ?? -1 }
            if offset == 0xFFFF_FFFF { offset = wide.u8() ?? -1 }
        }
        guard 0..<end ~= offset, 0...end ~= packed, count >= 0, method != 0 || packed == count else { return nil }
        return Member(
            name: String(decoding: name, as: UTF8.self), method: method, checksum: UInt32(checksum),
            packedCount: packed, count: count, offset: offset)
    }

    /// Where the directory lies, by the record at the archive's end, behind which a comment may stand.
    private static func place(in file: InputFile) throws -> Range<Int> {
        let tailStart = max(0, file.byteCount - 22 - 0xFFFF)
        let tail = try bytes(of: file, tailStart..<file.byteCount)
        guard tail.count >= 22, let at = (0...tail.count - 22).reversed().first(where: { tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }) else {
            throw bad(file, tail.starts(with: [0x93]) ? "it is a .npy file" : "it has no list of members at its end, and may be truncated")
        }
        var record = Fields(Array(tail[at...]))
        guard record.skip(12), var size = record.u4(), var offset = record.u4() else { throw bad(file, "its last record is broken") }
        let end = tailStart + at
        if size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
            // The locator of the wide record lies before this one.
            guard end >= 20 else { throw bad(file, "its zip64 record is missing") }
            var locator = Fields(try bytes(of: file, end - 20..<end))
            guard locator.u4() == 0x0706_4B50, locator.skip(4), let wideAt = locator.u8(), wideAt >= 0, wideAt <= end - 56 else {
                throw bad(file, "its zip64 record is missing")
            }
            var wide = Fields(try bytes(of: file, wideAt..<wideAt + 56))
            guard wide.u4() == 0x0606_4B50, wide.skip(36), let wideSize = wide.u8(), let wideOffset = wide.u8() else {
                throw bad(file, "its zip64 record is broken")
            }
            (size, offset) = (wideSize, wideOffset)
        }
        guard offset <= end, size <= end - offset else {
            throw bad(file, "its list of members claims \(size) bytes at byte \(offset), beyond its end")
        }
        return offset..<offset + size
    }

    private static func bytes(of file: InputFile, _ range: Range<Int>) throws -> [UInt8] {
        do {
            return try [UInt8](unsafeUninitializedCapacity: range.count) { buffer, initialized in
                initialized = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: range.lowerBound)
            }
        } catch let error as FileError {
            throw DataError(file.path, .unreadable(reason: error.reason))
        }
    }

    private static func bad(_ file: InputFile, _ reason: String) -> DataError {
        DataError(file.path, .badHeader(reason: "is no intact .npz archive: \(reason)\(damagedMend)"))
    }
}

/// Little-endian numbers one after the other; `nil` where the bytes end.
private struct Fields {
    private let content: [UInt8]
    private var at = 0

    init(_ content: [UInt8]) { self.content = content }

    var isAtEnd: Bool { at == content.count }

    mutating func bytes(_ count: Int) -> [UInt8]? {
        guard count <= content.count - at else { return nil }
        defer { at += count }
        return Array(content[at..<at + count])
    }

    mutating func skip(_ count: Int) -> Bool { bytes(count) != nil }

    mutating func u2() -> Int? { number(2) }
    mutating func u4() -> Int? { number(4) }

    /// `nil` for numbers that no file reaches, too.
    mutating func u8() -> Int? {
        guard let number = bytes(8)?.reversed().reduce(UInt64(0), { $0 << 8 | UInt64($1) }) else { return nil }
        return number < 1 << 62 ? Int(number) : nil
    }

    private mutating func number(_ size: Int) -> Int? { bytes(size)?.reversed().reduce(0) { $0 << 8 | Int($1) } }
}
