import Foundation
import Testing

/// The generated kernels under AddressSanitizer, where the toolchain has it: every length from 0 to 130, on arrays that
/// end at the heap's red zone. Three shards of sixteen stand for all, because all are made of the same few macros.
@Suite("AddressSanitizer", .enabled(if: Sanitizer.isAvailable, "no clang with AddressSanitizer here"))
struct SanitizerTests {
    @Test("no kernel reads or writes beyond its arrays")
    func staysInside() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("locoprop-sanitizer-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let program = folder.appendingPathComponent("kernels").path
        // Shard 0: linear, tanh, softshrink, erf, isru. Shard 9: softmax and sparsemax. Shard 14: GELU, whose loops are its own,
        // and two others. Each in float and double.
        let shards = ["00", "09", "14"], counts = ["10", "4", "6"]
        let tables = shards.map { "CActivationKernels_table_\($0)_baseline" }
        let sources = shards.map { "Generated/kernels_\($0)_baseline.c" } + ["Tests/Fixtures/sanitizer/main.c"]
            + ["coupled_conjugate", "link_inverse", "link_split", "loss_pieces", "matching_loss", "normalised_link", "numeric_integral"].map {
                "Sources/CActivationSupport/\($0).c"
            }
        let build = try Sanitizer.run(
            "clang",
            ["-O1", "-fsanitize=address", "-I", Sanitizer.root + "/Sources/CActivationSupport/include",
             "-DTABLES(X)=" + tables.map { "X(\($0))" }.joined(separator: " ")]
                + sources.map { Sanitizer.root + "/" + $0 } + ["-lm", "-o", program])
        try #require(build.status == 0, "\(build.text)")

        let result = try Sanitizer.run(program, counts)
        #expect(result.status == 0, "\(result.text)")
        #expect(result.text.hasPrefix("\(20 * 131)\n"))
        // The sanitizer is at work: one element too many is seen.
        let overrun = try Sanitizer.run(program, counts, environment: ["OVERRUN": "1"])
        #expect(overrun.status != 0)
        #expect(overrun.text.contains("heap-buffer-overflow"))
    }
}

enum Sanitizer {
    static let root: String = {
        var url = URL(fileURLWithPath: #filePath)
        for _ in 0..<3 { url.deleteLastPathComponent() }
        return url.path
    }()

    /// Whether a program of one line builds and runs.
    static let isAvailable: Bool = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("locoprop-probe-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let source = folder.appendingPathComponent("probe.c"), program = folder.appendingPathComponent("probe").path
            try Data("int main(void) { return 0; }\n".utf8).write(to: source)
            guard try run("clang", ["-fsanitize=address", source.path, "-o", program]).status == 0 else { return false }
            return try run(program, []).status == 0
        } catch {
            return false
        }
    }()

    /// Runs a program (looked up in PATH without a folder), its output and errors together.
    static func run(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws -> (status: Int32, text: String) {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }
}
