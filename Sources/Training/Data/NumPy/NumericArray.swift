/// Where a `.npy` file lies: a file of its own, or a member of an archive.
struct ArrayPlace {
    /// As errors name it.
    let name: String
    let file: InputFile
    /// The bytes of the file that hold it, packed or not.
    let range: Range<Int>
    /// What they unpack to, where they are packed.
    var unpackedCount: Int?
    /// The checksum of the unpacked bytes, where one is kept.
    var checksum: UInt32?

    /// The whole of a file.
    init(path: String) throws {
        name = path
        do { file = try InputFile(path) } catch { throw DataError(path, .unreadable(reason: error.reason)) }
        guard file.byteCount > 0 else { throw DataError(path, .empty) }
        range = 0..<file.byteCount
    }

    init(name: String, file: InputFile, range: Range<Int>, unpackedCount: Int?, checksum: UInt32) {
        self.name = name
        self.file = file
        self.range = range
        self.unpackedCount = unpackedCount
        self.checksum = checksum
    }

    func open() throws -> ByteSource {
        try ByteSource(name: name, file: file, range: range, unpackedCount: unpackedCount)
    }
}

/// What is read of a NumPy array.
package enum NumericArray {
    /// Arrays beyond this many bytes stay in their file where they can: uncompressed and in C order.
    package static let largestKept = 1 << 26
    /// The most memory that an array may take that cannot stay in its file.
    static let largestInMemory = 1 << 30

    /// An array of examples, [count, …].
    struct Examples {
        let header: NPYHeader
        let storage: ExampleStorage
    }

    /// Reads examples [count, values], [count, rows, columns] or [count, rows, columns, channels]; all numbers are looked
    /// at once.
    /// - Throws: ``DataError``.
    static func examples(at place: ArrayPlace) throws -> Examples {
        let source = try place.open()
        let header = try NPYHeader(reading: source)
        guard 2...4 ~= header.shape.count else {
            throw DataError(place.name, .badHeader(reason: "is \(header.description); examples are an array of 2 to 4 dimensions, the first of which counts them"))
        }
        try check(header, source, place)
        let width = header.shape.dropFirst().reduce(1, *)
        let bytes = header.count * header.element.size
        if place.unpackedCount == nil, !header.isFortranOrdered, bytes > largestKept {
            let array = StoredArray(
                file: place.file, name: place.name, offset: place.range.lowerBound + header.byteCount,
                element: header.element, isSwapped: header.isSwapped, width: width)
            var scan = FiniteScan(width: width, shape: Array(header.shape.dropFirst()))
            try forEachPiece(of: header, source, place) { _, values in scan.look(at: values) }
            try scan.check(place.name)
            return Examples(header: header, storage: .file(array))
        }
        let memory = header.element.isByte ? header.count : 4 * header.count
        guard memory <= largestInMemory else {
            throw DataError(place.name, .badHeader(reason: "is \(header.description), \(memory) bytes in memory, where \(largestInMemory) is the most; an uncompressed .npy file in C order is read batch by batch, whatever its size"))
        }
        return Examples(header: header, storage: try kept(header, source, place, width: width))
    }

    /// Reads labels: classes [count] or [count, 1], or rows [count, classes] with a single one.
    /// - Throws: ``DataError``.
    static func labels(at place: ArrayPlace) throws -> [Int32] {
        let source = try place.open()
        let header = try NPYHeader(reading: source)
        guard header.shape.count == 1 || header.shape.count == 2 else {
            throw DataError(place.name, .badHeader(reason: "is \(header.description); labels are one number an example, or a row with a single 1"))
        }
        try check(header, source, place)
        guard header.count <= largestInMemory / 8 else {
            throw DataError(place.name, .badHeader(reason: "is \(header.description), more labels than are read"))
        }
        var values = [Double](repeating: 0, count: header.count)
        try forEachRawPiece(of: header, source, place) { first, raw, count in
            values.withUnsafeMutableBufferPointer { values in
                header.element.decode(raw, count: count, isSwapped: header.isSwapped, into: values.baseAddress! + first)  // count > 0
            }
        }
        // Bytes of pictures are decoded as byte / 255.
        if header.element == .u1 { for index in values.indices { values[index] = (values[index] * 255).rounded() } }
        let columns = header.shape.count == 1 ? 1 : header.shape[1]
        guard columns > 1 else { return try values.enumerated().map { try ClassLabel.number($1, at: "label \($0)", in: place.name) } }
        let rows = header.shape[0]
        return try (0..<rows).map { row in
            func value(_ column: Int) -> Double { values[header.isFortranOrdered ? column * rows + row : row * columns + column] }
            let ones = (0..<columns).filter { value($0) != 0 }
            guard ones.count == 1, value(ones[0]) == 1, columns <= ClassLabel.largest else {
                throw DataError(place.name, .badHeader(reason: "is \(header.description), and its row \(row) is no class: a single 1 among zeros"))
            }
            return Int32(ones[0])
        }
    }

    // MARK: Reading

    /// Whether there is something, and the place holds it.
    private static func check(_ header: NPYHeader, _ source: ByteSource, _ place: ArrayPlace) throws {
        guard header.count > 0 else { throw DataError(place.name, .badHeader(reason: "is \(header.description): nothing to learn from")) }
        let bytes = header.count * header.element.size
        guard header.byteCount + bytes <= source.upperBound else {
            throw DataError(
                place.name, .truncated(promised: header.description, expected: bytes, actual: max(0, source.upperBound - header.byteCount)))
        }
    }

    /// The examples in memory: bytes as bytes, all else as 32-bit floats, in C order.
    private static func kept(
        _ header: NPYHeader, _ source: ByteSource, _ place: ArrayPlace, width: Int
    ) throws -> ExampleStorage {
        let order = header.isFortranOrdered ? FortranOrder(shape: header.shape) : nil
        if header.element.isByte {
            let bytes = try [UInt8](unsafeUninitializedCapacity: header.count) { buffer, initialized in
                try forEachRawPiece(of: header, source, place) { first, raw, count in
                    let raw = raw.assumingMemoryBound(to: UInt8.self)
                    let isTruth = header.element == .b1
                    for index in 0..<count {
                        let byte = isTruth ? min(raw[index], 1) : raw[index]
                        buffer[order?.place(of: first + index) ?? first + index] = byte
                    }
                }
                initialized = header.count
            }
            return .bytes(bytes, unit: header.element.unit)
        }
        var scan = FiniteScan(width: width, shape: Array(header.shape.dropFirst()), order: order)
        let floats = try [Float](unsafeUninitializedCapacity: header.count) { buffer, initialized in
            try forEachPiece(of: header, source, place) { first, values in
                scan.look(at: values)
                if let order {
                    for index in values.indices { buffer[order.place(of: first + index)] = values[index] }
                } else {
                    (buffer.baseAddress! + first).update(from: values.baseAddress!, count: values.count)  // count > 0
                }
            }
            initialized = header.count
        }
        try scan.check(place.name)
        return .floats(floats)
    }

    /// All elements in the file's order, as floats.
    private static func forEachPiece(
        of header: NPYHeader, _ source: ByteSource, _ place: ArrayPlace,
        _ body: (_ first: Int, _ values: UnsafeBufferPointer<Float>) throws -> Void
    ) throws {
        var values = [Float](repeating: 0, count: pieceBytes / header.element.size)
        try forEachRawPiece(of: header, source, place) { first, raw, count in
            try values.withUnsafeMutableBufferPointer { values in
                header.element.decode(raw, count: count, isSwapped: header.isSwapped, into: values.baseAddress!)  // a piece is not empty
                try body(first, UnsafeBufferPointer(rebasing: values[..<count]))
            }
        }
    }

    private static let pieceBytes = 1 << 16

    /// All elements in the file's order as they lie there; checks that they are all there, that nothing follows, and the
    /// checksum where there is one.
    private static func forEachRawPiece(
        of header: NPYHeader, _ source: ByteSource, _ place: ArrayPlace,
        _ body: (_ first: Int, _ raw: UnsafeRawPointer, _ count: Int) throws -> Void
    ) throws {
        let total = header.count * header.element.size
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceBytes, alignment: 8)
        defer { buffer.deallocate() }
        var done = 0
        while done < total {
            let piece = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(pieceBytes, total - done)])
            let got = try source.read(into: piece)
            guard got == piece.count else {
                throw DataError(place.name, .truncated(promised: header.description, expected: total, actual: done + got))
            }
            try body(done / header.element.size, UnsafeRawPointer(buffer.baseAddress!), piece.count / header.element.size)
            done += got
        }
        guard try !source.hasMore() else {
            throw DataError(place.name, .trailing(promised: header.description, expected: total))
        }
        if let checksum = place.checksum, source.checksum != checksum {
            throw DataError(place.name, .damaged(reason: "its checksum is not that of its archive"))
        }
    }
}

