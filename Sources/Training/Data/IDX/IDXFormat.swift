/// The IDX format of the MNIST family: two zero bytes, the type of an element, the number of dimensions,
/// the dimensions as big-endian 32-bit numbers, then the elements, last dimension fastest.
enum IDXFormat {
    /// The elements that images may have.
    enum Element: UInt8 {
        case byte = 0x08
        case float = 0x0D

        var size: Int { self == .byte ? 1 : 4 }
    }

    /// What a file of the four is for.
    enum Content {
        case images, labels

        var rank: Int { self == .images ? 3 : 1 }
        var name: String { self == .images ? "images" : "labels" }
    }

    struct Header {
        let element: Element
        let dimensions: [Int]
        let path: String

        /// As in "60000 images of 28×28".
        var promised: String {
            dimensions.count == 1
                ? "\(dimensions[0]) labels" : "\(dimensions[0]) images of \(dimensions[1])×\(dimensions[2])"
        }

        var elementCount: Int { dimensions.reduce(1, *) }  // at most `largest`, see `header(of:content:)`
        var headerBytes: Int { 4 + 4 * dimensions.count }
    }

    /// The most bytes of elements a file may hold: 1 GiB, over a million images of 28×28.
    static let largest = 1 << 30

    /// Reads and checks a header: type and rank must be those of `content`, the promised size one that the
    /// file can hold.
    static func header(of source: ByteSource, content: Content) throws -> Header {
        let path = source.path
        var start = [UInt8](repeating: 0, count: 4)
        let got: Int
        do {
            got = try start.withUnsafeMutableBytes { try source.read(into: $0) }
        } catch let error as DataError {
            // zlib's word for this is "incorrect header check".
            if case .damaged = error.problem, try !beginsCompressed(path) {
                throw DataError(path, .misnamed(isCompressed: false))
            }
            throw error
        }
        guard got == 4 else { throw DataError(path, .badHeader(reason: "ends within its header, after \(got) bytes; fetch it again")) }
        let element = try element(ofMagic: start, content: content, path: path)

        var words = [UInt8](repeating: 0, count: 4 * content.rank)
        let wordBytes = try words.withUnsafeMutableBytes { try source.read(into: $0) }
        guard wordBytes == words.count else {
            throw DataError(path, .badHeader(reason: "ends within its header, after \(4 + wordBytes) bytes; fetch it again"))
        }
        let dimensions = stride(from: 0, to: words.count, by: 4).map { at in
            words[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        let header = Header(element: element, dimensions: dimensions, path: path)
        guard dimensions.allSatisfy({ $0 > 0 }) else {
            throw DataError(path, .badHeader(reason: "promises \(header.promised): nothing to learn from"))
        }
        var bytes = element.size
        for dimension in dimensions {
            let (product, overflow) = bytes.multipliedReportingOverflow(by: dimension)
            guard !overflow, product <= largest else {
                throw DataError(
                    path, .badHeader(reason: "promises \(header.promised), more than the \(largest) bytes that are read at most"))
            }
            bytes = product
        }
        guard header.headerBytes + bytes <= source.upperBound else {
            throw truncated(header, actual: source.isCompressed ? try countRest(of: source) : source.upperBound - header.headerBytes)
        }
        return header
    }

    /// Reads all elements as bytes, and that nothing follows them.
    static func elements(of header: Header, from source: ByteSource) throws -> [UInt8] {
        let count = header.elementCount * header.element.size
        var filled = 0
        let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            filled = try source.read(into: UnsafeMutableRawBufferPointer(buffer))
            initialized = filled
        }
        guard filled == count else { throw truncated(header, actual: filled) }
        guard try !source.hasMore() else { throw DataError(source.path, .trailing(promised: header.promised, expected: count)) }
        return bytes
    }

    private static func truncated(_ header: Header, actual: Int) -> DataError {
        DataError(
            header.path,
            .truncated(promised: header.promised, expected: header.elementCount * header.element.size, actual: actual))
    }

    /// The bytes left in a source that cannot hold what its header promises, so that they are few.
    private static func countRest(of source: ByteSource) throws -> Int {
        var total = 0
        while true {
            let got = try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { try source.read(into: $0) }
            if got == 0 { return total }
            total += got
        }
    }

    private static func beginsCompressed(_ path: String) throws -> Bool {
        var start: [UInt8] = [0, 0]
        _ = try InputFile(path).read(into: &start)
        return start == [0x1F, 0x8B]
    }

    private static func element(ofMagic magic: [UInt8], content: Content, path: String) throws -> Element {
        if magic.starts(with: [0x1F, 0x8B]) {
            throw DataError(path, .misnamed(isCompressed: true))
        }
        let expected = content == .images ? "images (3 dimensions of bytes or floats)" : "labels (1 dimension of bytes)"
        if magic[0] == 0, magic[1] == 0, (0x08...0x0E).contains(magic[2]), magic[3] > 0 {
            if let element = Element(rawValue: magic[2]), magic[3] == content.rank, content == .images || element == .byte {
                return element
            }
            if magic[2] == 0x08, magic[3] == 1 { throw DataError(path, .mislabelled(expected: "images", found: "labels")) }
            if magic[3] == 3, content == .labels {
                throw DataError(path, .mislabelled(expected: "labels", found: "images"))
            }
            throw DataError(
                path, .wrongMagic(expected: expected, found: "has \(magic[3]) dimensions of \(typeName(magic[2]))"))
        }
        let found =
            if magic == [0x50, 0x4B, 0x03, 0x04] { "is a zip archive; unpack it" }
            else if magic[0] == UInt8(ascii: "<") { "is a web page; fetch the file itself" }
            else if magic[2] == 0, magic[3] == 0, magic[1] == 0x08 { "has its bytes in the wrong order" }
            else { "begins with the bytes " + magic.map { hexadecimal($0) }.joined(separator: " ") }
        throw DataError(path, .wrongMagic(expected: expected, found: found))
    }

    private static func typeName(_ code: UInt8) -> String {
        switch code {
        case 0x08: "bytes"
        case 0x09: "signed bytes"
        case 0x0B: "16-bit integers"
        case 0x0C: "32-bit integers"
        case 0x0D: "floats"
        case 0x0E: "doubles"
        default: "an unknown type"
        }
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
}

extension InputFile {
    fileprivate func read(into bytes: inout [UInt8]) throws -> Int {
        try bytes.withUnsafeMutableBytes { try self.read(into: $0) }
    }
}
