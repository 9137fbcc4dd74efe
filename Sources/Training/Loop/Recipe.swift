import LocoProp
import Suggestions

/// A training setup under a name: what `train` takes wherever the command line does not say otherwise.
public struct Recipe: Sendable {
    public let name: String
    public let title: String
    public let reference: String
    public let widths: NetworkWidths
    /// The activation of the hidden layers, as text.
    public let activation: String
    public let loss: FinalLoss
    public let method: Method.Kind
    public let epochs: Int
    public let batchSize: Int

    /// What depends on the method: the recipe's own, and a sound choice for each of the others.
    public struct Setting: Sendable {
        /// The method with the options that the recipe gives it, as it is written.
        public let method: String
        public let optimizer: Optimizer
        public let learningRate: Double
        public let schedule: LearningRateSchedule
        public let decay: WeightDecay

        init(
            _ method: String, _ optimizer: Optimizer.Kind, rate: Double, _ schedule: LearningRateSchedule = .constant,
            decay: WeightDecay = .off
        ) {
            self.method = method
            self.optimizer = Optimizer(optimizer)
            learningRate = rate
            self.schedule = schedule
            self.decay = decay
        }
    }
    package let settings: @Sendable (Method.Kind) -> Setting

    public func setting(for method: Method.Kind) -> Setting { settings(method) }

    /// All of them. A new one is added here, and is then in the help, the tests and the documentation.
    public static let all: [Recipe] = [locoprop2022, fashionClassifier]

    /// LocoProp-M as published: tanh, a linear code layer, γ = 10, T = 10, batches of 1000, and RMSProp in
    /// its TensorFlow-1 form at 1e-5 with warm-up and linear descent over 100 epochs.
    public static let locoprop2022 = Recipe(
        name: "locoprop2022",
        title: "LocoProp-M as published, on the deep autoencoder 784-1000-500-250-30-250-500-1000-784",
        reference: "Amid, Anil and Warmuth, LocoProp, AISTATS 2022, and its public notebook",
        widths: NetworkWidths(784, 1000, 500, 250, 30, 250, 500, 1000, 784),
        activation: "tanh", loss: .sigmoidCrossEntropy, method: .locoPropM, epochs: 100, batchSize: 1000
    ) { method in
        switch method {
        case .locoPropM, .locoPropS: Setting(method.rawValue, .rmsprop, rate: 1e-5, .locoprop2022)
        case .backProp: Setting(method.rawValue, .adam, rate: 1e-3)
        // Of an adaptive step of K-FAC, which is the default, neither rate nor momentum is used.
        case .kfac: Setting(method.rawValue, .momentum, rate: 1e-2)
        case .shampoo: Setting(method.rawValue, .momentum, rate: 2e-3)
        }
    }

    /// Labels of Fashion-MNIST by two hidden layers of 512 ReLUs, in ten epochs of batches of 100.
    ///
    /// Measured with seed 0 and one thread, test accuracy after the tenth epoch: LocoProp-M 90.19 %, LocoProp-S 89.52 %,
    /// BackProp 90.01 %.
    public static let fashionClassifier = Recipe(
        name: "fashion-classifier",
        title: "the labels of Fashion-MNIST, by the network 784-512-512-10",
        reference: "this project's; measured figures are in Documentation/Recipes.md",
        widths: NetworkWidths(784, 512, 512, 10),
        activation: "relu", loss: .softmaxCrossEntropy, method: .locoPropM, epochs: 10, batchSize: 100
    ) { method in
        switch method {
        case .locoPropM, .locoPropS:
            Setting("\(method.rawValue)(gamma=50, iterations=5)", .adam, rate: 3e-4, LearningRateSchedule(.cosine))
        case .backProp: Setting(method.rawValue, .adam, rate: 1e-3, LearningRateSchedule(.cosine))
        // Neither is measured here; of an adaptive step of K-FAC neither rate nor momentum is used.
        case .kfac: Setting(method.rawValue, .momentum, rate: 1e-2)
        case .shampoo: Setting(method.rawValue, .momentum, rate: 1e-3)
        }
    }

    /// - Throws: ``PlanError/unknownRecipe(_:known:)``.
    public static func named(_ name: String) throws(PlanError) -> Recipe {
        guard let recipe = all.first(where: { $0.name == name }) else {
            throw .unknownRecipe(name, known: all.map(\.name))
        }
        return recipe
    }
}
