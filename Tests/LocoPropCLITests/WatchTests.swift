import Foundation
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

@Suite struct WatchTests {
    private let folder: TemporaryFolder
    private var run: String { folder.file("run") }

    init() throws { folder = try TemporaryFolder() }

    private func write(_ metrics: String, live: String?) throws {
        if !folder.names.contains("run") { try folder.makeFolder("run") }
        try folder.write(Array(metrics.utf8), "run/metrics.jsonl")
        if let live { try folder.write(Array(live.utf8), "run/live.json") }
    }

    private func line(_ epoch: Int) -> String {
        "{\"epoch\":\(epoch),\"train_loss\":\(2.5 / Double(epoch)),\"test_loss\":3,\"learning_rate\":0.5,\"seconds\":1.25,\"layers\":[{\"layer\":1,\"activation\":\"tanh\",\"local_loss_before\":2,\"local_loss_after\":1,\"saturation\":0.25}]}\n"
    }

    private func live(_ state: String, epoch: Int = 2, more: String = "") -> String {
        "{\"state\":\"\(state)\",\"epoch\":\(epoch),\"epochs\":5,\"step\":3,\"steps\":4\(more)}"
    }

    @Test(arguments: [
        ("finished", Int32(0), "Finished after 2 epochs."), ("stopped", 0, "Stopped in epoch 2 of 5, after 3 of its 4 steps."),
        ("failed", 1, "Failed: the loss is not finite"),
    ])
    func `it ends when the run does, and says how`(state: String, status: Int32, sentence: String) throws {
        try write(line(1) + line(2) + "{\"epoch\":3,", live: live(state, more: ",\"reason\":\"the loss is not finite\""))
        let result = try Program.run(["watch", run])
        #expect(result.status == status)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3 && lines[2] == sentence)
        #expect(lines[0] == "epoch 1/5  train 2.500  test 3.000  rate 0.5  1.2 s" || lines[0] == "epoch 1/5  train 2.500  test 3.000  rate 0.5  1.3 s")
        #expect(!result.output.contains("\u{1B}"))
    }

    @Test func `a run whose process died is said to have died`() throws {
        // A number beyond any process's, of this machine.
        let host = ProcessInfo.processInfo.hostName
        var name = [CChar](repeating: 0, count: 256)
        gethostname(&name, 255)
        let own = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #expect(!host.isEmpty)
        try write(line(1), live: live("training", more: ",\"process\":{\"number\":1073741824,\"start\":1,\"host\":\"\(own)\"}"))
        let result = try Program.run(["watch", run])
        #expect(result.status == 1)
        #expect(result.output.hasSuffix("Its process died in epoch 2 of 5; nothing more was written.\n"))
        // Asking where it is, is answered.
        #expect(try Program.run(["watch", run, "--once"]).status == 0)
    }

    @Test func `once prints the state, the curve and the layers, and JSON on request`() throws {
        try write((1...4).map(line).joined(), live: live("training", epoch: 5, more: ",\"loss\":1.5,\"process\":{\"number\":1,\"start\":null,\"host\":\"elsewhere\"}"))
        let text = try Program.run(["watch", run, "--once"])
        #expect(text.status == 0)
        #expect(text.output.hasPrefix("\(run): Running, in epoch 5 of 5.\n"))
        #expect(text.output.contains("tanh") && text.output.contains("25.0 %") && text.output.allSatisfy(\.isASCII))
        let result = try Program.run(["watch", run, "--once", "--json"])
        let json = try JSONValue(parsing: result.output.utf8)
        #expect(json["state"]?.string == "running" && json["epochs_done"]?.integer == 4)
        #expect(json["progress"]?["loss"]?.number == 1.5 && json["progress"]?["step"]?.integer == 3)
        #expect(json["last"]?["epoch"]?.integer == 4 && json["last"]?["layers"]?.array?.count == 1)
        #expect(result.output.split(separator: "\n").count == 1)
    }

    @Test func `every epoch is a line of JSON, and the end is the last one`() throws {
        try write(line(1) + line(2), live: live("finished"))
        let result = try Program.run(["watch", run, "--json"])
        let lines = try result.output.split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
        #expect(lines.map { $0["epoch"]?.integer } == [1, 2, nil])
        #expect(lines[2]["state"]?.string == "finished")
    }

