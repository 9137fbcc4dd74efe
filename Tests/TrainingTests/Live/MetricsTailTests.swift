import Foundation
import Testing
import Training
import TrainingTestSupport

@Suite struct MetricsTailTests {
    private let folder: TemporaryFolder
    private var path: String { folder.file("metrics.jsonl") }

    init() throws { folder = try TemporaryFolder() }

    private func line(_ epoch: Int, loss: Double = 2) -> String {
        EpochRecord(
            epoch: epoch, train: Evaluation(loss: loss, accuracy: nil), test: Evaluation(loss: loss + 1, accuracy: 0.5, saturation: [0.25]),
            trainExcess: nil, testExcess: nil, batchLoss: loss, learningRate: 0.1, steps: 7, seconds: 0.5, learned: [],
            layers: [LayerRecord(layer: 1, activation: "tanh", localLossBefore: -1, localLossAfter: -2, saturation: 0.25)]
        ).json.rendered + "\n"
    }

    private func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    @Test func `records come as their lines are finished, once each`() throws {
        var tail = MetricsTail(in: folder.path)
        #expect(throws: FileError.self) { try tail.advance() }
        try Data().write(to: URL(fileURLWithPath: path))
        #expect(try !tail.advance())
        try append(line(1) + line(2).dropLast(30))
        #expect(try tail.advance())
        #expect(tail.records.map(\.epoch) == [1])
        try append(String(line(2).suffix(30)) + line(3))
        try tail.advance()
        #expect(tail.records.map(\.epoch) == [1, 2, 3])
        #expect(try !tail.advance())
        #expect(tail.records.count == 3 && tail.unreadableLines == 0)
        let record = tail.records[0]
        #expect(record.layers[0].localLossAfter == -2 && record.seconds == 0.5 && record.steps == 7)
    }

    @Test func `a file that was replaced is read anew, also by a longer one`() throws {
        try Data((line(1) + line(2)).utf8).write(to: URL(fileURLWithPath: path))
        var tail = MetricsTail(in: folder.path)
        try tail.advance()
        try Data(line(1, loss: 7).utf8).write(to: URL(fileURLWithPath: path))
        try tail.advance()
        #expect(tail.records.map(\.train.loss) == [7])
        try Data((1...5).map { line($0, loss: 9) }.joined().utf8).write(to: URL(fileURLWithPath: path))
        try tail.advance()
        #expect(tail.records.map(\.train.loss) == [9, 9, 9, 9, 9])
    }

    @Test func `odd lines are counted and passed over, numbers that are none are read`() throws {
        let odd = "{\"epoch\":3,\"train_loss\":\"nan\",\"test_loss\":\"inf\"}\n"
        try Data((line(1) + "garbage\n\n{}\n\u{0}\n" + odd + line(4)).utf8).write(to: URL(fileURLWithPath: path))
        var tail = MetricsTail(in: folder.path)
        try tail.advance()
        #expect(tail.records.map(\.epoch) == [1, 3, 4])
        #expect(tail.unreadableLines == 3)
        #expect(tail.records[1].train.loss.isNaN && tail.records[1].test.loss == .infinity && tail.records[1].layers.isEmpty)
    }
}
