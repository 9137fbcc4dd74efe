import Suggestions

/// What is wrong with a data set. `description` says where, and how to mend it.
public struct DataError: Error, Equatable, CustomStringConvertible {
    /// The file or folder, or the name asked for.
    public let path: String
    public let problem: Problem

    public init(_ path: String, _ problem: Problem) {
        self.path = path
        self.problem = problem
    }

    public indirect enum Problem: Equatable, Sendable {
        /// Neither a data set's name nor a folder.
        case unknown(known: [String])
        /// What a network was trained on is not where it was.
        case gone(mend: String)
        /// The folder of a data set that a package installs is not there.
        case notInstalled(mend: String)
        case notAFolder
        /// None of the names that the file may have.
        case missing(what: String, tried: [String], near: String?)
        case unreadable(reason: String)
        case empty
        /// Named `.gz` but not compressed, or compressed and not named so.
        case misnamed(isCompressed: Bool)
        /// The wrong one of the four files.
        case mislabelled(expected: String, found: String)
        case wrongMagic(expected: String, found: String)
        /// A header that ends early, or that promises nothing, or more than can be held.
        case badHeader(reason: String)
        case truncated(promised: String, expected: Int, actual: Int)
        case trailing(promised: String, expected: Int)
        case damaged(reason: String)
        /// Images and labels, or training and test set, that do not belong together.
        case mismatched(reason: String)
        /// A float that is no grey value: not in [0, 1], or not a number.
        case badValue(value: String, image: Int, row: Int, column: Int)
        /// The first number of a file that is not finite as a 32-bit float, and how many further ones there are.
        case notFinite(value: String, place: String, further: Int)
        /// The first field of a table that cannot be used, by its line and its column in characters, and how many further
        /// ones there are.
        case badField(line: Int, column: Int, reason: String, further: Int)
        /// A file whose name says no format.
        case unknownFormat(known: [String])
        /// A folder without data, or with several that could be meant.
        case unknownFolder(found: [String], known: [String])
        /// The first value that is no target of a loss, and how many further ones there are.
        case badTarget(value: Float, place: String, further: Int, loss: String, domain: String)
        /// More than one at once.
        case several([DataError])
        /// An option, by its key, that does not fit the data.
        case unfitOption(option: String, reason: String)
    }

    public var description: String {
        switch problem {
        case .unknown(let known):
            "\(path.isEmpty ? "''" : path): \(problem.description)" + suggestion(for: path, in: known)
        case .several: problem.description
        case .badField(let line, let column, _, _): "\(path):\(line):\(column): \(problem.description)"
        default: "\(path): \(problem.description)"
        }
    }
}

extension DataError.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknown(let known):
            "no data set, file or folder of this name; data sets are \(known.joined(separator: ", "))."
        case .gone(let mend): "the data that the network was trained on are not there any more; \(mend)"
        case .notInstalled(let mend): "not installed; \(mend)"
        case .notAFolder: "is no folder; give the folder that holds the four IDX files"
        case .missing(let what, let tried, let near):
            "no \(what): looked for \(tried.joined(separator: ", "))"
                + (near.map { ". Is it '\($0)'? Rename it" } ?? "")
        case .unreadable(let reason): "cannot be read: \(reason)"
        case .empty: "is empty; fetch it again"
        case .misnamed(isCompressed: true): "is compressed by gzip but not named so; add .gz to its name"
        case .misnamed(isCompressed: false): "is named .gz but is not compressed; take .gz from its name"
        case .mislabelled(let expected, let found): "holds \(found), not \(expected); are two files swapped?"
        case .wrongMagic(let expected, let found): "is no IDX file of \(expected): it \(found)"
        case .badHeader(let reason): reason
        case .truncated(let promised, let expected, let actual):
            "is truncated: \(promised) need \(expected) bytes and it has \(actual); fetch it again"
        case .trailing(let promised, let expected):
            "goes on after its \(expected) bytes of \(promised); fetch it again"
        case .damaged(let reason): "is damaged (\(reason)); fetch it again"
        case .mismatched(let reason): reason
        case .badValue(let value, let image, let row, let column):
            "image \(image), row \(row), column \(column) is \(value); grey values lie in [0, 1]"
        case .notFinite(let value, let place, let further):
            "\(place) is \(value)\(Self.more(further)); clean the data"
        case .badField(_, _, let reason, let further): reason + Self.more(further)
        case .unknownFormat(let known):
            "its name does not say what it holds; name it by its format: \(known.joined(separator: ", ")), or give a folder"
        case .unknownFolder(let found, let known):
            found.isEmpty
                ? "holds no data; give \(known.joined(separator: "; or ")); or one file of data"
                : "holds \(found.prefix(5).joined(separator: ", "))\(found.count > 5 ? ", …" : ""): which is meant? Give the file itself"
        case .badTarget(let value, let place, let further, let loss, let domain):
            "\(place) is \(value)\(Self.more(further)): \(loss) needs \(domain) of its targets; "
                + "scale them by --scale=min-max (or =bytes, for grey values 0 … 255), or take --loss=squared-error"
        case .unfitOption(_, let reason): reason
        case .several(let errors): errors.map(\.description).joined(separator: "\n")
        }
    }
    /// `, and 12 further ones are bad, too`.
    static func more(_ further: Int) -> String {
        further == 0 ? "" : ", and \(further) further \(further == 1 ? "one is" : "ones are") bad, too"
    }
}
