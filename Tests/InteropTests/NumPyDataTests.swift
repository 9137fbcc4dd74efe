import Foundation
import ProgramTestSupport
import Testing
import Training

/// What the real NumPy writes is read by the program, and what the program writes by NumPy.
@Suite("NumPy's files", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct NumPyDataTests {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("numpy-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    /// By name: every element, byte order, memory order, version and packing, with the sums that NumPy has of the values.
    private static let script = """
        import json, warnings, zipfile
        import numpy as np
        warnings.simplefilter("ignore")
        folder, cases = arguments[0], []
        random = np.random.default_rng(7)
        def add(name, kind, x, write, **more):
            write(f"{folder}/{name}", x)
            seen = x.astype(np.float64) / (255 if x.dtype == np.uint8 else 1)
            seen = seen.astype(np.float32)
            cases.append(dict(name=name, kind=kind, shape=list(x.shape[1:]), count=x.shape[0],
                min=float(seen.min()), max=float(seen.max()), dtype=x.dtype.newbyteorder("=").name,
                sums=[float(v) for v in seen.reshape(len(x), -1).astype(np.float64).sum(1)], **more))
        def arrays():
            for dtype in ["?", "u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"]:
                for shape in [(11, 6), (11, 2, 3), (11, 2, 3, 1)]:
                    base = random.integers(0, 2, shape) if dtype == "?" else random.integers(-100 if dtype[0] in "if" else 0, 100, shape)
                    x = (base / 8 if dtype[0] == "f" else base).astype(dtype)
                    for order in "<>":
                        if x.dtype.itemsize == 1 and order == ">": continue
                        for layout in "CF":
                            yield f"{'b' if dtype == '?' else dtype}{'l' if order == '<' else 'b'}{layout}{len(shape)}", np.array(x, dtype=x.dtype.newbyteorder(order), order=layout)
        labels = random.integers(0, 4, 11)
        for name, x in arrays():
            add(name + ".npy", "npy", x, np.save)
            add(name + ".npz", "npz", x, lambda path, x: np.savez(path, x=x, y=labels), labels=labels.tolist())
            add(name + "c.npz", "npz", x, lambda path, x: np.savez_compressed(path, X=x, Y=np.eye(4)[labels]), labels=labels.tolist())
        x = random.random((11, 5)).astype("f4")
        for version in [(1, 0), (2, 0), (3, 0)]:
            def write(path, x):
                with open(path, "wb") as file: np.lib.format.write_array(file, x, version)
            add(f"version{version[0]}.npy", "npy", x, write)
        def save_text(path, x): np.savetxt(path, x, delimiter=",", header="a,b,c,d,e", comments="", fmt="%.9g")
        add("text.csv", "csv", x, save_text)
        print(json.dumps(cases))
        """

    @Test func `every array that NumPy writes is read as it was`() throws {
        try withFolder { folder in
            let cases = try #require(try Python.json(Self.script, [folder]).array)
            #expect(cases.count == 12 * 3 * 2 * 3 * 2 - 3 * 3 * 2 * 3 + 4)
            for one in cases {
                let name = try #require(one["name"]?.string)
                let parts = try DataParts.load(DataRequest(folder + "/" + name))
                let set = parts.train
                #expect(set.count == one["count"]?.integer, "\(name)")
                #expect(set.shape == one["shape"]?.array?.compactMap(\.integer), "\(name)")
                if one["kind"]?.string != "csv" { #expect(set.storedAs == one["dtype"]?.string, "\(name)") }
                #expect(set.labels.map { $0.map(Int.init) } == one["labels"]?.array?.compactMap(\.integer), "\(name)")
                let sums = one["sums"]?.array?.compactMap(\.number) ?? []
                try #require(sums.count == set.count)
                for row in 0..<set.count {
                    var values = [Float](repeating: 0, count: set.width)
                    try values.withUnsafeMutableBufferPointer { try set.copyExamples([row], into: $0) }
                    // Six numbers below 100, added in another order.
                    #expect(abs(values.reduce(0.0) { $0 + Double($1) } - sums[row]) < 1e-10, "\(name), row \(row)")
                }
            }
        }
    }

    @Test func `arrays and pictures that the program writes are read by Python`() throws {
        try withFolder { folder in
            let data = folder + "/x.npz"
            _ = try Python.run("import numpy as np; np.savez(arguments[0], x=np.random.default_rng(1).integers(0, 256, (40, 4, 4)).astype('u1'), y=np.arange(40) % 3)", [data])
            let common = ["--data", data, "--epochs", "1", "--batch-size", "10", "--method", "backprop", "--quiet"]
            #expect(try Program.run(["train", "--network", "16-5-16", "--output", folder + "/a"] + common).status == 0)
            #expect(try Program.run(["train", "--network", "16-5-3", "--loss", "softmax-cross-entropy", "--output", folder + "/c"] + common).status == 0)
            #expect(try Program.run(["predict", folder + "/a", "--output", folder + "/o.npy"]).status == 0)
            #expect(try Program.run(["predict", folder + "/a", "--output", folder + "/o.csv"]).status == 0)
            #expect(try Program.run(["predict", folder + "/c", "--classes", "--output", folder + "/c.npy"]).status == 0)
            #expect(try Program.run(["reconstruct", folder + "/a", "--count", "3", "--split", "all", "--output", folder + "/p.npy"]).status == 0)
            #expect(try Program.run(["reconstruct", folder + "/a", "--count", "3", "--columns", "3", "--split", "all", "--output", folder + "/p.png"]).status == 0)
            // The picture is unpacked here with Python's own zlib and checksums, and compared with the pairs.
            let answer = try Python.json("""
                import json, struct, zlib
                import numpy as np
                folder = arguments[0]
                outputs, classes, pairs = (np.load(f"{folder}/{name}.npy") for name in ("o", "c", "p"))
                table = np.loadtxt(f"{folder}/o.csv", delimiter=",", skiprows=1, dtype=np.float32)
                png, chunks, at = open(f"{folder}/p.png", "rb").read(), {}, 8
                while at < len(png):
                    length, kind = struct.unpack(">I4s", png[at:at + 8])
                    body = png[at + 8:at + 8 + length]
                    assert struct.unpack(">I", png[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + body)
                    chunks[kind.decode()] = body
                    at += 12 + length
                width, height, depth, colour = struct.unpack(">IIBB", chunks["IHDR"][:10])
                rows = np.frombuffer(zlib.decompress(chunks["IDAT"]), np.uint8).reshape(height, width + 1)
                picture, zoom = rows[:, 1:], 14
                def tile(x): return picture[6:6 + 4 * zoom, x:x + 4 * zoom][::zoom, ::zoom].astype(float)
                off = 0.0
                for index in range(3):
                    x = 6 + index * (2 * 4 * zoom + 2 + 6)
                    off = max(off, np.abs(tile(x) - pairs[index, 0] * 255).max(), np.abs(tile(x + 4 * zoom + 2) - pairs[index, 1] * 255).max())
                print(json.dumps(dict(outputs=[str(outputs.dtype), *outputs.shape], classes=[str(classes.dtype), *classes.shape],
                    largest=int(classes.max()), pairs=list(pairs.shape), equal=bool((table == outputs).all()), filters=int(rows[:, 0].max()),
                    png=[depth, colour], off=off)))
                """, [folder])
            #expect(answer["outputs"]?.array == ["float32", 40, 16])
            #expect(answer["classes"]?.array == ["int32", 40] && (0..<3).contains(answer["largest"]?.integer ?? -1))
            #expect(answer["pairs"]?.array == [3, 2, 4, 4])
            #expect(answer["equal"] == true)
            #expect(answer["png"]?.array == [8, 0] && answer["filters"] == 0)
            // Shades are rounded to the nearest of 256.
            #expect(try #require(answer["off"]?.number) <= 0.501)
        }
    }
}
