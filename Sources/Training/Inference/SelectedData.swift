/// The examples that a saved network is to be run on.
public struct SelectedData: Sendable {
    /// The data's name.
    public let name: String
    /// In order; two where all examples are meant and they come in two parts.
    public let sets: [ExampleSet]

    /// Loads the data.
    /// - Throws: ``DataError``.
    public init(_ request: DataRequest, part: DataPart, for saved: SavedNetwork) throws {
        let data = try Dataset.load(request)
        name = data.name
        sets = switch part {
        case .train: [data.train]
        case .test: [data.test]
        case .all: [data.train, data.test]
        }
    }

    /// The number of examples.
    public var count: Int { sets.reduce(0) { $0 + $1.count } }

    /// The class's name, where the classes have names, or its number.
    package func className(_ number: Int32) -> String { "\(number)" }
}
