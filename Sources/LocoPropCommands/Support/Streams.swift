import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes through to a file descriptor at once: what is printed before an interruption has been seen.
/// - Returns: 0, or why the text could not be written whole.
@discardableResult
private func emit(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
        var rest = UnsafeRawBufferPointer(bytes)
        while let start = rest.baseAddress, !rest.isEmpty {
            #if canImport(Glibc)
            let put = Glibc.write(descriptor, start, rest.count)
            #elseif canImport(Musl)
            let put = Musl.write(descriptor, start, rest.count)
            #else
            let put = Darwin.write(descriptor, start, rest.count)
            #endif
            if put < 0, errno == EINTR { continue }
            guard put > 0 else { return errno }
            rest = UnsafeRawBufferPointer(rebasing: rest[put...])
        }
        return 0
    }
}

enum StandardStreams {
    /// Puts something that cannot be read or written in the place of streams that were closed before the program
    /// began: the next files that are opened would be taken for them, and what is printed would go into a run's files.
    static func occupy() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) < 0 {
            // The lowest free number is taken, which is this one.
            _ = open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }
}

enum StandardOutput {
    private static let failure = Atomic<Int32>(0)

    static func print(_ line: String) { write(raw: line + "\n") }

    /// Why something printed did not arrive (a full disk); `nil` where all did, or where the reader of a pipe left.
    static var failureReason: String? {
        let number = failure.load(ordering: .relaxed)
        return number == 0 || number == EPIPE ? nil : String(cString: strerror(number))
    }

    /// Whether something did not arrive: more need not be computed for it.
    static var isLost: Bool { failure.load(ordering: .relaxed) != 0 }

    /// Whether nobody is left who reads it, which is known without writing anything.
    static var isAbandoned: Bool {
        var stream = pollfd(fd: STDOUT_FILENO, events: 0, revents: 0)
        return poll(&stream, 1, 0) > 0 && Int32(stream.revents) & (Int32(POLLERR) | Int32(POLLHUP)) != 0
    }

    /// Without the line's end.
    static func write(raw text: String) {
        let error = emit(text, to: STDOUT_FILENO)
        if error != 0 { failure.store(error, ordering: .relaxed) }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The columns of the terminal; 80 where it does not say.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

enum StandardError {
    /// Whether it is a terminal that shows colours, and nobody asked for none (no-color.org).
    static var showsColours: Bool {
        func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
        return isatty(STDERR_FILENO) == 1 && variable("NO_COLOR").isEmpty && variable("TERM") != "dumb"
    }

    static func print(_ line: String) { emit(line + "\n", to: STDERR_FILENO) }
}
