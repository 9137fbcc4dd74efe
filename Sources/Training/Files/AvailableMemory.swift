/// What memory this process may still take.
package enum AvailableMemory {
    /// In bytes: the least of what the system has free and what a control group leaves; `nil` where neither says.
    package static var bytes: Int? {
        let free = words("/proc/meminfo").flatMap { text in
            text.firstMatch(of: /MemAvailable:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 << 10 }
        }
        let group = [("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory.current"),
            ("/sys/fs/cgroup/memory/memory.limit_in_bytes", "/sys/fs/cgroup/memory/memory.usage_in_bytes")]
            .lazy.compactMap { limit, usage -> Int? in
                guard let limit = number(limit), let usage = number(usage) else { return nil }
                return max(0, limit - usage)
            }.first
        return [free, group].compactMap(\.self).min()
    }

    static func words(_ path: String) -> String? {
        // Such files have no size before they are read.
        guard let file = try? InputFile(path) else { return nil }
        var bytes = [UInt8](repeating: 0, count: 1 << 14)
        let count = bytes.withUnsafeMutableBytes { try? file.read(into: $0) }
        return count.map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }

    /// `nil` for "max", too.
    private static func number(_ path: String) -> Int? {
        words(path).flatMap { Int($0.split(whereSeparator: \.isWhitespace).first ?? "") }
    }
}
