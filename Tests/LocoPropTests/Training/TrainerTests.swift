import Activations
import Foundation
import LocoProp
import Testing

@Suite struct TrainerTests {
    private let widths = [37, 50, 9, 33, 37]
    private let methods = [
        "locoprop-m", "locoprop-s(gamma=2)", "locoprop-s(eta=0.1, solver=closed-form)", "backprop",
        "locoprop-m(solver=kronecker, sample=10)", "kfac", "kfac(fisher=empirical, step=fixed)", "shampoo(period=2)", "shampoo(block=20, graft=none)",
    ]

    private func trainer<Scalar: ActivationScalar>(
        _ method: String = "locoprop-m", optimizer: String = "rmsprop", batchSize: Int = 24, threads: Int = 1,
        _: Scalar.Type = Double.self
    ) throws -> Trainer<Scalar> {
        try Trainer(
            network: Network(.autoencoder(widths), seed: 21), loss: .sigmoidCrossEntropy,
            method: Method(parsing: method), optimizer: Optimizer(parsing: optimizer), batchSize: batchSize,
            threads: threads)
    }

    private func trained<Scalar: ActivationScalar>(
        _ method: String, threads: Int, rows: Int = 24, _: Scalar.Type
    ) throws -> [[Scalar]] {
        let trainer = try trainer(method, threads: threads, Scalar.self)
        for seed in UInt64(1)...4 {
            let batch: [Scalar] = unitNumbers(rows * 37, seed: seed)
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e-4)
        }
        return trainer.network.layers.flatMap { [$0.weights, $0.biases] }
    }

    // MARK: Threads

    @Test("the same seed and thread count give the same bits", arguments: [1, 2, 3])
    func sameBits(threads: Int) throws {
        for method in methods {
            #expect(try trained(method, threads: threads, Float.self) == trained(method, threads: threads, Float.self))
        }
    }

    /// 1e-12: four steps of ten iterations in float64; products of other shapes add in another order.
    @Test("another thread count gives the same up to rounding, also with fewer rows than threads",
        arguments: [2, 3, 5, 16])
    func threadInvariance(threads: Int) throws {
        for method in methods {
            for rows in [24, 1, 3] {
                let serial = try trained(method, threads: 1, rows: rows, Double.self)
                let parallel = try trained(method, threads: threads, rows: rows, Double.self)
                let fresh: Trainer<Double> = try trainer(method)
                #expect(serial != fresh.network.layers.flatMap { [$0.weights, $0.biases] })
                for (x, y) in zip(parallel, serial) { #expect(deviation(x, from: y) < 1e-12, "\(method), \(rows) rows") }
            }
        }
    }

    // MARK: Losses and outputs

    @Test("a step returns the loss before it; evaluation takes any number of rows", arguments: [1, 2])
    func losses(threads: Int) throws {
        let trainer = try trainer(threads: threads)
        let data: [Double] = unitNumbers(59 * 37, seed: 2)
        let parts = [0..<24, 24..<48, 48..<59].map { Array(data[$0.lowerBound * 37..<$0.upperBound * 37]) }
        let losses = try parts.map { try trainer.loss(inputs: $0, targets: $0) }
        let whole = try trainer.loss(inputs: data, targets: data)
        #expect(abs(whole - (24 * losses[0] + 24 * losses[1] + 11 * losses[2]) / 59) < 1e-12 * whole)
        #expect(try trainer.step(inputs: parts[0], targets: parts[0], learningRate: 1e-3) == losses[0])
        #expect(try trainer.loss(inputs: parts[0], targets: parts[0]) < losses[0])
    }

    @Test("targets are shown after a step of LocoProp, and only then") func localTargets() throws {
        let batch: [Double] = unitNumbers(24 * 37, seed: 2)
        for method in methods {
            let trainer = try trainer(method)
            #expect(trainer.localTargets.isEmpty)
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e-4)
            #expect(trainer.localTargets.map(\.count) == (!trainer.method.setsTargets ? [] : widths.dropFirst().map { 24 * $0 }))
            _ = try trainer.loss(inputs: batch, targets: batch)
            #expect(trainer.localTargets.isEmpty)
        }
    }

    @Test("rate 0 moves nothing") func rateZero() throws {
        for method in ["locoprop-m", "locoprop-s", "backprop", "kfac(step=fixed)", "shampoo"] {
            let trainer = try trainer(method)
            let before = trainer.network.layers
            let batch: [Double] = unitNumbers(24 * 37, seed: 2)
            try trainer.step(inputs: batch, targets: batch, learningRate: 0)
            #expect(trainer.network.layers == before)
        }
    }

    @Test("outputs are the last layer's activation") func outputs() throws {
        let specification = try NetworkSpecification(inputWidth: 2, layers: [.init(width: 2, activation: Linear())])
        let network = try Network<Double>(
            specification, layers: [LayerParameters(weights: [1, 2, 3, 4], biases: [0.5, -0.5])])
        let trainer = try Trainer(
            network: network, loss: .squaredError, method: .backProp, optimizer: Optimizer(.sgd), batchSize: 2, threads: 1)
        #expect(try trainer.outputs(inputs: [1, 1, 2, -1]) == [4.5, 5.5, -0.5, -0.5])
        #expect(try trainer.loss(inputs: [1, 1], targets: [4.5, 3.5]) == 2)
    }

    // MARK: Learning

    /// Rows on a smooth curve in 37 dimensions. Each method must take away most of what a fresh network
    /// loses above the entropy of the data; how much was read off once, and halved.
    @Test("each method learns, in Float and with two threads", arguments: [
        ("locoprop-m(gamma=10)", "rmsprop", 1e-4), ("locoprop-s(gamma=10)", "rmsprop", 3e-5),
        ("locoprop-s(gamma=10, eta=0.1, solver=closed-form)", "sgd", 0.0), ("backprop", "adam", 3e-3),
        ("locoprop-m(solver=kronecker, sample=32)", "sgd", 0), ("kfac", "sgd", 0), ("kfac(step=fixed, damping=1)", "momentum", 3e-2), ("shampoo", "momentum", 1e-2),
    ])
    func learns(method: String, optimizer: String, rate: Double) throws {
        let rows = 64
        let data: [Float] = (0..<rows * 37).map { index in
            let (row, column) = (Float(index / 37) / 64, Float(index % 37) / 37)
            let bump = (column - row) * 4
            return 1 / (1 + bump * bump)
        }
        let floor = data.reduce(0.0) { sum, value in
            let t = Double(value)
            return t > 0 && t < 1 ? sum - t * log(t) - (1 - t) * log(1 - t) : sum
        } / Double(rows)
        let trainer = try trainer(method, optimizer: optimizer, batchSize: rows, threads: 2, Float.self)
        let start = try trainer.loss(inputs: data, targets: data)
        for _ in 0..<150 { try trainer.step(inputs: data, targets: data, learningRate: rate) }
        let end = try trainer.loss(inputs: data, targets: data)
        #expect(end - floor < 0.25 * (start - floor), "\(method): from \(start) to \(end), floor \(floor)")
    }
}
