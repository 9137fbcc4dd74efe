import Activations
import LocoProp
import Testing

/// What guards `solver=kronecker` where the sample that A, G and the quadratic model are taken of says little about the batch.
@Suite struct KroneckerGuardTests {
    private static let width = 9, rows = 40
    /// What `KroneckerStep` counts down from after a step that it does not take.
    private static let caution: UInt64 = 50

    private func trainer(_ network: Network<Double>? = nil, _ method: String = "locoprop-m(solver=kronecker, sample=4)") throws -> Trainer<Double> {
        try Trainer(
            network: network ?? Network(.autoencoder([9, 8, 3, 8, 9]), seed: 2), loss: .sigmoidCrossEntropy,
            method: Method(parsing: method), optimizer: Optimizer(.sgd), batchSize: Self.rows, threads: 2, seed: 5)
    }

    /// The sample, the first four rows, is all but the same picture; the others are random ones, five times as bright.
    private func batch(_ seed: UInt64) -> [Double] {
        unitNumbers(Self.rows * Self.width, seed: seed).enumerated().map { index, x in
            index < 4 * Self.width ? 0.001 * x : 5 * x
        }
    }

    private func caution(_ trainer: Trainer<Double>) throws -> UInt64 {
        try #require(trainer.state.counters.first { $0.name == "kfac.caution" }).value
    }

    private func step(_ trainer: Trainer<Double>, _ seed: UInt64) throws -> Double {
        let inputs = batch(seed)
        return try trainer.step(inputs: inputs, targets: inputs.map { min($0 / 5, 1) }, learningRate: 0)
    }

    @Test("the loss falls, and a step that raised it is not taken") func falls() throws {
        let trainer = try trainer()
        var (losses, rejected) = ([Double](), 0)
        for _ in 0..<60 {
            let before = trainer.network.layers
            losses.append(try step(trainer, 1))
            guard try caution(trainer) == Self.caution else { continue }
            rejected += 1
            #expect(trainer.network.layers == before)
        }
        #expect(rejected > 0)
        // The guard looks at the last rows alone: the loss of all may still rise a little.
        for (before, after) in zip(losses, losses.dropFirst()) { #expect(after < 1.03 * before) }
        #expect(losses[59] < 0.8 * losses[0])
    }

    @Test("a run that is taken up after such a step goes on to the bit") func resumes() throws {
        let trainer = try trainer()
        var seed: UInt64 = 0
        while try caution(trainer) != Self.caution {
            seed += 1
            try #require(seed < 60)
            _ = try step(trainer, seed)
        }
        let second = try self.trainer(Network(trainer.network.specification, layers: trainer.network.layers))
        try second.restore(trainer.state)
        for later in seed + 1..<seed + 8 {
            #expect(try step(trainer, later) == step(second, later))
        }
        #expect(trainer.network.layers == second.network.layers)
        #expect(trainer.state == second.state)
    }

    /// The sample has no curvature to hold back a step along gradients of 1e30, and 1e15 times such weights is no Float.
    @Test("a step after which the loss is not finite is not taken") func notFinite() throws {
        let specification = try NetworkSpecification(
            inputWidth: Self.width, layers: [(width: 4, activation: "linear"), (width: Self.width, activation: "linear")],
            registry: .catalogue)
        let trainer = try Trainer(
            network: Network<Float>(specification, seed: 1), loss: .squaredError,
            method: Method(parsing: "locoprop-m(solver=kronecker, sample=4)"), optimizer: Optimizer(.sgd),
            batchSize: Self.rows, threads: 2)
        let before = trainer.network.layers
        let inputs: [Float] = unitNumbers(Self.rows * Self.width, seed: 3).enumerated().map { index, x in
            index < 4 * Self.width ? 0.001 * x : 1e15 * x
        }
        try trainer.step(inputs: inputs, targets: inputs, learningRate: 0)
        #expect(trainer.network.layers == before)
        #expect(trainer.state.counters.first { $0.name == "kfac.caution" }?.value == Self.caution)
    }

    @Test("a batch no larger than the sample takes K-FAC's steps") func smallBatch() throws {
        let (guarded, kfac) = (try trainer(nil, "locoprop-m(solver=kronecker, sample=20)"), try trainer(nil, "kfac"))
        for seed in UInt64(1)...7 {
            let inputs: [Double] = unitNumbers(20 * Self.width, seed: seed)
            for trainer in [guarded, kfac] { try trainer.step(inputs: inputs, targets: inputs, learningRate: 0) }
        }
        #expect(guarded.network.layers == kfac.network.layers)
    }
}
