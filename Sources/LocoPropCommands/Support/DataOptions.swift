import ArgumentParser
import Training

/// The settings that say how data are read, for commands that do not train.
struct DataReadingOptions: ParsableArguments {
    @Option(help: .reading("data-seed")) var dataSeed: String?
    @Option(help: .reading("test-fraction")) var testFraction: String?
    @Option(parsing: .unconditional, help: .reading("label-column")) var labelColumn: String?
    @Option(help: .reading("csv-header")) var csvHeader: String?

    /// A request with what was given here in place of what it says.
    /// - Throws: ``SettingError``.
    func applied(to request: DataRequest) throws -> DataRequest {
        var request = request
        if let dataSeed { request.seed = try Setting.seed(dataSeed) }
        if let testFraction { request.testFraction = try DataRequest.testFraction(testFraction) }
        if let labelColumn { request.labelColumn = labelColumn == "auto" ? nil : labelColumn }
        if let csvHeader { request.header = try DataRequest.header(csvHeader) }
        return request
    }
}

extension ArgumentHelp {
    /// What the table of settings says of a setting.
    fileprivate static func reading(_ key: String) -> ArgumentHelp {
        // A key that is none shows as such in the help, where the test of the table looks.
        guard let setting = Setting.named(key) else { return ArgumentHelp("no setting") }
        return ArgumentHelp("\(setting.help)", valueName: setting.valueName)
    }
}

/// The data that a saved network is run on.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A data set, a file or a folder. (default: what the weights were trained on)", valueName: "name|path"), completion: .data)
    var data: String?

    @OptionGroup var reading: DataReadingOptions

    /// Hands on what was asked for; where nothing was, what the weights were trained on, read as in training. Values are
    /// scaled as in training in either case.
    /// - Throws: ``UsageError``, ``SettingError``, what `load` throws; ``DataError`` that says what to give where the
    ///   data of the training have been moved.
    func loading<Data>(for saved: SavedNetwork, weights: String, _ load: (DataRequest) throws -> Data) throws -> Data {
        let request = try request(for: saved, weights: weights)
        do { return try load(request) } catch let error as DataError {
            guard data == nil, case .unknown = error.problem else { throw error }
            // Other data are not read as those were unless that is said again.
            var flags = ["--data PATH"]
            if let column = request.labelColumn { flags.append("--label-column \(Text.shellWord(column))") }
            if request.header != .auto { flags.append("--csv-header \(request.header.rawValue)") }
            throw DataError(request.source, .gone(mend: "if they have moved, give \(flags.joined(separator: " "))"))
        }
    }

    private func request(for saved: SavedNetwork, weights: String) throws -> DataRequest {
        let trained = saved.trainingData
        guard let name = data ?? trained?.source else {
            throw UsageError("\(weights) does not say what it was trained on; give --data")
        }
        return try reading.applied(to: trained?.source == name ? trained! : DataRequest(name))  // it has a source
    }
}

extension DataPart: ExpressibleByArgument {}

/// What the help says of data: the tables of sets, formats and scalings.
enum DataHelp {
    /// The names that data are asked for by.
    static var sources: [(String, String)] {
        NamedDataset.all.map { ($0.name, "\($0.title); \($0.origin)") }
            + DataFormat.all.map { ($0.suffixes.isEmpty ? "DIR" : $0.suffixes.joined(separator: ", "), $0.title) }
    }

    static var scalings: [(String, String)] { Scaling.allCases.map { ($0.rawValue, $0.title) } }

    static func listing(_ items: [(String, String)]) -> String { items.map { "  \($0.0)  \($0.1)" }.joined(separator: "\n") }
}
