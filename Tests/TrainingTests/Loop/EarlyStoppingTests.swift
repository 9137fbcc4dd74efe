import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

/// Examples held out of training, and runs that end when these no longer get better.
@Suite struct EarlyStoppingTests {
    @Test func `what is held out is drawn from the seed, and is in no batch`() throws {
        let data = SmallRuns.data
        #expect(try data.holdingOut(.off, seed: 1).validation == nil)
        let (rest, held) = try data.holdingOut(.share(0.25), seed: 1)
        let validation = try #require(held)
        #expect(rest.train.count == 90 && validation.count == 30 && rest.test.count == 40)
        let (a, b) = (try #require(rest.train.selection), try #require(validation.selection))
        #expect(Set(a + b) == Set(0..<120))
        #expect(try data.holdingOut(.count(30), seed: 1).validation?.selection == b)
        #expect(try data.holdingOut(.count(30), seed: 2).validation?.selection != b)
        for part in [ValidationSplit.count(120), .share(0.001)] {
            #expect(throws: PlanError.validation("\(part)", examples: 120)) { try data.holdingOut(part, seed: 1) }
        }
    }

    @Test(arguments: [("off", "off"), ("30", "30"), ("0.25", "0.25"), ("1e-3", "0.001")])
    func `a part reads back`(text: String, written: String) throws {
        #expect(try ValidationSplit(parsing: text).description == written)
    }

    @Test(arguments: ["0", "1.5", "-1", "nan", "inf", "1.0", "half", ""]) func `what is no part is refused`(text: String) {
        #expect(throws: SettingError.self) { try ValidationSplit(parsing: text) }
    }

    @Test func `the validation loss is that of the examples held out`() throws {
        let folder = try TemporaryFolder()
        var plan = try SmallRuns.plan("locoprop-m", epochs: 2)
        plan.validation = .count(20)
        plan.batchSize = 20
        var records: [EpochRecord] = []
        try SmallRuns.run(plan, in: folder.file("run"), report: { if case .epoch(let record) = $0 { records.append(record) } })
        #expect(records.map(\.steps) == [5, 5])
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        let (rest, held) = try SmallRuns.data.holdingOut(plan.validation, seed: plan.seed)
        let again = try saved.evaluate(on: Dataset(name: "held", train: rest.train, test: #require(held)), threads: 1)
        // 1e-4 of the loss: the sums of other batches.
        #expect(abs(again.test.loss - (records[1].validation?.loss ?? .nan)) < 1e-4 * again.test.loss)
        #expect(abs(again.train.loss - records[1].train.loss) < 1e-4 * again.train.loss)
        let line = try JSONValue(parsing: try folder.text("run/metrics.jsonl").split(separator: "\n")[1].utf8)
        #expect(line["val_loss"]?.number == records[1].validation?.loss)
        #expect(try folder.text("run/metrics.csv").contains("val_loss"))
        let best = try Checkpoint(path: folder.file("run/checkpoints/best.safetensors"))
        #expect(best.state.best?.loss == records.compactMap(\.validation?.loss).min())
    }

    /// A rate of 0: the loss never gets better than after the first epoch.
    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `a run ends after its patience, whether it was interrupted or not`(method: String) throws {
        var plan = try SmallRuns.plan(method, epochs: 9)
        plan.learningRate = 0
        plan.stopping = EarlyStopping(patience: 3)
        let folder = try TemporaryFolder()
        #expect(try SmallRuns.run(plan, in: folder.file("whole")) == .finished)
        #expect(try folder.metrics("whole").count == 4)
        var steps = 0
        let stopped = try SmallRuns.run(plan, in: folder.file("parts"), shouldStop: { steps == 5 }) { if case .step = $0 { steps += 1 } }
        #expect(stopped == .stopped(epoch: 3, step: 1))
        #expect(try SmallRuns.run(plan, in: folder.file("parts")) == .finished)
        #expect(try folder.metrics("parts") == folder.metrics("whole"))
        let state = try Checkpoint(path: folder.file("parts/checkpoints/last.safetensors")).state
        #expect(state.improved?.epoch == 1 && state.improved == state.best && state.isExhausted(plan.stopping))
        // Taken up once more, it has nothing left to do.
        #expect(try SmallRuns.run(plan, in: folder.file("parts")) == .finished)
        #expect(try folder.metrics("parts").count == 4)
    }

    @Test func `a loss must be lower by more than the least difference to count`() throws {
        var plan = try SmallRuns.plan("locoprop-m", epochs: 6)
        let folder = try TemporaryFolder()
        plan.stopping = EarlyStopping(patience: 2)
        try SmallRuns.run(plan, in: folder.file("falling"))
        let losses = try folder.metrics("falling").compactMap { $0["test_loss"]?.number }
        // It falls in every epoch, by less than 1000.
        #expect(losses.count == 6 && zip(losses, losses.dropFirst()).allSatisfy { $0 > $1 })
        plan.stopping.minDelta = 1000
        try SmallRuns.run(plan, in: folder.file("strict"))
        #expect(try folder.metrics("strict").count == 3)
    }
}
