/// A data set that has a name.
public struct NamedDataset: Sendable {
    public let name: String
    public let title: String
    /// Where it comes from, for help texts.
    public let origin: String
    package let load: @Sendable (_ seed: UInt64) throws -> DataParts

    /// All of them. A new one is added here, and is then in the help, the tests and the documentation.
    public static let all: [NamedDataset] = [
        NamedDataset(
            name: "fashion-mnist",
            title: "Fashion-MNIST: 70,000 grey images of clothes, 28×28, ten classes",
            origin: "\(fashionFolder), from Debian's package dataset-fashion-mnist"
        ) { _ in
            guard FileSystem.kind(of: fashionFolder) != .missing else {
                throw DataError(
                    "fashion-mnist",
                    .notInstalled(
                        mend: "run 'apt-get install dataset-fashion-mnist', or give the folder that holds its four IDX files"))
            }
            return try IDXFolder.read(fashionFolder)
        },
        NamedDataset(
            name: "curves",
            title: "CURVES: 30,000 drawings of a smooth curve through three random points, 28×28",
            origin: "drawn in process from --data-seed"
        ) { seed in DataParts(train: Curves.train(seed: seed), test: Curves.test(seed: seed)) },
    ]
}

private let fashionFolder = "/usr/share/datasets/fashion-mnist"

extension DataParts {
    /// What a data set of that name, a file or a folder holds.
    ///
    /// A file or folder whose name is a data set's is reached as `./curves`.
    /// - Throws: ``DataError``.
    public static func load(_ request: DataRequest) throws -> DataParts {
        if let named = NamedDataset.all.first(where: { $0.name == request.source }) { return try named.load(request.seed) }
        return try DataFormat.read(request)
    }
}

extension Dataset {
    /// The data that were asked for: read, split where they have no test part, and scaled.
    /// - Throws: ``DataError``.
    public static func load(_ request: DataRequest) throws -> Dataset {
        try Dataset(request, DataParts.load(request))
    }

    /// The data set of that name, or of the file or folder of that name, read as is usual.
    /// - Parameters:
    ///   - name: of a set, or a path.
    ///   - seed: what a synthetic set is drawn from.
    /// - Throws: ``DataError``.
    public static func load(_ name: String, seed: UInt64 = 0) throws -> Dataset {
        try load(DataRequest(name, seed: seed))
    }

    /// - Throws: ``DataError`` where ``load(_:seed:)`` would, because there is no such data set, file or folder, or the name says no format.
    package static func checkName(_ name: String) throws(DataError) {
        guard !NamedDataset.all.contains(where: { $0.name == name }) else { return }
        switch FileSystem.kind(of: name) {
        case .missing: throw DataError(name, .unknown(known: NamedDataset.all.map(\.name)))
        case .file where DataFormat.of(file: name) == nil: throw DataFormat.unknown(name)
        default: return
        }
    }
}
