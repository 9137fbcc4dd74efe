#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A regular file open for reading from its start.
package final class InputFile: Sendable {
    package let path: String
    /// The size when it was opened.
    package let byteCount: Int
    private let descriptor: Int32

    /// - Throws: ``FileError`` for anything but a readable regular file; pipes and devices are refused,
    ///   because they could wait for ever or never end.
    package init(_ path: String) throws(FileError) {
        self.path = path
        switch FileSystem.kind(of: path) {
        case .file(let bytes): byteCount = bytes
        case .missing: throw FileError(path: path, action: "read", reason: "no such file")
        case .directory: throw FileError(path: path, action: "read", reason: "it is a folder")
        case .special: throw FileError(path: path, action: "read", reason: "it is no regular file")
        case .unreadable(let reason): throw FileError(path: path, action: "read", reason: reason)
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileError.last(path, "read") }
    }

    deinit { close(descriptor) }

    /// Fills `buffer` as far as the file goes.
    /// - Returns: the number of bytes read; fewer than asked for only at the end of the file.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count {
            #if canImport(Darwin)
            let got = Darwin.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
            #elseif canImport(Musl)
            let got = Musl.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
            #else
            let got = Glibc.read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
            #endif
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw FileError.last(path, "read") }
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// Fills `buffer` as far as the file goes, from the byte at `offset`; where ``read(into:)`` is does not change.
    /// - Returns: the number of bytes read; fewer than asked for only at the end of the file.
    package func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        var filled = 0
        while filled < buffer.count {
            let got = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
            if got < 0, errno == EINTR { continue }
            if got < 0 { throw FileError.last(path, "read") }
            if got == 0 { break }
            filled += got
        }
        return filled
    }

    /// A file whose size the system does not say, such as those of `/proc`: its first `limit` bytes.
    package static func contents(ofSpecial path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try InputFile(path)
        var bytes = [UInt8](repeating: 0, count: limit)
        let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        bytes.removeSubrange(got...)
        return bytes
    }

    /// The whole of a file that is at most `limit` bytes long.
    package static func contents(of path: String, limit: Int) throws(FileError) -> [UInt8] {
        let file = try InputFile(path)
        guard file.byteCount <= limit else {
            throw FileError(
                path: path, action: "read", reason: "it has \(file.byteCount) bytes, and \(limit) is the most")
        }
        var bytes = [UInt8](repeating: 0, count: file.byteCount)
        let got = try bytes.withUnsafeMutableBufferPointer { (buffer) throws(FileError) in
            try file.read(into: UnsafeMutableRawBufferPointer(buffer))
        }
        bytes.removeSubrange(got...)
        return bytes
    }
}
