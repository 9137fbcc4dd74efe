import Foundation
import Interchange
import Testing
import Training
import TrainingTestSupport

/// What an event file holds, read back by our own reader; the real TensorBoard reads it in InteropTests.
@Suite("Event files")
struct EventFileTests {
    private func records(_ folder: TemporaryFolder) throws -> [[TensorBoardRecords.Record]] {
        try folder.names.map { name in
            Array(TensorBoardRecords([UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.file(name))))))
        }
    }

    private func tags(_ records: [TensorBoardRecords.Record]) -> [String] {
        records.map { "\($0.step) \($0.firstTag ?? "-")" }
    }

    @Test func `steps and epochs are there in order`() throws {
        let folder = try TemporaryFolder()
        let file = try EventFile(in: folder.path, afterSteps: 0, epochs: 0)
        for step in 1...2 { try file.append(step: step, [("loss", 0.5)]) }
        try file.append(epoch: 1, .object([.init("epoch", .integer(1)), .init("train_loss", .double(0.5))]))
        #expect(try tags(records(folder)[0]) == ["0 -", "1 batch/loss", "2 batch/loss", "1 epoch/train_loss"])
        #expect(folder.names.allSatisfy { $0.hasPrefix("events.out.tfevents.") })
    }

    @Test func `a process that goes on takes out what is beyond its checkpoint`() throws {
        let folder = try TemporaryFolder()
        do {
            let file = try EventFile(in: folder.path, afterSteps: 0, epochs: 0)
            for step in 1...4 { try file.append(step: step, [("loss", 1)]) }
            for epoch in 1...2 { try file.append(epoch: epoch, .object([.init("epoch", .integer(epoch)), .init("train_loss", .double(0.5))])) }
        }
        // Half a record, as a process that was killed leaves it.
        let path = folder.file(folder.names[0])
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.dropLast(3).write(to: URL(fileURLWithPath: path))
        let second = try EventFile(in: folder.path, afterSteps: 3, epochs: 1)
        try second.append(step: 4, [("loss", 2)])
        try second.flush()
        let all = try records(folder)
        #expect(tags(all[0]) == ["0 -", "1 batch/loss", "2 batch/loss", "3 batch/loss", "1 epoch/train_loss"])
        #expect(tags(all[1]) == ["0 -", "4 -", "4 batch/loss"])
    }

    @Test(arguments: [0, 1, 11, 12, 40, 63])
    func `a file that is cut or changed anywhere ends there`(place: Int) throws {
        let event = TensorBoardEvent(time: 1, step: 7, [("batch/loss", .scalar(1))])
        let bytes = event.bytes + event.bytes
        #expect(Array(TensorBoardRecords(bytes)).count == 2)
        #expect(Array(TensorBoardRecords(Array(bytes.prefix(place)))).count == place / event.bytes.count)
        var changed = bytes
        changed[place % event.bytes.count] ^= 0x10
        #expect(Array(TensorBoardRecords(changed)).isEmpty)
    }

    @Test func `a folder that is not there is an error that names the file`() throws {
        let error = #expect(throws: FileError.self) {
            try EventFile(in: "/nowhere", afterSteps: 0, epochs: 0)
        }
        #expect(error?.description.contains("cannot write '/nowhere/events.out.tfevents.") == true)
    }
}
