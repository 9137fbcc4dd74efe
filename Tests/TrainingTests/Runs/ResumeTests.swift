import LocoProp
import Testing
import Training
import TrainingTestSupport

/// A run that is interrupted and goes on ends with the bits of one that is not.
@Suite struct ResumeTests {
    static let methods = Method.table.map(\.name) + ["locoprop-m(eta=0.1, bias=regularised)", "locoprop-s(eta=0.1, solver=closed-form)"]

    /// Interrupted before the n-th question whether to stop, n drawn anew for each process: before a step, in the midst
    /// of an evaluation, at an epoch's end.
    private func interrupted(_ plan: TrainingPlan, in path: String, seed: UInt64) throws -> Int {
        var random = SeededGenerator(seed: seed)
        for process in 0..<200 {
            // An evaluation has four questions, so that five get every process further.
            var questions = 5 + random.nextIndex(below: 6)
            let outcome = try SmallRuns.run(plan, in: path, shouldStop: {
                questions -= 1
                return questions < 0
            })
            if outcome == .finished { return process }
        }
        Issue.record("the run never ends")
        return 0
    }

    @Test(arguments: methods)
    func `every method ends with the same bits under every optimizer, wherever it is interrupted`(method: String) throws {
        for (index, kind) in Optimizer.Kind.allCases.enumerated() {
            var plan = try SmallRuns.plan(method, optimizer: Optimizer(kind))
            // Learned parameters are part of the state, too.
            if plan.method.solver == .iterative { plan.activation = try plan.registry.make("prelu") }
            let folder = try TemporaryFolder()
            try SmallRuns.run(plan, in: folder.file("whole"))
            let interruptions = try interrupted(plan, in: folder.file("parts"), seed: UInt64(index))
            #expect(interruptions > 0)
            let whole = try Safetensors(path: folder.file("whole/checkpoints/last.safetensors"))
            let parts = try Safetensors(path: folder.file("parts/checkpoints/last.safetensors"))
            #expect(parts.tensors == whole.tensors, "\(method), \(kind)")
            for name in ["counters", "epoch", "step", "activations"] { #expect(parts[metadata: name] == whole[metadata: name]) }
            #expect(try folder.metrics("parts") == folder.metrics("whole"), "\(method), \(kind)")
            #expect(
                try Safetensors(path: folder.file("parts/checkpoints/best.safetensors")).tensors
                    == Safetensors(path: folder.file("whole/checkpoints/best.safetensors")).tensors)
        }
    }

    @Test func `a process that loses its work since a checkpoint writes each epoch once all the same`() throws {
        let plan = try SmallRuns.plan("locoprop-m", epochs: 4)
        let folder = try TemporaryFolder()
        try SmallRuns.run(plan, in: folder.file("whole"))
        // What a killed process leaves: an older checkpoint, later lines, a part of a line, a temporary file.
        var early: [UInt8] = []
        try SmallRuns.run(plan, in: folder.file("killed"), report: { event in
            if case .epoch(let record) = event, record.epoch == 2 {
                early = (try? folder.bytes("killed/checkpoints/last.safetensors")) ?? []
            }
        })
        try folder.write(early, "killed/checkpoints/last.safetensors")
        try folder.write([1, 2, 3], "killed/checkpoints/last.safetensors.1.tmp")
        try folder.write(folder.bytes("killed/metrics.jsonl") + Array("{\"epoch\":5,\"tr".utf8), "killed/metrics.jsonl")
        #expect(try SmallRuns.run(plan, in: folder.file("killed")) == .finished)
        #expect(try folder.metrics("killed") == folder.metrics("whole"))
        #expect(try folder.text("killed/metrics.csv").split(separator: "\n").count == 5)
        #expect(
            try Safetensors(path: folder.file("killed/checkpoints/last.safetensors")).tensors
                == Safetensors(path: folder.file("whole/checkpoints/last.safetensors")).tensors)
        #expect(try folder.text("killed/metrics.jsonl").split(separator: "\n").count == 4)
        #expect(FileSystem.names(in: folder.file("killed/checkpoints")) == ["best.safetensors", "last.safetensors"])
    }

    @Test func `a longer run is that of as many epochs from the start`() throws {
        let folder = try TemporaryFolder()
        try SmallRuns.run(SmallRuns.plan("locoprop-s", epochs: 4), in: folder.file("whole"))
        try SmallRuns.run(SmallRuns.plan("locoprop-s", epochs: 2), in: folder.file("longer"))
        try SmallRuns.run(SmallRuns.plan("locoprop-s", epochs: 4), in: folder.file("longer"))
        #expect(
            try Safetensors(path: folder.file("longer/checkpoints/last.safetensors")).tensors
                == Safetensors(path: folder.file("whole/checkpoints/last.safetensors")).tensors)
        #expect(try folder.metrics("longer") == folder.metrics("whole"))
    }

    @Test func `the best checkpoint is that of the least test loss`() throws {
        var plan = try SmallRuns.plan("backprop", optimizer: Optimizer(.sgd), epochs: 8)
        // Far too large a step: the loss goes up and down.
        plan.learningRate = 0.02
        let folder = try TemporaryFolder()
        var losses: [Double] = []
        try SmallRuns.run(plan, in: folder.file("run"), report: { event in
            if case .epoch(let record) = event { losses.append(record.test.loss) }
        })
        let best = try Checkpoint(path: folder.file("run/checkpoints/best.safetensors")).state
        let least = try #require(losses.min())
        #expect(best.best?.epoch == (losses.firstIndex(of: least) ?? -1) + 1 && best.best?.loss == least)
        #expect(best.epochsDone == best.best?.epoch)
    }

    @Test func `with 0 seconds there is a checkpoint after every step`() throws {
        let folder = try TemporaryFolder()
        var places: [String] = []
        try SmallRuns.run(SmallRuns.plan("backprop", epochs: 2), in: folder.file("run"), checkpointSeconds: 0, report: { event in
            guard case .step = event else { return }
            // As it is before this step's.
            places.append((try? Checkpoint(path: folder.file("run/checkpoints/last.safetensors")))?.state.place ?? "")
        })
        #expect(places == [
            "before the first step", "in epoch 1, after 1 of its steps", "after epoch 1", "in epoch 2, after 1 of its steps",
        ])
    }
}
