/// Of which numbers a run's events have histograms, layer by layer and epoch by epoch.
public enum HistogramChoice: String, CaseIterable, Sendable {
    case none, weights, activations, all

    /// Weights and biases.
    package var hasWeights: Bool { self == .weights || self == .all }
    /// The layers' outputs.
    package var hasActivations: Bool { self == .activations || self == .all }
}
