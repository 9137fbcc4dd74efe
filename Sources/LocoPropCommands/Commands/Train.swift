import ActivationCore
import ArgumentParser
import LocoProp
import Training

struct Train: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Train a network, and keep its weights and metrics in a folder.",
        usage: """
            locoprop train [--data NAME|PATH] [--network W-W-…] [--activation NAME] [--method NAME] [options]
            locoprop train --resume RUN [--epochs N]
            """,
        discussion: """
            Whatever is not given comes from the recipe. Examples:
              locoprop train --epochs 5
              locoprop train --data curves --network 784-400-200-100-50-25-6-25-50-100-200-400-784
              locoprop train --data measurements.csv --label-column species --scale standardise --loss softmax-cross-entropy --network 4-20-3 --batch-size 10
              locoprop train --method backprop --optimizer 'adam(beta1=0.8)' --learning-rate 5e-4
              locoprop train --method 'locoprop-s(gamma=4, eta=0.05)' --activation 'elu(beta=0.3)'
              locoprop train --network '784-400:tanh-30:linear-400:elu(beta=0.3)-784' --validation 0.1 --patience 5
              locoprop train --recipe fashion-classifier --weight-decay 'decoupled(rate=0.01)' --clip 'norm(limit=1)'
              locoprop train --print-config --epochs 20 > run.yaml
              locoprop train --config run.yaml --set seed=1 --dry-run
              locoprop train --output runs/mine --force
              locoprop train --resume runs/mine
              locoprop train --resume runs/mine --epochs 200

            A run that was interrupted, by whatever, goes on with --resume, and ends with the same bits as if it had
            not been. Its settings are its own: of them only --epochs may be given, to make it longer, --data, if they
            lie elsewhere now, and --threads, which may change the last bits.

            Data:
            \(listing(DataHelp.sources))

            Scalings:
            \(listing(DataHelp.scalings))

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
            \(listing(LearningRateSchedule.table.map { ($0.name + options($0.options), $0.summary) }))

            Weight decay:
            \(listing(WeightDecay.table.map { ($0.name + options($0.options), $0.summary) }))

            Clipping of gradients:
            \(listing(GradientClip.table.map { ($0.name + options($0.options), $0.summary) }))
            """)

    @OptionGroup var settings: SettingFlags

    @Option(help: ArgumentHelp("A file of settings, 'key: value' in YAML; '-' is standard input.", valueName: "file"), completion: .catalogues)
    var config: String?

    @Option(help: ArgumentHelp("Give a setting by its key; may be repeated.", valueName: "key=value"))
    var set: [String] = []

    @Flag(help: "Print the resolved settings as a file for --config, and do nothing else.")
    var printConfig = false

    @Flag(help: "Check settings, data, folder, memory and a step of real work, say every problem at once, and write nothing.")
    var dryRun = false

    @Flag(help: "Print what Documentation/Configuration.md says of every setting, and do nothing else.")
    var explainSettings = false

    @Option(name: .shortAndLong, help: ArgumentHelp("The run's folder. (default: runs/DATE-METHOD-ACTIVATION-DATA)", valueName: "dir"), completion: .directory)
    var output: String?

    @Flag(help: "Replace an earlier run in --output.")
    var force = false

    @Option(help: ArgumentHelp("Go on with the run in this folder.", valueName: "run"), completion: .directory)
    var resume: String?

    @Flag(help: "With --resume: go on although activations of the run compute something else now.")
    var acceptCatalogueChange = false

    @Option(help: ArgumentHelp("The most work that a killed process loses, from 0 (write a checkpoint after each step) to 30.", valueName: "seconds"))
    var checkpointSeconds = TrainingLoop.checkpointSeconds

    @Flag(name: .shortAndLong, help: "Print errors alone.")
    var quiet = false

    func run() throws {
        if explainSettings { return StandardOutput.write(raw: SettingsPage.text) }
        guard (0...30).contains(checkpointSeconds) else {
            throw UsageError("--checkpoint-seconds is \(checkpointSeconds); it must be 0 to 30")
        }
        Interruption.install()
        if dryRun, printConfig || resume != nil {
            throw UsageError("--dry-run does not go with \(printConfig ? "--print-config" : "--resume"); leave one of them out")
        }
        if let resume { return try goOn(with: resume) }
        guard !acceptCatalogueChange else { throw UsageError("--accept-catalogue-change goes with --resume; leave it out") }
        let request = ConfigurationRequest(
            file: config.map(ConfigurationFile.init(path:)), assignments: set, flags: settings.given)
        if dryRun {
            return try DryRun(request: request, output: output, replaces: force, isQuiet: quiet).run()
        }
        var configuration = try request.resolved(registry: LocoPropProgram.registry)
        if printConfig { return StandardOutput.write(raw: configuration.yaml) }
        // What can be told without reading data is told before a folder is made.
        try request.locatingProblems { try configuration.check() }
        configuration.data = configuration.data.fromRoot
        let session = TrainingSession(
            configuration: configuration, folder: try runFolder(configuration), checkpointSeconds: checkpointSeconds,
            isQuiet: quiet)
        try session.begin()
        try session.train(request, note: unusedActivation(configuration.plan))
    }

    /// `--resume`.
    private func goOn(with run: String) throws {
        try checkNoSettings()
        let folder = try RunFolder(resuming: run)
        let request = ConfigurationRequest(
            file: ConfigurationFile(path: folder.configurationFile), assignments: set, flags: settings.given)
        let resumption = try Resumption(
            folder, request: request, registry: LocoPropProgram.registry, acceptsCatalogueChange: acceptCatalogueChange)
        if printConfig { return StandardOutput.write(raw: resumption.configuration.yaml) }
        if let epoch = resumption.lastImprovement {
            if !quiet { StandardOutput.print("\(run) is finished: it ended early, because no loss was better than that of epoch \(epoch)") }
            return
        }
        if resumption.isFinished {
            let epochs = resumption.configuration.plan.epochs
            if !quiet { StandardOutput.print("\(run) is finished: it has done its \(epochs) epochs. --epochs makes it longer: locoprop train --resume \(run) --epochs \(2 * epochs)") }
            return
        }
        let session = TrainingSession(
            configuration: resumption.configuration, folder: folder, checkpointSeconds: checkpointSeconds, isQuiet: quiet)
        try session.train(request, from: resumption)
    }

    /// With `--resume`, a run has its settings already.
    private func checkNoSettings() throws {
        func refuse(_ flag: String, _ advice: String = "a run goes on with its own settings; leave it out, or begin a new run") -> UsageError {
            UsageError("\(flag) does not go with --resume: \(advice)")
        }
        if config != nil { throw refuse("--config") }
        if output != nil { throw refuse("--output", "the run stays in its folder; leave it out") }
        if force { throw refuse("--force", "nothing is replaced; leave it out") }
        for key in settings.given.map(\.key) where !Resumption.changeable.contains(key) { throw refuse("--\(key)") }
        for assignment in set {
            let key = String(assignment.prefix { $0 != "=" })
            guard Resumption.changeable.contains(key) else { throw refuse("--set \(Text.printable(assignment))") }
        }
    }

    private func runFolder(_ configuration: Configuration) throws -> RunFolder {
        if let output { return try RunFolder(at: output, replacing: force) }
        let plan = configuration.plan
        let activation = type(of: plan.activation).descriptor.name
        let data = configuration.data.source.split(separator: "/").last.map(String.init) ?? "data"
        return try RunFolder(under: "runs", name: "\(plan.method.kind.rawValue)-\(activation)-\(data)")
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
