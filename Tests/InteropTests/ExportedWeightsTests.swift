import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training

/// Exported weights, read by the real safetensors and numpy.
@Suite("Exported weights in Python", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct ExportedWeightsTests {
    private static let read = """
        import json, numpy, safetensors, safetensors.numpy
        path = arguments[0]
        if path.endswith(".npz"):
            arrays, metadata = dict(numpy.load(path)), {}
        else:
            arrays = safetensors.numpy.load_file(path)
            with safetensors.safe_open(path, "numpy") as file:
                metadata = file.metadata()
        print(json.dumps({"metadata": metadata, "arrays": {name: {
            "type": str(a.dtype), "shape": list(a.shape), "values": [float(x).hex() for x in a.ravel()]}
            for name, a in arrays.items()}}))
        """

    @Test(arguments: [("npz", "locoprop"), ("npz", "torch"), ("safetensors", "locoprop"), ("safetensors", "torch")])
    func `every number arrives`(format: String, layout: String) throws {
        let folder = try Interop.emptyFolder("exported-\(format)-\(layout)")
        let specification = try NetworkSpecification(
            inputWidth: 3, layers: [(4, "prelu(beta=0.5)"), (2, "tanh"), (3, "sigmoid")], registry: .catalogue)
        let network = Network<Float>(specification, seed: 5)
        let (weights, file) = (folder.appendingPathComponent("weights.safetensors").path, folder.appendingPathComponent("out.\(format)").path)
        try SavedNetwork(network: network, loss: .sigmoidCrossEntropy).safetensors.write(to: weights)
        let exported = try Program.run(["export", weights, "--output", file, "--layout", layout])
        try #require(exported.status == 0, "\(exported.errors)")

        let answer = try Python.json(Self.read, [file])
        let arrays = try #require(answer["arrays"])
        for (index, layer) in network.layers.enumerated() {
            let (inputs, outputs) = (specification.inputWidth(ofLayer: index), specification.layers[index].width)
            let weight = try #require(arrays["layers.\(index).weight"])
            #expect(weight["type"]?.string == "float32")
            #expect(weight["shape"]?.array?.map(\.number) == (layout == "torch" ? [outputs, inputs] : [inputs, outputs]).map(Double.init))
            let values = weight["values"]?.array?.compactMap { $0.string.flatMap(Float.init) } ?? []
            let expected = layout == "locoprop" ? layer.weights
                : (0..<outputs).flatMap { o in (0..<inputs).map { layer.weights[$0 * outputs + o] } }
            #expect(values == expected)
            let bias = try #require(arrays["layers.\(index).bias"])
            #expect(bias["values"]?.array?.compactMap { $0.string.flatMap(Float.init) } == layer.biases)
        }
        if format == "npz" {
            #expect(arrays["layers.0.activation.beta"]?["values"]?.array?.map(\.string) == ["0x1.0000000000000p-1"])
        } else {
            #expect(answer["metadata"]?["activations"]?.string == #"["prelu(beta=0.5)","tanh","sigmoid"]"#)
            #expect((answer["metadata"]?["layout"]?.string == "torch") == (layout == "torch"))
        }
    }
}
