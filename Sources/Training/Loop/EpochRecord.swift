/// What is known after an epoch: the line of `metrics.jsonl`.
public struct EpochRecord: Sendable, Equatable {
    /// Counted from 1.
    public let epoch: Int
    public let train: Evaluation
    public let test: Evaluation
    /// Of what is held out of training; `nil` where nothing is.
    public let validation: Evaluation?
    /// What the losses exceed the least possible loss by; `nil` where the loss has no such floor.
    public let trainExcess: Double?
    public let testExcess: Double?
    /// The mean of the batches' losses, each before its step.
    public let batchLoss: Double
    public let learningRate: Double
    public let steps: Int
    /// Spent in steps, without evaluation.
    public let seconds: Double
    /// The activations whose parameters are learned, as the epoch left them.
    public let learned: [LearnedActivation]
    /// Every layer's local losses and saturation, from the first.
    public let layers: [LayerRecord]

    package init(
        epoch: Int, train: Evaluation, test: Evaluation, validation: Evaluation? = nil, trainExcess: Double?,
        testExcess: Double?, batchLoss: Double, learningRate: Double, steps: Int, seconds: Double,
        learned: [LearnedActivation], layers: [LayerRecord]
    ) {
        self.epoch = epoch
        self.train = train
        self.test = test
        self.validation = validation
        self.trainExcess = trainExcess
        self.testExcess = testExcess
        self.batchLoss = batchLoss
        self.learningRate = learningRate
        self.steps = steps
        self.seconds = seconds
        self.learned = learned
        self.layers = layers
    }

    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("epoch", .integer(epoch)),
            .init("train_loss", .double(train.loss)),
            .init("test_loss", .double(test.loss)),
        ]
        if let validation { members.append(.init("val_loss", .double(validation.loss))) }
        if let trainExcess, let testExcess {
            members += [.init("train_excess", .double(trainExcess)), .init("test_excess", .double(testExcess))]
        }
        if let trainAccuracy = train.accuracy, let testAccuracy = test.accuracy {
            members += [.init("train_accuracy", .double(trainAccuracy)), .init("test_accuracy", .double(testAccuracy))]
        }
        if let accuracy = validation?.accuracy { members.append(.init("val_accuracy", .double(accuracy))) }
        if !learned.isEmpty { members.append(.init("learned", .array(learned.map(\.json)))) }
        members.append(.init("layers", .array(layers.map(\.json))))
        return .object(members + [
            .init("batch_loss", .double(batchLoss)),
            .init("learning_rate", .double(learningRate)),
            .init("steps", .integer(steps)),
            .init("seconds", .double((seconds * 1e6).rounded() / 1e6)),
        ])
    }
}
