import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training

/// Trained networks, exported by the program, in the real ONNX Runtime.
@Suite("Networks in ONNX Runtime", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct ONNXNetworkTests {
    @Test(arguments: [
        ["--activation", "tanh"],
        ["--activation", "prelu", "--method", "locoprop-s"],
        ["--activation", "gelu", "--method", "backprop", "--optimizer", "adam"],
        ["--activation", "sparsemax", "--method", "backprop", "--learning-rate", "0.01", "--optimizer", "adam"],
    ])
    func `a trained network gives our outputs`(options: [String]) throws {
        let folder = try Interop.emptyFolder("onnx-network-\(options[1])")
        let (run, model) = (folder.appendingPathComponent("run").path, folder.appendingPathComponent("network.onnx").path)
        let trained = try Program.run(
            ["train", "--data", "curves", "--network", "784-40-12-6-12-40-784", "--epochs", "2", "--output", run] + options)
        try #require(trained.status == 0, "\(trained.errors)")
        let exported = try Program.run(["export", run, "--output", model])
        try #require(exported.status == 0, "\(exported.errors)")

        let saved = try SavedNetwork(path: run, registry: .catalogue)
        var generator = SeededGenerator(seed: 3)
        let inputs = (0..<32 * 784).map { _ in Float(generator.nextUnit()) }
        let trainer = try Trainer(
            network: saved.network, loss: saved.loss, method: .backProp, optimizer: Optimizer(.sgd), batchSize: 32)
        var checks = try ONNXChecks("onnx-network-checks-\(options[1])")
        try checks.add(
            "network of \(options[1])", model: [UInt8](Data(contentsOf: URL(fileURLWithPath: model))), inputs: inputs,
            width: 784, outputs: trainer.outputs(inputs: inputs))
        try checks.run()

        let described = try Python.json(
            """
            import json, onnx
            model = onnx.load(arguments[0])
            print(json.dumps({
                "producer": model.producer_name, "opset": model.opset_import[0].version,
                "input": [d.dim_param or d.dim_value for d in model.graph.input[0].type.tensor_type.shape.dim],
                "names": [i.name for i in model.graph.initializer], "data": {p.key: p.value for p in model.metadata_props}}))
            """, [model])
        #expect(described["producer"]?.string == "locoprop")
        #expect(described["input"]?.array?.map { $0.string ?? $0.rendered } == ["batch", "784"])
        #expect(described["data"]?["network"]?.string == "784-40-12-6-12-40-784")
        let names = described["names"]?.array?.compactMap(\.string) ?? []
        #expect(names.contains("layers.0.weight") && names.contains("layers.5.bias"))
        #expect(names.contains("layers.0.activation.beta") == (options[1] == "prelu"))
    }

    /// The data's own values go into the model, as they go into `predict`.
    @Test(arguments: ["min-max", "standardise", "bytes"]) func `a model of scaled data scales its inputs`(scaling: String) throws {
        let folder = try Interop.emptyFolder("onnx-scaled-\(scaling)")
        func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
        let rows = (0..<60).map { "\(1000 + 10 * ($0 % 7)),\(Double($0 % 11) / 16),\(-$0),\($0 % 2)" }
        try rows.joined(separator: "\n").write(toFile: path("t.csv"), atomically: true, encoding: .utf8)
        let trained = try Program.run([
            "train", "--data", path("t.csv"), "--label-column", "4", "--scale", scaling, "--validation", "0.2", "--network", "3-5-2",
            "--loss", "softmax-cross-entropy", "--batch-size", "10", "--epochs", "5", "--output", path("run"),
        ])
        try #require(trained.status == 0, "\(trained.errors)")
        try #require(try Program.run(["export", path("run"), "--output", path("network.onnx")]).status == 0)
        // Some of these lie beyond what the network has seen, and are clipped by min-max.
        let inputs: [Float] = [1000, 0.5, -3, 1060, 0, -59, 2000, 5, 7, 0, -1, -100]
        let table = (0..<4).map { row in (0..<3).map { "\(inputs[3 * row + $0])" }.joined(separator: ",") }.joined(separator: "\n")
        try table.write(toFile: path("new.csv"), atomically: true, encoding: .utf8)
        let predicted = try Program.run(["predict", path("run"), "--data", path("new.csv"), "--output", "-"])
        let outputs = predicted.output.split(separator: "\n").dropFirst().flatMap { $0.split(separator: ",").compactMap { Float($0) } }
        try #require(outputs.count == 8, "\(predicted.errors)")
        var checks = try ONNXChecks("onnx-scaled-checks-\(scaling)")
        try checks.add(
            scaling, model: [UInt8](Data(contentsOf: URL(fileURLWithPath: path("network.onnx")))), inputs: inputs, width: 3,
            outputs: outputs)
        try checks.run()
    }
}
