/// Tables that make a data set: one file, or `train.csv` and `test.csv` of a folder.
enum TableFiles {
    private static let suffixes = DataFormat.csv.suffixes + DataFormat.tsv.suffixes

    /// The name of the table called `stem` among these.
    static func tables(among names: [String], _ stem: String) -> String? {
        names.first { name in suffixes.contains { name.lowercased() == stem + $0 } }
    }

    static func parts(ofFile path: String, _ request: DataRequest) throws -> DataParts {
        try parts(of: [table(path, request)], path: path)
    }

    static func parts(ofFolder folder: String, _ request: DataRequest) throws -> DataParts {
        let names = FileSystem.names(in: folder)
        let files = ["train", "test"].compactMap { tables(among: names, $0) }
        var attempts = Attempts()
        let read = try files.map { file in try attempts.attempt { try table(FileSystem.joined(folder, file), request) } }
        try attempts.check()
        return try parts(of: read.compactMap { $0 }, path: folder)
    }

    private static func table(_ path: String, _ request: DataRequest) throws -> Table {
        let isTabbed = DataFormat.tsv.suffixes.contains { path.lowercased().hasSuffix($0) }
        return try Table(path: path, separator: UInt8(ascii: isTabbed ? "\t" : ","), request: request)
    }

    private static func parts(of tables: [Table], path: String) throws -> DataParts {
        let train = tables[0]
        let test = tables.dropFirst().first
        if let test, (train.labels == nil) != (test.labels == nil) {
            let (with, without) = train.labels == nil ? (test, train) : (train, test)
            throw DataError(path, .mismatched(reason: "\(with.path) has a label column and \(without.path) none; give it to both or to none"))
        }
        if let test, let names = train.columnNames, let others = test.columnNames, names != others {
            throw DataError(path, .mismatched(reason: "the columns of \(train.path) and \(test.path) have other names, or another order"))
        }
        let classes = try Table.classes(of: tables.compactMap(\.labels), path: path)
        func labelled(_ index: Int) -> ExampleSet {
            let set = tables[index].examples
            return classes.rows.isEmpty ? set : set.labelled(classes.rows[index])
        }
        return DataParts(
            train: labelled(0), test: test == nil ? nil : labelled(1), classNames: classes.names,
            columnNames: train.columnNames)
    }
}
