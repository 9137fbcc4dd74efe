import PackagePlugin

@main
struct SnapshotActivations: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {}
}
