/// The examples that a saved network is to be run on.
public struct SelectedData: Sendable {
    /// The data's name.
    public let name: String
    /// In order, scaled as in training; two where all examples are meant and they come in two parts.
    public let sets: [ExampleSet]
    /// Of the classes that the network learnt.
    private let classNames: [String]?

    /// Loads the data. Where they have no test part, `all` are the examples in their own order, and `train` and `test`
    /// what training splits them into.
    /// - Throws: ``DataError``.
    public init(_ request: DataRequest, part: DataPart, for saved: SavedNetwork) throws {
        let parts = try DataParts.load(request)
        let sets: [ExampleSet] = switch part {
        case .all: [parts.train] + (parts.test.map { [$0] } ?? [])
        case .train: [try parts.split(request).train]
        case .test: [try parts.split(request).test]
        }
        let scale = try saved.scale()
        name = request.source
        self.sets = sets.map { set in
            var set = set
            set.scale = scale
            return set
        }
        classNames = saved.classNames
    }

    /// The test part of data that are there already.
    package init(testOf data: Dataset) {
        name = data.name
        sets = [data.test]
        classNames = data.classNames
    }

    /// The number of examples.
    public var count: Int { sets.reduce(0) { $0 + $1.count } }

    /// The class's name, where the classes have names, or its number.
    package func className(_ number: Int32) -> String {
        guard let classNames, classNames.indices.contains(Int(number)) else { return "\(number)" }
        return classNames[Int(number)]
    }
}
