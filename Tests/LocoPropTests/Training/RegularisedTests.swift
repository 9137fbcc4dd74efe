import LocoProp
import Testing

/// The local problem with the regulariser ‖W̃ − W‖²/(2η), the bias held fixed, against the oracle file.
@Suite struct RegularisedTests {
    /// As in GoldenTests.
    private let tolerance = 1e-12

    @Test("LocoProp-S's closed form", arguments: [1, 2])
    func closedForm(threads: Int) throws {
        for net in try Golden.load().networks {
            let weights = try stepped(
                net, Method.locoPropS(
                    gamma: net.gamma, eta: net.closedFormS.eta, bias: .fixed, solver: .closedForm),
                rate: 0, threads: threads)
            #expect(deviation(weights, from: net.closedFormS.weights) < tolerance, "\(net.name)")
        }
    }

    /// η times the Hessian lies between 1 and 1 + η tr XᵀX, for M too because these links have f' ≤ 1.
    /// The fixture's η tr XᵀX are below 0.4; with the rate η/8 anything up to 14 converges, and
    /// the error shrinks to (7/8)²⁰⁰⁰ of itself or less.
    @Test("iterating the regularised problem reaches the closed form of S, and M's proximal point")
    func proximalPoint() throws {
        for net in try Golden.load().networks {
            let squared = try stepped(
                net, Method.locoPropS(
                    gamma: net.gamma, iterations: 2000, eta: net.closedFormS.eta, bias: .fixed,
                    schedule: .constant),
                rate: net.closedFormS.eta / 8, threads: 1)
            #expect(deviation(squared, from: net.closedFormS.weights) < tolerance, "\(net.name)")
            let matching = try stepped(
                net, Method.locoPropM(
                    gamma: net.gamma, iterations: 2000, eta: net.proximalM.eta, bias: .fixed,
                    schedule: .constant),
                rate: net.proximalM.eta / 8, threads: 1)
            #expect(deviation(matching, from: net.proximalM.weights) < tolerance, "\(net.name)")
        }
    }

    private func stepped(
        _ net: Golden.Net, _ method: Method, rate: Double, threads: Int
    ) throws -> [[Double]] {
        let network = try net.network()
        let trainer = try Trainer(
            network: network, loss: .sigmoidCrossEntropy, method: method, optimizer: Optimizer(.sgd),
            batchSize: net.batches[0].count, threads: threads)
        let batch = net.batches[0].flatMap(\.self)
        try trainer.step(inputs: batch, targets: batch, learningRate: rate)
        #expect(network.layers.map(\.biases) == net.biases, "the bias is held fixed")
        return network.layers.map(\.weights)
    }
}
