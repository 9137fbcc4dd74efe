#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A process of this machine, told from a later one that has its number.
package struct ProcessIdentity: Sendable, Equatable {
    package let number: Int
    /// When it began, in ticks since the machine did; `nil` where the system does not say.
    package let start: Int?
    /// The machine's name: another machine's processes cannot be asked after.
    package let host: String

    package static var current: ProcessIdentity {
        let number = Int(getpid())
        return ProcessIdentity(number: number, start: startTime(of: number), host: hostName)
    }

    package init(number: Int, start: Int?, host: String) {
        (self.number, self.start, self.host) = (number, start, host)
    }

    /// Whether it still runs; `nil` where that cannot be known, because it is another machine's.
    package var isRunning: Bool? {
        guard host == Self.hostName else { return nil }
        guard number > 0, let id = pid_t(exactly: number), kill(id, 0) == 0 || errno == EPERM else { return false }
        guard let start, let now = Self.startTime(of: number) else { return true }
        return start == now
    }

    var json: JSONValue {
        .object([
            .init("number", .integer(number)), .init("start", start.map { .integer($0) } ?? .null),
            .init("host", .string(host)),
        ])
    }

    init?(_ json: JSONValue) {
        guard let number = json["number"]?.integer, let host = json["host"]?.string else { return nil }
        self.init(number: number, start: json["start"]?.integer, host: host)
    }

    /// Field 22 of `/proc/N/stat` (proc(5)); the second, a name in parentheses, may hold anything. A process that has
    /// ended and waits for its parent to ask counts as ended.
    private static func startTime(of number: Int) -> Int? {
        guard let bytes = try? InputFile.contents(ofSpecial: "/proc/\(number)/stat", limit: 4096),
            let close = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let fields = String(decoding: bytes[(close + 1)...], as: UTF8.self).split(separator: " ")
        guard fields.count > 19 else { return nil }
        return fields[0] == "Z" ? -1 : Int(fields[19])
    }

    private static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
