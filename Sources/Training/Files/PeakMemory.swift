#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The most memory that this process has had in use.
package enum PeakMemory {
    /// In bytes, since the process began or ``reset()``; `nil` where the system does not say.
    package static var bytes: Int? {
        AvailableMemory.words("/proc/self/status")?
            .firstMatch(of: /VmHWM:\s+(\d+) kB/).flatMap { Int($0.1) }.map { $0 << 10 }
    }

    /// Begins to count anew, from what is in use now, where the system has a way for it.
    package static func reset() {
        let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        // 5 takes the peak back to what is in use now (proc(5)).
        _ = "5".withCString { write(file, $0, 1) }
        close(file)
    }
}
