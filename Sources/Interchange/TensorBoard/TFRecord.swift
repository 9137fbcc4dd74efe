/// The framing of TensorBoard's event files: the length, its checksum, the content, its checksum.
///
/// Source: tensorflow/core/lib/io/record_writer.h; the checksum is CRC-32C (RFC 3720, appendix B.4), rotated and
/// shifted.
enum TFRecord {
    static func framed(_ content: [UInt8]) -> [UInt8] {
        let length = LittleEndian.bytes(of: UInt64(content.count))
        return length + LittleEndian.bytes(of: masked(crc32c(length))) + content
            + LittleEndian.bytes(of: masked(crc32c(content)))
    }

    static func masked(_ checksum: UInt32) -> UInt32 {
        (checksum >> 15 | checksum << 17) &+ 0xa282_ead8
    }

    static func crc32c(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { rest, byte in table[Int(UInt8(truncatingIfNeeded: rest) ^ byte)] ^ rest >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { rest, _ in rest & 1 == 1 ? rest >> 1 ^ 0x82f6_3b78 : rest >> 1 }
    }
}
