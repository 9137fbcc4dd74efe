// How long a training step takes, and how much of it is not matrix products.
//
//   StepBenchmark [threads] [runs] [--json] [METHOD …]   the step of each method, or of those, beside its bare products
//   StepBenchmark [threads] [runs] --scaling             the step by width, depth, batch and threads, beside the model it should follow
//
// The network is the deep autoencoder of the benchmark, 784-1000-500-250-30-250-500-1000-784, batch 1000, Float. Beside each
// method stand the products of its step alone, whole, through the same BLAS with as many threads of its own. Runs of both
// alternate, and the least of each counts, so that other work on the machine weighs on neither.
import LocoProp

let words = CommandLine.arguments.dropFirst()
let numbers = words.compactMap(Int.init)
let threads = numbers.first ?? Trainer<Float>.availableThreads
let runs = numbers.dropFirst().first ?? 10

if words.contains("--scaling") {
    try Scaling(threads: threads, runs: runs).run()
} else {
    var lines: [String] = []
    if !words.contains("--json") {
        print("method       step ms   products ms   ratio   GFLOP/s of the step   (\(threads) threads, least of \(runs))")
    }
    let setups = try Setup.published()
    let chosen = setups.filter { words.contains($0.name) }
    for setup in chosen.isEmpty ? setups : chosen {
        let time = try StepTime(setup, threads: threads, runs: runs)
        if words.contains("--json") {
            lines.append("\"\(setup.name)\": {\"step_ms\": \(time.step * 1e3), \"products_ms\": \(time.products * 1e3), \"flop\": \(time.operations)}")
        } else {
            print(
                Column.left(setup.name, 10), Column.right(time.step * 1e3, 11), Column.right(time.products * 1e3, 13),
                Column.right(time.step / time.products, 9, digits: 3), Column.right(time.operations / time.step / 1e9, 14))
        }
    }
    if words.contains("--json") { print("{\(lines.joined(separator: ", "))}") }
}
