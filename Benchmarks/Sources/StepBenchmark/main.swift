// How long a training step takes, and how much of it is not matrix products.
//
//   swift run -c release --package-path Benchmarks StepBenchmark [threads] [runs]
//
// The network is the deep autoencoder of the benchmark, 784-1000-500-250-30-250-500-1000-784, batch
// 1000, Float. Beside each method stand the products of its step alone, whole, through the same BLAS
// with as many threads of its own. Runs of both alternate, and the least of each counts, so that
// other work on the machine weighs on neither.
import Activations
import CBenchmarkBLAS
import LocoProp

let arguments = CommandLine.arguments.dropFirst().compactMap(Int.init)
let threads = arguments.first ?? Trainer<Float>.availableThreads
let runs = arguments.dropFirst().first ?? 10
let widths = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]
let batch = 1000

let layers = widths.dropFirst().enumerated().map { index, width in
    switch index {
    case 3: NetworkSpecification.Layer(width: width, activation: Linear())
    case 7: NetworkSpecification.Layer(width: width, activation: Sigmoid())
    default: NetworkSpecification.Layer(width: width, activation: Tanh())
    }
}
let specification = try NetworkSpecification(inputWidth: widths[0], layers: layers)
var generator = SeededGenerator(seed: 1)
let inputs = (0..<batch * widths[0]).map { _ in Float(generator.nextUnit()) }

let setups: [(name: String, method: Method, optimizer: Optimizer, rate: Double)] = [
    ("locoprop-m", try .locoPropM(), Optimizer(.rmsprop), 1e-5),
    ("locoprop-s", try .locoPropS(), Optimizer(.rmsprop), 1e-6),
    ("backprop", .backProp, Optimizer(.adam), 1e-3),
]
set_library_threads(Int32(threads))
print("method       step ms   products ms   ratio   GFLOP/s of the step   (\(threads) threads, least of \(runs))")
for setup in setups {
    let trainer = try Trainer(
        network: Network<Float>(specification, seed: 1), loss: .sigmoidCrossEntropy, method: setup.method,
        optimizer: setup.optimizer, batchSize: batch, threads: threads)
    let products = Products(widths: widths, batch: batch, localIterations: setup.method.iterations)
    var (step, bare) = (Double.infinity, Double.infinity)
    try inputs.withUnsafeBufferPointer { inputs in
        for run in 0...runs {
            let stepTime = try seconds {
                _ = try trainer.step(inputs: inputs, targets: inputs, learningRate: setup.rate)
            }
            let bareTime = seconds { products.run() }
            // The first run of each touches its memory for the first time.
            if run > 0 { (step, bare) = (min(step, stepTime), min(bare, bareTime)) }
        }
    }
    print(
        setup.name.padded(to: 10), fixed(step * 1e3, 11), fixed(bare * 1e3, 13), fixed(step / bare, 9, digits: 3),
        fixed(products.operations / step / 1e9, 14))
}

func seconds(_ body: () throws -> Void) rethrows -> Double {
    try ContinuousClock().measure(body) / .seconds(1)
}

func fixed(_ x: Double, _ width: Int, digits: Int = 1) -> String {
    let scale = digits == 3 ? 1000.0 : 10
    let whole = Int((x * scale).rounded())
    let fraction = "\(Int(scale) + whole % Int(scale))".dropFirst()
    let text = "\(whole / Int(scale)).\(fraction)"
    return String(repeating: " ", count: max(0, width - text.count)) + text
}

extension String {
    func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
