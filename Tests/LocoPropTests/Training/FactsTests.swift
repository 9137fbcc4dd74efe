import Activations
import Foundation
import LocoProp
import Testing

/// Identities that LocoProp's steps obey, against plain matrices. Tolerances of 1e-12 relative to 1: a few
/// dozen float64 operations on numbers near 1, in another order.
@Suite struct FactsTests {
    private let specification: NetworkSpecification
    private let layers: [LayerParameters<Double>]
    private let batch: [Double]
    private let rows = 7
    private let links: [(Double) -> Double] = [tanh, { $0 }, tanh, { 1 / (1 + exp(-$0)) }]
    private let derivatives: [(Double) -> Double] = [
        { 1 - tanh($0) * tanh($0) }, { _ in 1 }, { 1 - tanh($0) * tanh($0) },
        { exp(-$0) / ((1 + exp(-$0)) * (1 + exp(-$0))) },
    ]

    init() throws {
        specification = try .autoencoder([9, 6, 3, 5, 9])
        layers = Network<Double>(specification, seed: 11).layers
        batch = unitNumbers(rows * 9, seed: 12)
    }

    @Test("T = 1 with gradient descent: S, M and BackProp take the same step −lr γ ∂L/∂W", arguments: [1, 2])
    func oneIteration(threads: Int) throws {
        let (gamma, rate) = (3.0, 0.05)
        let before = try problem()
        let backProp = try step(.backProp, rate: rate * gamma, threads: threads)
        for method in [try Method.locoPropS(gamma: gamma, iterations: 1), try .locoPropM(gamma: gamma, iterations: 1)] {
            let after = try step(method, rate: rate, threads: threads)
            for (index, layer) in before.enumerated() {
                #expect(deviation(after[index].weights, from: backProp[index].weights) < 1e-12)
                #expect(deviation(after[index].biases, from: backProp[index].biases) < 1e-12)
                let expected = layer.weights - (rate * gamma) * (layer.x.transposed * layer.g)
                #expect(deviation(after[index].weights, from: expected.values) < 1e-12)
                let bias = zip(layer.bias, layer.g.columnSums).map { $0 - rate * gamma * $1 }
                #expect(deviation(after[index].biases, from: bias) < 1e-12)
            }
        }
    }

    /// 1e-7: the error of central differences with a step of 1e-5 is of the order of 1e-10 of L, 1e-16 · L/1e-5 rounding.
    @Test("∂L/∂a gives the central differences of the loss by weights and biases") func gradients() throws {
        let trainer = try trainer(.backProp)
        for (index, layer) in try problem().enumerated() {
            let weights = (layer.x.transposed * layer.g).values
            for (position, gradient) in zip([0, 4, weights.count - 1], [0, 4, weights.count - 1].map { weights[$0] }) {
                let slope = try centralDifference { delta in
                    var moved = layers[index]
                    moved.weights[position] += delta
                    try trainer.network.set(moved, ofLayer: index)
                    return try trainer.loss(inputs: batch, targets: batch)
                }
                #expect(abs(slope - gradient) < 1e-7)
            }
            let slope = try centralDifference { delta in
                var moved = layers[index]
                moved.biases[0] += delta
                try trainer.network.set(moved, ofLayer: index)
                return try trainer.loss(inputs: batch, targets: batch)
            }
            #expect(abs(slope - layer.g.columnSums[0]) < 1e-7)
            try trainer.network.set(layers[index], ofLayer: index)
        }
    }

    @Test("the closed form of S is the fixed point W⁺ = W − η Xᵀ(X W⁺ + b − t)", arguments: [0.05, 2.0])
    func squaredFixedPoint(eta: Double) throws {
        let gamma = 3.0
        let after = try step(
            .locoPropS(gamma: gamma, eta: eta, bias: .fixed, solver: .closedForm), rate: 0, threads: 2)
        for (layer, result) in zip(try problem(), after) {
            let reached = Matrix(layer.weights.rows, layer.weights.columns, result.weights)
            let target = layer.a - gamma * layer.g
            let residual = (layer.x * reached).adding(row: layer.bias) - target
            #expect(deviation(reached.values, from: (layer.weights - eta * (layer.x.transposed * residual)).values) < 1e-12)
            #expect(result.biases == layer.bias)
        }
    }

