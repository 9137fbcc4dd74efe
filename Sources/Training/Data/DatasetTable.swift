import Suggestions

/// A data set that has a name.
public struct NamedDataset: Sendable {
    public let name: String
    public let title: String
    /// Where it comes from, for help texts.
    public let origin: String
    package let load: @Sendable (_ seed: UInt64) throws -> Dataset

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
            return try IDXFolder.read(fashionFolder, name: "fashion-mnist")
        },
        NamedDataset(
            name: "curves",
            title: "CURVES: 30,000 drawings of a smooth curve through three random points, 28×28",
            origin: "drawn in process from --data-seed"
        ) { Curves.dataset(seed: $0) },
    ]
}

private let fashionFolder = "/usr/share/datasets/fashion-mnist"

extension Dataset {
    /// The data that were asked for.
    /// - Throws: ``DataError``.
    public static func load(_ request: DataRequest) throws -> Dataset {
        try load(request.source, seed: request.seed)
    }

    /// The data set of that name, or of the folder of that name.
    ///
    /// A folder whose name is a data set's is reached as `./curves`.
    /// - Parameter seed: what a synthetic set is drawn from.
    /// - Throws: ``DataError``.
    public static func load(_ name: String, seed: UInt64 = 0) throws -> Dataset {
        if let named = NamedDataset.all.first(where: { $0.name == name }) { return try named.load(seed) }
        guard FileSystem.kind(of: name) != .missing else {
            throw DataError(name, .unknown(known: NamedDataset.all.map(\.name)))
        }
        return try IDXFolder.read(name, name: name)
    }

    /// - Throws: ``DataError`` where ``load(_:seed:)`` would, because there is no such data set and no such folder.
    package static func checkName(_ name: String) throws(DataError) {
        guard !NamedDataset.all.contains(where: { $0.name == name }), FileSystem.kind(of: name) == .missing else { return }
        throw DataError(name, .unknown(known: NamedDataset.all.map(\.name)))
    }
}
