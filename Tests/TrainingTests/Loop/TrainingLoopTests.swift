import Activations
import LocoProp
import Testing
import Training
import TrainingTestSupport

@Suite struct TrainingLoopTests {
    private static let data = SmallRuns.data

    private func plan(_ method: String, epochs: Int = 3) throws -> TrainingPlan { try SmallRuns.plan(method, epochs: epochs) }

    private func run(
        _ plan: TrainingPlan, in folder: TemporaryFolder, stopAfter steps: Int? = nil
    ) throws -> (outcome: TrainingLoop.Outcome, records: [EpochRecord], loop: TrainingLoop) {
        let loop = try TrainingLoop(plan, data: Self.data)
        var records: [EpochRecord] = []
        var taken = 0
        let outcome = try loop.run(
            in: RunFolder(at: folder.file("run"), replacing: false), shouldStop: { taken == steps }
        ) { event in
            if case .step = event { taken += 1 }
            if case .epoch(let record) = event { records.append(record) }
        }
        return (outcome, records, loop)
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `learned parameters are in the records, the configuration and the weights`(method: String) throws {
        let folder = try TemporaryFolder()
        var plan = try plan(method)
        plan.activation = PReLU()
        let (_, records, loop) = try run(plan, in: folder)
        #expect(records[2].learned.map(\.layer) == [1, 3])
        #expect(records[2].learned == LearnedActivation.all(of: loop.network))
        #expect(records[2].learned.allSatisfy { $0.parameters[0].value != 0.25 } && records[2].learned != records[0].learned)
        let line = try JSONValue(parsing: try folder.text("run/metrics.jsonl").split(separator: "\n")[2].utf8)
        #expect(line["learned"]?.array?[1]["parameters"]?["beta"]?.number == records[2].learned[1].parameters[0].value)
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved.network.layers == loop.network.layers)
        #expect(saved.network.specification.layers.map(\.learned.count) == [1, 0, 1, 0])
        #expect(try saved.evaluate(on: Self.data, threads: 1).learned == records[2].learned)
        plan.learned = []
        #expect(try run(plan, in: TemporaryFolder()).records[2].learned == [])
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `every method lowers the loss, and keeps what it says`(method: String) throws {
        let folder = try TemporaryFolder()
        let (outcome, records, loop) = try run(plan(method), in: folder)
        #expect(outcome == .finished)
        #expect(records.map(\.epoch) == [1, 2, 3])
        // 120 images are two full batches of 50.
        #expect(records.allSatisfy { $0.steps == 2 })
        // A fresh network has about 784 log 2 = 543.
        #expect(records[2].train.loss < 0.9 * records[0].batchLoss)
        for record in records {
            #expect(record.trainExcess == record.train.loss - (try Self.data.train.entropyFloor()))
            #expect(record.testExcess == record.test.loss - (try Self.data.test.entropyFloor()))
        }
        let lines = try folder.text("run/metrics.jsonl").split(separator: "\n")
        #expect(try lines.map { try JSONValue(parsing: $0.utf8) } == records.map(\.json))
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved.network.layers == loop.network.layers)
        #expect(saved[note: "epoch"] == "3")
        let again = try saved.evaluate(on: Self.data, threads: 1)
        // The whole set in one batch sums in another order than batches of 50.
        #expect(abs(again.train.loss - records[2].train.loss) < 1e-4 * records[2].train.loss)
        #expect(folder.names == ["run"])
    }

