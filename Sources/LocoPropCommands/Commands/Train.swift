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
              softmax-cross-entropy learns the labels, the others rebuild the images.

            Schedules:
            \(listing(LearningRateSchedule.allCases.map { ($0.rawValue, $0.title) }))
            """)

    @Option(help: ArgumentHelp("A data set, or a folder with four IDX files.", valueName: "name|dir"))
    var data = "fashion-mnist"

    @Option(help: ArgumentHelp("The layers' widths, input first, such as 784-1000-30-1000-784.", valueName: "widths"))
    var network: String?

    @Option(help: ArgumentHelp(
        "Of every hidden layer but an autoencoder's narrowest, which is linear: NAME or 'NAME(parameter=value)'.",
        valueName: "name"))
    var activation: String?

    @Option(help: ArgumentHelp(
        "The activation's parameters that are trained too, one value a layer: names with commas between, or none. (default: those that the catalogue marks learnable)",
        valueName: "names"))
    var learn: String?

    @Option(help: ArgumentHelp("The final loss; the last layer's activation is its link.", valueName: "name"))
    var loss: String?

    @Option(help: ArgumentHelp("How a step changes the weights, its options in parentheses.", valueName: "name"))
    var method: String?

    @Option(help: ArgumentHelp("What all values are taken from that are not given.", valueName: "name"))
    var recipe = Recipe.all[0].name

    @Option(help: ArgumentHelp("Passes over the training set.", valueName: "count"))
    var epochs: Int?

    @Option(help: ArgumentHelp("Images a step.", valueName: "count"))
    var batchSize: Int?

    @Option(help: ArgumentHelp("The optimizer's rate, before its schedule.", valueName: "rate"))
    var learningRate: Double?

    @Option(help: ArgumentHelp("How the rate goes with the epochs.", valueName: "name"))
    var schedule: String?

    @Option(help: ArgumentHelp("The optimizer, its options in parentheses.", valueName: "name"))
    var optimizer: String?

    @Option(help: ArgumentHelp("LocoProp: the step of the targets along the gradient.", valueName: "γ"))
    var gamma: Double?

    @Option(help: ArgumentHelp("LocoProp: the steps that a batch gives each layer.", valueName: "T"))
    var localIterations: Int?

    @Option(help: ArgumentHelp("Of the initial weights and the batches' order; with --threads, it decides every bit.", valueName: "number"))
    var seed: UInt64 = 0

    @Option(help: ArgumentHelp("What a synthetic data set is drawn from.", valueName: "number"))
    var dataSeed: UInt64 = 0

    @Option(help: ArgumentHelp("Processors to use. (default: all)", valueName: "count"))
    var threads: Int?

    @Option(name: .shortAndLong, help: ArgumentHelp("The run's folder. (default: runs/DATE-METHOD-ACTIVATION-DATA)", valueName: "dir"))
    var output: String?

    @Flag(help: "Replace an earlier run in --output.")
    var force = false

    @Flag(name: .shortAndLong, help: "Print errors alone.")
    var quiet = false

    func run() throws {
        Interruption.install()
        // Everything that can be wrong is found before a file is made.
        let plan = try plan()
        let data = try Dataset.load(data, seed: dataSeed)
        let loop = try TrainingLoop(plan, data: data)
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

    private func plan() throws -> TrainingPlan {
        let recipe = try Recipe.named(recipe)
        var plan = try TrainingPlan(
            recipe, registry: LocoPropProgram.registry, method: resolvedMethod(recipe), seed: seed, threads: threads)
        if let network { plan.widths = try NetworkWidths(parsing: network) }
        if let activation { plan.activation = try LocoPropProgram.registry.make(activation) }
        if let learn { plan.learned = try learnedNames(learn, of: plan.activation) }
        if let loss { plan.loss = try FinalLoss(parsing: loss) }
        if let optimizer { plan.optimizer = try Optimizer(parsing: optimizer) }
        if let schedule { plan.schedule = try LearningRateSchedule(parsing: schedule) }
        if let learningRate { plan.learningRate = learningRate }
        if let epochs { plan.epochs = epochs }
        if let batchSize { plan.batchSize = batchSize }
        return plan
    }

    /// The names of `--learn`. Checked here, because a network without hidden layers would not.
    private func learnedNames(_ text: String, of activation: any Activation) throws -> [String] {
        let names = text.split(separator: ",", omittingEmptySubsequences: false)
            .map { String($0.filter { !$0.isWhitespace }) }
        if names == ["none"] { return [] }
        guard !names.contains(""), Set(names).count == names.count else {
            throw UsageError("--learn=\(text.prefix(60)): write each name once, like --learn=beta, or --learn=none")
        }
        _ = try NetworkSpecification.Layer(width: 1, activation: activation, learning: names)
        return names
    }

    /// The method's own form, with `--gamma` and `--local-iterations` as further options of it.
    private func resolvedMethod(_ recipe: Recipe) throws -> Method {
        let text = method ?? recipe.method.rawValue
        let method = try Method(parsing: text)
        guard gamma != nil || localIterations != nil else { return method }
        guard method.kind != .backProp else {
            throw PlanError.noLocalProblems(option: gamma != nil ? "--gamma" : "--local-iterations")
        }
        return try method.with(gamma: gamma, iterations: localIterations)
    }

    private func runFolder(_ plan: TrainingPlan, _ data: Dataset) throws -> RunFolder {
        if let output { return try RunFolder(at: output, replacing: force) }
        let activation = type(of: plan.activation).descriptor.name
        let dataName = data.name.split(separator: "/").last.map(String.init) ?? "data"
        return try RunFolder(under: "runs", name: "\(plan.method.kind.rawValue)-\(activation)-\(dataName)")
    }

    /// A word where `--activation` was given and no layer takes it.
    private func unusedActivation(_ plan: TrainingPlan) -> String? {
        guard let activation, plan.widths.values.count == (plan.codeLayer == nil ? 2 : 3) else { return nil }
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
