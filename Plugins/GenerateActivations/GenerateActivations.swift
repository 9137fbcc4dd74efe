import Foundation
import PackagePlugin

/// Generates activations from the package's `activations.yaml`: C kernels for a C target, typed structs for a
/// Swift target. File names do not depend on the catalogue, because SwiftPM plans the build before it is read.
@main
struct GenerateActivations: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let catalogue = context.package.directoryURL.appending(path: "activations.yaml")
        let folder = context.pluginWorkDirectoryURL
        guard FileManager.default.fileExists(atPath: catalogue.path(percentEncoded: false)) else {
            throw Problem("\(context.package.displayName) has no activations.yaml beside its Package.swift; write one")
        }
        let isC = target is ClangSourceModuleTarget
        let shards = (0..<16).map { $0 < 10 ? "0\($0)" : "\($0)" }
        let names = isC
            ? ["dispatch.c"] + shards.flatMap { shard in
                ["formulas_\(shard).h"] + ["baseline", "v3", "v4"].map { "kernels_\(shard)_\($0).c" }
            }
            : ["GeneratedActivations.swift"]
        let modules = isC ? [try module(target)] : [try module(target), try module(kernels(of: target))]
        return [
            .buildCommand(
                displayName: "Generating \(isC ? "kernels" : "activations") of \(target.name) from activations.yaml",
                executable: try context.tool(named: "GenerateActivationsTool").url,
                arguments: [
                    catalogue.path(percentEncoded: false), folder.path(percentEncoded: false), isC ? "kernels" : "swift",
                ] + modules,
                inputFiles: [catalogue],
                outputFiles: names.map { folder.appending(path: $0) })
        ]
    }

    /// The C target with the kernels of a Swift target: the one it depends on whose name ends in `Kernels`.
    private func kernels(of target: Target) throws -> Target {
        for case .target(let dependency) in target.dependencies
        where dependency is ClangSourceModuleTarget && dependency.name.hasSuffix("Kernels") { return dependency }
        throw Problem(
            "\(target.name) must depend on a C target whose name ends in 'Kernels', with the plugin GenerateActivations too: C\(target.name)Kernels")
    }

    private func module(_ target: Target) throws -> String {
        guard let target = target as? any SourceModuleTarget else { throw Problem("\(target.name) has no sources to add to") }
        return target.moduleName
    }
}

struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}