    @Test(arguments: ["locoprop-m", "locoprop-s", "backprop"])
    func `every layer's local losses and saturation are in the records`(method: String) throws {
        let folder = try TemporaryFolder()
        var plan = try plan(method)
        // Without momentum, and far below what curvature allows: every local step goes downhill.
        plan.optimizer = try Optimizer(parsing: "sgd")
        plan.learningRate = 1e-6
        let (_, records, _) = try run(plan, in: folder)
        for record in records {
            #expect(record.layers.map(\.layer) == [1, 2, 3, 4])
            #expect(record.layers.map(\.activation) == ["tanh", "linear", "tanh", "sigmoid"])
            #expect(record.layers.map(\.saturation) == record.test.saturation)
            #expect(record.layers.allSatisfy { (0...1).contains($0.saturation ?? -1) })
            for layer in record.layers {
                if method == "backprop" {
                    #expect(layer.localLossBefore == nil && layer.localLossAfter == nil)
                } else {
                    let (before, after) = (try #require(layer.localLossBefore), try #require(layer.localLossAfter))
                    #expect(after < before, "the local iterations lower the local loss of layer \(layer.layer)")
                }
                #expect(LayerRecord(layer.json) == layer)
            }
        }
        // At these rates the code layer's slope is 1 throughout.
        #expect(records.allSatisfy { $0.layers[1].saturation == 0 })
        let line = try JSONValue(parsing: try folder.text("run/metrics.jsonl").split(separator: "\n")[1].utf8)
        #expect(line["layers"]?.array?.compactMap { LayerRecord($0) } == records[1].layers)
    }

    @Test func `the same seed and thread count give the same bits, another seed others`() throws {
        func weights(seed: UInt64) throws -> [LayerParameters<Float>] {
            var plan = try plan("locoprop-m", epochs: 2)
            plan.seed = seed
            plan.threads = 2
            return try run(plan, in: TemporaryFolder()).loop.network.layers
        }
        let first = try weights(seed: 5)
        #expect(try weights(seed: 5) == first)
        #expect(try weights(seed: 6) != first)
    }

    @Test func `a stop is taken before the next step, and the weights of then are kept`() throws {
        let folder = try TemporaryFolder()
        let (outcome, records, loop) = try run(plan("backprop"), in: folder, stopAfter: 3)
        #expect(outcome == .stopped(epoch: 2, step: 1))
        #expect(records.count == 1)
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved.network.layers == loop.network.layers)
        #expect(saved[note: "epoch"] == "2")
        #expect(saved[note: "steps_of_epoch"] == "1")
        #expect(try folder.text("run/metrics.jsonl").split(separator: "\n").count == 1)
    }

    @Test func `a stop during an evaluation keeps the epoch's weights and claims no losses`() throws {
        let folder = try TemporaryFolder()
        let (outcome, records, _) = try run(plan("backprop"), in: folder, stopAfter: 2)
        #expect(outcome == .stopped(epoch: 1, step: 2))
        #expect(records.isEmpty)
        #expect(try folder.bytes("run/metrics.jsonl") == [])
    }

    @Test func `a run that diverges names the place and keeps the last good weights`() throws {
        let folder = try TemporaryFolder()
        var plan = try plan("backprop")
        plan.optimizer = Optimizer(.sgd)
        plan.learningRate = 1e300
        let error = try #require(throws: TrainingFailure.self) { try run(plan, in: folder) }
        #expect(error.epoch == 1)
        #expect(error.description.contains("epoch 1"))
        #expect(error.description.contains("layer"))
        #expect(error.description.hasSuffix("\(folder.file("run"))/checkpoints/last.safetensors keeps the state before the first step"))
        let saved = try SavedNetwork(path: folder.file("run"), registry: .catalogue)
        #expect(saved.network.layers == Network<Float>(try plan.specification(), seed: plan.seed).layers)
    }

    @Test func `labels are learnt under softmax cross entropy`() throws {
        // Two classes that differ in their first pixel.
        let pixels: [UInt8] = (0..<40).flatMap { index -> [UInt8] in [index % 2 == 0 ? 0 : 255, 10, 20] }
        let set = ExampleSet(count: 40, shape: [1, 3], storage: .bytes(pixels, unit: 255), labels: (0..<40).map { Int32($0 % 2) })
        let data = try Dataset(name: "two", train: set, test: set)
        var plan = try TrainingPlan(.locoprop2022, registry: .catalogue, method: .backProp, seed: 0, threads: 1)
        plan.loss = .softmaxCrossEntropy
        plan.widths = try NetworkWidths(parsing: "3-4-2")
        plan.batchSize = 20
        plan.epochs = 30
        plan.learningRate = 0.05
        let folder = try TemporaryFolder()
        var last: EpochRecord?
        let run = try RunFolder(at: folder.file("run"), replacing: false)
        _ = try TrainingLoop(plan, data: data).run(in: run, report: { event in
            if case .epoch(let record) = event { last = record }
        })
        #expect(last?.test.accuracy == 1)
        #expect(last?.trainExcess == nil)
        #expect(try #require(last).test.loss < 0.3)
    }

    @Test func `what cannot be trained is refused before a run begins`() throws {
        var plan = try plan("backprop")
        plan.activation = try ActivationRegistry.catalogue.make("step")
        let error = try #require(throws: LocoPropError.self) { try TrainingLoop(plan, data: Self.data) }
        #expect(error.description.hasPrefix("layer 1: 'step' cannot be trained"))
    }
}
