import Activations
import Foundation
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct TrainTests {
    /// A data set of 2×3 pixels, and arguments for a network that fits it.
    private let folder: TemporaryFolder
    private var common: [String] {
        ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1", "--output", folder.file("run")]
    }

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `each method trains, and evaluate finds what train left`(method: String) throws {
        let result = try Program.run(common + ["--method", method, "--epochs", "3"])
        #expect(result.status == 0)
        #expect(result.errors == "")
        let metrics = try folder.text("run/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
        #expect(metrics.map { $0["epoch"]?.integer } == [1, 2, 3])
        #expect(metrics.allSatisfy { ($0["train_loss"]?.number ?? .nan) > 0 && ($0["seconds"]?.number ?? -1) >= 0 })
        #expect(metrics.allSatisfy { $0["test_loss"]?.number != nil && $0["train_excess"]?.number != nil })
        let evaluation = try Program.run(["evaluate", folder.file("run"), "--json", "--threads", "1"])
        #expect(evaluation.status == 0)
        let json = try JSONValue(parsing: evaluation.output.utf8)
        let (again, before) = (try #require(json["test_loss"]?.number), try #require(metrics[2]["test_loss"]?.number))
        // One batch here, and one there: the same sums.
        #expect(again == before)
        #expect(json["data"]?.string == folder.path)
        #expect(Self.runFiles.isSubset(of: try FileManager.default.subpathsOfDirectory(atPath: folder.file("run"))))
    }

    static let runFiles: Set = [
        "config.yaml", "environment.json", "metrics.jsonl", "metrics.csv", "checkpoints/last.safetensors", "checkpoints/best.safetensors",
    ]

    @Test(arguments: [
        "linear", "relu", "leaky_relu(beta=0.1)", "sigmoid", "softmax", "tanh", "arctan", "softplus", "elu(beta=0.3)",
        "gelu", "silu",
    ])
    func `each activation of the catalogue with a slope trains by each method`(activation: String) throws {
        for method in ["locoprop-m", "locoprop-s", "backprop"] {
            let result = try Program.run(common + ["--method", method, "--epochs", "2", "--activation", activation, "--force", "--quiet"])
            #expect(result.status == 0)
            #expect(result.output + result.errors == "")
        }
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved.network.specification.layers.map { "\($0.activation)" } == [activation, "linear", activation, "sigmoid"])
    }

    @Test func `learned parameters are shown at the end and by evaluate, and may be chosen`() throws {
        let result = try Program.run(common + ["--epochs", "2", "--activation", "prelu", "--method", "backprop"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n").filter { $0.hasPrefix("learned: ") }
        #expect(lines.count == 2 && lines[0].wholeMatch(of: /learned: layer 1: prelu\(beta=0\.\d+\)/) != nil)
        #expect(!lines[0].hasSuffix("beta=0.25)"))
        #expect(try Program.run(["evaluate", folder.file("run")]).output.contains(lines.joined(separator: "\n")))
        for (activation, learn, count) in [("prelu", "none", 0), ("elu", "beta", 2), ("elu(beta=0.5)", " beta ", 2)] {
            let run = try Program.run(common + ["--epochs", "2", "--activation", activation, "--learn", learn, "--force"])
            #expect(run.status == 0)
            #expect(run.output.split(separator: "\n").count { $0.hasPrefix("learned: ") } == count)
        }
    }

    @Test func `without a terminal the output is plain lines`() throws {
        let result = try Program.run(common + ["--epochs", "2", "--method", "backprop"])
        #expect(!result.output.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        let lines = result.output.split(separator: "\n")
        #expect(lines.map { $0.prefix(while: { $0 != " " }) } == ["data", "network", "method", "optimizer", "run", "epoch", "epoch", "weights:"])
        #expect(lines[5].wholeMatch(of: /epoch 1\/2  train \d+\.\d{3} \(excess \d+\.\d{3}\)  test \d+\.\d{3} \(excess \d+\.\d{3}\)  rate 0\.001  \d+\.\d s/) != nil)
    }

    @Test func `the same seed gives the same bytes, another seed others`() throws {
        func weights(_ seed: String) throws -> [UInt8] {
            #expect(try Program.run(common + ["--epochs", "2", "--force", "--seed", seed, "--threads", "2"]).status == 0)
            return try SavedNetwork(path: folder.file("run"), registry: .catalogue).network.layers.flatMap { layer in
                (layer.weights + layer.biases).flatMap { v in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: v.bitPattern >> $0) } }
            }
        }
        let first = try weights("18446744073709551615")
        #expect(try weights("18446744073709551615") == first)
        #expect(try weights("1") != first)
    }

    @Test func `without an output, runs gather under runs by date and name`() throws {
        let place = try TemporaryFolder()
        let arguments = ["train", "--data", folder.path, "--network", "6-2-6", "--batch-size", "10", "--epochs", "1"]
        #expect(try Program.run(arguments, in: place.path).status == 0)
        #expect(place.names == ["runs"])
        let runs = try FileManager.default.contentsOfDirectory(atPath: place.file("runs"))
        let name = URL(fileURLWithPath: folder.path).lastPathComponent
        #expect(runs.count == 1 && runs[0].hasSuffix("-locoprop-m-tanh-\(name)"))
    }

    @Test func `a data set's name is no path, though a folder has it`() throws {
        let place = try TemporaryFolder()
        try place.makeFolder("curves")
        let arguments = ["train", "--data", "curves", "--network", "784-2-784", "--batch-size", "10000", "--epochs", "1", "--method", "backprop"]
        #expect(try Program.run(arguments + ["--output", "run"], in: place.path).status == 0)
        #expect(try place.text("run/config.yaml").contains("\ndata: curves\n"))
    }

    @Test func `an earlier run is replaced by force alone`() throws {
        #expect(try Program.run(common + ["--epochs", "2"]).status == 0)
        let before = try folder.text("run/metrics.jsonl")
        #expect(try Program.run(common + ["--epochs", "1"]).status == 64)
        #expect(try folder.text("run/metrics.jsonl") == before)
        #expect(try Program.run(common + ["--epochs", "1", "--force"]).status == 0)
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 1)
    }

    @Test func `a run that diverges ends with 1, names its place and keeps whole files`() throws {
        let result = try Program.run(common + ["--method", "backprop", "--optimizer", "sgd", "--learning-rate", "1e300", "--epochs", "5"])
        #expect(result.status == 1)
        #expect(result.errors.contains(/^error: (epoch \d+, step \d+|evaluation after epoch \d+): .*layer \d/))
        #expect(try Program.run(["evaluate", folder.file("run")]).status == 0)
    }

    @Test func `labels are learnt where the loss asks for it`() throws {
        let result = try Program.run([
            "train", "--data", folder.path, "--network", "6-8-3", "--batch-size", "10", "--loss", "softmax-cross-entropy",
            "--epochs", "1", "--output", folder.file("run"),
        ])
        #expect(result.status == 0)
        #expect(result.output.contains(/train \d\.\d{3} \(\d+\.\d\d % right\)/))
        let metrics = try JSONValue(parsing: folder.bytes("run/metrics.jsonl"))
        #expect((0...1).contains(try #require(metrics["test_accuracy"]?.number)))
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `an interruption ends the run after the last state is written`(signal: Int32, status: Int32) throws {
        let result = try Program.run(
            common + ["--epochs", "1000000", "--method", "backprop"], interruptingWith: signal, afterSeeing: "epoch 1/")
        #expect(result.status == status)
        #expect(result.errors.contains(/stopped in epoch \d+ after \d+ of its steps; go on with: locoprop train --resume .*run/))
        #expect(!(try FileManager.default.subpathsOfDirectory(atPath: folder.file("run"))).contains { $0.hasSuffix(".tmp") })
        let lines = try folder.text("run/metrics.jsonl").split(separator: "\n")
        for line in lines { _ = try JSONValue(parsing: line.utf8) }
        let state = try Checkpoint(path: folder.file("run/checkpoints/last.safetensors")).state
        #expect(state.epochsDone == lines.count)
    }
}
