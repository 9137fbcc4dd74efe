import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training

/// Checkpoints and weights, to and from Python's `safetensors`.
@Suite("Checkpoints and Python", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct CheckpointInteropTests {
    private let folder: URL
    private var last: String { folder.appendingPathComponent("run/checkpoints/last.safetensors").path }

    /// A run of two epochs with Adam, on drawings of two sizes of layers.
    init() throws {
        let root = try #require(Interop.folder)
        folder = root.appendingPathComponent("checkpoints-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = try Program.run(
            ["train", "--data", "curves", "--network", "784-8-3-8-784", "--optimizer", "adam", "--activation", "prelu",
             "--epochs", "1", "--batch-size", "5000", "--threads", "1", "--output", "run"], in: folder.path)
        #expect(result.status == 0)
    }

    private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    private static let read = """
        import json, struct, zlib, numpy
        from safetensors import safe_open
        from safetensors.numpy import load_file, save_file
        tensors = load_file(arguments[0])
        with safe_open(arguments[0], framework="numpy") as file: metadata = file.metadata()

        """

    @Test func `Python reads ours, bit by bit`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let answer = try Python.json(Self.read + """
            check = zlib.crc32(b"".join(tensors[name].tobytes() for name in sorted(tensors)))
            others = [name for name in sorted(metadata) if name not in ("content_crc32", "metadata_crc32")]
            words = zlib.crc32(b"".join(f"{name}\\0{metadata[name]}\\0".encode() for name in others))
            print(json.dumps({"check": f"{check:08x}", "metadata_check": f"{words:08x}", "metadata": metadata, "tensors": {
                name: {"shape": list(t.shape), "type": str(t.dtype), "crc": zlib.crc32(t.tobytes())} for name, t in tensors.items()}}))
            """, [last])
        #expect(answer["metadata_check"]?.string == answer["metadata"]?["metadata_crc32"]?.string && answer["metadata_check"] != nil)
        #expect(answer["check"]?.string == answer["metadata"]?["content_crc32"]?.string && answer["check"] != nil)
        let ours = try Safetensors(path: last)
        guard case .object(let members)? = answer["tensors"] else { return #expect(Bool(false), "no tensors") }
        #expect(members.count == ours.tensors.count && members.count == 3 * 8 + 3 * 2)
        for tensor in ours.tensors {
            let theirs = answer["tensors"]?[tensor.name]
            #expect(theirs?["shape"]?.array?.map(\.integer) == tensor.shape && theirs?["type"]?.string == "float32")
            var sum = CRC32()
            tensor.bytes.withUnsafeBytes { sum.add($0) }
            #expect(theirs?["crc"]?.integer == Int(sum.text, radix: 16))
        }
        for word in ours.metadata { #expect(answer["metadata"]?[word.name]?.string == word.text) }
    }

    @Test func `a checkpoint that Python has written goes on to the same bits`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(atPath: path("run"), toPath: path("theirs"))
        let copy = path("theirs/checkpoints/last.safetensors")
        _ = try Python.run(Self.read + "save_file(tensors, arguments[1], metadata=metadata)", [last, copy])
        #expect(try Data(contentsOf: URL(fileURLWithPath: copy)) != Data(contentsOf: URL(fileURLWithPath: last)))
        for run in ["run", "theirs"] {
            let result = try Program.run(["train", "--resume", path(run), "--epochs", "2"])
            #expect(result.status == 0 && result.errors == "", "\(result.errors)")
        }
        func sorted(_ file: String) throws -> [Safetensors.Tensor] {
            try Safetensors(path: file).tensors.sorted { $0.name < $1.name }
        }
        #expect(try sorted(copy) == sorted(last))
    }

    @Test func `numbers that Python changed are refused with the old checksum, and taken without`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let change = Self.read + """
            tensors["layers.0.bias"] = tensors["layers.0.bias"] + numpy.float32(1)
            save_file(tensors, arguments[1], metadata=metadata)
            metadata.pop("content_crc32")
            save_file(tensors, arguments[2], metadata=metadata)
            """
        _ = try Python.run(change, [last, path("kept"), path("dropped")])
        let refused = try Program.run(["evaluate", path("kept")])
        #expect(refused.status == 65 && refused.errors.contains("does not match its content_crc32"))
        #expect(try Program.run(["evaluate", path("dropped")]).status == 0)
        let (ours, theirs) = try (network(last), network(path("dropped")))
        #expect(theirs.layers[0].biases == ours.layers[0].biases.map { $0 + 1 })
        #expect(theirs.layers[0].weights == ours.layers[0].weights)
    }

    @Test(arguments: ["float64", "float16"]) func `other floating-point types are converted`(type: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let convert = Self.read + """
            metadata.pop("content_crc32")
            tensors = {name: t.astype(arguments[2]) for name, t in tensors.items() if name.startswith("layers.")}
            save_file(tensors, arguments[1], metadata=metadata)
            print(json.dumps([float(x) for x in tensors["layers.1.weight"].astype("float32").flatten()]))
            """
        let numbers = try Python.json(convert, [last, path("x"), type]).array?.compactMap(\.number)
        #expect(try network(path("x")).layers[1].weights.map(Double.init) == numbers)
    }

    @Test func `integers are refused by name`() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try Python.run(Self.read + "save_file({n: t.astype('int32') for n, t in tensors.items()}, arguments[1], metadata=metadata)", [last, path("x")])
        let result = try Program.run(["evaluate", path("x")])
        #expect(result.status == 65 && result.errors.contains("has type I32, where F32, F64, F16, BF16 are read"))
    }

    private func network(_ file: String) throws -> Network<Float> {
        try SavedNetwork(path: file, registry: .catalogue).network
    }
}
