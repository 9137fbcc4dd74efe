/// A training set and a test set of examples of one shape.
public struct Dataset: Sendable {
    /// The name it was asked for by.
    public let name: String
    /// What it was drawn from; 0 where nothing was drawn.
    public let seed: UInt64
    public private(set) var train: ExampleSet
    public private(set) var test: ExampleSet
    /// How it was asked for.
    public private(set) var request: DataRequest
    /// Whether the test part was split off, because the data have none.
    public private(set) var isSplitHere = false
    /// By class, where classes are called by anything but their numbers.
    public private(set) var classNames: [String]?
    /// The numbers of the scaling, from what is trained on alone.
    package private(set) var scale: FeatureScale?

    /// - Throws: ``DataError`` if the examples of the two sets differ in shape.
    public init(name: String, seed: UInt64 = 0, train: ExampleSet, test: ExampleSet) throws(DataError) {
        guard train.shape == test.shape else {
            throw DataError(
                name,
                .mismatched(
                    reason: "training examples are \(train.shapeText) and test examples \(test.shapeText); both must come from one data set"))
        }
        self.name = name
        self.seed = seed
        request = DataRequest(name, seed: seed)
        self.train = train
        self.test = test
    }

    /// The parts, split where there is no test part, and scaled as was asked for.
    /// - Throws: ``DataError``.
    init(_ request: DataRequest, _ parts: DataParts) throws {
        let (train, test) = try parts.split(request)
        try self.init(name: request.source, seed: request.seed, train: train, test: test)
        self.request = request
        isSplitHere = parts.test == nil
        classNames = parts.classNames
        scale = try FeatureScale(request.scaling, training: train, path: request.source)
        self.train.scale = scale
        self.test.scale = scale
    }

    /// The same data, their classes numbered as in `names`; `nil` for classes that are called by their numbers.
    /// - Throws: ``DataError`` for a class that is not among the names.
    func numberingClasses(as names: [String]?) throws(DataError) -> Dataset {
        guard classCount > 0, names != classNames else { return self }
        func called(_ names: [String]?) -> String { names.map { $0.prefix(10).joined(separator: ", ") } ?? "called by numbers" }
        let places = (classNames ?? []).map { name in names?.firstIndex(of: name) }
        guard !places.isEmpty, !places.contains(nil) else {
            throw DataError(name, .mismatched(reason: "its classes are \(called(classNames)), and those that the network learnt are \(called(names))"))
        }
        var data = self
        data.classNames = names
        for part in [\Dataset.train, \.test] {
            guard let labels = data[keyPath: part].labels else { continue }
            data[keyPath: part] = data[keyPath: part].labelled(labels.map { Int32(places[Int($0)]!) })  // none is nil
        }
        return data
    }

    /// The same data, scaled by these numbers in place of their own.
    package func scaled(by scale: FeatureScale?) -> Dataset {
        var data = self
        data.scale = scale
        data.train.scale = scale
        data.test.scale = scale
        return data
    }

    /// The same data with these of the training examples alone, in that order. The numbers of the scaling are theirs.
    /// - Throws: ``DataError``, for a file that cannot be read any more.
    func training(on places: [Int]) throws -> Dataset {
        var data = self
        data.train = train.choosing(places)
        return data.scaled(by: try FeatureScale(request.scaling, training: data.train, path: request.source))
    }

    /// The number of values of an example.
    public var width: Int { train.width }

    /// The number of classes; 0 without labels.
    public var classCount: Int { max(train.classCount, test.classCount) }
}