    @Test("with the bias regularised it is the fixed point for X with a column of ones", arguments: [3, 7])
    func augmentedFixedPoint(rows: Int) throws {
        let (gamma, eta) = (3.0, 0.5)
        let after = try step(
            .locoPropS(gamma: gamma, eta: eta, bias: .regularised, solver: .closedForm), rate: 0, threads: 1, rows: rows)
        for (layer, result) in zip(try problem(rows: rows), after) {
            let reached = Matrix(layer.weights.rows, layer.weights.columns, result.weights)
            let residual = (layer.x * reached).adding(row: result.biases) - (layer.a - gamma * layer.g)
            #expect(deviation(reached.values, from: (layer.weights - eta * (layer.x.transposed * residual)).values) < 1e-12)
            let bias = zip(layer.bias, residual.columnSums).map { $0 - eta * $1 }
            #expect(deviation(result.biases, from: bias) < 1e-12)
        }
    }

    @Test("S, T plain steps of size η: ΔW = −ηγ Σ (I − ηXᵀX)ʲ Xᵀ g", arguments: [1, 2, 6])
    func powerSeries(iterations: Int) throws {
        let (gamma, eta) = (3.0, 0.04)
        let after = try step(
            .locoPropS(gamma: gamma, iterations: iterations, bias: .fixed, schedule: .constant), rate: eta, threads: 2)
        for (layer, result) in zip(try problem(), after) {
            let shrink = Matrix.identity(layer.x.columns) - eta * (layer.x.transposed * layer.x)
            var term = layer.x.transposed * layer.g
            var sum = term
            for _ in 1..<iterations {
                term = shrink * term
                sum = sum + term
            }
            #expect(deviation(result.weights, from: (layer.weights - (eta * gamma) * sum).values) < 1e-12)
        }
    }

    /// η times the Hessian is at most 1 + η tr XᵀX ≤ 1 + 0.1 · 63: the rate η/4 contracts by 3/4 or better
    /// where it does not overshoot, and 400 iterations leave nothing of the start.
    @Test("M with the regulariser converges to W⁺ = W − η Xᵀ(f(X W⁺ + b) − t)") func matchingFixedPoint() throws {
        let (gamma, eta) = (3.0, 0.1)
        let after = try step(
            .locoPropM(gamma: gamma, iterations: 400, eta: eta, bias: .fixed, schedule: .constant),
            rate: eta / 4, threads: 2)
        for (index, (layer, result)) in zip(try problem(), after).enumerated() {
            let reached = Matrix(layer.weights.rows, layer.weights.columns, result.weights)
            let target = layer.a.map(links[index]) - gamma * layer.g
            let residual = (layer.x * reached).adding(row: layer.bias).map(links[index]) - target
            #expect(deviation(reached.values, from: (layer.weights - eta * (layer.x.transposed * residual)).values) < 1e-12)
        }
    }

