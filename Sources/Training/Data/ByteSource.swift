import CZlib

/// The bytes of a file in order, unpacked on the way if its name ends in `.gz`.
///
/// Memory stays bounded: nothing is unpacked beyond what is asked for, so a small file that would unpack to
/// terabytes costs no more than its header promises.
final class ByteSource {
    let path: String
    let isCompressed: Bool
    private let file: InputFile
    private let inflater: Inflater?

    init(_ path: String) throws {
        self.path = path
        isCompressed = path.hasSuffix(".gz")
        do {
            file = try InputFile(path)
        } catch {
            throw DataError(path, .unreadable(reason: error.reason))
        }
        guard file.byteCount > 0 else { throw DataError(path, .empty) }
        inflater = isCompressed ? try Inflater(path: path) : nil
    }

    /// The most bytes that can come: exact for a plain file; Deflate packs at most 1032 to one.
    var upperBound: Int {
        isCompressed ? file.byteCount.multipliedReportingOverflow(by: 1032).partialValue : file.byteCount
    }

    /// Fills `buffer` as far as the bytes go.
    /// - Returns: the number of bytes; fewer than asked for only at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        do {
            guard isCompressed else { return try file.read(into: buffer) }
            return try inflater!.read(into: buffer, from: file)  // made in `init` where isCompressed
        } catch let error as FileError {
            throw DataError(path, .unreadable(reason: error.reason))
        }
    }

    /// Whether there is at least one more byte, which is consumed. At the end of a compressed file this
    /// has also checked its checksum.
    func hasMore() throws -> Bool {
        try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) { try read(into: $0) } > 0
    }
}

/// zlib's inflate over the members of a gzip file.
private final class Inflater {
    private let path: String
    private var stream = z_stream()
    private let input: UnsafeMutableRawBufferPointer
    /// Between two members, or before the first.
    private var isBetweenMembers = true
    private var isAtEnd = false

    init(path: String) throws {
        self.path = path
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        // 15 bits of window; 16 asks for the gzip wrapper and its checksum.
        guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            input.deallocate()
            throw DataError(path, .unreadable(reason: "zlib has no memory"))
        }
    }

    deinit {
        inflateEnd(&stream)
        input.deallocate()
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, from file: InputFile) throws -> Int {
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
