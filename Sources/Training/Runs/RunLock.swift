#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Keeps other processes out of a run's folder, as long as it lives: a lock of the kernel on the file `.lock`, which
/// goes with the process however that ends. The file stays; it says which process had it last.
final class RunLock {
    static let name = ".lock"
    private let descriptor: Int32

    /// - Throws: ``RunFolderError/busy(_:process:)`` if another process has it, ``FileError``.
    init(in folder: String) throws {
        let path = FileSystem.joined(folder, Self.name)
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw FileError.last(path, "write") }
        var attempts = 0
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            // One that only asks has it for an instant.
            attempts += 1
            if errno == EWOULDBLOCK, attempts < 5 {
                usleep(2000)
                continue
            }
            // Some network file systems have no locks to give; there, runs are trusted to be one at a time.
            guard errno == EWOULDBLOCK else { return }
            let holder = Self.read(descriptor)
            close(descriptor)
            throw RunFolderError.busy(folder, process: holder)
        }
        let text = "\(getpid())\n"
        // Only for the message above: a full disk is found out about soon enough.
        _ = ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, text.utf8.count, 0) }
    }

    /// Whether a process has the lock; `false` where that cannot be known.
    static func isHeld(in folder: String) -> Bool {
        let descriptor = open(FileSystem.joined(folder, name), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    // Closing lets go of the lock.
    deinit { close(descriptor) }

    private static func read(_ descriptor: Int32) -> Int? {
        withUnsafeTemporaryAllocation(byteCount: 32, alignment: 1) { buffer in
            let got = pread(descriptor, buffer.baseAddress, buffer.count, 0)
            guard got > 0 else { return nil }
            return Int(String(decoding: buffer[..<got], as: UTF8.self).filter { !$0.isWhitespace })
        }
    }
}
