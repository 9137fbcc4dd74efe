/// A kind of file or folder that data are read from. The table of them serves detection, help, errors and documentation.
public struct DataFormat: Sendable {
    public let name: String
    /// What a file's name ends in; empty for folders.
    public let suffixes: [String]
    /// What it holds, for help texts.
    public let title: String
    /// What of it is kept in memory, and what is read batch by batch.
    public let memory: String
    /// Whether a folder with these names is of this kind.
    let recognises: @Sendable (_ names: [String]) -> Bool
    let read: @Sendable (_ path: String, _ request: DataRequest) throws -> DataParts

    /// All of them, in the order in which they are tried. A new one is added here, and is then in the help, the tests
    /// and the documentation.
    public static let all: [DataFormat] = [idx, arrayFolder, tableFolder, npy, npz, csv, tsv]

    private init(
        file name: String, _ suffixes: [String], _ title: String, memory: String,
        read: @escaping @Sendable (String, DataRequest) throws -> DataParts
    ) {
        self.init(name: name, suffixes: suffixes, title: title, memory: memory, recognises: { _ in false }, read: read)
    }

    private init(
        folder name: String, _ title: String, memory: String, of recognises: @escaping @Sendable ([String]) -> Bool,
        read: @escaping @Sendable (String, DataRequest) throws -> DataParts
    ) {
        self.init(name: name, suffixes: [], title: title, memory: memory, recognises: recognises, read: read)
    }

    private init(
        name: String, suffixes: [String], title: String, memory: String,
        recognises: @escaping @Sendable ([String]) -> Bool, read: @escaping @Sendable (String, DataRequest) throws -> DataParts
    ) {
        self.name = name
        self.suffixes = suffixes
        self.title = title
        self.memory = memory
        self.recognises = recognises
        self.read = read
    }

    // MARK: The table

    static let idx = DataFormat(
        folder: "IDX folder", "a folder with the four IDX files of the MNIST family, plain or .gz",
        memory: "bytes are kept as bytes, floats as 32-bit floats",
        of: { names in names.contains { $0.hasSuffix("-ubyte") || $0.hasSuffix("-ubyte.gz") } }
    ) { path, _ in try IDXFolder.read(path) }

    static let arrayFolder = DataFormat(
        folder: "NPY folder", "a folder with x_train.npy, y_train.npy, x_test.npy, y_test.npy; or x.npy, y.npy",
        memory: "as of NPY",
        of: { names in names.contains { name in stem(name, ".npy").map { ArrayRole.of($0) != nil } ?? false } }
    ) { path, _ in
        let names = FileSystem.names(in: path).compactMap { name in stem(name, ".npy").map { (name, $0) } }
        return try NamedArrays(
            path: path, arrays: names.map { name, stem in (stem, { try ArrayPlace(path: FileSystem.joined(path, name)) }) }
        ).parts()
    }

    static let tableFolder = DataFormat(
        folder: "table folder", "a folder with train.csv and test.csv, or train.csv alone; .tsv likewise",
        memory: "as of CSV", of: { TableFiles.tables(among: $0, "train") != nil }
    ) { path, request in try TableFiles.parts(ofFolder: path, request) }

    static let npy = DataFormat(
        file: "NPY", [".npy"], "a NumPy array [examples, …] of integers, floats or truth values",
        memory: "up to \(NumericArray.largestKept >> 20) MiB is kept (bytes as bytes, all else as 32-bit floats); more is read from the file batch by batch, unless it is in Fortran order"
    ) { path, _ in
        try NamedArrays(path: path, arrays: [(stem(path, ".npy") ?? path, { try ArrayPlace(path: path) })]).single()
    }

    static let npz = DataFormat(
        file: "NPZ", [".npz"], "NumPy arrays x_train, y_train, x_test, y_test; or x, y; or images, labels",
        memory: "as of NPY; compressed members are always kept"
    ) { path, _ in
        let archive = try ZIPDirectory(path: path)
        return try NamedArrays(
            path: path,
            arrays: archive.members.compactMap { member in
                stem(member.name, ".npy").map { ($0, { try archive.place(of: member) }) }
            }
        ).parts()
    }

    static let csv = DataFormat(
        file: "CSV", [".csv", ".csv.gz"], "lines of numbers between commas, with or without a header, and a column of labels",
        memory: "kept: as bytes where all numbers are whole and at most 255, else as 32-bit floats"
    ) { path, request in try TableFiles.parts(ofFile: path, request) }

    static let tsv = DataFormat(
        file: "TSV", [".tsv", ".tsv.gz"], "the same between tabs", memory: "as of CSV"
    ) { path, request in try TableFiles.parts(ofFile: path, request) }

    // MARK: Detection

    /// The format of a file, by its name.
    static func of(file name: String) -> DataFormat? {
        all.first { format in format.suffixes.contains { name.lowercased().hasSuffix($0) } }
    }

    /// Reads what lies at a path.
    /// - Throws: ``DataError``.
    static func read(_ request: DataRequest) throws -> DataParts {
        let path = request.source
        switch FileSystem.kind(of: path) {
        case .missing: throw DataError(path, .unknown(known: NamedDataset.all.map(\.name)))
        case .unreadable(let reason): throw DataError(path, .unreadable(reason: reason))
        case .special: throw DataError(path, .unreadable(reason: "it is no regular file"))
        case .file:
            guard let format = of(file: path) else { throw unknown(path) }
            return try format.read(path, request)
        case .directory:
            let names = FileSystem.names(in: path)
            if let format = all.first(where: { $0.recognises(names) }) { return try format.read(path, request) }
            // A folder may hold the one file that is meant.
            let files = names.filter { of(file: $0) != nil }
            guard files.count == 1, let format = of(file: files[0]) else {
                throw DataError(path, .unknownFolder(
                    found: files, known: all.filter { $0.suffixes.isEmpty }.map(\.title)))
            }
            return try format.read(FileSystem.joined(path, files[0]), request)
        }
    }

    static func unknown(_ path: String) -> DataError { DataError(path, .unknownFormat(known: all.flatMap(\.suffixes))) }

    private static func stem(_ name: String, _ suffix: String) -> String? {
        name.lowercased().hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : nil
    }
}
