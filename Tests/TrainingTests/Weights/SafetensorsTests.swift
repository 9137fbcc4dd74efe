import Testing
import Training
import TrainingTestSupport

@Suite struct SafetensorsTests {
    static let sample = Safetensors(
        metadata: [("a", "1"), ("b\n", "\"é\"")],
        tensors: [
            .init(name: "w", shape: [2, 3], values: [1, -0.0, .pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -7]),
            .init(name: "b", shape: [3], values: [0.1, 0.2, 0.3]),
            .init(name: "none", shape: [0, 5], values: []),
        ])

    @Test func `what is written reads back, to the bit`() throws {
        let folder = try TemporaryFolder()
        try Self.sample.write(to: folder.file("x"))
        let read = try Safetensors(path: folder.file("x"))
        #expect(read == Self.sample)
        #expect(read.tensors[0].values[1].sign == .minus)
        #expect(folder.names == ["x"])
    }

    /// The layout of the format, written out by hand from its specification.
    @Test func `the bytes are those of the specification`() throws {
        let folder = try TemporaryFolder()
        try Safetensors(metadata: [], tensors: [.init(name: "w", shape: [1], values: [1])]).write(to: folder.file("x"))
        let header = #"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        #expect(header.utf8.count == 54)
        #expect(try folder.bytes("x") == [56, 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [0x20, 0x20] + [0, 0, 0x80, 0x3F])
    }

    static func file(_ header: String, data: [UInt8] = [], claim: UInt64? = nil) -> [UInt8] {
        let length = claim ?? UInt64(header.utf8.count)
        return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + Array(header.utf8) + data
    }

    static func tensor(_ rest: String) -> String { #"{"w":{"dtype":"F32","# + rest + "}}" }

    static let bad: [(bytes: [UInt8], reason: String)] = [
        ([], "it has 0 bytes, and its header's length alone needs 8"),
        ([1, 2, 3], "it has 3 bytes, and its header's length alone needs 8"),
        (file("", claim: .max), "its header claims 18446744073709551615 bytes, and only 0 follow"),
        (file("{}", claim: 3), "its header claims 3 bytes, and only 2 follow"),
        (file("{"), "its header is not JSON: expected a name in quotes at byte 1"),
        (file("[]"), "its header is no JSON object"),
        (file(#"{"__metadata__":1}"#), "its __metadata__ is no JSON object"),
        (file(#"{"__metadata__":{"a":1}}"#), "its __metadata__ 'a' is no text"),
        (file(#"{"w":1}"#), "tensor 'w' has type none, where F32, F64, F16, BF16 are read"),
        (file(#"{"w":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#, data: [UInt8](repeating: 0, count: 8)), "tensor 'w' has type I64, where F32, F64, F16, BF16 are read"),
        (file(tensor(#""shape":[-1],"data_offsets":[0,4]"#)), "tensor 'w' has no shape of whole numbers"),
        (file(tensor(#""shape":[1.5],"data_offsets":[0,4]"#)), "tensor 'w' has no shape of whole numbers"),
        (file(tensor(#""shape":[1],"data_offsets":[4,0]"#)), "tensor 'w' has no data_offsets [start, end]"),
        (file(tensor(#""shape":[1],"data_offsets":[0]"#)), "tensor 'w' has no data_offsets [start, end]"),
        (file(tensor(#""shape":[2],"data_offsets":[0,4]"#), data: [0, 0, 0, 0]), "tensor 'w' of shape [2] needs 8 bytes and has 4"),
        (file(tensor(#""shape":[4611686018427387904,4],"data_offsets":[0,4]"#)), "tensor 'w' has a shape too large for any file"),
        (file(tensor(#""shape":[1],"data_offsets":[4,8]"#), data: [0, 0, 0, 0]), "tensor 'w' begins at byte 4, where 0 is next"),
        (file(tensor(#""shape":[1],"data_offsets":[0,4]"#), data: [0, 0, 0]), "its tensors need 4 bytes and it has 3; it is truncated or was added to"),
        (file(tensor(#""shape":[1],"data_offsets":[0,4]"#), data: [0, 0, 0, 0, 0]), "its tensors need 4 bytes and it has 5; it is truncated or was added to"),
        (file(#"{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, data: [0, 0, 0, 0]), "tensor 'v' begins at byte 0, where 4 is next"),
    ]

    @Test(arguments: bad.indices) func `a file that lies about itself is refused`(index: Int) throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.bad[index].bytes, "x")
        let error = try #require(throws: WeightsError.self) { try Safetensors(path: folder.file("x")) }
        #expect(error == WeightsError(folder.file("x"), "is no intact safetensors file: \(Self.bad[index].reason)"))
    }

    @Test func `what cannot be written leaves nothing behind`() throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("x")
        #expect(throws: FileError.self) { try Self.sample.write(to: folder.file("x")) }
        #expect(throws: FileError.self) { try Self.sample.write(to: folder.file("none/x")) }
        #expect(folder.names == ["x"])
    }

    /// Bit patterns from the definitions of the formats (IEEE 754, and the upper half of binary32).
    @Test func `other floating-point types are read as Float`() {
        let halves: [(UInt16, Float)] = [
            (0x3C00, 1), (0xC000, -2), (0x3555, 0x1.554p-2), (0x0001, 0x1p-24), (0x03FF, 1023 * 0x1p-24), (0x0400, 0x1p-14),
            (0x7BFF, 65504), (0x7C00, .infinity), (0xFC00, -.infinity), (0x0000, 0),
        ]
        let bytes = halves.flatMap { [UInt8($0.0 & 0xFF), UInt8($0.0 >> 8)] }
        #expect(TensorType.f16.floats(bytes) == halves.map(\.1))
        #expect(TensorType.f16.floats([0, 0x80])[0].sign == .minus)
        #expect(TensorType.f16.floats([1, 0x7C])[0].isNaN)
        #expect(TensorType.bf16.floats([0x80, 0x3F, 0x49, 0xC0]) == [1, -0x1.92p1])
        #expect(TensorType.f64.floats([0, 0, 0, 0, 0, 0, 0xF0, 0x3F]) == [1])
        #expect(TensorType.f64.floats((0..<8).map { UInt8(truncatingIfNeeded: Double.pi.bitPattern >> (8 * $0)) }) == [Float(Double.pi)])
        #expect(TensorType.f32.floats([0, 0, 0x80, 0x7F]) == [.infinity])
    }

    /// The check value of the CRC-32 (ISO 3309), of the digits 1 to 9.
    @Test func `the checksum is that of the tensors in the order of their names`() throws {
        var sum = CRC32()
        Array("1234".utf8).withUnsafeBytes { sum.add($0) }
        Array("56789".utf8).withUnsafeBytes { sum.add($0) }
        #expect(sum.text == "cbf43926")
        let folder = try TemporaryFolder()
        func write(_ names: [String], check: String) throws {
            let tensors = names.map { Safetensors.Tensor(name: $0, shape: [1], values: [$0 == "a" ? 1 : 2]) }
            try Safetensors(metadata: [("content_crc32", check)], tensors: tensors).write(to: folder.file("x"))
        }
        var content = CRC32()
        for value: Float in [1, 2] { withUnsafeBytes(of: value.bitPattern.littleEndian) { content.add($0) } }
        for names in [["a", "b"], ["b", "a"]] {
            try write(names, check: content.text)
            #expect(try Safetensors(path: folder.file("x")).metadata.isEmpty)
        }
        try write(["a", "b"], check: "00000000")
        #expect(throws: WeightsError.self) { try Safetensors(path: folder.file("x")) }
    }
}
