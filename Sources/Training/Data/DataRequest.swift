/// Which data, and how they are to be read: what the options about data say.
public struct DataRequest: Sendable, Equatable {
    /// A data set's name, a file, or a folder.
    public var source: String
    /// What a synthetic set is drawn from, and which examples a split takes for the test part.
    public var seed: UInt64
    public var scaling: Scaling
    /// The share of examples that make the test part, where the data have none.
    public var testFraction: Double
    /// Of tables.
    public var header: TableHeader
    /// The column of a table that holds the labels: its name, its number from 1, a negative number from the last column, or
    /// `none`. If `nil`, the one that is called as labels are.
    public var labelColumn: String?

    public static let defaultTestFraction = 0.1
    /// What the label column of a table may be called to be found, in letters of either case.
    public static let labelColumnNames = ["label", "labels", "class", "target", "y"]

    public init(
        _ source: String, seed: UInt64 = 0, scaling: Scaling = .none, testFraction: Double = defaultTestFraction,
        header: TableHeader = .auto, labelColumn: String? = nil
    ) {
        self.source = source
        self.seed = seed
        self.scaling = scaling
        self.testFraction = testFraction
        self.header = header
        self.labelColumn = labelColumn
    }
}

extension DataRequest {
    /// The same data asked for from any folder: with a path from the root. A data set's name stays, though a folder may
    /// have the same.
    package var fromRoot: DataRequest {
        var request = self
        if !NamedDataset.all.contains(where: { $0.name == source }) { request.source = FileSystem.absolute(source) }
        return request
    }

    /// - Throws: ``SettingError`` unless the text is a number between 0 and 1.
    package static func testFraction(_ text: String) throws(SettingError) -> Double {
        guard let value = Double(text), value > 0, value < 1 else {
            throw SettingError("'\(text.prefix(60))' is not a number between 0 and 1")
        }
        return value
    }

    /// - Throws: ``SettingError`` unless the text is one of the choices.
    package static func header(_ text: String) throws(SettingError) -> TableHeader {
        guard let header = TableHeader(rawValue: text) else { throw SettingError("'\(text.prefix(60))' is not 'yes', 'no' or 'auto'") }
        return header
    }
}

/// Which examples of some data are meant.
public enum DataPart: String, CaseIterable, Sendable {
    case train, test, all
}
