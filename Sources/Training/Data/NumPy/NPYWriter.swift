/// Writes a NumPy array file, version 1.0, piece by piece: `numpy.load` reads it.
///
/// Source: numpy.org/doc/stable/reference/generated/numpy.lib.format.html.
package struct NPYWriter {
    private let file: OutputFile

    /// Writes the header of a C-ordered array of this shape; exactly its elements must follow.
    /// - Parameters:
    ///   - file: an empty file.
    ///   - element: `f4` or `i4`, written little-endian.
    ///   - shape: of the whole array.
    package init(_ file: OutputFile, element: ArrayElement, shape: [Int]) throws(FileError) {
        self.file = file
        try file.write(Self.header(element, shape))
    }

    /// The magic, and a dictionary filled up with spaces so that the elements begin at a multiple of 64.
    package static func header(_ element: ArrayElement, _ shape: [Int]) -> [UInt8] {
        let tuple = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
        let order = element.size == 1 ? "|" : "<"
        var text = "{'descr': '\(order)\(element.rawValue)', 'fortran_order': False, 'shape': (\(tuple)), }"
        let length = (10 + text.utf8.count + 1 + 63) / 64 * 64 - 10
        text += String(repeating: " ", count: length - text.utf8.count - 1) + "\n"
        return [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(length & 255), UInt8(length >> 8)] + Array(text.utf8)
    }

    package func write(_ values: [Float]) throws(FileError) { try write(words: values.map(\.bitPattern)) }

    package func write(_ values: [Int32]) throws(FileError) { try write(words: values.map { UInt32(bitPattern: $0) }) }

    private func write(words: [UInt32]) throws(FileError) {
        let words = words.map(\.littleEndian)
        try words.withUnsafeBufferPointer { (buffer) throws(FileError) in try file.write(UnsafeRawBufferPointer(buffer)) }
    }
}
