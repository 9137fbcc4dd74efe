/// A training set and a test set of examples of one shape.
public struct Dataset: Sendable {
    /// The name it was asked for by.
    public let name: String
    /// What it was drawn from; 0 where nothing was drawn.
    public let seed: UInt64
    public let train: ExampleSet
    public let test: ExampleSet

    /// - Throws: ``DataError`` if the examples of the two sets differ in shape or only one has labels.
    public init(name: String, seed: UInt64 = 0, train: ExampleSet, test: ExampleSet) throws(DataError) {
        guard train.shape == test.shape else {
            throw DataError(
                name,
                .mismatched(
                    reason: "training images are \(train.shapeText) and test images \(test.shapeText); both must come from one data set"))
        }
        self.name = name
        self.seed = seed
        self.train = train
        self.test = test
    }

    /// The number of values of an example.
    public var width: Int { train.width }

    /// The number of classes; 0 without labels.
    public var classCount: Int { max(train.classCount, test.classCount) }
}