/// Where an element of a Fortran-ordered array goes in C order.
private struct FortranOrder {
    private let count: Int
    private let width: Int
    /// Of one example: the place in C order of each element in Fortran order.
    private let places: [Int]

    init(shape: [Int]) {
        count = shape[0]
        width = shape.dropFirst().reduce(1, *)
        var strides = [Int](repeating: 1, count: shape.count)
        for axis in stride(from: shape.count - 2, through: 1, by: -1) { strides[axis] = strides[axis + 1] * shape[axis + 1] }
        places = (0..<width).map { index in
            var (rest, place) = (index, 0)
            for axis in 1..<shape.count {
                place += rest % shape[axis] * strides[axis]
                rest /= shape[axis]
            }
            return place
        }
    }

    func place(of index: Int) -> Int { index % count * width + places[index / count] }
}

/// Looks for numbers that are not finite, in the file's order.
private struct FiniteScan {
    let width: Int
    let shape: [Int]
    var order: FortranOrder?
    private var seen = 0
    private var first: (index: Int, value: Float)?
    private var further = 0

    init(width: Int, shape: [Int], order: FortranOrder? = nil) {
        self.width = width
        self.shape = shape
        self.order = order
    }

    mutating func look(at values: UnsafeBufferPointer<Float>) {
        // x · 0 is 0 for finite x and nan for all others: one sum asks a whole piece.
        var sum: Float = 0
        for value in values { sum += value * 0 }
        if sum != 0 || sum.isNaN {
            for (index, value) in values.enumerated() where !value.isFinite {
                if first == nil { first = (order?.place(of: seen + index) ?? seen + index, value) } else { further += 1 }
            }
        }
        seen += values.count
    }

    func check(_ name: String) throws(DataError) {
        guard let (index, value) = first else { return }
        let what = value.isNaN ? "nan" : "\(value), or beyond what a 32-bit float holds (±3.4e38)"
        throw DataError(
            name, .notFinite(value: what, place: ExampleSet.place(of: index, shape: shape), further: further))
    }
}

extension ExampleSet {
    /// `example 3, row 1, column 7`, all counted from 0, of an element in C order.
    static func place(of index: Int, shape: [Int]) -> String {
        let width = shape.reduce(1, *)
        let (example, at) = index.quotientAndRemainder(dividingBy: width)
        switch shape.count {
        case 1: return "example \(example), column \(at)"
        case 2: return "example \(example), row \(at / shape[1]), column \(at % shape[1])"
        default: return "example \(example), row \(at / (shape[1] * shape[2])), column \(at / shape[2] % shape[1]), channel \(at % shape[2])"
        }
    }
}
