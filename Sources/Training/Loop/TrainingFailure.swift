import LocoProp

/// A run that cannot go on, because numbers stopped being finite.
public struct TrainingFailure: Error, Equatable, CustomStringConvertible {
    /// Counted from 1.
    public let epoch: Int
    /// Counted from 1; `nil` in the evaluation after the epoch.
    public let step: Int?
    public let reason: LocoPropError
    /// The file with the last good state, and which that is: `before the first step`, `after epoch 3`.
    public let checkpoint: String
    public let kept: String

    public var description: String {
        let place = step.map { "epoch \(epoch), step \($0)" } ?? "evaluation after epoch \(epoch)"
        return "\(place): \(reason). \(checkpoint) keeps the state \(kept)"
    }
}
