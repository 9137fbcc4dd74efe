// The accuracy of every elementwise entry's Float kernels, over all floats: see `Options.usage`.
import ActivationCore
import Activations
import Foundation
import Synchronization

guard let options = Options(Array(CommandLine.arguments.dropFirst())) else {
    FileHandle.standardError.write(Data((Options.usage + "\n").utf8))
    exit(64)
}

var measurements: [Measurement] = []
let clock = ContinuousClock()
for (ordinal, entry) in ActivationRegistry.catalogue.entries.enumerated() {
    guard options.entries.isEmpty || options.entries.contains(entry.descriptor.name) else { continue }
    let defaults = entry.descriptor.parameters.map(\.defaultValue)
    guard let activation = try entry.init(parameterValues: defaults) as? any ElementwiseActivation else { continue }
    for quantity in KernelQuantity.allCases where quantity != .inverse || activation.hasInverse {
        let measurement = Measurement(ordinal: ordinal, activation: activation, quantity: quantity, stride: options.stride)
        // Some 80 s a kernel at most: a prime times the stride, so that all low bits occur.
        let pace = measurement.pace(clock)
        let sparse = pace < 60 ? 1 : pace < 2000 ? 251 : 65_521
        measurements.append(
            Measurement(ordinal: ordinal, activation: activation, quantity: quantity, stride: options.stride * sparse))
    }
}
guard !measurements.isEmpty else {
    FileHandle.standardError.write(Data("Accuracy: no elementwise entry of that name\n".utf8))
    exit(64)
}

let progress = Progress(total: measurements.count * Measurement.pieces)
var rows: [(measurement: Measurement, result: Measurement.Result)] = []
for measurement in measurements {
    let next = Atomic(0)
    let results = Mutex<[Measurement.Result]>([])
    let label = "\(measurement.activation.descriptor.name) \(measurement.quantity.rawValue)"
    DispatchQueue.concurrentPerform(iterations: options.threads) { _ in
        while true {
            let piece = next.add(1, ordering: .relaxed).oldValue
            guard piece < Measurement.pieces else { return }
            let result = measurement.result(piece: piece)
            results.withLock { $0.append(result) }
            progress.advance(label)
        }
    }
    let all = results.withLock { $0 }
    // Pieces end in any order; of two equal errors the one at the lower pattern is told.
    let ordered = all.sorted { $0.accuracy.input.bitPattern < $1.accuracy.input.bitPattern }
    rows.append((measurement, ordered.dropFirst().reduce(ordered[0]) { $0.merged(with: $1) }))
}
progress.finish()

let page = AccuracyPage(
    command: "make accuracy" + (options.stride == 1 ? "" : " STRIDE=\(options.stride)"),
    stride: options.stride, rows: rows,
    peers: try options.peers.map { try String(contentsOf: URL(fileURLWithPath: $0), encoding: .utf8) })
if let output = options.output {
    // Atomically: to a temporary name, and renamed.
    try Data((page.text + "\n").utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
} else {
    print(page.text)
}
let isMet = rows.allSatisfy { $0.result.accuracy.ulps <= $0.measurement.quantity.goal && $0.result.differing == 0 }
exit(isMet ? 0 : 1)
