/// A file of named tensors in the safetensors format: an 8-byte little-endian length, a JSON header of that
/// length, then the tensors' bytes. Any tool that reads safetensors reads ours.
///
/// Source: huggingface.co/docs/safetensors, "Format".
package struct Safetensors: Equatable, Sendable {
    package struct Tensor: Equatable, Sendable {
        package let name: String
        package let shape: [Int]
        package let values: [Float]

        /// - Precondition: the shape's product is the number of values.
        package init(name: String, shape: [Int], values: [Float]) {
            precondition(shape.reduce(1, *) == values.count, "a tensor's values fill its shape")
            self.name = name
            self.shape = shape
            self.values = values
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
    /// The format allows 100 MB; a header of ours has a few kilobytes.
    static let largestHeader = 1 << 20
    /// As many parameters as a network may have, 2²⁸, and the header.
    static let largestFile = 1 << 30 + 1 << 20

    // MARK: Writing

    /// Writes the file whole or not at all.
    /// - Parameter durably: whether to wait until it is on the disk.
    package func write(to path: String, durably: Bool = true) throws(FileError) {
        var header = Array(header.rendered.utf8)
        // The tensors' bytes begin at a multiple of 8, as the reference writer has it.
        header += [UInt8](repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
        try OutputFile.replace(path, durably: durably) { (file) throws(FileError) in
            try file.write(length + header)
            for tensor in tensors { try file.write(littleEndian: tensor.values) }
        }
    }

    private var header: JSONValue {
        var members: [JSONValue.Member] = []
        if !metadata.isEmpty {
            members.append(.init(Self.metadataName, .object(metadata.map { .init($0.name, .string($0.text)) })))
        }
        var start = 0
        for tensor in tensors {
            let end = start + 4 * tensor.values.count
            members.append(.init(tensor.name, .object([
                .init("dtype", "F32"),
                .init("shape", .array(tensor.shape.map { .integer($0) })),
                .init("data_offsets", .array([.integer(start), .integer(end)])),
            ])))
            start = end
        }
        return .object(members)
    }
}

extension OutputFile {
    fileprivate func write(littleEndian values: [Float]) throws(FileError) {
        let words = values.map { $0.bitPattern.littleEndian }
        try words.withUnsafeBufferPointer { (buffer) throws(FileError) in try write(UnsafeRawBufferPointer(buffer)) }
    }
}
