import Foundation
import Training

/// Runs Python scripts in the environment that `Scripts/interop-python` makes: numpy, safetensors, onnx,
/// onnxruntime, tensorboard.
enum Python {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// What a script prints on standard output.
    ///
    ///     let shape = try Python.json("import json, numpy; print(json.dumps(numpy.load(arguments[0]).shape))", ["x.npy"])
    ///
    /// - Parameters:
    ///   - script: sees `arguments` as a list of texts.
    ///   - seconds: after which it is ended, and has failed.
    /// - Throws: ``Failure`` with what it wrote to standard error, if it fails in any way.
    static func run(_ script: String, _ arguments: [String] = [], seconds: Double = 120) throws -> String {
        let program = try environment().appendingPathComponent("bin/python").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw Interop.Missing(what: "\(program) is missing")
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        // -I: neither the user's own packages nor the current folder's files are seen.
        process.arguments = ["-I", "-c", "import sys\narguments = sys.argv[1:]\n" + script] + arguments
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: no output is too long, and nobody waits for a reader.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("locoprop-python-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (output, errors) = (folder.appendingPathComponent("output"), folder.appendingPathComponent("errors"))
        for file in [output, errors] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        let inTime = ended.wait(timeout: .now() + seconds) == .success
        if !inTime {
            kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
        let said = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        guard inTime else { throw Failure(description: "the script had not ended after \(seconds) s\n\(said)") }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(description: "the script failed (status \(process.terminationStatus))\n\(said)")
        }
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
    }

    /// What a script prints, as JSON.
    static func json(_ script: String, _ arguments: [String] = [], seconds: Double = 120) throws -> JSONValue {
        try JSONValue(parsing: try run(script, arguments, seconds: seconds).utf8)
    }

    private static func environment() throws -> URL {
        guard let folder = Interop.folder else { throw Interop.Missing(what: "LOCOPROP_INTEROP is not set") }
        return folder.appendingPathComponent("python", isDirectory: true)
    }
}
