import LocoProp

/// What a file or folder holds, before a test part is split off and values are scaled.
public struct DataParts: Sendable {
    public var train: ExampleSet
    /// `nil` where the data come in one part.
    public var test: ExampleSet?
    /// By class, where classes are called by anything but their numbers.
    public var classNames: [String]?
    /// Of the columns of a table, without the label's.
    public var columnNames: [String]?
    /// What is there and was not read.
    public var unused: [String] = []

    package init(
        train: ExampleSet, test: ExampleSet? = nil, classNames: [String]? = nil, columnNames: [String]? = nil,
        unused: [String] = []
    ) {
        self.train = train
        self.test = test
        self.classNames = classNames
        self.columnNames = columnNames
        self.unused = unused
    }

    /// A training and a test part: those that there are, or those of a split.
    ///
    /// The split takes round(fraction · n) examples for the test part, at least one for either, by a permutation
    /// that the seed decides; both parts keep the order of the data.
    /// - Throws: ``DataError`` for a fraction outside (0, 1), and for a single example.
    func split(_ request: DataRequest) throws(DataError) -> (train: ExampleSet, test: ExampleSet) {
        guard request.testFraction > 0, request.testFraction < 1 else {
            throw DataError(request.source, .unfitOption(option: "test-fraction", reason: "--test-fraction is \(request.testFraction); it must lie between 0 and 1"))
        }
        if let test { return (train, test) }
        guard train.count >= 2 else {
            throw DataError(request.source, .mismatched(reason: "holds a single example; a training and a test part need one each"))
        }
        let count = min(max(1, Int((request.testFraction * Double(train.count)).rounded())), train.count - 1)
        var generator = SeededGenerator(seed: request.seed)
        let permutation = generator.permutation(of: train.count)
        return (train.choosing(permutation[count...].sorted()), train.choosing(permutation[..<count].sorted()))
    }
}