    /// Two small steps show the local gradient at two points: their difference over the first step is the
    /// Hessian along it, up to the third derivative times the step (1e-4 of it at this rate) — hence 1e-3.
    @Test("the Hessian of M's output j is Xᵀ diag(f′(a_j)) X + I/η") func matchingHessian() throws {
        let (gamma, eta, rate) = (3.0, 0.5, 1e-4)
        func reached(_ iterations: Int) throws -> [LayerParameters<Double>] {
            try step(
                .locoPropM(gamma: gamma, iterations: iterations, eta: eta, bias: .fixed, schedule: .constant),
                rate: rate, threads: 1)
        }
        let (first, second) = (try reached(1), try reached(2))
        for (index, layer) in try problem().enumerated() {
            func matrix(_ values: [Double]) -> Matrix { Matrix(layer.weights.rows, layer.weights.columns, values) }
            let direction = matrix(first[index].weights) - layer.weights
            let change = (1 / rate) * ((matrix(first[index].weights) - matrix(second[index].weights)) + direction)
            let slopes = layer.a.map(derivatives[index])
            let expected = layer.x.transposed * slopes.times(layer.x * direction) + (1 / eta) * direction
            let scale = expected.values.map(abs).max() ?? 0
            #expect(scale > 0)
            for (found, wanted) in zip(change.values, expected.values) { #expect(abs(found - wanted) < 1e-3 * scale) }
        }
    }

    @Test("local losses are ½‖a − t‖² and Σ F(a) − t·a, and a small step lowers them", arguments: [1, 3])
    func localLosses(threads: Int) throws {
        let gamma = 3.0
        let integrals: [(Double) -> Double] = [
            { log(cosh($0)) }, { $0 * $0 / 2 }, { log(cosh($0)) }, { log1p(exp($0)) },
        ]
        for method in [try Method.locoPropS(gamma: gamma), try .locoPropM(gamma: gamma)] {
            let trainer = try trainer(method, threads: threads)
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3)
            #expect(trainer.localLosses.isEmpty)
            for layer in layers.indices { try trainer.network.set(layers[layer], ofLayer: layer) }
            trainer.measuresLocalLosses = true
            try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3)
            for (index, layer) in try problem().enumerated() {
                let base = method.kind == .locoPropS ? layer.a : layer.a.map(links[index])
                let target = base - gamma * layer.g
                func loss(_ a: Matrix) -> Double {
                    method.kind == .locoPropS
                        ? (a - target).values.reduce(0) { $0 + $1 * $1 } / 2
                        : a.map(integrals[index]).values.reduce(0, +) - a.times(target).values.reduce(0, +)
                }
                let reached = trainer.network.layers[index]
                let after = (layer.x * Matrix(layer.weights.rows, layer.weights.columns, reached.weights))
                    .adding(row: reached.biases)
                let found = trainer.localLosses[index]
                #expect(deviation([found.before, found.after], from: [loss(layer.a), loss(after)]) < 1e-12)
                #expect(found.after < found.before)
            }
        }
    }

    // MARK: Plain forward and backward pass

    private struct Local {
        let x, weights, a, g: Matrix
        let bias: [Double]
    }

    /// X, W, b, a and ∂L/∂a of each layer before the step, computed by plain matrices.
    private func problem(rows: Int? = nil) throws -> [Local] {
        let rows = rows ?? self.rows
        let input = Matrix(rows, 9, Array(batch.prefix(rows * 9)))
        var x = input
        var passed: [(x: Matrix, weights: Matrix, a: Matrix, bias: [Double])] = []
        for (index, layer) in layers.enumerated() {
            let weights = Matrix(x.columns, layer.biases.count, layer.weights)
            let a = (x * weights).adding(row: layer.biases)
            passed.append((x, weights, a, layer.biases))
            x = a.map(links[index])
        }
        var g = (1 / Double(rows)) * (x - input)
        var problems: [Local] = []
        for index in layers.indices.reversed() {
            let layer = passed[index]
            problems.insert(Local(x: layer.x, weights: layer.weights, a: layer.a, g: g, bias: layer.bias), at: 0)
            if index > 0 {
                g = (g * layer.weights.transposed).times(passed[index - 1].a.map(derivatives[index - 1]))
            }
        }
        return problems
    }

    private func trainer(_ method: Method, threads: Int = 1) throws -> Trainer<Double> {
        try Trainer(
            network: Network(specification, layers: layers), loss: .sigmoidCrossEntropy, method: method,
            optimizer: Optimizer(.sgd), batchSize: rows, threads: threads)
    }

    private func step(
        _ method: Method, rate: Double, threads: Int, rows: Int? = nil
    ) throws -> [LayerParameters<Double>] {
        let trainer = try trainer(method, threads: threads)
        let batch = Array(batch.prefix((rows ?? self.rows) * 9))
        try trainer.step(inputs: batch, targets: batch, learningRate: rate)
        return trainer.network.layers
    }

    private func centralDifference(_ f: (Double) throws -> Double) rethrows -> Double {
        (try f(1e-5) - f(-1e-5)) / 2e-5
    }
}
