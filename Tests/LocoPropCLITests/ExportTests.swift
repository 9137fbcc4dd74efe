import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// `locoprop export`; what other programs make of its files is looked at in InteropTests.
@Suite struct ExportTests {
    private let folder: TemporaryFolder
    private var weights: String { folder.file("weights.safetensors") }
    private let network: Network<Float>

    init() throws {
        folder = try TemporaryFolder()
        let specification = try NetworkSpecification(
            inputWidth: 3, layers: [(4, "elu(beta=0.5)"), (3, "sigmoid")], registry: .catalogue)
        network = Network(specification, seed: 5)
        try SavedNetwork(network: network, loss: .sigmoidCrossEntropy).safetensors.write(to: weights)
    }

    private func contents(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file(name)))) }

    @Test(arguments: [("x.onnx", [8, 8, 18] as [UInt8]), ("x.npz", [0x50, 0x4b, 3, 4]), ("a.b.ONNX", [8, 8, 18])])
    func `the format follows from the name`(name: String, begin: [UInt8]) throws {
        let result = try Program.run(["export", weights, "--output", folder.file(name)])
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        #expect(try Array(contents(name).prefix(begin.count)) == begin)
        #expect(folder.names.count == 2, "no temporary file is left")
    }

    @Test func `exported safetensors of our layout are weights like a run's`() throws {
        #expect(try Program.run(["export", weights, "--output", folder.file("y"), "--format", "safetensors"]).status == 0)
        #expect(try SavedNetwork(path: folder.file("y"), registry: .catalogue).network.layers == network.layers)
        // Those of another layout are not taken for ours.
        #expect(try Program.run(["export", weights, "-o", folder.file("t.safetensors"), "--layout", "torch"]).status == 0)
        #expect(throws: WeightsError.self) { try SavedNetwork(path: folder.file("t.safetensors"), registry: .catalogue) }
    }

    @Test func `a file is replaced only when asked`() throws {
        try folder.write([1, 2, 3], "x.onnx")
        let refused = try Program.run(["export", weights, "--output", folder.file("x.onnx")])
        #expect(refused.status == 64 && refused.errors.contains("--force"))
        #expect(try contents("x.onnx") == [1, 2, 3])
        #expect(try Program.run(["export", weights, "--output", folder.file("x.onnx"), "--force"]).status == 0)
        #expect(try contents("x.onnx").count > 100)
    }

    @Test(arguments: [
        (["--output", "x.txt"], 64, "does not say its format"),
        (["--output", "x.onnx", "--format", "npy"], 64, "unknown format 'npy'. Did you mean 'npz'?"),
        (["--output", "x.npz", "--layout", "tensorflow"], 64, "unknown layout 'tensorflow'"),
        (["--output", "x.onnx", "--layout", "torch"], 64, "says itself how its weights lie"),
        (["--output", "/", "--format", "npz"], 64, "is a folder"),
        (["--output", "no/such/folder/x.npz"], 1, "cannot write 'no/such/folder/x.npz'"),
    ])
    func `what cannot be done is said`(options: [String], status: Int, words: String) throws {
        let result = try Program.run(["export", weights] + options, in: folder.path)
        #expect(Int(result.status) == status && result.errors.contains(words), "\(result.errors)")
        #expect(folder.names == ["weights.safetensors"])
    }

    @Test func `weights that are none are bad data`() throws {
        try folder.write(Array("not weights".utf8), "bad")
        for path in [folder.file("bad"), folder.file("missing")] {
            let result = try Program.run(["export", path, "--output", folder.file("x.onnx")])
            #expect(result.status == 65 && result.errors.hasPrefix("error: "), "\(result.errors)")
        }
        #expect(!folder.names.contains("x.onnx"))
    }
}
