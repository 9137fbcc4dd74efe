import Activations
import Foundation
import LocoProp
import Testing

/// Saturated units, against derivatives written down by hand.
@Suite struct SaturationTests {
    /// Weights far above a fresh network's, so that all kinds of units saturate.
    private func trainer(threads: Int) throws -> Trainer<Double> {
        let specification = try NetworkSpecification(inputWidth: 8, layers: [
            .init(width: 20, activation: Tanh()), .init(width: 20, activation: ReLU()),
            .init(width: 20, activation: Sigmoid()), .init(width: 20, activation: Linear()),
            .init(width: 5, activation: Softmax()),
        ])
        let network = Network<Double>(specification, seed: 3)
        for index in 0..<5 {
            var layer = network.layers[index]
            layer.weights = layer.weights.map { 6 * $0 }
            try network.set(layer, ofLayer: index)
        }
        return try Trainer(
            network: network, loss: .softmaxCrossEntropy, method: .backProp, optimizer: Optimizer(parsing: "sgd"),
            batchSize: 64, threads: threads)
    }

    private let inputs: [Double] = unitNumbers(40 * 8, seed: 4)
    private let targets = [Double](repeating: 0.2, count: 40 * 5)

    @Test("the share of slopes of at most a hundredth of the largest", arguments: [1, 3])
    func shares(threads: Int) throws {
        let trainer = try trainer(threads: threads)
        #expect(trainer.saturations() == [])
        _ = try trainer.loss(inputs: inputs, targets: targets)
        let measured = trainer.saturations()

        let logistic = { (a: Double) in 1 / (1 + exp(-a)) }
        let links: [(Double) -> Double] = [tanh, { max($0, 0) }, logistic, { $0 }]
        // Largest slopes on [−2, 2]: 1, 1, 1/4, 1; of softmax 1/4.
        let isSaturated: [(Double) -> Bool] = [
            { 1 - tanh($0) * tanh($0) <= 0.01 }, { $0 < 0 }, { logistic($0) * logistic(-$0) <= 0.0025 }, { _ in false },
        ]
        var x = Matrix(40, 8, inputs)
        var expected: [Double] = []
        for (index, layer) in trainer.network.layers.enumerated() {
            let width = layer.biases.count
            let product = x * Matrix(x.columns, width, layer.weights)
            let a = Matrix(40, width, product.values.enumerated().map { $1 + layer.biases[$0 % width] })
            if index < 4 {
                expected.append(Double(a.values.filter(isSaturated[index]).count) / Double(a.values.count))
                x = a.map(links[index])
            } else {
                let rows = (0..<40).map { row in (0..<width).map { exp(a[row, $0]) } }
                let p = rows.flatMap { row in row.map { $0 / row.reduce(0, +) } }
                expected.append(Double(p.filter { $0 * (1 - $0) <= 0.0025 }.count) / Double(p.count))
            }
        }
        #expect(measured == expected)
        #expect(expected[0] > 0.05 && expected[1] > 0.2 && expected[3] == 0 && expected[4] > 0.05, "\(expected)")
    }

    @Test("they are those of the last pass, and a step is as without them") func lastPass() throws {
        let (measured, plain) = (try trainer(threads: 2), try trainer(threads: 2))
        for trainer in [measured, plain] { try trainer.step(inputs: inputs, targets: targets, learningRate: 0.1) }
        let first = measured.saturations()
        #expect(first.count == 5)
        _ = try measured.loss(inputs: [Double](repeating: 0, count: 8), targets: Array(targets.prefix(5)))
        #expect(measured.saturations() != first)
        for trainer in [measured, plain] { try trainer.step(inputs: inputs, targets: targets, learningRate: 0.1) }
        #expect(measured.network.layers == plain.network.layers)
    }
}
