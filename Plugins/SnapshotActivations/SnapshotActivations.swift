import Foundation
import PackagePlugin

/// `swift package --allow-writing-to-package-directory snapshot-activations`: writes what the build generates into
/// `Generated/`, the reviewed copy. The build never reads it.
@main
struct SnapshotActivations: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let package = context.package.directoryURL
        let process = Process()
        process.executableURL = try context.tool(named: "GenerateActivationsTool").url
        process.arguments = [
            package.appending(path: "activations.yaml").path(percentEncoded: false), package.appending(path: "Generated").path(percentEncoded: false),
            "snapshot",
        ]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            Diagnostics.error("The catalogue has errors; Generated/ is as it was.")
            return
        }
        print("Generated/ is up to date with activations.yaml.")
    }
}
