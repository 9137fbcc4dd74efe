/// Which data, and how they are to be read: what the options about data say.
public struct DataRequest: Sendable, Equatable {
    /// A data set's name, a file, or a folder.
    public var source: String
    /// What a synthetic set is drawn from, and which examples a split takes for the test part.
    public var seed: UInt64
    public var scaling: Scaling

    public init(_ source: String, seed: UInt64 = 0, scaling: Scaling = .none) {
        self.source = source
        self.seed = seed
        self.scaling = scaling
    }
}

/// Which examples of some data are meant.
public enum DataPart: String, CaseIterable, Sendable {
    case train, test, all
}
