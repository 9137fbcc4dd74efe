import Foundation
import LocoProp
import ProgramTestSupport
import Testing
import Training
import TrainingTestSupport

/// Processes that train are ended at random moments, by Ctrl-C, SIGTERM and `kill -9`; the run goes on each time, and ends
/// with the bits of a run that nobody touched.
@Suite struct KillTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.writeDataset(train: 40, test: 10)
    }

    private func arguments(_ method: String, _ optimizer: String, run: String) -> [String] {
        ["train", "--data", folder.path, "--network", "6-5-2-5-6", "--batch-size", "10", "--threads", "1", "--epochs", "40",
         "--method", method, "--optimizer", optimizer, "--schedule", "constant", "--learning-rate", "1e-4", "--activation", "elu",
         "--learn", "beta", "--output", folder.file(run), "--checkpoint-seconds", "0"]
    }

    /// The moment is drawn, and where in the run it falls depends on the machine: the law holds wherever that is.
    /// - Returns: how many processes a signal ended.
    private func killed(_ method: String, _ optimizer: String, random: inout SeededGenerator) throws -> Int {
        let run = folder.file("\(method)-\(optimizer)")
        var ended = 0
        while true {
            let hasBegun = FileManager.default.fileExists(atPath: run + "/config.yaml")
            let arguments = hasBegun
                ? ["train", "--resume", run, "--checkpoint-seconds", "0"]
                : self.arguments(method, optimizer, run: "\(method)-\(optimizer)") + ["--force"]
            let signal = [SIGINT, SIGTERM, SIGKILL][random.nextIndex(below: 3)]
            // After a few, the run is let through.
            let moment = ended < 4 ? 20 + random.nextIndex(below: 150) : nil
            let result = try Program.run(
                arguments, interruptingWith: moment == nil ? nil : signal, afterMilliseconds: moment)
            if result.status == 0 { return ended }
            // A signal that comes before the program listens ends it as it ends any.
            #expect([128 + signal, -signal].contains(result.status), "\(result.errors)")
            ended += 1
        }
    }

    @Test(arguments: Method.table.map(\.name))
    func `a killed run ends with the same bits, under every optimizer`(method: String) throws {
        var random = SeededGenerator(seed: UInt64(method.utf8.count))
        var ended = 0
        for optimizer in Optimizer.table.map(\.name) {
            #expect(try Program.run(arguments(method, optimizer, run: "whole") + ["--force", "--quiet"]).status == 0)
            ended += try killed(method, optimizer, random: &random)
            let whole = try Safetensors(path: folder.file("whole/checkpoints/last.safetensors"))
            let parts = try Safetensors(path: folder.file("\(method)-\(optimizer)/checkpoints/last.safetensors"))
            #expect(parts.tensors == whole.tensors, "\(method), \(optimizer)")
            #expect(parts[metadata: "counters"] == whole[metadata: "counters"])
            for run in ["whole", "\(method)-\(optimizer)"] {
                let lines = try folder.text("\(run)/metrics.jsonl").split(separator: "\n").map { try JSONValue(parsing: $0.utf8) }
                #expect(lines.map { $0["epoch"]?.integer } == Array(1...40))
                #expect(try folder.text("\(run)/metrics.csv").split(separator: "\n").count == 41)
            }
        }
        #expect(ended > 0)
    }

    /// Products take nearly all of such a run's time, and oneDNN's work on a stack of their own: a handler that ran on
    /// top of it would write over the program's memory. Of six such moments, all of them outside a product are rare.
    @Test func `a signal in the midst of a product damages nothing`() throws {
        var random = SeededGenerator(seed: 11)
        for run in ["a", "b", "c", "d", "e", "f"] {
            let result = try Program.run(
                ["train", "--data", "curves", "--network", "784-400-200-25-6-25-200-400-784", "--batch-size", "200", "--threads", "2",
                 "--epochs", "1000", "--output", folder.file(run)],
                interruptingWith: SIGINT, afterSeeing: "batches of", afterMilliseconds: 50 + random.nextIndex(below: 200))
            #expect(result.status == 130, "\(result.errors.prefix(300))")
            #expect(throws: Never.self) { try Checkpoint(path: folder.file("\(run)/checkpoints/last.safetensors")) }
        }
    }
}
