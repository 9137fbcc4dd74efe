#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes through to a file descriptor at once: what is printed before an interruption has been seen.
private func emit(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { bytes in
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
            // A closed pipe or a full disk: nobody is there to tell.
            guard put > 0 else { return }
            rest = UnsafeRawBufferPointer(rebasing: rest[put...])
        }
    }
}

enum StandardOutput {
    static func print(_ line: String) { emit(line + "\n", to: STDOUT_FILENO) }

    /// Without the line's end.
    static func write(raw text: String) { emit(text, to: STDOUT_FILENO) }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// The columns of the terminal; 80 where it does not say.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}

enum StandardError {
    static func print(_ line: String) { emit(line + "\n", to: STDERR_FILENO) }
}
