import Activations
import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// `train --resume`, as a user gives it.
@Suite struct ResumeTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private func train(_ more: [String] = [], run: String = "run") throws -> Program.Result {
        try Program.run(
            ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1",
             "--output", folder.file(run)] + more)
    }

    private func resume(_ more: [String] = [], run: String = "run") throws -> Program.Result {
        try Program.run(["train", "--resume", folder.file(run)] + more)
    }

    private func last(_ run: String = "run") throws -> Safetensors {
        try Safetensors(path: folder.file("\(run)/checkpoints/last.safetensors"))
    }

    @Test func `a finished run says so, and is made longer by --epochs`() throws {
        #expect(try train(["--epochs", "2"]).status == 0)
        let before = try folder.bytes("run/environment.json")
        let finished = try resume()
        #expect(finished.status == 0 && finished.errors == "")
        #expect(finished.output == "\(folder.file("run")) is finished: it has done its 2 epochs. --epochs makes it longer: locoprop train --resume \(folder.file("run")) --epochs 4\n")
        #expect(try folder.bytes("run/environment.json") == before)
        let longer = try resume(["--epochs", "5"])
        #expect(longer.status == 0 && longer.errors == "")
        #expect(longer.output.hasPrefix("going on with \(folder.file("run")) after epoch 2\n"))
        #expect(longer.output.contains("\nepoch 3/5 ") && !longer.output.contains("\nepoch 2/5 "))
        #expect(try folder.text("run/config.yaml").contains("\nepochs: 5\n"))
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 5)
        #expect(try train(["--epochs", "5"], run: "whole").status == 0)
        #expect(try last().tensors == last("whole").tensors)
        let shorter = try resume(["--epochs", "4"])
        #expect(shorter.status == 64)
        #expect(shorter.errors == "error: --epochs: 4 are fewer than the 5 that the run has done; give at least 5\n")
    }

    @Test func `the written configuration is a run that can be had again`() throws {
        #expect(try train(["--epochs", "2", "--method", "locoprop-s", "--seed", "7"]).status == 0)
        let again = try Program.run(["train", "--config", folder.file("run/config.yaml"), "--output", folder.file("again")], in: "/")
        #expect(again.status == 0)
        #expect(try last("again").tensors == last().tensors)
        #expect(try folder.bytes("again/config.yaml") == folder.bytes("run/config.yaml"))
    }

    @Test func `what would make it another run is refused by name`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        let flags = Setting.all.map(\.key).filter { !Resumption.changeable.contains($0) }.map { ["--\($0)", "1"] }
        for flag in flags + [["--config", "x"], ["--output", "x"], ["--force"], ["--set", "gamma=2"]] {
            let result = try resume(["--epochs", "2"] + flag)
            #expect(result.status == 64)
            #expect(result.errors.hasPrefix("error: \(flag[0])\(flag[0] == "--set" ? " gamma=2" : "") does not go with --resume: "), "\(flag)")
        }
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 1)
        #expect(try train(["--accept-catalogue-change", "--force"]).status == 64)
        #expect(try resume(["--set", "epochs=2", "--quiet"]).status == 0)
        #expect(try train(["--checkpoint-seconds", "31", "--force"]).errors == "error: --checkpoint-seconds is 31.0; it must be 0 to 30\n")
    }

    @Test func `data that lie elsewhere now are taken, others are not`() throws {
        #expect(try train(["--epochs", "2"], run: "whole").status == 0)
        #expect(try train(["--epochs", "1"]).status == 0)
        let (moved, other) = (try TemporaryFolder(), try TemporaryFolder())
        try moved.writeDataset(train: 40, test: 10)
        try other.writeDataset(train: 40, test: 10)
        var pixels = try other.bytes("train-images-idx3-ubyte")
        pixels[16 + 100] ^= 1
        try other.write(pixels, "train-images-idx3-ubyte")
        let refused = try resume(["--epochs", "2", "--data", other.path])
        #expect(refused.status == 65)
        #expect(refused.errors.contains(": belongs to other data: \(other.path) is not what it was; put the data back, or begin a new run\n"))
        #expect(try resume(["--epochs", "2", "--data", moved.path]).status == 0)
        #expect(try last().tensors == last("whole").tensors)
        #expect(try folder.text("run/config.yaml").contains("\ndata: \(moved.path)\n"))
    }

    @Test func `another number of threads is taken, with a word`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        let result = try resume(["--epochs", "2", "--threads", "2"])
        #expect(result.status == 0)
        #expect(result.errors == "note: other bits may come out than without the interruption: threads 1, now 2\n")
        #expect(try resume(["--epochs", "3"]).errors == "")
        let json = try JSONValue(parsing: folder.bytes("run/environment.json"))
        #expect(json["threads"]?.integer == 1 && json["resumed"]?.array?.map { $0["threads"]?.integer } == [2, 2])
    }

    @Test func `a schedule that depends on the number of epochs is pointed out`() throws {
        #expect(try train(["--epochs", "8"]).status == 0)
        #expect(try resume(["--epochs", "101"]).errors
            == "note: the schedule locoprop2022 depends on the number of epochs: those up to now had the rates of a run of 8\n")
    }

    @Test func `a second process is kept out, with --force too`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        let held = try RunFolder(resuming: folder.file("run"))
        for result in [try resume(["--epochs", "2"]), try train(["--force"])] {
            #expect(result.status == 64)
            #expect(result.errors == "error: another process (number \(ProcessInfo.processInfo.processIdentifier)) is at the run in '\(held.path)'; wait for it, stop it, or name another folder\n")
        }
        #expect(try last()[metadata: "epoch"] == "1")
    }

    @Test func `a damaged checkpoint is refused, and the best one named`() throws {
        #expect(try train(["--epochs", "3"]).status == 0)
        let name = "run/checkpoints/last.safetensors"
        let whole = try folder.bytes(name)
        var damaged = whole
        damaged[whole.count - 3] ^= 8
        for bytes in [damaged, Array(whole[..<100]), Array("rubbish".utf8), []] {
            try folder.write(bytes, name)
            let result = try resume(["--epochs", "4"])
            #expect(result.status == 65)
            #expect(result.errors.hasPrefix("error: \(folder.file(name)): is no intact safetensors file: "))
            #expect(result.errors.contains("'\(folder.file("run/checkpoints/best.safetensors"))' is whole and holds the state after epoch "))
        }
        #expect(try Program.run(["evaluate", folder.file("run")]).status == 65)
        #expect(try Program.run(["evaluate", folder.file("run/checkpoints/best.safetensors")]).status == 0)
        try folder.remove(name)
        #expect(try resume().errors.contains("cannot be read: no such file. '"))
        try folder.write(folder.bytes("run/checkpoints/best.safetensors"), name)
        #expect(try resume(["--epochs", "4"]).status == 0)
        for file in ["last", "best"] { try folder.write(damaged, "run/checkpoints/\(file).safetensors") }
        #expect(try resume(["--epochs", "5"]).errors.contains("Nor can '\(folder.file("run/checkpoints/best.safetensors"))' be used: it is no intact"))
    }

    @Test func `settings changed by hand are not those of the checkpoint`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        let text = try folder.text("run/config.yaml")
        try folder.write(Array(text.replacing("\nseed: 0\n", with: "\nseed: 1\n").utf8), "run/config.yaml")
        let result = try resume(["--epochs", "2"])
        #expect(result.status == 65)
        #expect(result.errors.contains(": belongs to other settings: seed is '0' in it, and '1' in config.yaml; undo the change, or begin a new run\n"))
        try folder.write(Array((text + "\nlerning-rate: 1\n").utf8), "run/config.yaml")
        #expect(try resume(["--epochs", "2"]).errors.contains("unknown key"))
    }

    @Test func `an activation that computes something else now needs a word of consent`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        var file = try last()
        let index = try #require(file.metadata.firstIndex { $0.name == "activation_digests" })
        file.metadata[index].text = file.metadata[index].text.replacing(Tanh.descriptor.digest, with: "0123456789abcdef")
        try file.write(to: folder.file("run/checkpoints/last.safetensors"))
        let result = try resume(["--epochs", "2"])
        #expect(result.status == 64)
        #expect(result.errors == "error: the catalogue has changed since '\(folder.file("run"))' was last at work: 'tanh' computes something else now; undo that (locoprop catalogue diff), or go on all the same with --accept-catalogue-change\n")
        #expect(try resume(["--epochs", "2", "--accept-catalogue-change"]).status == 0)
        #expect(try last()[metadata: "activation_digests"]?.contains(Tanh.descriptor.digest) == true)
        #expect(try resume(["--epochs", "3"]).status == 0)
    }

    @Test func `a run ended before its first checkpoint begins anew`() throws {
        #expect(try train(["--epochs", "2"], run: "whole").status == 0)
        #expect(try train(["--epochs", "2"]).status == 0)
        for file in ["last", "best"] { try folder.remove("run/checkpoints/\(file).safetensors") }
        let result = try resume()
        #expect(result.status == 0)
        #expect(result.errors == "note: \(folder.file("run")) was ended before its first checkpoint; it begins anew\n")
        #expect(try last().tensors == last("whole").tensors)
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 2)
    }

    @Test func `a folder of an earlier version is evaluated, and not taken up`() throws {
        #expect(try train(["--epochs", "1"]).status == 0)
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        try folder.makeFolder("old")
        try saved.safetensors.write(to: folder.file("old/weights.safetensors"))
        try folder.write(Array("{}".utf8), "old/run.json")
        let evaluation = try Program.run(["evaluate", folder.file("old"), "--json"])
        #expect(evaluation.status == 0)
        #expect(try JSONValue(parsing: evaluation.output.utf8)["test_loss"]
            == JSONValue(parsing: Program.run(["evaluate", folder.file("run"), "--json"]).output.utf8)["test_loss"])
        let result = try resume(run: "old")
        #expect(result.status == 64)
        #expect(result.errors == "error: '\(folder.file("old"))' holds a run of an earlier version of the program, which kept no checkpoints; 'locoprop evaluate' reads it, but it cannot go on\n")
        #expect(try resume(run: "none").status == 64)
    }
}
