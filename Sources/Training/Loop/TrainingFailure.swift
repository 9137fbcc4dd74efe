import LocoProp

/// A run that cannot go on, because numbers stopped being finite.
public struct TrainingFailure: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let epoch: Int
    /// Counted from 1; `nil` in the evaluation after the epoch.
    public let step: Int?
    public let reason: LocoPropError
    /// The file with the weights after the last good epoch, or the initial ones.
    public let weights: String

    public var description: String {
        let place = step.map { "epoch \(epoch), step \($0)" } ?? "evaluation after epoch \(epoch)"
        let kept = epoch == 1 ? "the initial weights" : "the weights after epoch \(epoch - 1)"
        return "\(place): \(reason). \(weights) keeps \(kept)"
    }
}
