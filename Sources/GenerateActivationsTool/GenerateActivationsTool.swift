import Emit
import Foundation

/// `generate-activations CATALOGUE OUTPUT-FOLDER kernels|swift|snapshot`: what the plugins run.
///
/// Writes a file only if its bytes changed, so that a build recompiles no more than it must. Problems of the
/// catalogue go to standard error as `path:line:column: error: message`; exit status 1, nothing written.
@main
struct GenerateActivationsTool {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4 else {
            fail("usage: generate-activations CATALOGUE OUTPUT-FOLDER kernels|swift|snapshot")
        }
        let (path, folder) = (arguments[1], URL(fileURLWithPath: arguments[2], isDirectory: true))
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            fail("\(path): error: cannot read the catalogue: \(error.localizedDescription)")
        }
        do {
            let output = try GeneratorPipeline.run(catalogue: bytes)
            switch arguments[3] {
            case "kernels": try write(output.kernels, into: folder)
            case "swift": try write(output.swift, into: folder)
            case "snapshot": try write(output.kernels + output.swift + output.reference + output.plots(), into: folder)
            default: fail("unknown output '\(arguments[3])': write kernels, swift or snapshot")
            }
        } catch let problems as CatalogueProblems {
            fail(problems.diagnostics.map { $0.rendered(path: path) }.joined(separator: "\n"))
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
