import Foundation
import Testing
import Training
import TrainingTestSupport

@Suite struct RunProgressTests {
    private func record(_ epoch: Int) -> EpochRecord {
        EpochRecord(
            epoch: epoch, train: Evaluation(loss: 1, accuracy: nil), test: Evaluation(loss: 1, accuracy: nil),
            trainExcess: nil, testExcess: nil, batchLoss: 1, learningRate: 1, steps: 4, seconds: 1, learned: [], layers: [])
    }

    @Test func `events tell how far a run is, and when it will end`() {
        var tracker = ProgressTracker(epochs: 3)
        #expect(tracker.progress.phase == .starting && tracker.progress.secondsLeft == nil)
        for step in 1...4 { tracker.report(.step(epoch: 1, step: step, of: 4, loss: Double(step))) }
        #expect(tracker.progress.phase == .training && tracker.progress.step == 4 && tracker.progress.loss == 4)
        #expect((tracker.progress.secondsLeft ?? -1) >= 0 && (tracker.progress.stepsPerSecond ?? 0) > 0)
        tracker.report(.evaluating(epoch: 1))
        #expect(tracker.progress.phase == .evaluating)
        tracker.report(.epoch(record(1)))
        tracker.report(.step(epoch: 2, step: 1, of: 4, loss: 0))
        #expect(tracker.progress.epoch == 2 && tracker.progress.step == 1)
        tracker.end(.failed, reason: "because")
        #expect(tracker.progress.phase.isOver && tracker.progress.reason == "because")
    }

    /// A run that is taken up again in its third epoch has little left, however little of it was done here.
    @Test func `time left is counted from where the run was taken up`() {
        var tracker = ProgressTracker(epochs: 4)
        for step in 1...4 { tracker.report(.step(epoch: 4, step: step, of: 4, loss: 1)) }
        let progress = tracker.progress
        #expect((progress.secondsLeft ?? .infinity) <= progress.secondsElapsed)
    }

    @Test func `the file reads back, and odd ones say nothing`() throws {
        let folder = try TemporaryFolder()
        var file = LiveFile(in: folder.path)
        var progress = RunProgress(epochs: 9)
        (progress.epoch, progress.step, progress.steps, progress.loss) = (2, 3, 4, .infinity)
        file.write(progress)
        let read = try #require(LiveFile.read(in: folder.path))
        #expect(read.epoch == 2 && read.epochs == 9 && read.loss == .infinity && read.phase == .starting)
        #expect(read.process == .current && read.process?.isRunning == true)
        #expect(abs(read.time - Date().timeIntervalSince1970) < 60)
        // Once a second at most, but for the end.
        progress.step = 4
        file.write(progress)
        #expect(LiveFile.read(in: folder.path)?.step == 3)
        file.write(progress, now: true)
        #expect(LiveFile.read(in: folder.path)?.step == 4)
        for text in ["", "{", "[]", "{\"state\":\"asleep\"}", "{\"state\":\"training\",\"epoch\":\"x\"}"] {
            try text.write(toFile: folder.file("live.json"), atomically: true, encoding: .utf8)
            #expect(LiveFile.read(in: folder.path) == nil)
        }
        var nowhere = LiveFile(in: folder.file("missing"))
        nowhere.write(progress, now: true)
        #expect(folder.names == ["live.json"])
    }

    @Test func `a process is told from one with its number, and another machine's is not asked after`() {
        let own = ProcessIdentity.current
        #expect(own.isRunning == true)
        #expect(ProcessIdentity(number: own.number, start: own.start.map { $0 - 1 }, host: own.host).isRunning != true || own.start == nil)
        #expect(ProcessIdentity(number: 0, start: nil, host: own.host).isRunning == false)
        #expect(ProcessIdentity(number: -1, start: nil, host: own.host).isRunning == false)
        #expect(ProcessIdentity(number: .max, start: nil, host: own.host).isRunning == false)
        #expect(ProcessIdentity(number: own.number, start: own.start, host: own.host + "-other").isRunning == nil)
    }
}
