import Foundation
import Interchange
import ProgramTestSupport
import Testing
import Training

/// Event files, read by the real TensorBoard.
@Suite("Event files in TensorBoard", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct TensorBoardTests {
    /// Scalars as (step, value) by tag, histograms as (step, least, greatest, count) by tag, and what the loader of
    /// single files, which checks every checksum, says of them all.
    private static let read = """
        import glob, json, os, tensorboard
        from tensorboard.backend.event_processing import event_accumulator, event_file_loader
        keep = {"scalars": 0, "histograms": 0}
        accumulator = event_accumulator.EventAccumulator(arguments[0], size_guidance=keep)
        accumulator.Reload()
        tags = accumulator.Tags()
        records = [sum(1 for _ in event_file_loader.EventFileLoader(path).Load())
                   for path in sorted(glob.glob(os.path.join(arguments[0], "events.out.tfevents.*")))]
        print(json.dumps({
            "scalars": {t: [[e.step, e.value] for e in accumulator.Scalars(t)] for t in tags["scalars"]},
            "histograms": {t: [[e.step, e.histogram_value.min, e.histogram_value.max, e.histogram_value.num,
                                sum(e.histogram_value.bucket)] for e in accumulator.Histograms(t)]
                           for t in tags["histograms"]},
            "records": records}))
        """

    private func rows(_ answer: JSONValue, _ kind: String, _ tag: String) -> [[Double]] {
        answer[kind]?[tag]?.array?.map { $0.array?.compactMap(\.number) ?? [] } ?? []
    }

    @Test func `a run's numbers arrive, by step and by epoch`() throws {
        let folder = try Interop.emptyFolder("tensorboard").appendingPathComponent("run").path
        let result = try Program.run([
            "train", "--data", "curves", "--network", "784-20-6-20-784", "--epochs", "3", "--histograms", "all",
            "--output", folder,
        ])
        try #require(result.status == 0, "\(result.errors)")
        let answer = try Python.json(Self.read, [folder])
        let metrics = try String(contentsOfFile: folder + "/metrics.jsonl", encoding: .utf8).split(separator: "\n")
            .map { try JSONValue(parsing: $0.utf8) }
        #expect(metrics.count == 3)
        for name in ["train_loss", "test_loss", "train_excess", "batch_loss", "learning_rate", "seconds"] {
            let expected = metrics.map { [$0["epoch"]?.number ?? .nan, Double(Float($0[name]?.number ?? .nan))] }
            #expect(rows(answer, "scalars", "epoch/\(name)") == expected, "\(name)")
        }
        let steps = try #require(metrics[0]["steps"]?.integer)
        #expect(rows(answer, "scalars", "batch/loss").map { $0[0] } == (1...3 * steps).map(Double.init))
        for layer in 1...4 {
            for (kind, count) in [("weights", [784 * 20, 20 * 6, 6 * 20, 20 * 784][layer - 1]), ("biases", [20, 6, 20, 784][layer - 1])] {
                let histograms = rows(answer, "histograms", "\(kind)/layer \(layer)")
                #expect(histograms.map { $0[0] } == [1, 2, 3], "\(kind) \(layer)")
                for histogram in histograms { #expect(histogram[3] == Double(count) && histogram[4] == Double(count)) }
            }
            #expect(rows(answer, "histograms", "outputs/layer \(layer)").map { $0[0] } == [1, 2, 3])
        }
        // The last layer's link is a sigmoid.
        for histogram in rows(answer, "histograms", "outputs/layer 4") { #expect(histogram[1] >= 0 && histogram[2] <= 1) }
    }

    @Test func `after an interruption nothing is there twice`() throws {
        let folder = try Interop.emptyFolder("tensorboard-cut").path
        func write(_ file: EventFile, steps: ClosedRange<Int>, epochs: [Int], sign: Double) throws {
            for step in steps { try file.append(step: step, [("loss", sign * Double(step))]) }
            for epoch in epochs { try file.append(epoch: epoch, .object([.init("epoch", .integer(epoch)), .init("train_loss", .double(0.5))])) }
            try file.flush()
        }
        try write(EventFile(in: folder, afterSteps: 0, epochs: 0), steps: 1...25, epochs: [1, 2], sign: 1)
        // Killed in the middle of a record; the checkpoint is of step 15 in epoch 2.
        let first = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        let handle = try #require(FileHandle(forWritingAtPath: folder + "/" + first))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([40, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]))
        try handle.close()
        try write(EventFile(in: folder, afterSteps: 15, epochs: 1), steps: 16...30, epochs: [2, 3], sign: -1)
        let answer = try Python.json(Self.read, [folder])
        #expect(answer["records"]?.array?.count == 2)
        let losses = rows(answer, "scalars", "batch/loss")
        let expected: [[Double]] = (1...30).map { step in [Double(step), step <= 15 ? Double(step) : -Double(step)] }
        #expect(losses == expected)
        #expect(rows(answer, "scalars", "epoch/train_loss").map { $0[0] } == [1, 2, 3])
    }
}
