import ActivationCore

/// `Documentation/Accuracy.md`.
struct AccuracyPage {
    var command: String
    var stride: Int
    var rows: [(measurement: Measurement, result: Measurement.Result)]
    /// The table of peers, as the script printed it.
    var peers: String?

    var text: String {
        let worst = KernelQuantity.allCases.compactMap { quantity -> String? in
            let most = rows.filter { $0.measurement.quantity == quantity }.max { $0.result.accuracy.ulps < $1.result.accuracy.ulps }
            return most.map { "\(quantity.rawValue) \(Self.ulps($0.result.accuracy.ulps)) (\($0.measurement.activation.descriptor.name))" }
        }
        let misses = rows.filter { $0.result.accuracy.ulps > $0.measurement.quantity.goal }
        let differing = rows.map(\.result.differing).reduce(0, +)
        return """
            # Accuracy of the Float kernels

            Written by `\(command)`: do not edit.
            Each kernel was run at \(density), at the parameters' defaults, and compared with the Double kernel of the same entry, which `DoubleAccuracyTests` and
            `ActivationSupportTests` hold to MPFR. Errors are in units of the last place of the exact value's binade, of the
            least subnormal number below the normal ones; an overflow counts as 2¹²⁸.

            - Worst: \(worst.joined(separator: ", ")). The goals are 2 for link and derivative, 4 for integral and inverse;
              \(misses.isEmpty ? "all are met" : "missed by \(misses.map { "\($0.measurement.activation.descriptor.name) \($0.measurement.quantity.rawValue)" }.joined(separator: ", "))").
            - Errors are the worst of the instruction sets that the processor runs (SSE2, AVX2, AVX-512). AVX2 and AVX-512, both with fused
              multiply-adds, gave \(differing == 0 ? "the same bits everywhere" : "different bits at \(differing) inputs"); SSE2 has other bits.
            - A kernel that needs a search or a quadrature was run at fewer inputs: the column says at how many.
            - The inverse of Float is that of Double, rounded once; the column shows that rounding.

            | entry | quantity | worst ulp | at | computed | exact | inputs |
            |---|---|---|---|---|---|---|
            \(rows.map(row).joined(separator: "\n"))

            ## Special values

            f, f′ and F in Float at the ends of the format. nan gives nan.

            | entry | −∞ | −2¹²⁸ + | −2⁻¹⁴⁹ | −0 | 0 | 2⁻¹⁴⁹ | 2¹²⁸ − | ∞ |
            |---|---|---|---|---|---|---|---|---|
            \(rows.filter { $0.measurement.quantity == .link }.map { specialValues($0.measurement.activation) }.joined(separator: "\n"))
            \(peers.map { "\n" + $0 } ?? "")
            """
    }

    private var density: String { stride == 1 ? "all 2³² floats" : "every \(stride)th bit pattern of 2³²" }

    private func row(_ row: (measurement: Measurement, result: Measurement.Result)) -> String {
        let (m, a) = (row.measurement, row.result.accuracy)
        return "| \(m.activation.descriptor.name) | \(m.quantity.rawValue) | \(Self.ulps(a.ulps)) | \(a.input) | \(a.value) | \(a.reference) | \(a.inputCount) |"
    }

    private func specialValues(_ f: any ElementwiseActivation) -> String {
        let points: [Float] = [
            -.infinity, -.greatestFiniteMagnitude, -.leastNonzeroMagnitude, -0.0, 0, .leastNonzeroMagnitude,
            .greatestFiniteMagnitude, .infinity,
        ]
        let cells = points.map { a in "\(f.link(a) as Float), \(f.derivative(a) as Float), \(f.integral(a) as Float)" }
        return "| \(f.descriptor.name) | \(cells.joined(separator: " | ")) |"
    }

    /// Three digits, rounded up.
    private static func ulps(_ x: Double) -> String {
        let thousandths = (x * 1000).rounded(.up)
        return thousandths.isFinite ? "\(thousandths / 1000)" : "∞"
    }
}
