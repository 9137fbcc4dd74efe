import ActivationCore

/// A method that moves all layers along a direction made of the gradient of the final loss.
protocol PreconditionedStep: StateHolder {
    /// Writes the parameters after the step to the workspace's `nextParameters`. The passes have run.
    func solve(learningRate: Double, _ team: ThreadTeam) throws(LocoPropError)
    /// Whether ``compare(before:after:)`` is to be called after this step.
    var comparesLosses: Bool { get }
    /// Takes the batch's mean loss before and after the step.
    func compare(before: Double, after: Double)
    /// Forgets everything, after a step that failed.
    func reset()
}

extension PreconditionedStep {
    var comparesLosses: Bool { false }
    func compare(before: Double, after: Double) {}
}
