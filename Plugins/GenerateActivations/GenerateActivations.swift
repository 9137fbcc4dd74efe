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
        let variants = ["baseline", "v3", "v4"]
        let names = isC
            ? ["formulas_f32.h", "formulas_f64.h", "conjugates.h", "dispatch.c"]
                + ["f32", "f64"].flatMap { precision in variants.map { "kernels_\(precision)_\($0).c" } }
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
