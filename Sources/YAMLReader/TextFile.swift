#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Reads a small file whole.
package enum TextFile {
    /// The file's bytes, or what is wrong with it, placed at the file's beginning.
    ///
    /// At most one byte more than ``YAMLLimits/bytes`` is read, whatever the file is: a device never ends.
    package static func read(_ path: String) -> Result<[UInt8], FileProblem> {
        guard !path.isEmpty else { return .failure(FileProblem("the path is empty; name a file")) }
        guard !path.utf8.contains(0) else { return .failure(FileProblem("the path contains a NUL character")) }
        // O_NONBLOCK only for opening: a pipe that nobody writes to is empty, not a wait without end.
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return .failure(FileProblem(openingError: errno)) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { return .failure(FileProblem(openingError: errno)) }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            return .failure(FileProblem("this is a directory; name a file in it"))
        }
        _ = fcntl(file, F_SETFL, fcntl(file, F_GETFL) & ~O_NONBLOCK)
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= YAMLLimits.bytes {
            let count = chunk.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(FileProblem("cannot read the file: \(systemMessage(errno))")) }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return .success(bytes)
    }
}

/// Why a file could not be read.
package struct FileProblem: Error {
    package let diagnostic: Diagnostic

    fileprivate init(_ message: String) {
        diagnostic = Diagnostic(SourcePosition(line: 1, column: 1), code: "unreadable-file", message)
    }

    fileprivate init(openingError code: Int32) {
        switch code {
        case ENOENT: self.init("there is no such file; check the path")
        case EACCES: self.init("no permission to read the file; change its mode (chmod +r)")
        default: self.init("cannot open the file: \(systemMessage(code))")
        }
    }
}

private func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}

/// `read` of the C library: inside ``TextFile`` the name means its own function.
private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(file, bytes, count)
}
