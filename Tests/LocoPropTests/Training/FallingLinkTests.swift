import Activations
import LocoProp
import Testing

/// LocoProp-M on links that fall somewhere: the convex–concave procedure on F = F₊ − F₋.
@Suite struct FallingLinkTests {
    private let rows = 11
    private let hidden: [any ElementwiseActivation] = [GELU(), SiLU()]
    private let batch: [Double]
    private let start: [LayerParameters<Double>]
    private let specification: NetworkSpecification

    init() throws {
        specification = try NetworkSpecification(
            inputWidth: 6,
            layers: [
                .init(width: 7, activation: GELU()), .init(width: 5, activation: SiLU()),
                .init(width: 6, activation: Sigmoid()),
            ])
        batch = unitNumbers(rows * 6, seed: 31)
        var layers = Network<Double>(specification, seed: 32).layers
        // Shifted, so that many pre-activations lie where the links fall.
        for layer in 0..<2 { layers[layer].biases = layers[layer].biases.map { $0 - 1.2 } }
        start = layers
    }

    private func stepped(
        _ method: Method, rate: Double, threads: Int = 1
    ) throws -> (layers: [LayerParameters<Double>], losses: [LocalLoss], targets: [[Double]]) {
        let trainer = try Trainer(
            network: Network(specification, layers: start), loss: .sigmoidCrossEntropy, method: method,
            optimizer: Optimizer(.sgd), batchSize: rows, threads: threads)
        trainer.measuresLocalLosses = true
        try trainer.step(inputs: batch, targets: batch, learningRate: rate)
        return (trainer.network.layers, trainer.localLosses, trainer.localTargets)
    }

    @Test("T = 1 with gradient descent: S, M and BackProp take the same step", arguments: [1, 2])
    func oneIteration(threads: Int) throws {
        let (gamma, rate) = (3.0, 0.05)
        let backProp = try stepped(.backProp, rate: rate * gamma, threads: threads).layers
        for method in [try Method.locoPropS(gamma: gamma, iterations: 1), try .locoPropM(gamma: gamma, iterations: 1)] {
            for (found, expected) in zip(try stepped(method, rate: rate, threads: threads).layers, backProp) {
                #expect(deviation(found.weights, from: expected.weights) < 1e-12)
                #expect(deviation(found.biases, from: expected.biases) < 1e-12)
            }
        }
    }

    @Test("the target is f₊(a) − γ g, and local losses are Σ F₊(a) − t₊·a", arguments: [1, 3])
    func surrogate(threads: Int) throws {
        let gamma = 4.0
        let step = try stepped(.locoPropM(gamma: gamma, iterations: 7), rate: 0.02, threads: threads)
        for (layer, local) in try problem().enumerated() {
            let split = try LinkSplit(hidden[layer])
            let target = local.a.map { split.rising($0) } - gamma * local.gradient
            #expect(deviation(step.targets[layer], from: target.values) < 1e-12)
            func value(_ a: Matrix) -> Double {
                split.risingIntegral(a.values).reduce(0, +) - a.times(target).values.reduce(0, +)
            }
            let reached = preActivations(local, step.layers[layer])
            #expect(deviation([step.losses[layer].before, step.losses[layer].after], from: [value(local.a), value(reached)]) < 1e-12)
        }
    }

    /// 1e-7: as in FactsTests, steps of 1e-5.
    @Test("the second local step is −lr times the central difference of the convex objective")
    func gradient() throws {
        let (gamma, rate) = (4.0, 0.1)
        func reached(_ iterations: Int) throws -> [LayerParameters<Double>] {
            try stepped(.locoPropM(gamma: gamma, iterations: iterations, schedule: .constant), rate: rate).layers
        }
        let (first, second) = (try reached(1), try reached(2))
        for (layer, local) in try problem().enumerated() {
            let split = try LinkSplit(hidden[layer])
            let target = local.a.map { split.rising($0) } - gamma * local.gradient
            for index in [0, 8, first[layer].weights.count - 1] {
                func value(_ delta: Double) -> Double {
                    var moved = first[layer]
                    moved.weights[index] += delta
                    let a = preActivations(local, moved)
                    return split.risingIntegral(a.values).reduce(0, +) - a.times(target).values.reduce(0, +)
                }
                let slope = (value(1e-5) - value(-1e-5)) / 2e-5
                #expect(abs((first[layer].weights[index] - second[layer].weights[index]) / rate - slope) < 1e-7)
            }
        }
    }

