/// What one pass over a part of a data set tells, of the values as a network sees them.
public struct PartInfo: Sendable {
    public let count: Int
    public let shape: [Int]
    public let storedAs: String
    /// Whether each batch reads its examples from the file.
    public let isInFile: Bool
    /// Bytes of memory that the values and labels are kept in.
    public let memory: Int
    public let least: Float
    public let largest: Float
    public let mean: Double
    /// Standard deviation, dividing by the number of values.
    public let deviation: Double
    /// The number of values outside [0, 1].
    public let outsideUnit: Int
    /// In nats an example, as ``ExampleSet/entropyFloor()``; `nil` where values lie outside [0, 1].
    public let entropyFloor: Double?
    /// Columns with the same value in every example.
    public let constantColumns: Int
    /// By class from 0, the number of examples; empty without labels.
    public let classCounts: [Int]
    /// FNV-1a, 64 bits, over the 32-bit words of shape, values and labels: the same whatever format they were read from.
    public let digest: UInt64

    /// - Throws: ``DataError``, for a file that cannot be read any more.
    init(_ set: ExampleSet) throws {
        count = set.count
        shape = set.shape
        storedAs = set.storedAs
        if case .file = set.storage { isInFile = true } else { isInFile = false }
        // A part of a split holds its share of the storage.
        let share = set.selection == nil ? set.storage.memory : set.storage.memory / max(1, set.storedCount) * set.count
        memory = share + 4 * (set.labels?.count ?? 0) + 8 * (set.selection?.count ?? 0)

        var scan = ValueScan(width: set.width)
        for word in set.shape + [set.count] { scan.digest.add(UInt32(truncatingIfNeeded: word)) }
        try set.forEachBlock { _, values in scan.look(at: values) }
        for label in set.labels ?? [] { scan.digest.add(UInt32(bitPattern: label)) }
        (least, largest) = (scan.least.min() ?? .nan, scan.largest.max() ?? .nan)
        mean = scan.mean
        deviation = (scan.squares / Double(scan.count)).squareRoot()
        outsideUnit = scan.outside
        constantColumns = zip(scan.least, scan.largest).count { $0 == $1 }
        entropyFloor = scan.outside == 0 ? try set.entropyFloor() : nil
        digest = scan.digest.value
        var counts = [Int](repeating: 0, count: set.classCount)
        for label in set.labels ?? [] { counts[Int(label)] += 1 }
        classCounts = counts
    }

    public var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("examples", .integer(count)), .init("shape", .array(shape.map { .integer($0) })),
            .init("stored_as", .string(storedAs)), .init("in_file", .bool(isInFile)), .init("memory_bytes", .integer(memory)),
            .init("min", .float(least)), .init("max", .float(largest)),
            .init("mean", .double(mean)), .init("std", .double(deviation)),
            .init("outside_unit_interval", .integer(outsideUnit)), .init("constant_columns", .integer(constantColumns)),
        ]
        if let entropyFloor { members.append(.init("entropy_floor", .double(entropyFloor))) }
        if !classCounts.isEmpty { members.append(.init("class_counts", .array(classCounts.map { .integer($0) }))) }
        return .object(members + [.init("digest", .string(digestText))])
    }

    public var digestText: String {
        let digits = String(digest, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Sums over values in one pass.
private struct ValueScan {
    let width: Int
    var count = 0
    var least: [Float]
    var largest: [Float]
    private(set) var mean = 0.0
    /// Squared deviations from the mean.
    private(set) var squares = 0.0
    var outside = 0
    var digest = WordDigest()

    init(width: Int) {
        self.width = width
        least = [Float](repeating: .infinity, count: width)
        largest = [Float](repeating: -.infinity, count: width)
    }

    mutating func look(at values: UnsafeBufferPointer<Float>) {
        var sum = 0.0
        for row in 0..<values.count / width {
            for at in 0..<width {
                let value = values[row * width + at]
                sum += Double(value)
                least[at] = min(least[at], value)
                largest[at] = max(largest[at], value)
                if !(value >= 0 && value <= 1) { outside += 1 }
                digest.add(value.bitPattern)
            }
        }
        // The pieces' means and squares are joined (Chan, Golub and LeVeque 1979): no digits are lost to a large mean.
        let (n, pieceMean) = (Double(values.count), sum / Double(values.count))
        let pieceSquares = values.reduce(0.0) { $0 + (Double($1) - pieceMean) * (Double($1) - pieceMean) }
        let (before, step) = (Double(count), pieceMean - mean)
        mean += step * n / (before + n)
        squares += pieceSquares + step * step * before * n / (before + n)
        count += values.count
    }
}

/// FNV-1a over words in place of bytes.
private struct WordDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ word: UInt32) { value = (value ^ UInt64(word)) &* 0x0000_0100_0000_01B3 }
}

extension ExampleSet {
    /// The number of examples that the storage holds; 0 for a file, which costs no memory.
    fileprivate var storedCount: Int {
        switch storage {
        case .bytes(let bytes, _): bytes.count / width
        case .floats(let floats): floats.count / width
        case .file: 0
        }
    }
}
