/// Reads a protocol-buffer message as far as these tests look: fields by number, in order.
struct WireMessage {
    enum Field: Equatable {
        case varint(UInt64)
        case fixed64(UInt64)
        case bytes([UInt8])
        case fixed32(UInt32)
    }

    private(set) var fields: [(number: Int, value: Field)] = []

    struct Malformed: Error {}

    init(_ bytes: some Sequence<UInt8>) throws {
        var rest = Array(bytes)[...]
        func varint() throws -> UInt64 {
            var (value, shift) = (UInt64(0), UInt64(0))
            while let byte = rest.popFirst() {
                value |= UInt64(byte & 0x7f) << shift
                if byte & 0x80 == 0 { return value }
                shift += 7
            }
            throw Malformed()
        }
        func take(_ count: Int) throws -> [UInt8] {
            guard rest.count >= count else { throw Malformed() }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        func word(_ count: Int) throws -> UInt64 {
            try take(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
        }
        while !rest.isEmpty {
            let key = try varint()
            let value: Field =
                switch key & 7 {
                case 0: .varint(try varint())
                case 1: .fixed64(try word(8))
                case 2: .bytes(try take(Int(try varint())))
                case 5: .fixed32(UInt32(try word(4)))
                default: throw Malformed()
                }
            fields.append((Int(key >> 3), value))
        }
    }

    /// The values of a field that are bytes.
    func bytes(_ number: Int) -> [[UInt8]] {
        fields.compactMap { if case .bytes(let bytes) = $0.value, $0.number == number { bytes } else { nil } }
    }

    func texts(_ number: Int) -> [String] { bytes(number).map { String(decoding: $0, as: UTF8.self) } }
    func messages(_ number: Int) throws -> [WireMessage] { try bytes(number).map { try WireMessage($0) } }

    func integers(_ number: Int) -> [Int] {
        fields.compactMap {
            if case .varint(let value) = $0.value, $0.number == number { Int(Int64(bitPattern: value)) } else { nil }
        }
    }
}