    @Test("the true local objective does not rise when the convex one is solved", arguments: [0.5, 4, 20], [1, 10, 300])
    func descent(gamma: Double, iterations: Int) throws {
        // Hessians are below 1.1 · 66 rows and weights: 1/100 does not overshoot.
        let step = try stepped(.locoPropM(gamma: gamma, iterations: iterations, schedule: .constant), rate: 0.01)
        for (layer, local) in try problem().enumerated() {
            #expect(step.losses[layer].after < step.losses[layer].before)
            let target = local.a.map { hidden[layer].link($0) } - gamma * local.gradient
            func objective(_ a: Matrix) -> Double {
                hidden[layer].integral(a.values).reduce(0, +) - a.times(target).values.reduce(0, +)
            }
            let (before, after) = (objective(local.a), objective(preActivations(local, step.layers[layer])))
            #expect(after < before)
            // Majorisation: it falls by at least as much as the convex one.
            #expect(before - after >= step.losses[layer].before - step.losses[layer].after - 1e-12)
        }
    }

    @Test("the convex objective lies above the true one at any point, and touches it at the start")
    func majorisation() throws {
        let gamma = 4.0
        var generator = SeededGenerator(seed: 33)
        for (layer, local) in try problem().enumerated() {
            let split = try LinkSplit(hidden[layer])
            for (a0, g) in zip(local.a.values, local.gradient.values) {
                func surrogate(_ a: Double) -> Double { split.risingIntegral(a) - (split.rising(a0) - gamma * g) * a }
                func truth(_ a: Double) -> Double { hidden[layer].integral(a) - (hidden[layer].link(a0) - gamma * g) * a }
                for _ in 0..<50 {
                    let a = a0 + 8 * (2 * generator.nextUnit() - 1)
                    #expect(surrogate(a) - surrogate(a0) >= truth(a) - truth(a0) - 1e-13)
                }
            }
        }
    }

    @Test("training lowers the loss, in both precisions", arguments: Method.Kind.allCases)
    func training(kind: Method.Kind) throws {
        func run<Scalar: ActivationScalar>(_: Scalar.Type) throws {
            let trainer = try Trainer(
                network: Network<Scalar>(specification, seed: 5), loss: .sigmoidCrossEntropy,
                method: Method(parsing: kind.rawValue), optimizer: Optimizer(.adam), batchSize: rows, threads: 2)
            let batch = batch.map { Scalar($0) }
            let before = try trainer.loss(inputs: batch, targets: batch)
            // AdaGrad's norm, which Shampoo takes, falls like 1/√t.
            let rate = kind == .shampoo ? 1e-2 : 1e-3
            for _ in 0..<30 { try trainer.step(inputs: batch, targets: batch, learningRate: rate) }
            #expect(try trainer.loss(inputs: batch, targets: batch) < 0.98 * before)
        }
        try run(Float.self)
        try run(Double.self)
    }

    // MARK: Plain forward and backward pass

    private struct Local {
        let x, a, gradient: Matrix
    }

    private func preActivations(_ local: Local, _ layer: LayerParameters<Double>) -> Matrix {
        (local.x * Matrix(local.x.columns, layer.biases.count, layer.weights)).adding(row: layer.biases)
    }

    /// X, a and ∂L/∂a of the two hidden layers at the start.
    private func problem() throws -> [Local] {
        let input = Matrix(rows, 6, batch)
        var x = input
        var passed: [(x: Matrix, a: Matrix)] = []
        for (index, layer) in start.enumerated() {
            let a = (x * Matrix(x.columns, layer.biases.count, layer.weights)).adding(row: layer.biases)
            passed.append((x, a))
            x = a.map { index == 2 ? Sigmoid().link($0) : hidden[index].link($0) }
        }
        var g = (1 / Double(rows)) * (x - input)
        var result: [Local] = []
        for index in [1, 0] {
            let above = Matrix(passed[index].a.columns, start[index + 1].biases.count, start[index + 1].weights)
            g = (g * above.transposed).times(passed[index].a.map { hidden[index].derivative($0) })
            result.insert(Local(x: passed[index].x, a: passed[index].a, gradient: g), at: 0)
        }
        return result
    }
}
