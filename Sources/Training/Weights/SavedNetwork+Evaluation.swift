import ActivationCore
import LocoProp

extension SavedNetwork {
    /// How well a saved network does on the two sets of a data set.
    public struct Result {
        /// Of the network.
        public let learned: [LearnedActivation]
        public let train: Evaluation
        public let test: Evaluation
        /// As ``TrainingLoop/floor``.
        public let floor: (train: Double, test: Double)?

        /// With what was evaluated, on what.
        public func json(weights: String, data: String) -> JSONValue {
            var members: [JSONValue.Member] = [
                .init("weights", .string(weights)), .init("data", .string(data)),
                .init("train_loss", .double(train.loss)), .init("test_loss", .double(test.loss)),
            ]
            if let floor {
                members += [
                    .init("train_excess", .double(train.loss - floor.train)),
                    .init("test_excess", .double(test.loss - floor.test)),
                ]
            }
            if !learned.isEmpty { members.append(.init("learned", .array(learned.map(\.json)))) }
            if let trainAccuracy = train.accuracy, let testAccuracy = test.accuracy {
                members += [
                    .init("train_accuracy", .double(trainAccuracy)), .init("test_accuracy", .double(testAccuracy)),
                ]
            }
            return .object(members)
        }
    }

    /// The data are scaled as in training, whatever their own scaling is, and their classes are numbered as there.
    /// - Throws: ``PlanError`` where the network's ends do not fit the data, `LocoPropError`, ``DataError``.
    public func evaluate(on data: Dataset, threads: Int? = nil) throws -> Result {
        let specification = network.specification
        var data = data
        if loss == .softmaxCrossEntropy { data = try data.numberingClasses(as: classNames) }
        try TrainingPlan.checkWidths(
            input: specification.inputWidth, output: specification.outputWidth, loss: loss, data: data, isTrained: true)
        data = data.scaled(by: try scale())
        try data.checkTargets(for: loss)
        let batchSize = min(1000, max(data.train.count, data.test.count))
        let trainer = try Trainer(
            network: network, loss: loss, method: .backProp, optimizer: Optimizer(.sgd), batchSize: batchSize,
            threads: threads)
        func evaluation(_ set: ExampleSet) throws -> Evaluation {
            var examples = Examples(set, loss: loss, outputs: specification.outputWidth, batchSize: batchSize)
            return try examples.evaluate(trainer)
        }
        return Result(
            learned: LearnedActivation.all(of: network),
            train: try evaluation(data.train), test: try evaluation(data.test), floor: try loss.floor(of: data))
    }
}

extension FinalLoss {
    /// The least loss that any network can have on the two sets; `nil` unless inputs are rebuilt under sigmoid
    /// cross entropy.
    /// - Throws: ``DataError``, for a file that cannot be read any more.
    func floor(of data: Dataset) throws -> (train: Double, test: Double)? {
        self == .sigmoidCrossEntropy ? try (data.train.entropyFloor(), data.test.entropyFloor()) : nil
    }
}
