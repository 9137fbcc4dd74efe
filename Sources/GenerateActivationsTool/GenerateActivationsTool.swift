import Emit
import Foundation
import YAMLReader

/// `generate-activations CATALOGUE OUTPUT-FOLDER kernels MODULE`, `… swift MODULE KERNELS-MODULE` or `… snapshot`:
/// what the plugins run.
///
/// Writes a file only if its bytes changed, so that a build recompiles no more than it must. Problems of the
/// catalogue go to standard error as `path:line:column: error: message` with their lines; exit status 1, nothing written.
@main
struct GenerateActivationsTool {
    static func main() {
        let arguments = CommandLine.arguments
        let usage = "usage: generate-activations CATALOGUE OUTPUT-FOLDER kernels MODULE | swift MODULE KERNELS-MODULE | snapshot"
        guard arguments.count >= 4 else { fail(usage) }
        let (path, folder) = (arguments[1], URL(fileURLWithPath: arguments[2], isDirectory: true))
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            fail("\(path): error: cannot read the catalogue: \(error.localizedDescription)")
        }
        do {
            switch (arguments[3], arguments.count) {
            case ("kernels", 5):
                let modules = ModuleNames(swift: "", kernels: arguments[4])
                try write(try GeneratorPipeline.run(catalogue: bytes, modules: modules).kernels, into: folder)
            case ("swift", 6):
                let modules = ModuleNames(swift: arguments[4], kernels: arguments[5])
                try write(try GeneratorPipeline.run(catalogue: bytes, modules: modules).swift, into: folder)
            case ("snapshot", 4):
                let output = try GeneratorPipeline.run(catalogue: bytes)
                try write(output.kernels + output.swift + output.reference + output.plots(), into: folder)
            default: fail(usage)
            }
        } catch let problems as CatalogueProblems {
            fail(DiagnosticRenderer(path: path, bytes: bytes).text(problems.diagnostics))
        } catch {
            fail("\(folder.path): error: cannot write the generated files: \(error.localizedDescription)")
        }
    }

    private static func write(_ files: [GeneratedFile], into folder: URL) throws {
        for file in files {
            let url = folder.appendingPathComponent(file.name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            let data = Data(file.text.utf8)
            if (try? Data(contentsOf: url)) != data { try data.write(to: url, options: .atomic) }
        }
    }

    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data((message + "\n").utf8))
        exit(1)
    }
}
