import Activations
import Foundation
import LocoProp
import Testing

/// Every activation of the catalogue in a network, under every method.
@Suite struct CatalogueTrainingTests {
    private let rows = 12

    private func specification(
        _ hidden: any Activation, last: any Activation
    ) throws -> NetworkSpecification {
        try NetworkSpecification(
            inputWidth: 7,
            layers: [
                .init(width: 10, activation: hidden), .init(width: 4, activation: Linear()),
                .init(width: 7, activation: last),
            ])
    }

    /// Whether a layer's products, of either sign, are in the domain: not in that of the logarithm.
    private func takesAnyNumber(_ entry: any Activation.Type) -> Bool {
        entry.descriptor.domain.contains(-100) && entry.descriptor.domain.contains(100)
    }

    /// The gradient's step at a small rate lowers the loss, whatever the activation: what does not move, or
    /// moves the wrong way, fails.
    @Test("each trains under each method, falling links too, but the step, which says why", arguments: Method.Kind.allCases)
    func everyActivation(method: Method.Kind) throws {
        for entry in ActivationRegistry.catalogue.entries where takesAnyNumber(entry) {
            let activation = try ActivationRegistry.catalogue.make(entry.descriptor.name, parameters: [:])
            let network = Network<Double>(try specification(activation, last: Sigmoid()), seed: 8)
            func make() throws -> Trainer<Double> {
                try Trainer(
                    network: network, loss: .sigmoidCrossEntropy, method: Method(parsing: method.rawValue),
                    optimizer: Optimizer(.sgd), batchSize: rows, threads: 2)
            }
            if entry.descriptor.hasZeroDerivative {
                let error = #expect(throws: LocoPropError.self) { try make() }
                #expect(
                    error?.description
                        == "layer 1: '\(entry.descriptor.name)' cannot be trained: its derivative is 0 everywhere, so no gradient passes through layer 1 to it and the layers below; take an activation with a slope, such as 'sigmoid' for 'step'")
                continue
            }
            let trainer = try make()
            let batch: [Double] = unitNumbers(rows * 7, seed: 9)
            let before = network.layers
            let start = try trainer.loss(inputs: batch, targets: batch)
            for _ in 0..<5 { try trainer.step(inputs: batch, targets: batch, learningRate: 1e-3) }
            #expect(try trainer.loss(inputs: batch, targets: batch) < start, "\(entry.descriptor.name)")
            for (old, new) in zip(before, network.layers) {
                #expect(old.weights != new.weights && old.biases != new.biases, "\(entry.descriptor.name)")
            }
        }
    }

    @Test("∂L/∂a agrees with central differences through every activation, softmax among them")
    func gradients() throws {
        for entry in ActivationRegistry.catalogue.entries where !entry.descriptor.hasZeroDerivative && takesAnyNumber(entry) {
            let activation = try ActivationRegistry.catalogue.make(entry.descriptor.name, parameters: [:])
            let network = Network<Double>(try specification(activation, last: Sigmoid()), seed: 8)
            let trainer = try Trainer(
                network: network, loss: .sigmoidCrossEntropy, method: .backProp, optimizer: Optimizer(.sgd),
                batchSize: rows, threads: 2)
            let batch: [Double] = unitNumbers(rows * 7, seed: 9)
            let gradients = try trainer.preActivationGradients(inputs: batch, targets: batch).gradients[0]
            let first = network.layers[0]
            for column in 0..<10 {
                let gradient = (0..<rows).reduce(0) { $0 + gradients[$1 * 10 + column] }
                func loss(_ delta: Double) throws -> Double {
                    var moved = first
                    moved.biases[column] += delta
                    try network.set(moved, ofLayer: 0)
                    return try trainer.loss(inputs: batch, targets: batch)
                }
                let slope = try (loss(1e-6) - loss(-1e-6)) / 2e-6
                // A loss near 5 rounds to 1e-15 of itself, over the step 1e-9; no pre-activation is within the
                // step of a kink.
                #expect(abs(slope - gradient) < 1e-7, "\(entry.descriptor.name), unit \(column)")
            }
        }
    }

    @Test("each loss trains on its own link, under each method and cut over threads", arguments: FinalLoss.allCases, [1, 3])
    func everyLoss(loss: FinalLoss, threads: Int) throws {
        let link = try ActivationRegistry.catalogue.make(loss.link, parameters: [:])
        let inputs: [Double] = unitNumbers(rows * 7, seed: 9)
        var targets: [Double] = unitNumbers(rows * 7, seed: 10)
        for row in 0..<rows where loss == .softmaxCrossEntropy {
            let sum = targets[row * 7..<(row + 1) * 7].reduce(0, +)
            for column in 0..<7 { targets[row * 7 + column] /= sum }
        }
        for method in Method.Kind.allCases {
            let network = Network<Double>(try specification(Tanh(), last: link), seed: 8)
            let trainer = try Trainer(
                network: network, loss: loss, method: Method(parsing: method.rawValue),
                optimizer: Optimizer(.sgd), batchSize: rows, threads: threads)
            let start = try trainer.loss(inputs: inputs, targets: targets)
            for _ in 0..<5 { try trainer.step(inputs: inputs, targets: targets, learningRate: 1e-3) }
            #expect(try trainer.loss(inputs: inputs, targets: targets) < start)
        }
    }

    /// 1e-12: as in TrainerTests.
    @Test("a coupled layer's local problem does not depend on the number of threads")
    func coupledLayers() throws {
        func trained(threads: Int) throws -> [LayerParameters<Double>] {
            let network = Network<Double>(try specification(Softmax(), last: Sigmoid()), seed: 8)
            let trainer = try Trainer(
                network: network, loss: .sigmoidCrossEntropy, method: .locoPropM(), optimizer: Optimizer(.adam),
                batchSize: rows, threads: threads)
            let batch: [Double] = unitNumbers(rows * 7, seed: 9)
            trainer.measuresLocalLosses = true
            for _ in 0..<3 { try trainer.step(inputs: batch, targets: batch, learningRate: 1e-4) }
            for loss in trainer.localLosses { #expect(loss.after < loss.before) }
            return network.layers
        }
        let serial = try trained(threads: 1)
        for threads in 2...4 {
            for (x, y) in zip(try trained(threads: threads), serial) {
                #expect(deviation(x.weights, from: y.weights) < 1e-12)
                #expect(deviation(x.biases, from: y.biases) < 1e-12)
            }
        }
    }
}
