extension EpochRecord {
    /// Reads what ``json`` writes; `nil` of anything else. What later versions added is not asked for: losses
    /// that are missing are NaN.
    package init?(_ json: JSONValue) {
        guard let epoch = json["epoch"]?.integer, let trainLoss = json["train_loss"]?.number,
            let testLoss = json["test_loss"]?.number
        else { return nil }
        let layers = json["layers"]?.array?.compactMap { LayerRecord($0) } ?? []
        self.init(
            epoch: epoch, train: Evaluation(loss: trainLoss, accuracy: json["train_accuracy"]?.number),
            test: Evaluation(
                loss: testLoss, accuracy: json["test_accuracy"]?.number, saturation: layers.compactMap(\.saturation)),
            validation: json["val_loss"]?.number.map { Evaluation(loss: $0, accuracy: json["val_accuracy"]?.number) },
            trainExcess: json["train_excess"]?.number, testExcess: json["test_excess"]?.number,
            batchLoss: json["batch_loss"]?.number ?? .nan, learningRate: json["learning_rate"]?.number ?? .nan,
            steps: json["steps"]?.integer ?? 0, seconds: json["seconds"]?.number ?? .nan,
            learned: json["learned"]?.array?.compactMap { LearnedActivation($0) } ?? [], layers: layers)
    }
}

extension LearnedActivation {
    /// Reads what ``json`` writes; `nil` of anything else.
    package init?(_ json: JSONValue) {
        guard let layer = json["layer"]?.integer, let name = json["activation"]?.string,
            case .object(let members) = json["parameters"]
        else { return nil }
        self.init(
            layer: layer, name: name,
            parameters: members.compactMap { member in member.value.number.map { (name: member.name, value: $0) } })
    }
}
