import Activations
import Foundation
import LocoProp
import Testing

/// K-FAC and Shampoo, step by step, against `Scripts/second-order-fixture`: there the Kronecker products and the Fisher
/// matrix are whole matrices over all parameters, the Jacobian comes from backward passes, and the roots from NumPy.
@Suite struct SecondOrderTests {
    private struct Fixture: Decodable {
        let cases: [Case]

        struct Case: Decodable {
            let method, optimizer, loss: String
            let rate: Double
            let seed: UInt64
            let widths: [Int]
            let links: [String]
            let start: Parameters
            let batches: [Batch]
            let steps: [Step]
        }

        struct Parameters: Decodable {
            let weights: [[[Double]]]
            let biases, learned: [[Double]]
        }

        struct Batch: Decodable {
            let inputs, targets: [[Double]]
        }

        struct Step: Decodable {
            let lossBefore: Double
            let weights: [[[Double]]]
            let biases, learned: [[Double]]
        }
    }

    private static func cases() throws -> [Fixture.Case] {
        let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/second-order.json")
        let cases = try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: url)).cases
        try #require(cases.count >= 14 && cases.allSatisfy { $0.steps.count == $0.batches.count && $0.steps.count == 6 })
        return cases
    }

    /// 1e-13 for K-FAC: the damped factors' condition numbers are at most 1e2 here, a dozen roundings of 1e-16 are multiplied by
    /// them in each of six steps, and each step starts from the last one's. 1e-10 for Shampoo: in the first steps L and R
    /// are singular but for ε = 1e-6, and an eigenvalue that rounds to 1e-17 instead of 0 changes (λ + ε)^{−1/4} by
    /// 1e-11 of itself, of the directions that the gradient is least along.
    @Test("every step of every case", arguments: [1, 3]) func steps(threads: Int) throws {
        for golden in try Self.cases() {
            let specification = try NetworkSpecification(
                inputWidth: golden.widths[0],
                layers: zip(golden.widths.dropFirst(), golden.links).map { (width: $0, activation: $1) },
                registry: .catalogue)
            let network = try Network<Double>(
                specification,
                layers: golden.start.weights.indices.map {
                    LayerParameters(
                        weights: golden.start.weights[$0].flatMap(\.self), biases: golden.start.biases[$0],
                        learned: golden.start.learned[$0])
                })
            let method = try Method(parsing: golden.method)
            let trainer = try Trainer(
                network: network, loss: FinalLoss(parsing: golden.loss), method: method,
                optimizer: Optimizer(parsing: golden.optimizer), batchSize: golden.batches[0].inputs.count,
                threads: threads, seed: golden.seed)
            let tolerance = method.kind == .kfac ? 1e-13 : 1e-10
            for (number, (batch, step)) in zip(golden.batches, golden.steps).enumerated() {
                let loss = try trainer.step(
                    inputs: batch.inputs.flatMap(\.self), targets: batch.targets.flatMap(\.self),
                    learningRate: golden.rate)
                let place: Comment = "\(golden.loss), \(golden.method), step \(number + 1)"
                let layers = network.layers
                let differences = [
                    deviation([loss], from: [step.lossBefore]),
                    deviation(layers.map(\.weights), from: step.weights),
                    deviation(layers.flatMap(\.biases), from: step.biases.flatMap(\.self)),
                    deviation(layers.flatMap(\.learned), from: step.learned.flatMap(\.self)),
                ]
                #expect(differences.allSatisfy { $0 < tolerance }, "\(place.rawValue): \(differences)")
                guard differences.allSatisfy({ $0 < tolerance }) else { break }
            }
        }
    }

    @Test("LocoProp with Kronecker factors of whole batches takes K-FAC's adaptive steps; of fewer rows, others")
    func kroneckerSolver() throws {
        func trained(_ method: String) throws -> [LayerParameters<Double>] {
            let trainer = try Trainer(
                network: Network<Double>(.autoencoder([9, 8, 3, 8, 9]), seed: 2), loss: .sigmoidCrossEntropy,
                method: Method(parsing: method), optimizer: Optimizer(.sgd), batchSize: 20, threads: 2, seed: 5)
            for seed in UInt64(1)...7 {
                let batch: [Double] = unitNumbers(20 * 9, seed: seed)
                try trainer.step(inputs: batch, targets: batch, learningRate: 0)
            }
            return trainer.network.layers
        }
        let kfac = try trained("kfac")
        #expect(try trained("locoprop-m(solver=kronecker, sample=20)") == kfac)
        #expect(try trained("locoprop-s(solver=kronecker)") == kfac)
        #expect(try trained("locoprop-m(solver=kronecker, sample=19)") != kfac)
    }

    @Test("where the gradient is 0, nothing moves", arguments: ["kfac", "kfac(step=fixed)", "shampoo", "locoprop-s(solver=kronecker)"])
    func noGradient(method: String) throws {
        let specification = try NetworkSpecification(
            inputWidth: 2, layers: [(width: 2, activation: "linear")], registry: .catalogue)
        let network = try Network<Double>(specification, layers: [LayerParameters(weights: [1, 0, 0, 1], biases: [0, 0])])
        let before = network.layers
        let trainer = try Trainer(
            network: network, loss: .squaredError, method: Method(parsing: method), optimizer: Optimizer(.momentum),
            batchSize: 3, threads: 1)
        let batch = [0.5, 0.25, 1, 0, 0.75, 0.5]
        for _ in 0..<6 { try trainer.step(inputs: batch, targets: batch, learningRate: 0.1) }
        #expect(network.layers == before)
    }

    /// 0.012: of 200,000 draws a frequency has a standard deviation of at most 0.0011, and a variance of normal numbers
    /// one of 0.0032; the seed is fixed.
    @Test("sampled targets have the mean and covariance that the exact Fisher takes", arguments: FinalLoss.allCases)
    func sampling(loss: FinalLoss) throws {
        let rows = 200_000
        let specification = try NetworkSpecification(
            inputWidth: 1, layers: [(width: 3, activation: loss.link)], registry: .catalogue)
        func factor(_ fisher: String) throws -> [Double] {
            let network = try Network<Double>(
                specification, layers: [LayerParameters(weights: [0.3, -0.9, 0.5], biases: [0, 0.2, -1])])
            let trainer = try Trainer(
                network: network, loss: loss, method: Method(parsing: "kfac(step=fixed, damping=1, fisher=\(fisher))"),
                optimizer: Optimizer(.sgd), batchSize: rows, threads: 2, seed: 3)
            let inputs = [Double](repeating: 1, count: rows)
            let target = loss == .softmaxCrossEntropy ? [0.25, 0.25, 0.5] : [0.2, 0.7, 0.4]
            try trainer.step(
                inputs: inputs, targets: (0..<rows).flatMap { _ in target }, learningRate: 0)
            let tensor = try #require(trainer.state.tensors.first { $0.name == "kfac.layers.0.outputs" })
            let values = tensor.bytes.withUnsafeBytes { Array($0.bindMemory(to: Double.self)) }
            // The lower triangle.
            return [values[0], values[3], values[4], values[6], values[7], values[8]]
        }
        for (x, y) in zip(try factor("sampled"), try factor("exact")) { #expect(abs(x - y) < 0.012) }
    }
}
