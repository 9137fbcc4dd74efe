import CZlib

/// A file of named tensors in the safetensors format: an 8-byte little-endian length, a JSON header of that
/// length, then the tensors' bytes. Any tool that reads safetensors reads ours.
///
/// This is the whole of a file in memory; ``SafetensorsFile`` reads one tensor by tensor, and
/// ``write(to:metadata:tensors:isChecked:)`` writes arrays from where they lie.
///
/// Source: huggingface.co/docs/safetensors, "Format".
package struct Safetensors: Equatable, Sendable {
    package struct Tensor: Equatable, Sendable {
        package let name: String
        package let shape: [Int]
        package let type: TensorType
        /// Little-endian, row-major.
        package let bytes: [UInt8]

        /// - Precondition: the shape's product is the number of values.
        package init(name: String, shape: [Int], values: [Float]) {
            self.init(
                name: name, shape: shape, type: .f32,
                bytes: values.map(\.bitPattern.littleEndian).withUnsafeBytes { Array($0) })
        }

        /// - Precondition: the bytes are those of as many numbers as the shape has.
        package init(name: String, shape: [Int], type: TensorType, bytes: [UInt8]) {
            precondition(shape.reduce(type.byteCount, *) == bytes.count, "a tensor's values fill its shape")
            self.name = name
            self.shape = shape
            self.type = type
            self.bytes = bytes
        }

        /// The numbers as Float, converted if need be.
        package var values: [Float] { type.floats(bytes) }
    }

    /// A tensor to be written from where it lies. The machine is little-endian, as the format is.
    package struct View {
        package let name: String
        package let shape: [Int]
        package let type: TensorType
        package let bytes: UnsafeRawBufferPointer

        package init(name: String, shape: [Int], type: TensorType, bytes: UnsafeRawBufferPointer) {
            self.name = name
            self.shape = shape
            self.type = type
            self.bytes = bytes
        }
    }

    /// Texts about the file, under the header's `__metadata__`.
    package var metadata: [(name: String, text: String)]
    package var tensors: [Tensor]

    package init(metadata: [(name: String, text: String)], tensors: [Tensor]) {
        self.metadata = metadata
        self.tensors = tensors
    }

    package static func == (a: Safetensors, b: Safetensors) -> Bool {
        a.tensors == b.tensors && a.metadata.elementsEqual(b.metadata, by: ==)
    }

    package subscript(metadata name: String) -> String? {
        metadata.first { $0.name == name }?.text
    }

    static let metadataName = "__metadata__"
    /// The CRC-32 of the tensors' bytes, tensor by tensor in the order of their names (as UTF-8), in hexadecimal.
    package static let checkName = "content_crc32"
    /// The CRC-32 of the other metadata, in the order of their names: each name and text, with a zero byte behind it.
    package static let metadataCheckName = "metadata_crc32"

    // MARK: Writing

    /// Writes the file whole or not at all.
    package func write(to path: String) throws(FileError) {
        let parts = tensors.map { Part(name: $0.name, shape: $0.shape, type: $0.type, byteCount: $0.bytes.count) }
        try Self.write(to: path, metadata, parts) { (file) throws(FileError) in
            for tensor in tensors { try file.write(tensor.bytes) }
        }
    }

    /// Writes a file of these tensors whole or not at all, without a copy of them.
    /// - Parameters:
    ///   - path: the file.
    ///   - metadata: names and texts of the header.
    ///   - tensors: in the file's order.
    ///   - isChecked: whether the metadata say ``checkName`` and ``metadataCheckName``, by which a reader sees a changed bit.
    package static func write(
        to path: String, metadata: [(name: String, text: String)], tensors: [View], isChecked: Bool = false
    ) throws(FileError) {
        let check = isChecked
            ? [(name: metadataCheckName, text: check(of: metadata)), (name: checkName, text: check(of: tensors))] : []
        let parts = tensors.map { Part(name: $0.name, shape: $0.shape, type: $0.type, byteCount: $0.bytes.count) }
        try write(to: path, metadata + check, parts) { (file) throws(FileError) in
            for tensor in tensors { try file.write(tensor.bytes) }
        }
    }

    private static func check(of tensors: [View]) -> String {
        var sum = CRC32()
        for tensor in tensors.sorted(by: { isBefore($0.name, $1.name) }) { sum.add(tensor.bytes) }
        return sum.text
    }

    static func check(of metadata: [(name: String, text: String)]) -> String {
        var sum = CRC32()
        for (name, text) in metadata.sorted(by: { isBefore($0.name, $1.name) }) {
            for word in [name, text] { Array(word.utf8 + [0]).withUnsafeBytes { sum.add($0) } }
        }
        return sum.text
    }

    /// The order of the checksums: that of the names' bytes.
    static func isBefore(_ a: String, _ b: String) -> Bool { a.utf8.lexicographicallyPrecedes(b.utf8) }

    private struct Part {
        let name: String
        let shape: [Int]
        let type: TensorType
        let byteCount: Int
    }

    private static func write(
        to path: String, _ metadata: [(name: String, text: String)], _ parts: [Part],
        _ writeTensors: (OutputFile) throws(FileError) -> Void
    ) throws(FileError) {
        var header = Array(header(metadata, parts).rendered.utf8)
        // The tensors' bytes begin at a multiple of 8, as the reference writer has it.
        header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
        try OutputFile.replace(path) { (file) throws(FileError) in
            try file.write(length + header)
            try writeTensors(file)
        }
    }

    private static func header(_ metadata: [(name: String, text: String)], _ parts: [Part]) -> JSONValue {
        var members: [JSONValue.Member] = []
        if !metadata.isEmpty {
            members.append(.init(metadataName, .object(metadata.map { .init($0.name, .string($0.text)) })))
        }
        var start = 0
        for part in parts {
            let end = start + part.byteCount
            members.append(.init(part.name, .object([
                .init("dtype", .string(part.type.rawValue)),
                .init("shape", .array(part.shape.map { .integer($0) })),
                .init("data_offsets", .array([.integer(start), .integer(end)])),
            ])))
            start = end
        }
        return .object(members)
    }
}

/// The checksum of gzip and PNG, over bytes that come in pieces.
package struct CRC32: Sendable {
    private var value: UInt = crc32_z(0, nil, 0)

    package init() {}

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        guard let base = bytes.baseAddress else { return }
        value = crc32_z(value, base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// Eight hexadecimal digits.
    package var text: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}
