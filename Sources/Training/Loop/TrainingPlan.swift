import ActivationCore
import LocoProp

/// Everything that decides a training run, resolved: with the same plan, data and thread count, a run
/// repeats to the bit.
public struct TrainingPlan: Sendable {
    public var recipe: String
    public var layout: NetworkLayout
    /// Of every hidden layer without its own but an autoencoder's code layer, which is linear.
    public var activation: any Activation
    /// The parameters that training changes, of each hidden activation that has them; `nil` for those that the catalogue
    /// marks learnable.
    public var learned: [String]?
    /// The last layer's activation is its link.
    public var loss: FinalLoss
    public var method: Method
    public var optimizer: Optimizer
    public var decay: WeightDecay
    public var clip: GradientClip = .off
    public var learningRate: Double
    public var schedule: LearningRateSchedule
    public var epochs: Int
    /// What is held out of the training set.
    public var validation: ValidationSplit = .off
    public var stopping = EarlyStopping()
    public var batchSize: Int
    public var seed: UInt64
    public var threads: Int
    /// Changes nothing of what is computed.
    public var histograms = HistogramChoice.none

    /// More epochs than anyone waits for.
    public static let largestEpochs = 1_000_000

    /// The activations that the plan may name.
    public let registry: ActivationRegistry

    /// What the recipe says, for the method that it says or another.
    ///
    /// - Parameters:
    ///   - recipe: gives all values that are not set afterwards.
    ///   - registry: where the recipe's activation, `linear` for the code layer and the loss's link are found.
    ///   - method: the recipe's, if `nil`.
    ///   - seed: of the initial weights and the batches' order.
    ///   - threads: processors to use; all, if `nil`.
    /// - Throws: `ActivationError`.
    public init(
        _ recipe: Recipe, registry: ActivationRegistry, method: Method? = nil, seed: UInt64 = 0, threads: Int? = nil
    ) throws {
        let method = try method ?? Method(parsing: recipe.setting(for: recipe.method).method)
        let setting = recipe.setting(for: method.kind)
        self.recipe = recipe.name
        layout = NetworkLayout(recipe.widths)
        self.registry = registry
        activation = try registry.make(recipe.activation)
        loss = recipe.loss
        self.method = method
        optimizer = setting.optimizer
        learningRate = setting.learningRate
        schedule = setting.schedule
        decay = setting.decay
        epochs = recipe.epochs
        batchSize = recipe.batchSize
        self.seed = seed
        self.threads = threads ?? Trainer<Float>.availableThreads
    }

    /// Takes a method, and what the recipe says of optimizer, rate, schedule and weight decay under it.
    /// - Throws: ``PlanError/unknownRecipe(_:known:)``.
    public mutating func take(_ method: Method) throws(PlanError) {
        let setting = try Recipe.named(recipe).setting(for: method.kind)
        self.method = method
        optimizer = setting.optimizer
        learningRate = setting.learningRate
        schedule = setting.schedule
        decay = setting.decay
    }

    /// The layers' widths, input first. Set, they take the layers' own activations away.
    public var widths: NetworkWidths {
        get { layout.widths }
        set { layout = NetworkLayout(newValue) }
    }

    /// Whether the network learns the images' labels; it rebuilds the images otherwise.
    public var learnsLabels: Bool { loss == .softmaxCrossEntropy }

    /// The hidden layer that is linear, counted in ``widths``: an autoencoder's narrowest one.
    public var codeLayer: Int? { learnsLabels ? nil : widths.codeLayer }

    /// The network of this plan.
    /// - Throws: `ActivationError`, `LocoPropError`.
    public func specification() throws -> NetworkSpecification {
        let layers = try widths.values.indices.dropFirst().map { index in
            let isLast = index == widths.values.count - 1
            let activation: any Activation =
                if let own = layout.activations[index] { own }
                else if isLast { try registry.make(loss.link) }
                else if index == codeLayer { try registry.make("linear") }
                else { self.activation }
            guard let learned, !isLast else {
                return NetworkSpecification.Layer(width: widths.values[index], activation: activation)
            }
            let names = activation.descriptor.parameters.map(\.name)
            return try NetworkSpecification.Layer(
                width: widths.values[index], activation: activation, learning: learned.filter(names.contains))
        }
        return try NetworkSpecification(inputWidth: widths.values[0], layers: layers)
    }

    /// Whether the plan fits the data, and its numbers their domains.
    /// - Throws: ``PlanError``, the first of ``problems(for:)``.
    public func check(for data: Dataset) throws(PlanError) {
        if let problem = problems(for: data).first { throw problem }
    }

    /// All that does not fit.
    package func problems(for data: Dataset) -> [PlanError] {
        var found: [PlanError] = []
        let (input, output) = (widths.values[0], widths.values[widths.values.count - 1])
        do throws(PlanError) { try Self.checkInput(input, data) } catch { found.append(error) }
        do throws(PlanError) { try Self.checkOutput(output, loss, data) } catch { found.append(error) }
        let held = validation.count(of: data.train.count)
        let isSplit = validation == .off || 1..<max(1, data.train.count) ~= held
        if !isSplit { found.append(.validation("\(validation)", examples: data.train.count)) }
        let count = isSplit ? data.train.count - held : data.train.count
        if !(1...max(1, count) ~= batchSize) { found.append(.batchSize(batchSize, examples: count)) }
        if !(1...Self.largestEpochs ~= epochs) {
            found.append(.range(option: "epochs", value: "\(epochs)", domain: "1 to \(Self.largestEpochs)"))
        }
        if !(learningRate.isFinite && learningRate >= 0) {
            found.append(.range(option: "learning-rate", value: "\(learningRate)", domain: "finite and at least 0"))
        }
        return found
    }

    /// Whether a network of these ends, trained with this loss, fits the data.
    /// - Parameter isTrained: whether it may have learnt more classes than these data have.
    static func checkWidths(
        input: Int, output: Int, loss: FinalLoss, data: Dataset, isTrained: Bool = false
    ) throws(PlanError) {
        try checkInput(input, data)
        try checkOutput(output, loss, data, isTrained: isTrained)
    }

    private static func checkInput(_ input: Int, _ data: Dataset) throws(PlanError) {
        guard input == data.width else {
            throw .inputWidth(network: input, data: data.name, width: data.width)
        }
    }

    private static func checkOutput(
        _ output: Int, _ loss: FinalLoss, _ data: Dataset, isTrained: Bool = false
    ) throws(PlanError) {
        guard loss == .softmaxCrossEntropy else {
            guard output == data.width else {
                throw .outputWidth(network: output, needed: data.width, what: "rebuilt examples of \(data.name)")
            }
            return
        }
        guard data.classCount > 0 else { throw .noLabels(loss: loss.rawValue, data: data.name) }
        guard isTrained ? output >= data.classCount : output == data.classCount else {
            throw .outputWidth(network: output, needed: data.classCount, what: "the labels of \(data.name)")
        }
    }
}
