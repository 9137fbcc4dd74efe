import CZlib

/// An IDX file in memory.
package func idx(type: UInt8 = 0x08, _ dimensions: [UInt32], _ elements: [UInt8]) -> [UInt8] {
    [0, 0, type, UInt8(dimensions.count)]
        + dimensions.flatMap { d in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: d >> $0) } }
        + elements
}

package func bigEndian(_ values: [Float]) -> [UInt8] {
    values.flatMap { v in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: v.bitPattern >> $0) } }
}

/// One gzip member.
package func gzipped(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
        &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let size = output.count
    input.withUnsafeMutableBufferPointer { source in
        output.withUnsafeMutableBufferPointer { target in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            stream.next_out = target.baseAddress
            stream.avail_out = UInt32(size)
            deflate(&stream, Z_FINISH)
        }
    }
    return Array(output.prefix(size - Int(stream.avail_out)))
}

extension TemporaryFolder {
    /// Four good IDX files of `train` and `test` images of 2×3 pixels, with labels 0, 1, 2, 0, ….
    package func writeDataset(train: Int = 5, test: Int = 2) throws {
        for (prefix, count) in [("train", train), ("t10k", test)] {
            let pixels = (0..<count * 6).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            try write(idx([UInt32(count), 2, 3], pixels), "\(prefix)-images-idx3-ubyte")
            try write(idx([UInt32(count)], (0..<count).map { UInt8($0 % 3) }), "\(prefix)-labels-idx1-ubyte")
        }
    }
}
