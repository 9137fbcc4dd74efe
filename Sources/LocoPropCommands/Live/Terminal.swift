#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What the terminal that standard output goes to can show.
package struct Terminal: Sendable, Equatable {
    /// Characters beyond ASCII: the locale says UTF-8.
    package var showsUnicode: Bool
    /// Colours; nobody asked for none (no-color.org).
    package var showsColours: Bool
    /// Whether the cursor can be moved; a `dumb` one only goes on.
    package var movesCursor: Bool
    package var columns: Int
    package var rows: Int

    /// `nil` where standard output is no terminal.
    static var standardOutput: Terminal? {
        guard StandardOutput.isTerminal else { return nil }
        var terminal = Terminal(environment: environmentVariable)
        terminal.measure()
        return terminal
    }

    package init(environment variable: (String) -> String) {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable).first { !$0.isEmpty } ?? ""
        let charset = locale.lowercased().filter { $0.isLetter || $0.isNumber }
        let isDumb = ["dumb", ""].contains(variable("TERM"))
        showsUnicode = charset.contains("utf8")
        showsColours = !isDumb && variable("NO_COLOR").isEmpty
        movesCursor = !isDumb
        (columns, rows) = (80, 24)
    }

    package init(columns: Int, rows: Int, showsUnicode: Bool = true, showsColours: Bool = false) {
        (self.columns, self.rows, self.showsUnicode, self.showsColours) = (columns, rows, showsUnicode, showsColours)
        movesCursor = true
    }

    /// Asks for the window's size, which may change at any time.
    mutating func measure() {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return }
        columns = Int(size.ws_col)
        rows = size.ws_row > 0 ? Int(size.ws_row) : 24
    }

    private static func environmentVariable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}
