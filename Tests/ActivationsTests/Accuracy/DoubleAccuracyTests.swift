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
/// They are the reference that Float is measured with. Integrals without a formula (gudermannian, mish) have a tolerance of
/// their own, 1e-14, in `DerivationTests`.
/// `DOUBLE_ACCURACY=1 swift test -c release --filter DoubleAccuracyTests` prints the table of Documentation/Checks.md.
@Suite("Double kernels in ulps")
struct DoubleAccuracyTests {
    @Test("in every instruction set each quantity is within its limit, 4 ulp at most", arguments: Samples.elementwiseAtDefaults)
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
}
