import ActivationCore
import LocoProp

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a process that trains is and runs on: `environment.json`.
package struct RunEnvironment: Sendable, Equatable {
    /// The command line, the program's name first.
    package let command: [String]
    /// Seconds since 1970.
    package let started: Int
    package let version: String
    package let compiler: String
    package let system: String
    package let processor: String
    package let processors: Int
    package let blas: String
    package let catalogue: String
    package let threads: Int
    package let seed: UInt64

    package init(plan: TrainingPlan, command: [String]) {
        self.command = command
        started = Int(time(nil))
        version = ProgramVersion.current
        compiler = ProgramVersion.compiler
        system = Self.systemName
        processor = Self.processorName
        processors = Trainer<Float>.availableThreads
        blas = BLASLibrary.description
        catalogue = plan.registry.digest
        threads = plan.threads
        seed = plan.seed
    }

    private var members: [JSONValue.Member] {
        [
            .init("time", .string(Self.date(started))), .init("command", .array(command.map { .string($0) })),
            .init("version", .string(version)), .init("compiler", .string(compiler)), .init("system", .string(system)),
            .init("processor", .string(processor)), .init("processors", .integer(processors)),
            .init("blas", .string(blas)), .init("catalogue_digest", .string(catalogue)),
            .init("threads", .integer(threads)),
            // As text: JSON numbers lose digits beyond 2⁵³ in many readers.
            .init("seed", .string("\(seed)")),
        ]
    }

    /// The file's content.
    /// - Parameter earlier: what it holds of the run's start, and of resumptions before this one; `nil` at the start.
    package func json(after earlier: JSONValue?) -> JSONValue {
        guard case .object(let start)? = earlier else { return .object(members) }
        let resumptions = earlier?["resumed"]?.array ?? []
        return .object(start.filter { $0.name != "resumed" } + [.init("resumed", .array(resumptions + [.object(members)]))])
    }

    /// What differs between the process that wrote this last and this one, and may give other bits; in words.
    package func differences(from earlier: JSONValue) -> [String] {
        let last = earlier["resumed"]?.array?.last ?? earlier
        return members.filter { ["version", "compiler", "processor", "blas", "threads"].contains($0.name) }.compactMap { member in
            guard let before = last[member.name], before != member.value else { return nil }
            return "\(member.name) \(Self.word(before)), now \(Self.word(member.value))"
        }
    }

    private static func word(_ value: JSONValue) -> String { value.string ?? value.rendered }

    // MARK: The machine

    /// `2026-01-31T12:00:00Z`.
    private static func date(_ seconds: Int) -> String {
        var (now, parts) = (time_t(seconds), tm())
        gmtime_r(&now, &parts)
        func digits(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
            + "T\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))Z"
    }

    /// The distribution, and the kernel with its version and instruction set.
    private static var systemName: String {
        var name = utsname()
        uname(&name)
        let kernel = [text(name.sysname), text(name.release), text(name.machine)].joined(separator: " ")
        guard let bytes = try? InputFile.contents(of: "/etc/os-release", limit: 1 << 16) else { return kernel }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }
        guard let title = line?.dropFirst("PRETTY_NAME=".count).filter({ $0 != "\"" }) else { return kernel }
        return "\(title), \(kernel)"
    }

    private static var processorName: String {
        #if canImport(Darwin)
        var size = 256
        var bytes = [UInt8](repeating: 0, count: size)
        guard sysctlbyname("machdep.cpu.brand_string", &bytes, &size, nil, 0) == 0 else { return "unknown" }
        return String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        #else
        guard let bytes = try? InputFile.contents(ofSpecial: "/proc/cpuinfo", limit: 1 << 14) else { return "unknown" }
        let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first { $0.hasPrefix("model name") }
        return line?.split(separator: ":").last.map { String($0.drop { $0 == " " }) } ?? "unknown"
        #endif
    }

    private static func text<Characters>(_ characters: Characters) -> String {
        withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}
