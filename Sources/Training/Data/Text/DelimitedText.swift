/// The records of a text of separated fields (RFC 4180): quoted fields with doubled quotes and line breaks in them,
/// ends of line of any system, a byte order mark.
struct DelimitedText {
    /// The fields of a record, and where they begin. It is filled again and again, so that no record costs memory.
    struct Record {
        /// The fields' bytes without quotes, one after the other.
        fileprivate(set) var bytes: [UInt8] = []
        fileprivate(set) var ends: [Int] = []
        /// By field, counted from 1: the line, and the column in characters.
        fileprivate(set) var places: [(line: Int, column: Int)] = []

        var count: Int { ends.count }

        /// Calls `body` with the bytes of a field.
        func withField<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
            bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(index)])) }
        }

        func text(_ index: Int) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

        private func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }
    }

    /// The most bytes and fields of a record.
    static let largestRecord = 1 << 25
    static let largestCount = 1 << 20

    private let source: ByteSource
    private let separator: UInt8
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var filled = 0
    private var at = 0
    private var line = 1
    private var column = 1

    init(_ source: ByteSource, separator: UInt8) throws {
        self.source = source
        self.separator = separator
        try refill()
        if buffer[..<filled].starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The first bytes of the text.
    var start: ArraySlice<UInt8> { buffer[..<min(filled, 8)] }

    /// Fills `record` with the next one that is not empty.
    /// - Returns: whether there was one.
    /// - Throws: ``DataError``, for quotes that are none and records beyond all measure.
    mutating func next(_ record: inout Record) throws -> Bool {
        repeat {
            record.bytes.removeAll(keepingCapacity: true)
            record.ends.removeAll(keepingCapacity: true)
            record.places.removeAll(keepingCapacity: true)
            guard try peek() != nil else { return false }
            try fill(&record)
        } while record.count == 1 && record.bytes.isEmpty
        return true
    }

    private mutating func fill(_ record: inout Record) throws {
        while true {
            let place = (line: line, column: column)
            record.places.append(place)
            guard record.places.count <= Self.largestCount else {
                throw DataError(source.path, .badField(line: line, column: column, reason: "the line has more than \(Self.largestCount) fields", further: 0))
            }
            if try peek() == UInt8(ascii: "\"") {
                try quoted(&record, place)
            } else {
                while let byte = try peek(), byte != separator, byte != 0x0A, byte != 0x0D {
                    record.bytes.append(byte)
                    advance(byte)
                    guard record.bytes.count <= Self.largestRecord else { throw tooLong(place) }
                }
            }
            record.ends.append(record.bytes.count)
            guard let byte = try peek() else { return }
            advance(byte)
            if byte == separator { continue }
            if byte == 0x0D {
                if try peek() == 0x0A { advance(0x0A) } else { newLine() }
            }
            return
        }
    }

    private mutating func quoted(_ record: inout Record, _ place: (line: Int, column: Int)) throws {
        advance(UInt8(ascii: "\""))
        while let byte = try peek() {
            advance(byte)
            if byte == UInt8(ascii: "\"") {
                guard let next = try peek(), next != separator, next != 0x0A, next != 0x0D else { return }
                guard next == UInt8(ascii: "\"") else {
                    throw DataError(source.path, .badField(line: line, column: column, reason: "the quoted field ended before this; double the quotes within it", further: 0))
                }
                advance(next)
            }
            record.bytes.append(byte)
            guard record.bytes.count <= Self.largestRecord else { throw tooLong(place) }
        }
        throw DataError(source.path, .badField(line: place.line, column: place.column, reason: "the quote is never closed", further: 0))
    }

    private func tooLong(_ place: (line: Int, column: Int)) -> DataError {
        DataError(source.path, .badField(line: place.line, column: place.column, reason: "the field goes on for \(Self.largestRecord) bytes; is a quote not closed?", further: 0))
    }

    private mutating func peek() throws -> UInt8? {
        if at == filled { try refill() }
        return at < filled ? buffer[at] : nil
    }

    private mutating func advance(_ byte: UInt8) {
        at += 1
        // The bytes that continue a character of UTF-8 are no column of their own.
        if byte == 0x0A { newLine() } else if byte & 0xC0 != 0x80 { column += 1 }
    }

    private mutating func newLine() {
        line += 1
        column = 1
    }

    private mutating func refill() throws {
        filled = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
        at = 0
    }
}
