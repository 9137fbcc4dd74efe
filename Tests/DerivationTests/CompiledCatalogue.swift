import CActivationSupport
import Emit
import Foundation

/// The kernels that the generator writes for a catalogue, compiled by clang and loaded: one file for the plain
/// instruction set.
struct CompiledCatalogue: @unchecked Sendable {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    private let library: UnsafeMutableRawPointer

    init(_ text: String, names: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("derived-forms-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let output = try GeneratorPipeline.run(catalogue: Array(text.utf8))
        for file in output.kernels { try file.text.write(to: folder.appendingPathComponent(file.name), atomically: true, encoding: .utf8) }
        let support = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../Sources/CActivationSupport")
        // Every shard's baseline in one translation unit, and each entry's table under a name of its own.
        let shards = output.kernels.map(\.name).filter { $0.hasSuffix("_baseline.c") }.sorted()
        let lookups = names.map { "const activation_kernels *kernels_of_\($0)(void) { return &\($0)_kernels_f64; }" }
        let sources = shards.map { "#include \"\($0)\"" } + lookups
        let unit = folder.appendingPathComponent("all.c")
        try sources.joined(separator: "\n").write(to: unit, atomically: true, encoding: .utf8)
        let product = folder.appendingPathComponent("all.so")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "clang", "-O0", "-fPIC", "-shared", "-I", folder.path, "-I", support.appendingPathComponent("include").path,
            unit.path,
        ] + ["link_inverse.c", "loss_pieces.c", "matching_loss.c", "numeric_integral.c", "coupled_conjugate.c"].map { support.appendingPathComponent($0).path }
            + ["-o", product.path, "-lm"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0, let handle = dlopen(product.path, RTLD_NOW | RTLD_LOCAL) else {
            throw Failure(description: "the generated C does not compile or load: \(messages.prefix(4000))")
        }
        library = handle
    }

    /// The kernels of an entry in double.
    func kernels(of name: String) -> activation_kernels? {
        typealias Lookup = @convention(c) () -> UnsafePointer<activation_kernels>
        return dlsym(library, "kernels_of_\(name)").map { unsafeBitCast($0, to: Lookup.self)().pointee }
    }
}
