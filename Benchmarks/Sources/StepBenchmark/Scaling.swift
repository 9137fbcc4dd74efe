import LocoProp

/// A step of LocoProp-M by width, depth, batch and threads.
///
/// The model: t = flop/(r p), with r the rate of one thread in the first row's bare products, and p the threads. What a row
/// exceeds it by is products that are less efficient in their shapes, what is done between products, and memory that all threads
/// share.
struct Scaling {
    let threads: Int
    let runs: Int

    private static let base = [784, 1000, 500, 250, 30, 250, 500, 1000, 784]

    func run() throws {
        let rate = try {
            let time = try StepTime(setup(Self.base, 1000), threads: 1, runs: runs)
            return time.operations / time.products
        }()
        print("model: flop / (\(Int(rate / 1e9)) GFLOP/s × threads); least of \(runs)")
        print("                                  threads     GFLOP   step ms  model ms   ratio  step/products")
        for count in Set([1, threads]).sorted() { try row("the benchmark", Self.base, 1000, count, rate) }
        for factor in [2, 4] {
            // The data's ends stay.
            let widths = Self.base.indices.map { [0, Self.base.count - 1].contains($0) ? Self.base[$0] : factor * Self.base[$0] }
            try row("hidden layers × \(factor) as wide", widths, 1000, threads, rate)
        }
        for extra in [1, 3] {
            let more = [Int](repeating: 1000, count: extra)
            try row("\(2 * extra) more layers of 1000", [784] + more + Self.base[1..<8] + more + [784], 1000, threads, rate)
        }
        for batch in [100, 250, 4000] { try row("batches of \(batch)", Self.base, batch, threads, rate) }
    }

    private func setup(_ widths: [Int], _ batch: Int) throws -> Setup {
        Setup(name: "locoprop-m", method: try .locoPropM(), optimizer: Optimizer(.rmsprop), rate: 1e-5, widths: widths, batch: batch)
    }

    private func row(_ name: String, _ widths: [Int], _ batch: Int, _ threads: Int, _ rate: Double) throws {
        let time = try StepTime(setup(widths, batch), threads: threads, runs: runs)
        let model = time.operations / rate / Double(threads)
        print(
            Column.left(name, 32), Column.right(Double(threads), 8), Column.right(time.operations / 1e9, 9), Column.right(time.step * 1e3, 9),
            Column.right(model * 1e3, 9), Column.right(time.step / model, 7, digits: 3), Column.right(time.step / time.products, 14, digits: 3))
    }
}
