import Activations
import Foundation
import Interchange
import LocoProp
import Testing

/// Every entry of the catalogue, written as its own formula, in the real ONNX Runtime.
@Suite("Activations in ONNX Runtime", .enabled(if: Interop.folder != nil, "run by make test-interop"))
struct ONNXActivationTests {
    /// Every entry at its defaults, and at further parameters.
    private static let activations: [any Activation] = ActivationRegistry.catalogue.entries.flatMap { entry in
        let parameters = entry.descriptor.parameters
        let choices = [parameters.map(\.defaultValue)]
            + [0, 0.3, 0.5, 1, 1.05, 2].map { value in parameters.map { $0.domain.contains(value) ? value : $0.defaultValue } }
        var seen: Set<[Double]> = []
        return choices.filter { seen.insert($0).inserted }.compactMap { try? entry.init(parameterValues: $0) }
    }

    /// ±0, tiny, large and very large numbers, halves (the catalogue's kinks are among them), and seeded ones of every size.
    private static let points: [Float] = {
        var generator = SeededGenerator(seed: 11)
        let sizes: [Float] = [0, 1e-30, 1e-6, 1e-3, 17.25, 30, 88, 104, 1e3, 1e5, 1e10, 1e18]
        let halves = stride(from: Float(0), through: 8, by: 0.5)
        let seeded = (0..<600).map { index in
            Float(generator.nextUniform(within: [0.1, 2, 8, 40, 400, 1e4][index % 6]))
        }
        return (sizes + halves).flatMap { [$0, -$0] } + seeded
    }()

    @Test func `every entry gives our outputs`() throws {
        var checks = try ONNXChecks("onnx-activations")
        for activation in Self.activations {
            if let elementwise = activation as? any ElementwiseActivation {
                let domain = activation.descriptor.domain
                let points = Self.points.filter { domain.contains(Double($0)) }
                try checks.add(
                    "\(activation)", model: ONNXModel.bytes(of: activation, width: 1, version: "test"), inputs: points,
                    width: 1, outputs: elementwise.link(points))
            } else if let coupled = activation as? any CoupledActivation {
                for width in [1, 2, 7, 100] {
                    let rows = Self.rows(width)
                    try checks.add(
                        "\(activation) of \(width)",
                        model: ONNXModel.bytes(of: activation, width: width, version: "test"),
                        inputs: rows.flatMap { $0 }, width: width, outputs: rows.flatMap { coupled.link($0) })
                }
            }
        }
        try checks.run()
    }

    /// Seeded rows of every size, equal coordinates, one that stands out, far from 0.
    private static func rows(_ width: Int) -> [[Float]] {
        var generator = SeededGenerator(seed: UInt64(width))
        var rows = [0.01, 0.5, 2, 8, 50, 1e4, 1e10].map { size in
            (0..<width).map { _ in Float(generator.nextUniform(within: size)) }
        }
        for value: Float in [0, -3, 1e5, -1e10] { rows.append([Float](repeating: value, count: width)) }
        rows.append((0..<width).map { $0 == 0 ? 20 : Float($0) / 100 })
        rows.append(rows[2].map { $0 + 1000 })
        rows.append((0..<width).map { $0 % 2 == 0 ? -1e30 : 1.5 })
        return rows
    }
}
