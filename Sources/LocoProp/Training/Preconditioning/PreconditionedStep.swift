import ActivationCore

/// A method that moves all layers along a direction made of the gradient of the final loss.
protocol PreconditionedStep: StateHolder {
    /// Writes the parameters after the step to the workspace's `nextParameters`. The passes have run.
    func solve(learningRate: Double, _ team: ThreadTeam) throws(LocoPropError)
    /// The rows at the end of a batch whose loss is compared where ``comparedRows`` says less than the batch; 0 if it never does.
    var tail: Int { get }
    /// Of how many rows, the batch's last ones, ``accepts(before:after:)`` is to be told the losses after this step; 0 for none.
    var comparedRows: Int { get }
    /// Whether ``accepts(before:after:)`` may say no, and a loss that is not finite is then no error.
    var rejects: Bool { get }
    /// Takes the mean loss of these rows before and after the step; infinite where it is not finite.
    /// - Returns: whether the step is taken. If not, the old parameters are put back, and the optimizer starts afresh.
    func accepts(before: Double, after: Double) -> Bool
    /// Forgets everything, after a step that failed.
    func reset()
}

extension PreconditionedStep {
    var comparedRows: Int { 0 }
    var tail: Int { 0 }
    var rejects: Bool { false }
    func accepts(before: Double, after: Double) -> Bool { true }
}
