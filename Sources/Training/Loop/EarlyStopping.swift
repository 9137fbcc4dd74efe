/// When a run ends before its last epoch: after so many epochs in a row whose watched loss (validation, or without
/// one test) is not below the best so far by more than ``minDelta``.
public struct EarlyStopping: Sendable, Equatable {
    /// Epochs; `nil` for never.
    public var patience: Int?
    public var minDelta: Double

    public init(patience: Int? = nil, minDelta: Double = 0) {
        self.patience = patience
        self.minDelta = minDelta
    }
}
