import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct PredictTests {
    private let folder: TemporaryFolder
    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private func train(_ options: [String]) throws {
        let result = try Program.run(["train", "--epochs", "2", "--batch-size", "10", "--threads", "1", "--method", "backprop", "--output", folder.file("run"), "--quiet"] + options)
        #expect(result.status == 0, "\(result.errors)")
    }

    private func trainAutoencoder() throws { try train(["--data", folder.path, "--network", "6-5-2-5-6"]) }

    /// The outputs that the library computes of the same examples.
    private func expected(_ set: ExampleSet) throws -> [Float] {
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        let trainer = try Trainer(
            network: saved.network, loss: saved.loss, method: .backProp, optimizer: Optimizer(.sgd), batchSize: set.count, threads: 1)
        var inputs = [Float](repeating: 0, count: set.count * set.width)
        try inputs.withUnsafeMutableBufferPointer { try set.copyExamples(0..<set.count, into: $0) }
        return try trainer.outputs(inputs: inputs)
    }

    @Test func `outputs are those of the network, in the data's order, as array and as table`() throws {
        try trainAutoencoder()
        let data = try Dataset.load(folder.path)
        let (train, test) = (try expected(data.train), try expected(data.test))
        for (part, values) in [("train", train), ("test", test), ("all", train + test)] {
            let result = try Program.run(["predict", folder.file("run"), "--split", part, "--output", folder.file("o.npy"), "--threads", "1"])
            #expect(result.status == 0 && result.errors == "")
            #expect(result.output == "\(folder.file("o.npy")): \(values.count / 6) rows of 6 outputs\n")
            let array = try DataParts.load(DataRequest(folder.file("o.npy"))).train
            #expect(array.shape == [6])
            var read = [Float](repeating: 0, count: values.count)
            try read.withUnsafeMutableBufferPointer { try array.copyExamples(0..<array.count, into: $0) }
            // The batches have other sizes here and there, so that sums may be cut otherwise.
            #expect(zip(read, values).allSatisfy { abs($0 - $1) < 1e-6 } && read.count == values.count)
        }
        let table = try Program.run(["predict", folder.file("run"), "--split", "test", "--output", "-", "--threads", "1"])
        let lines = table.output.split(separator: "\n")
        #expect(lines[0] == "output_0,output_1,output_2,output_3,output_4,output_5")
        let numbers = lines.dropFirst().flatMap { $0.split(separator: ",").compactMap { Float($0) } }
        #expect(numbers.count == 60 && zip(numbers, test).allSatisfy { abs($0 - $1) < 1e-6 })
        #expect(try Program.run(["predict", folder.file("run"), "--split", "test", "--output", folder.file("o.csv"), "--threads", "1"]).status == 0)
        #expect(try folder.text("o.csv") == table.output)
    }

    @Test func `classes are named as in training, and a table is read and scaled as in training`() throws {
        // Two kinds that differ in their first column, far from [0, 1].
        let rows = (0..<60).map { "\(($0 % 2) * 1000 + $0),\($0 % 5),\($0 % 2 == 0 ? "\"calm, cold\"" : "wild")" }
        let table = try folder.write(Array((["speed,size,kind"] + rows).joined(separator: "\n").utf8), "t.csv")
        try train(["--data", table, "--label-column", "kind", "--scale", "standardise", "--network", "2-4-2",
            "--loss", "softmax-cross-entropy", "--learning-rate", "0.1", "--epochs", "40"])
        let result = try Program.run(["predict", folder.file("run"), "--classes", "--output", "-"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first == "class")
        #expect(lines.dropFirst().map(String.init) == (0..<60).map { $0 % 2 == 0 ? "\"calm, cold\"" : "wild" })
        // Other data, without labels, are scaled by the numbers of training.
        let other = try folder.write(Array("speed,size\n1010,1\n5,1\n".utf8), "other.csv")
        let classes = try Program.run(["predict", folder.file("run"), "--data", other, "--classes", "--output", "-"])
        #expect(classes.output == "class\nwild\n\"calm, cold\"\n")
        let array = try Program.run(["predict", folder.file("run"), "--data", other, "--classes", "--output", folder.file("c.npy")])
        #expect(array.output == "\(folder.file("c.npy")): the classes of 2 examples\n")
        #expect(try folder.bytes("c.npy").suffix(8) == [1, 0, 0, 0, 0, 0, 0, 0])
        // A file with one of the classes, whose only number would be another.
        let wild = try folder.write(Array("speed,size,kind\n1010,1,wild\n1020,2,wild\n".utf8), "wild.csv")
        let right = try Program.run(["evaluate", folder.file("run"), "--data", wild, "--label-column", "kind", "--json"])
        #expect(try JSONValue(parsing: right.output.utf8)["train_accuracy"]?.number == 1)
        let tame = try folder.write(Array("speed,size,kind\n1010,1,wild\n1020,2,tame\n".utf8), "tame.csv")
        let unknown = try Program.run(["evaluate", folder.file("run"), "--data", tame, "--label-column", "kind"])
        #expect(unknown.status == 65)
        #expect(unknown.errors == "error: \(tame): its classes are tame, wild, and those that the network learnt are calm, cold, wild\n")
        let evaluation = try Program.run(["evaluate", folder.file("run"), "--json"])
        #expect(try JSONValue(parsing: evaluation.output.utf8)["test_accuracy"]?.number == 1)
    }

    @Test func `a run that holds examples out predicts by the scale and the names that it learnt`() throws {
        let rows = (0..<60).map { "\(($0 % 2) * 1000 + $0),\($0 % 5),\($0 % 2 == 0 ? "calm" : "wild")" }
        let table = try folder.write(Array((["speed,size,kind"] + rows).joined(separator: "\n").utf8), "t.csv")
        try train(["--data", table, "--label-column", "kind", "--scale", "standardise", "--network", "2-4-2", "--validation", "0.2",
            "--loss", "softmax-cross-entropy", "--learning-rate", "0.1", "--epochs", "40"])
        let result = try Program.run(["predict", folder.file("run"), "--classes", "--output", "-"])
        #expect(result.output.split(separator: "\n").dropFirst().map(String.init) == (0..<60).map { $0 % 2 == 0 ? "calm" : "wild" }, "\(result.errors)")
    }

    @Test func `data that have moved are asked for, with how they were read`() throws {
        let table = try folder.write(Array("1,a b\n2,c\n3,a b\n4,c\n".utf8), "t.csv")
        try train(["--data", table, "--label-column", "2", "--csv-header", "no", "--network", "1-2-2", "--loss", "softmax-cross-entropy", "--batch-size", "1"])
        try FileManager.default.moveItem(atPath: table, toPath: folder.file("moved.csv"))
        for arguments in [["predict", folder.file("run"), "--output", "-"], ["evaluate", folder.file("run")]] {
            let result = try Program.run(arguments)
            #expect(result.status == 65)
            #expect(result.errors == "error: \(table): the data that the network was trained on are not there any more; if they have moved, give --data PATH --label-column 2 --csv-header no\n")
            #expect(try Program.run(arguments + ["--data", folder.file("moved.csv"), "--label-column", "2", "--csv-header", "no"]).status == 0)
        }
        let resumed = try Program.run(["train", "--resume", folder.file("run"), "--epochs", "3"])
        #expect(resumed.status == 65 && resumed.errors.contains("(and --data PATH, if they have moved)"))
        #expect(try Program.run(["train", "--resume", folder.file("run"), "--epochs", "3", "--data", folder.file("moved.csv"), "--quiet"]).status == 0)
    }

    @Test func `what cannot be predicted ends with an error and leaves no file`() throws {
        try trainAutoencoder()
        let before = folder.names
        let table = try folder.write(Array("1,2\n3,4\n".utf8), "narrow.csv")
        for (arguments, status, message) in [
            (["--output", "x.txt"], 64, "error: --output 'x.txt': name a file that ends in .npy or .csv, or give - for the standard output"),
            (["--classes", "--output", "-"], 64, "error: --classes: \(folder.file("run")) was trained with sigmoid-cross-entropy and learnt no labels; leave --classes out for its outputs"),
            (["--data", table, "--output", folder.file("x.npy")], 64, "error: the network begins with 6, and the examples of \(table) have 2 values; begin it with 2"),
            (["--data", folder.file("none"), "--output", folder.file("x.npy")], 64, "error: \(folder.file("none")): no data set, file or folder of this name; data sets are fashion-mnist, curves."),
            (["--output", folder.file("no/x.npy")], 1, "error: cannot write '\(folder.file("no/x.npy"))': No such file or directory"),
        ] as [([String], Int32, String)] {
            let result = try Program.run(["predict", folder.file("run")] + arguments)
            #expect(result.status == status)
            #expect(result.errors == message + "\n")
            #expect(result.output == "")
        }
        #expect(folder.names == (before + ["narrow.csv"]).sorted())
    }
}
