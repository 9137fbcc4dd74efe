import ActivationCore
import ArgumentParser
import LocoProp
import Training

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a network, and keep its weights and metrics in a folder.",
        usage: "locoprop train [--data NAME|DIR] [--network W-W-…] [--activation NAME] [--method NAME] [options]",
        discussion: """
            Whatever is not given comes from the recipe. Examples:
              locoprop train --epochs 5
              locoprop train --data curves --network 784-400-200-100-50-25-6-25-50-100-200-400-784
              locoprop train --method backprop --optimizer 'adam(beta1=0.8)' --learning-rate 5e-4
              locoprop train --method 'locoprop-s(gamma=4, eta=0.05)' --activation 'elu(beta=0.3)'

            Data sets:
            \(listing(NamedDataset.all.map { ($0.name, "\($0.title); \($0.origin)") }))
              DIR  a folder with the four IDX files of the MNIST family, plain or .gz

            Methods:
            \(listing(Method.table.map { ($0.name, $0.summary) }))

            Optimizers, of each layer's local problem or, under backprop, of the whole loss:
            \(listing(Optimizer.table.map { ($0.name + options($0.options), $0.formula) }))

            Recipes:
            \(listing(Recipe.all.map { ($0.name, "\($0.title) (\($0.reference))") }))

            Losses:
            \(listing(FinalLoss.allCases.map { ($0.rawValue, "\($0.title); the last layer is \($0.link)") }))
              softmax-cross-entropy learns the labels, the others rebuild the inputs.

            Schedules:
            \(listing(LearningRateSchedule.allCases.map { ($0.rawValue, $0.title) }))
            """)

    @OptionGroup var settings: SettingFlags

    @Option(help: ArgumentHelp("A file of settings, 'key: value' in YAML; '-' is standard input.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("Give a setting by its key; may be repeated.", valueName: "key=value"))
    var set: [String] = []

    @Flag(help: "Print the resolved settings as a file for --config, and do nothing else.")
    var printConfig = false

    @Flag(help: "Print what Documentation/Configuration.md says of every setting, and do nothing else.")
    var explainSettings = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The run's folder. (default: runs/DATE-METHOD-ACTIVATION-DATA)", valueName: "dir"))
    var output: String?

    @Flag(help: "Replace an earlier run in --output.")
    var force = false

    @Flag(name: .shortAndLong, help: "Print errors alone.")
    var quiet = false

    func run() throws {
        if explainSettings { return StandardOutput.write(raw: SettingsPage.text) }
        Interruption.install()
        let request = ConfigurationRequest(
            file: config.map(ConfigurationFile.init(path:)), assignments: set, flags: settings.given)
        let configuration = try request.resolved(registry: LocoPropProgram.registry)
        if printConfig { return StandardOutput.write(raw: configuration.yaml) }
        // Everything that can be wrong is found before a file is made.
        let plan = configuration.plan
        let (data, loop) = try request.locatingProblems {
            let data = try Dataset.load(configuration.data, seed: configuration.dataSeed)
            return (data, try TrainingLoop(plan, data: data))
        }
        Interruption.exitIfPending()
        let folder = try runFolder(plan, data)
        if !quiet { StandardOutput.print(TrainingSummary.text(loop, folder: folder)) }
        if !quiet, let note = unusedActivation(plan) { StandardError.print("note: \(note)") }

        var display = ProgressDisplay(epochs: plan.epochs, isTerminal: StandardOutput.isTerminal)
        defer { display.clear() }
        let outcome = try loop.run(in: folder, shouldStop: { Interruption.isPending }) { event in
            if !quiet { display.report(event) }
        }
        display.clear()
        switch outcome {
        case .finished:
            if !quiet {
                for activation in LearnedActivation.all(of: loop.network) { StandardOutput.print("learned: \(activation)") }
                StandardOutput.print("weights: \(folder.weightsFile)")
            }
        case .stopped(let epoch, let step):
            if !quiet {
                StandardError.print("stopped in epoch \(epoch) after \(step) of its steps; weights: \(folder.weightsFile)")
            }
            Interruption.exitIfPending()
        }
    }

    private func runFolder(_ plan: TrainingPlan, _ data: Dataset) throws -> RunFolder {
        if let output { return try RunFolder(at: output, replacing: force) }
        let activation = type(of: plan.activation).descriptor.name
        let dataName = data.name.split(separator: "/").last.map(String.init) ?? "data"
        return try RunFolder(under: "runs", name: "\(plan.method.kind.rawValue)-\(activation)-\(dataName)")
    }

    /// A word where `--activation` was given and no layer takes it.
    private func unusedActivation(_ plan: TrainingPlan) -> String? {
        guard let activation = settings.network.activation, plan.widths.values.count == (plan.codeLayer == nil ? 2 : 3) else { return nil }
        return plan.codeLayer == nil
            ? "--activation \(activation) is not used: the network has no hidden layer"
            : "--activation \(activation) is not used: the only hidden layer is the code layer, which is linear"
    }

    private static func listing(_ items: [(String, String)]) -> String {
        items.map { "  \($0.0)  \($0.1)" }.joined(separator: "\n")
    }

    private static func options(_ options: [OptionDescriptor]) -> String {
        options.isEmpty ? "" : "(" + options.map { "\($0.name)=\($0.defaultText)" }.joined(separator: ", ") + ")"
    }
}
