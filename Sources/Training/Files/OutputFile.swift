#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file open for writing.
package final class OutputFile {
    package let path: String
    private let descriptor: Int32

    /// Makes an empty file, or empties an old one.
    package init(_ path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError.last(path, "write") }
    }

    /// Goes on at the end of a file, which is made if need be.
    package init(appendingTo path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError.last(path, "write") }
    }

    deinit { close(descriptor) }

    /// Writes all of `bytes`.
    package func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var done = 0
        while done < bytes.count {
            #if canImport(Darwin)
            let put = Darwin.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            #elseif canImport(Musl)
            let put = Musl.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            #else
            let put = Glibc.write(descriptor, bytes.baseAddress! + done, bytes.count - done)
            #endif
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { throw FileError.last(path, "write") }
            done += put
        }
    }

    package func write(_ text: String) throws(FileError) {
        try write(Array(text.utf8))
    }

    /// Writes all of `text` at the end, or if that fails leaves the file as it was, so far as the system lets it.
    package func append(whole text: String) throws(FileError) {
        let end = lseek(descriptor, 0, SEEK_END)
        do throws(FileError) { try write(text) } catch {
            if end >= 0 { _ = ftruncate(descriptor, end) }
            throw error
        }
    }

    /// Waits until what was written is on the disk.
    package func synchronize() throws(FileError) {
        // EINVAL: the file system has no such promise to give.
        if fsync(descriptor) != 0, errno != EINVAL { throw FileError.last(path, "write") }
    }

    package func write(_ bytes: [UInt8]) throws(FileError) {
        try bytes.withUnsafeBufferPointer { (buffer) throws(FileError) in try write(UnsafeRawBufferPointer(buffer)) }
    }

    /// ``replace(_:durably:with:)`` for a content that is computed while it is written, and may fail for other reasons.
    /// - Throws: ``FileError``, and what `body` throws; the old file is then as it was.
    package static func replaceComputing(_ path: String, with body: (OutputFile) throws -> Void) throws {
        var failure: (any Error)?
        do {
            try replace(path, durably: false) { (file) throws(FileError) in
                do { try body(file) } catch {
                    failure = error
                    throw error as? FileError ?? FileError(path: path, action: "write", reason: "\(error)")
                }
            }
        } catch {
            if let failure, !(failure is FileError) { throw failure }
            throw error
        }
    }

    /// What temporary names end with.
    static let temporarySuffix = ".tmp"

    /// Writes a file whole or not at all: under a temporary name beside it, then renamed.
    /// Whoever looks at `path` sees the old file or the new one, never a part.
    /// - Parameters:
    ///   - path: the file that is replaced.
    ///   - durably: whether to wait until the new one is on the disk, so that it outlives a power cut.
    ///   - body: writes the content.
    package static func replace(
        _ path: String, durably: Bool = true, with body: (OutputFile) throws(FileError) -> Void
    ) throws(FileError) {
        let temporary = "\(path).\(getpid())\(temporarySuffix)"
        do throws(FileError) {
            let file = try OutputFile(temporary)
            try body(file)
            if durably { try file.synchronize() }
        } catch {
            unlink(temporary)
            throw FileError(path: path, action: "write", reason: error.reason)
        }
        guard rename(temporary, path) == 0 else {
            let error = FileError.last(path, "write")
            unlink(temporary)
            throw error
        }
        if durably { FileSystem.synchronizeDirectory(of: path) }
    }
}
