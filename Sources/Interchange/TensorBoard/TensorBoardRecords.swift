/// The records of an event file of ours, as far as a run that goes on must know them. They end where one is not
/// whole, or is not what ``TensorBoardEvent`` writes.
package struct TensorBoardRecords: Sequence, IteratorProtocol {
    package struct Record {
        package let step: Int
        /// The tag of the first value; `nil` of a record without values.
        package let firstTag: String?
        /// With its frame.
        package let bytes: ArraySlice<UInt8>
    }

    private var rest: ArraySlice<UInt8>

    package init(_ file: [UInt8]) { rest = file[...] }

    package mutating func next() -> Record? {
        let start = rest
        guard let length = word(8), word(4) == UInt64(TFRecord.masked(TFRecord.crc32c(Array(start.prefix(8))))),
            let content = take(length), word(4) == UInt64(TFRecord.masked(TFRecord.crc32c(Array(content))))
        else {
            rest = []
            return nil
        }
        var fields = ProtobufFields(content)
        var (step, tag): (Int, String?) = (0, nil)
        while let field = fields.next() {
            switch field {
            case (2, .varint(let value)): step = Int(truncatingIfNeeded: value)
            case (5, .bytes(let summary)): tag = tag ?? Self.firstTag(of: summary)
            default: break
            }
        }
        return Record(step: step, firstTag: tag, bytes: start.prefix(start.count - rest.count))
    }

    private static func firstTag(of summary: ArraySlice<UInt8>) -> String? {
        var values = ProtobufFields(summary)
        guard case (1, .bytes(let value))? = values.next() else { return nil }
        var fields = ProtobufFields(value)
        guard case (1, .bytes(let tag))? = fields.next() else { return nil }
        return String(decoding: tag, as: UTF8.self)
    }

    private mutating func word(_ count: Int) -> UInt64? {
        take(UInt64(count)).map { $0.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
    }

    private mutating func take(_ count: UInt64) -> ArraySlice<UInt8>? {
        guard count <= UInt64(rest.count) else { return nil }
        defer { rest = rest.dropFirst(Int(count)) }
        return rest.prefix(Int(count))
    }
}
