import Activations
import CBenchmarkBLAS
import Foundation
import LocoProp

/// What is trained, and how.
struct Setup {
    let name: String
    let method: Method
    let optimizer: Optimizer
    let rate: Double
    var widths = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]
    var batch = 1000

    /// The benchmark's three methods.
    static func published() throws -> [Setup] {
        [
            Setup(name: "locoprop-m", method: try .locoPropM(), optimizer: Optimizer(.rmsprop), rate: 1e-5),
            Setup(name: "locoprop-s", method: try .locoPropS(), optimizer: Optimizer(.rmsprop), rate: 1e-6),
            Setup(name: "backprop", method: .backProp, optimizer: Optimizer(.adam), rate: 1e-3),
        ]
    }

    /// Tanh, but for a linear layer in the middle and a sigmoid at the end.
    func specification() throws -> NetworkSpecification {
        let last = widths.count - 1
        let layers = widths.indices.dropFirst().map { index in
            if index == last { return NetworkSpecification.Layer(width: widths[index], activation: Sigmoid()) }
            if index == last / 2 { return NetworkSpecification.Layer(width: widths[index], activation: Linear()) }
            return NetworkSpecification.Layer(width: widths[index], activation: Tanh())
        }
        return try NetworkSpecification(inputWidth: widths[0], layers: layers)
    }
}

/// The seconds of a step, and of its bare products.
struct StepTime {
    let step: Double
    let products: Double
    /// Multiplications and additions of the products.
    let operations: Double

    init(_ setup: Setup, threads: Int, runs: Int) throws {
        var generator = SeededGenerator(seed: 1)
        let inputs = (0..<setup.batch * setup.widths[0]).map { _ in Float(generator.nextUnit()) }
        set_library_threads(Int32(threads))
        let trainer = try Trainer(
            network: Network<Float>(setup.specification(), seed: 1), loss: .sigmoidCrossEntropy, method: setup.method,
            optimizer: setup.optimizer, batchSize: setup.batch, threads: threads)
        let products = Products(widths: setup.widths, batch: setup.batch, localIterations: setup.method.iterations)
        operations = products.operations
        var (step, bare) = (Double.infinity, Double.infinity)
        try inputs.withUnsafeBufferPointer { inputs in
            for run in 0...runs {
                let stepTime = try Self.seconds { _ = try trainer.step(inputs: inputs, targets: inputs, learningRate: setup.rate) }
                let bareTime = Self.seconds { products.run() }
                // The library's threads wait for more work in a loop for some milliseconds: not beside the next step.
                Thread.sleep(forTimeInterval: 0.03)
                // The first run of each touches its memory for the first time.
                if run > 0 { (step, bare) = (min(step, stepTime), min(bare, bareTime)) }
            }
        }
        (self.step, self.products) = (step, bare)
    }

    private static func seconds(_ body: () throws -> Void) rethrows -> Double {
        try ContinuousClock().measure(body) / .seconds(1)
    }
}

/// Cells of a printed table.
enum Column {
    static func left(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }

    static func right(_ x: Double, _ width: Int, digits: Int = 1) -> String {
        let scale = digits == 3 ? 1000.0 : 10
        let whole = Int((x * scale).rounded())
        let text = "\(whole / Int(scale)).\("\(Int(scale) + whole % Int(scale))".dropFirst())"
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