    @Test func `a folder without metrics, of a run that has just begun, is a run`() throws {
        try write("", live: live("starting", epoch: 0, more: ",\"process\":{\"number\":1,\"start\":null,\"host\":\"elsewhere\"}"))
        let result = try Program.run(["watch", run, "--once"])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("\(run): Running, before its first step.\n"))
    }

    @Test func `a run that failed before its first step has a reason, and one that died there a state`() throws {
        let table = try folder.write(Array("1,2\n3,x\n5,6\n".utf8), "t.csv")
        #expect(try Program.run(["train", "--data", table, "--network", "2-2-2", "--batch-size", "1", "--output", run]).status == 65)
        let failed = try Program.run(["watch", run])
        #expect(failed.status == 1)
        #expect(failed.output == "Failed: \(table):2:3: field 2 is 'x', which is no number; if these are labels, give --label-column=2\n")
        // As kill -9 while data are read leaves it.
        try folder.remove("run/live.json")
        let died = try Program.run(["watch", run])
        #expect(died.status == 1 && died.output == "Its process ended before the first step; nothing more was written.\n")
        let once = try Program.run(["watch", run, "--once", "--json"])
        #expect(once.status == 0)
        #expect(try JSONValue(parsing: once.output.utf8)["state"]?.string == "died")
    }

    @Test(arguments: [true, false]) func `kill -9 of the run that is watched ends it, and so does the end of its folder`(isKilled: Bool) throws {
        try folder.writeDataset(train: 40, test: 10)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Program.path))
        process.arguments = ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--epochs", "1000000", "--output", run, "--quiet"]
        try process.run()
        let (folder, number) = (self.folder, process.processIdentifier)
        defer {
            kill(number, SIGKILL)
            process.waitUntilExit()
        }
        let result = try Program.run(["watch", run], afterSeeing: "epoch 1/", doing: {
            // One that stands still writes nothing into a folder that goes.
            kill(number, isKilled ? SIGKILL : SIGSTOP)
            if !isKilled { try? folder.remove("run") }
        })
        #expect(result.status == 1)
        let last = result.output.split(separator: "\n").last ?? ""
        if isKilled {
            #expect(last.wholeMatch(of: /Its process died (in|after) epoch \d+ of 1000000; nothing more was written\./) != nil, "\(last)")
        } else {
            #expect(last == "The run's folder is gone.")
        }
    }

    @Test func `it ends when its reader does, or the disk that it is written to is full`() throws {
        try write(line(1), live: live("training", more: ",\"process\":{\"number\":1,\"start\":null,\"host\":\"elsewhere\"}"))
        let left = try Program.run(["watch", run], by: "{ timeout 60 \"$0\" \"$@\"; echo \"status $?\" >&2; } | head -n 1")
        #expect(left.output.hasPrefix("epoch 1/5 ") && left.errors == "status 0\n")
        let full = try Program.run(["watch", run], by: "timeout 60 \"$0\" \"$@\" > /dev/full")
        #expect(full.status == 1 && full.errors == "error: cannot write to standard output: No space left on device\n")
    }

    @Test func `what is no run is refused or waited for in clear words`() throws {
        for arguments in [[], ["--json"]] {
            let missing = try Program.run(["watch", folder.file("missing"), "--once"] + arguments)
            #expect(missing.status == 64 && missing.errors.contains("no such folder"))
        }
        try folder.makeFolder("empty")
        let empty = try Program.run(["watch", folder.file("empty"), "--once"])
        #expect(empty.status == 64 && empty.errors.contains("holds no run"))
        // Into a folder with other things in it no run will come.
        try folder.makeFolder("other")
        try folder.write(Array("[]".utf8), "other/notes.json")
        let other = try Program.run(["watch", folder.file("other")])
        #expect(other.status == 64 && other.errors.contains("holds no run"))
        let file = try folder.write([], "file")
        #expect(try Program.run(["watch", file]).status == 64)
        #expect(try Program.run(["watch", ""]).status == 64)
        #expect(try Program.run(["watch"]).status == 64)
    }

    /// A run that goes on in another process, from before its folder exists to its end; and Ctrl-C.
    @Test func `a real run is followed from before its beginning to its end`() throws {
        try folder.writeDataset(train: 40, test: 10)
        let watcher = Process()
        watcher.executableURL = URL(fileURLWithPath: try #require(Program.path))
        watcher.arguments = ["watch", run]
        let (output, errors) = (Pipe(), Pipe())
        (watcher.standardOutput, watcher.standardError) = (output, errors)
        try watcher.run()
        #expect(String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).contains("does not exist yet"))
        let trained = try Program.run([
            "train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--epochs", "4", "--output", run, "--quiet",
        ])
        #expect(trained.status == 0)
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        watcher.waitUntilExit()
        #expect(watcher.terminationStatus == 0)
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.count == 5 && lines.last == "Finished after 4 epochs.", "\(text)")
        for (number, line) in lines.dropLast().enumerated() { #expect(line.hasPrefix("epoch \(number + 1)/4  ")) }
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func `an interruption ends it with the signal's status`(signal: Int32, status: Int32) throws {
        try write(line(1), live: live("training", more: ",\"process\":{\"number\":1,\"start\":null,\"host\":\"elsewhere\"}"))
        #expect(try Program.run(["watch", run], interruptingWith: signal, afterSeeing: "epoch 1/5").status == status)
    }
}
