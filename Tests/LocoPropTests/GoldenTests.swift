import LocoProp
import Testing

/// Every number of the oracle file to 1e-12: float64 sums of at most some dozens of terms in another
/// order differ by a few 1e-16 of their size, which two steps of ten iterations multiply by some tens.
@Suite struct GoldenTests {
    private let tolerance = 1e-12
    private let golden: Golden

    init() throws {
        golden = try Golden.load()
    }

    @Test("loss and gradients with respect to the pre-activations", arguments: [1, 2, 3])
    func passes(threads: Int) throws {
        for net in golden.networks {
            let trainer = try Trainer(
                network: net.network(), loss: .sigmoidCrossEntropy, method: .backProp,
                optimizer: Optimizer(.sgd), batchSize: net.batches[0].count, threads: threads)
            let batch = net.batches[0].flatMap(\.self)
            let result = try trainer.preActivationGradients(inputs: batch, targets: batch)
            #expect(deviation([result.loss], from: [net.loss]) < tolerance, "\(net.name)")
            #expect(deviation(result.gradients, from: net.preActivationGradients) < tolerance, "\(net.name)")
            #expect(deviation([try trainer.loss(inputs: batch, targets: batch)], from: [net.loss]) < tolerance)
        }
    }

    @Test("loss, targets, weights and biases of every step of every case", arguments: [1, 2])
    func cases(threads: Int) throws {
        for net in golden.networks {
            for golden in net.cases {
                let name = "\(net.name), \(golden.variant), \(golden.optimizer), T = \(golden.iterations)"
                let method = try golden.variant == "S"
                    ? Method.locoPropS(gamma: net.gamma, iterations: golden.iterations)
                    : Method.locoPropM(gamma: net.gamma, iterations: golden.iterations)
                let network = try net.network()
                let trainer = try Trainer(
                    network: network, loss: .sigmoidCrossEntropy, method: method,
                    optimizer: Optimizer(parsing: golden.optimizer), batchSize: net.batches[0].count,
                    threads: threads)
                for (step, batch) in zip(golden.steps, net.batches) {
                    let batch = batch.flatMap(\.self)
                    let loss = try trainer.step(inputs: batch, targets: batch, learningRate: net.learningRate)
                    #expect(deviation([loss], from: [step.lossBefore]) < tolerance, "\(name)")
                    #expect(deviation(trainer.localTargets, from: step.targets) < tolerance, "\(name)")
                    #expect(deviation(network.layers.map(\.weights), from: step.weights) < tolerance, "\(name)")
                    #expect(
                        deviation(network.layers.flatMap(\.biases), from: step.biases.flatMap(\.self)) < tolerance,
                        "\(name)")
                }
            }
        }
    }
}
