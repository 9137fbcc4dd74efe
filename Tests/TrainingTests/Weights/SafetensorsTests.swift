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
        (file("", claim: .max), "its header claims 18446744073709551615 bytes, and 1048576 is the most"),
        (file("{}", claim: 3), "its header claims 3 bytes, and only 2 follow"),
        (file("{"), "its header is not JSON: expected a name in quotes at byte 1"),
        (file("[]"), "its header is no JSON object"),
        (file(#"{"__metadata__":1}"#), "its __metadata__ is no JSON object"),
        (file(#"{"__metadata__":{"a":1}}"#), "its __metadata__ 'a' is no text"),
        (file(#"{"w":1}"#), "tensor 'w' has type none, where F32 is read"),
        (file(#"{"w":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}"#, data: [0, 0]), "tensor 'w' has type F16, where F32 is read"),
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
}
