/// An array of `Float` as a file of NumPy's format, version 1.0, little-endian, row-major.
///
/// Source: numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
package struct NPYArray {
    package let shape: [Int]
    package let values: [Float]

    /// - Precondition: the shape's product is the number of values.
    package init(shape: [Int], values: [Float]) {
        precondition(shape.reduce(1, *) == values.count, "an array's values fill its shape")
        self.shape = shape
        self.values = values
    }

    /// The file's bytes.
    package var bytes: [UInt8] {
        // A tuple of one has a comma.
        let sizes = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
        var header = "{'descr': '<f4', 'fortran_order': False, 'shape': (\(sizes)), }"
        // The data begin at a multiple of 64; the header ends with a line feed.
        let begin = 10
        header += String(repeating: " ", count: (64 - (begin + header.utf8.count + 1) % 64) % 64) + "\n"
        return [0x93] + Array("NUMPY".utf8) + [1, 0] + LittleEndian.bytes(of: UInt16(header.utf8.count))
            + Array(header.utf8) + LittleEndian.bytes(of: values)
    }
}
