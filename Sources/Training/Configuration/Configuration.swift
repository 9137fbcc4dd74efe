import ActivationCore
import LocoProp

/// All that decides a training run, resolved: its data and its plan. Its ``yaml`` reads back to the same.
package struct Configuration: Sendable {
    package var data: DataRequest
    package var plan: TrainingPlan

    package static let defaultData = "fashion-mnist"

    package init(data: DataRequest = DataRequest(defaultData), plan: TrainingPlan) {
        self.data = data
        self.plan = plan
    }

    /// Puts a recipe's values in place of all that the plan has.
    mutating func take(_ recipe: Recipe) throws {
        plan = try TrainingPlan(recipe, registry: plan.registry)
    }

    /// Changes options of LocoProp's local problems.
    /// - Parameter key: the setting that asks for it.
    mutating func changeMethod(_ key: String, gamma: Double? = nil, iterations: Int? = nil) throws {
        guard plan.method.kind.hasLocalProblems else {
            throw PlanError.noLocalProblems(option: key, method: plan.method.kind.rawValue)
        }
        plan.method = try plan.method.with(gamma: gamma, iterations: iterations)
    }
}

extension Configuration {
    /// Whether there is such a data set, and such a network can be made and trained: what can be known before data are
    /// read.
    /// - Throws: ``DataError``, `ActivationError`, `LocoPropError`.
    package func check() throws {
        try Dataset.checkName(data.source)
        try Trainer<Float>.check(
            plan.specification(), loss: plan.loss, method: plan.method, decay: plan.decay, clip: plan.clip,
            batchSize: plan.batchSize)
    }
}
