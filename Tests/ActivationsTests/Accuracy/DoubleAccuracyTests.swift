import ActivationCore
import Activations
import CActivationKernels
import CActivationSupport
import Catalogue
import Foundation
import Symbolic
import Testing

/// Every elementwise entry's Double kernels against the catalogue's formulas, as they are written, in MPFR.
///
/// They are the reference that Float is measured with. Integrals without a formula have a tolerance of their own, 1e-14:
/// gudermannian's in `DerivationTests`, mish's here.
/// `DOUBLE_ACCURACY=1 swift test -c release --filter DoubleAccuracyTests` prints the table of Documentation/Checks.md.
@Suite("Double kernels in ulps")
struct DoubleAccuracyTests {
    @Test("in every instruction set each quantity is within its limit", arguments: Samples.elementwiseAtDefaults)
    func isWithinLimit(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let ordinal = try #require(ActivationRegistry.catalogue.entries.firstIndex { $0 == type(of: f) })
        let entry = try #require(CatalogueFormulas.entries[name])
        let tables = (0..<Int32(ACTIVATION_VARIANTS)).compactMap {
            CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_DOUBLE), $0)?.pointee
        }
        var cells: [String] = []
        for quantity in KernelQuantity.allCases where quantity != .inverse || f.hasInverse {
            guard let measurement = DoubleMeasurement(f, entry, quantity) else {
                cells.append("1e-14")
                continue
            }
            let points = DoublePoints.points(of: f, quantity)
            let values = tables.map { table in
                [Double](unsafeUninitializedCapacity: points.count) { buffer, count in
                    quantity.map(table)(points, buffer.baseAddress!, 1, points.count, f.parameterValues)
                    count = points.count
                }
            }
            let worst = measurement.worst(values, at: points)
            let limit = DoubleLimits.limit(name, quantity)
            #expect(
                worst.ulps <= limit, "\(name) \(quantity.rawValue) at \(worst.point): \(worst.value), \(worst.ulps) ulp; the limit is \(limit)")
            // Outside the range there is no inverse; in the far tails no precision tells f from its limit.
            #expect(worst.count > (f.hasInverse ? 400 : 300), "\(name) \(quantity.rawValue): \(worst.count) points")
            let mark = DoubleLimits.term(name, quantity) != nil || DoubleLimits.isConditioned(name, quantity) ? "\\*" : ""
            cells.append("\((worst.ulps * 100).rounded(.up) / 100)\(mark)")
        }
        if ProcessInfo.processInfo.environment["DOUBLE_ACCURACY"] != nil {
            if cells.count < 4 { cells.append("–") }
            print("| \(name) | \(cells.joined(separator: " | ")) |")
        }
    }

    /// ∫₀ᵃ x tanh(log(1 + eˣ)) dx by mpmath, 50 digits, two subdivisions that agree to 40.
    @Test("mish's integral, a quadrature, is within 1e-14", arguments: [
        (-40, 0.883628960103085911046253), (-12, 0.8835490854604657730095452), (-5, 0.8432637023392814600897585),
        (-1.25, 0.274397685848677623492544), (-0.5, 0.0616942938161389344780499), (-0x1p-10, 2.860029502174180436548214e-7),
        (1e-10, 3.000000000106666666666667e-21), (0x1p-10, 2.862016323503742342235805e-7), (0.5, 0.08780454472012338911027338),
        (1.25, 0.6439634465515833131794686), (3, 4.267408719535002024094855), (7, 24.25926789439342432010595),
        (20, 199.7592616653370772809154), (300, 44999.75926166533707719382),
    ])
    func mishIntegral(_ a: Double, _ exact: Double) {
        #expect(abs(Mish().integral(a) - exact) <= 1e-14 * exact)
    }
}
