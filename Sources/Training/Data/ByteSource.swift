import CZlib

/// The bytes of a file, or of a part of one, in order, unpacked on the way where they are packed.
///
/// Memory stays bounded: nothing is unpacked beyond what is asked for, so a small file that would unpack to
/// terabytes costs no more than its header promises.
final class ByteSource {
    /// As errors name it: the file, and in an archive the member.
    let path: String
    let isCompressed: Bool
    /// The most bytes that can come: exact for what is not packed; Deflate packs at most 1032 to one.
    let upperBound: Int
    /// The CRC-32 of what was read so far.
    private(set) var checksum: UInt32 = 0
    private let packed: FileBytes
    private let inflater: Inflater?

    /// A whole file, unpacked if its name ends in `.gz`.
    init(_ path: String) throws {
        self.path = path
        isCompressed = path.hasSuffix(".gz")
        let file: InputFile
        do {
            file = try InputFile(path)
        } catch {
            throw DataError(path, .unreadable(reason: error.reason))
        }
        guard file.byteCount > 0 else { throw DataError(path, .empty) }
        packed = FileBytes(file, 0..<file.byteCount)
        upperBound = isCompressed ? Self.mostUnpacked(of: file.byteCount) : file.byteCount
        inflater = isCompressed ? try Inflater(path: path, wrapper: .gzip) : nil
    }

    /// A part of a file.
    /// - Parameter unpackedCount: the bytes it is said to unpack to, if it is packed by Deflate; `nil` if it is not.
    init(name: String, file: InputFile, range: Range<Int>, unpackedCount: Int?) throws {
        path = name
        isCompressed = unpackedCount != nil
        packed = FileBytes(file, range)
        upperBound = unpackedCount.map { min($0, Self.mostUnpacked(of: range.count)) } ?? range.count
        inflater = isCompressed ? try Inflater(path: name, wrapper: .none) : nil
    }

    private static func mostUnpacked(of count: Int) -> Int {
        let (most, overflow) = count.multipliedReportingOverflow(by: 1032)
        return overflow ? .max : most
    }

    /// Fills `buffer` as far as the bytes go.
    /// - Returns: the number of bytes; fewer than asked for only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            let got = try inflater?.read(into: buffer, from: packed) ?? packed.read(into: buffer)
            checksum = UInt32(crc32_z(uLong(checksum), buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), got))
            return got
        } catch let error as FileError {
            throw DataError(path, .unreadable(reason: error.reason))
        }
    }

    /// The next `count` bytes; fewer only at the end.
    func bytes(_ count: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = try read(into: UnsafeMutableRawBufferPointer(buffer))
        }
    }

    /// Whether there is at least one more byte, which is consumed. At the end of a file that gzip packed this
    /// has also checked its checksum.
    func hasMore() throws -> Bool {
        try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { buffer in
            let before = checksum
            defer { checksum = before }
            return try read(into: buffer) > 0
        }
    }
}

/// A range of a file's bytes, from its start to its end.
private final class FileBytes {
    private let file: InputFile
    private var rest: Range<Int>

    init(_ file: InputFile, _ range: Range<Int>) {
        self.file = file
        rest = range
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(buffer.count, rest.count)])
        let got = try file.read(into: wanted, at: rest.lowerBound)
        rest = rest.lowerBound + got..<rest.upperBound
        return got
    }
}

/// zlib's inflate: over the members of a gzip file, or over bare Deflate data.
private final class Inflater {
    enum Wrapper {
        case gzip, none
    }

    private let path: String
    private let wrapper: Wrapper
    private var stream = z_stream()
    private let input: UnsafeMutableRawBufferPointer
    /// Between two members, or before the first.
    private var isBetweenMembers = true
    private var isAtEnd = false

    init(path: String, wrapper: Wrapper) throws {
        self.path = path
        self.wrapper = wrapper
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        // 15 bits of window; 16 more ask for the gzip wrapper and its checksum, a minus for no wrapper.
        let bits: Int32 = wrapper == .gzip ? 15 + 16 : -15
        guard inflateInit2_(&stream, bits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            input.deallocate()
            throw DataError(path, .unreadable(reason: "zlib has no memory"))
        }
    }

    deinit {
        inflateEnd(&stream)
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, from file: FileBytes) throws -> Int {
        var filled = 0
        while filled < buffer.count, !isAtEnd {
            if stream.avail_in == 0 {
                let got = try file.read(into: input)
                stream.next_in = input.baseAddress!.assumingMemoryBound(to: UInt8.self)  // 64 KiB: never nil
                stream.avail_in = UInt32(got)
                if got == 0 {
                    guard isBetweenMembers else { throw DataError(path, .damaged(reason: "its compressed data end early")) }
                    isAtEnd = true
                    break
                }
            }
            isBetweenMembers = false
            let room = min(buffer.count - filled, 1 << 30)
            stream.next_out = (buffer.baseAddress! + filled).assumingMemoryBound(to: UInt8.self)
            stream.avail_out = UInt32(room)
            let status = inflate(&stream, Z_NO_FLUSH)
            filled += room - Int(stream.avail_out)
            switch status {
            case Z_OK, Z_BUF_ERROR: continue
            case Z_STREAM_END where wrapper == .none: isAtEnd = true
            case Z_STREAM_END:
                inflateReset(&stream)
                isBetweenMembers = true
            default:
                let reason = stream.msg.map { String(cString: $0) } ?? "zlib error \(status)"
                throw DataError(path, .damaged(reason: reason))
            }
        }
        return filled
    }
}
