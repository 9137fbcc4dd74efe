import LocoProp

extension TrainingLoop {
    /// The plan, resolved: the content of `run.json`.
    package var configuration: JSONValue {
        var members: [JSONValue.Member] = [
            .init("recipe", .string(plan.recipe)),
            .init("data", .string(data.name)),
            .init("data_seed", .string("\(data.seed)")),
            .init("train_images", .integer(data.train.count)),
            .init("test_images", .integer(data.test.count)),
            .init("network", .string(plan.widths.description)),
            .init("activations", .array(network.specification.layers.map {
                .string("\($0.activation)")
            })),
            .init("loss", .string(plan.loss.rawValue)),
            .init("method", .string(plan.method.text)),
            .init("optimizer", .string(plan.optimizer.description)),
            .init("learning_rate", .double(plan.learningRate)),
            .init("schedule", .string(plan.schedule.rawValue)),
            .init("epochs", .integer(plan.epochs)),
            .init("batch_size", .integer(plan.batchSize)),
            // As text: JSON numbers lose digits beyond 2⁵³ in many readers.
            .init("seed", .string("\(plan.seed)")),
            .init("threads", .integer(trainer.threads)),
        ]
        if network.specification.layers.contains(where: { !$0.learned.isEmpty }) {
            members.append(.init("learned", .array(network.specification.layers.map { layer in
                .array(layer.learnedNames.map { .string($0) })
            })))
        }
        if let floor {
            members += [.init("train_floor", .double(floor.train)), .init("test_floor", .double(floor.test))]
        }
        return .object(members)
    }
}
