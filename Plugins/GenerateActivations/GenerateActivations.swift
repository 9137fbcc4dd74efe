import Foundation
import PackagePlugin

/// Generates activations from the package's `activations.yaml`: C kernels for a C target, typed structs for a
/// Swift target. File names do not depend on the catalogue, because SwiftPM plans the build before it is read.
@main
struct GenerateActivations: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let catalogue = context.package.directoryURL.appending(path: "activations.yaml")
        let folder = context.pluginWorkDirectoryURL
        let isC = target is ClangSourceModuleTarget
        let shards = (0..<16).map { $0 < 10 ? "0\($0)" : "\($0)" }
        let names = isC
            ? ["dispatch.c"] + shards.flatMap { shard in
                ["formulas_\(shard).h"] + ["baseline", "v3", "v4"].map { "kernels_\(shard)_\($0).c" }
            }
            : ["GeneratedActivations.swift"]
        return [
            .buildCommand(
                displayName: "Generating \(isC ? "kernels" : "activations") from activations.yaml",
                executable: try context.tool(named: "GenerateActivationsTool").url,
                arguments: [catalogue.path(percentEncoded: false), folder.path(percentEncoded: false), isC ? "kernels" : "swift"],
                inputFiles: [catalogue],
                outputFiles: names.map { folder.appending(path: $0) })
        ]
    }
}
