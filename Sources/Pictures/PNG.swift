import CZlib

/// Writes pictures as PNG (W3C, "Portable Network Graphics", third edition): a signature, then chunks of length, name,
/// content and checksum. The rows are packed by zlib, without filters.
public enum PNG {
    /// zlib had no memory to pack the picture.
    public struct OutOfMemory: Error, CustomStringConvertible {
        public let description = "no memory to pack the picture; ask for a smaller one"
    }

    /// The file's bytes.
    public static func encoded(_ picture: Picture) throws(OutOfMemory) -> [UInt8] {
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        // Eight bits a channel; grey is type 0, red-green-blue type 2; Deflate, the standard filters, not interlaced.
        let header = bigEndian(picture.width) + bigEndian(picture.height) + [8, picture.channels == 1 ? 0 : 2, 0, 0, 0]
        append("IHDR", header, to: &bytes)
        append("IDAT", try packed(rows(of: picture)), to: &bytes)
        append("IEND", [], to: &bytes)
        return bytes
    }

    /// The picture as a URI that a page can hold: `data:image/png;base64,…`.
    public static func dataURI(_ picture: Picture) throws(OutOfMemory) -> String {
        "data:image/png;base64," + base64(try encoded(picture))
    }

    /// Each row behind the number of its filter, 0 for none.
    private static func rows(of picture: Picture) -> [UInt8] {
        let width = picture.width * picture.channels
        var rows: [UInt8] = []
        rows.reserveCapacity(picture.height * (width + 1))
        for row in 0..<picture.height {
            rows.append(0)
            rows += picture.pixels[row * width..<(row + 1) * width]
        }
        return rows
    }

    private static func packed(_ bytes: [UInt8]) throws(OutOfMemory) -> [UInt8] {
        var size = compressBound(uLong(bytes.count))
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, initialized in
            status = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), Z_BEST_COMPRESSION)
            initialized = status == Z_OK ? Int(size) : 0
        }
        guard status == Z_OK else { throw OutOfMemory() }
        return packed
    }

    private static func append(_ name: String, _ content: [UInt8], to bytes: inout [UInt8]) {
        let chunk = Array(name.utf8) + content
        bytes += bigEndian(content.count) + chunk + bigEndian(Int(crc32(0, chunk, uInt(chunk.count))))
    }

    private static func bigEndian(_ number: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
