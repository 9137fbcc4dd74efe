/// A training set and a test set of images of one size.
public struct Dataset: Sendable {
    /// The name it was asked for by.
    public let name: String
    /// What it was drawn from; 0 where nothing was drawn.
    public let seed: UInt64
    public let train: ImageSet
    public let test: ImageSet

    /// - Throws: ``DataError`` if the two sets differ in the images' size or only one has labels.
    public init(name: String, seed: UInt64 = 0, train: ImageSet, test: ImageSet) throws(DataError) {
        guard train.rows == test.rows, train.columns == test.columns else {
            throw DataError(
                name,
                .mismatched(
                    reason: "training images are \(train.rows)×\(train.columns) and test images "
                        + "\(test.rows)×\(test.columns); both must come from one data set"))
        }
        self.name = name
        self.seed = seed
        self.train = train
        self.test = test
    }

    /// The number of pixels of an image.
    public var width: Int { train.width }

    /// The number of classes; 0 without labels.
    public var classCount: Int { max(train.classCount, test.classCount) }
}
