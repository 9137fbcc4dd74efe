/// A protocol-buffer message that is being written: fields in the wire format, in the order added.
///
/// Two kinds of files of ours are made of such messages (Documentation/Decisions.md).
/// Source: protobuf.dev/programming-guides/encoding.
struct ProtobufMessage {
    private(set) var bytes: [UInt8] = []

    init() {}

    /// A message with what `fill` adds.
    init(_ fill: (inout ProtobufMessage) -> Void) { fill(&self) }

    private enum WireType: UInt64 {
        case varint = 0
        case fixed64 = 1
        case lengthDelimited = 2
        case fixed32 = 5
    }

    mutating func add(_ field: Int, integer: Int) {
        key(field, .varint)
        varint(UInt64(bitPattern: Int64(integer)))
    }

    mutating func add(_ field: Int, float: Float) {
        key(field, .fixed32)
        append(float.bitPattern)
    }

    mutating func add(_ field: Int, double: Double) {
        key(field, .fixed64)
        append(double.bitPattern)
    }

    mutating func add(_ field: Int, text: String) { add(field, bytes: Array(text.utf8)) }

    mutating func add(_ field: Int, bytes content: [UInt8]) {
        key(field, .lengthDelimited)
        varint(UInt64(content.count))
        bytes += content
    }

    mutating func add(_ field: Int, message: ProtobufMessage) { add(field, bytes: message.bytes) }

    /// A repeated field in one piece (`packed`).
    mutating func add(_ field: Int, packed values: [Double]) {
        key(field, .lengthDelimited)
        varint(UInt64(8 * values.count))
        for value in values { append(value.bitPattern) }
    }

    private mutating func key(_ field: Int, _ type: WireType) { varint(UInt64(field) << 3 | type.rawValue) }

    private mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func append(_ word: some FixedWidthInteger) { bytes += LittleEndian.bytes(of: word) }
}
