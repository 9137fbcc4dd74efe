import PackagePlugin

@main
struct GenerateActivations: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] { [] }
}
