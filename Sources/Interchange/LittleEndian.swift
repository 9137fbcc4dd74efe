/// Numbers as the bytes of files: least significant byte first.
enum LittleEndian {
    static func bytes(of word: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: word.littleEndian) { Array($0) }
    }

    static func bytes(of values: [Float]) -> [UInt8] {
        #if _endian(little)
        values.withUnsafeBytes { Array($0) }
        #else
        values.flatMap { bytes(of: $0.bitPattern) }
        #endif
    }
}
