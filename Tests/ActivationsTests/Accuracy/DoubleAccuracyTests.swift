import ActivationCore
import Activations
import Catalogue
import Symbolic
import Testing

/// Every elementwise entry's Double kernels against the catalogue's formulas, as they are written, in MPFR.
///
/// They are the reference that Float is measured with. Sampled at seeded points of every size.
@Suite("Double kernels in ulps")
struct DoubleAccuracyTests {
    /// In ulp of the value, or where the value is the small difference of its terms (GELU's slope at its turning point) of
    /// what one ulp of a makes of it. vector_math's own functions are within 6.5 (ActivationSupportTests).
    private static let tolerance = 8.0

    @Test("link, derivative and integral agree with the formulas as written", arguments: Samples.elementwiseAtDefaults)
    func agreesWithFormulas(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let entry = try #require(CatalogueFormulas.entries[name])
        let link = entry.link.expression
        var formulas = [("link", link, { f.link($0) as Double }), ("derivative", link.derivative(), { f.derivative($0) })]
        if let integral = entry.integral?.expression { formulas.append(("integral", integral, { f.integral($0) })) }
        for (quantity, formula, kernel) in formulas {
            let exact = Evaluator([formula, formula.derivative()], parameters: entry.parameters.map(\.name.value), precision: 1536)
            exact.setParameters(f.parameterValues)
            var checked = 0
            for a in Self.points where f.descriptor.domain.contains(a) {
                let values = exact.nearestDoubles(at: a)
                guard let reference = values[0], reference.isFinite else { continue }
                checked += 1
                let value = kernel(a)
                let sensitivity = (values[1] ?? 0).magnitude * a.ulp
                let unit = max(reference.ulp, sensitivity.isFinite ? sensitivity : 0)
                #expect(
                    abs(value - reference) <= Self.tolerance * unit,
                    "\(quantity) at \(a): \(value), not \(reference): \(abs(value - reference) / unit) units")
            }
            #expect(checked > 100)
        }
    }

    private static let points: [Double] = {
        var generator = SplitMix64(seed: 41)
        return (0..<240).map { i in
            switch i % 3 {
            case 0: Double.random(in: -9...9, using: &generator)
            case 1: Double.random(in: -60...60, using: &generator)
            default:
                Double(
                    sign: generator.next() & 1 == 0 ? .plus : .minus, exponent: Int.random(in: -60...24, using: &generator),
                    significand: Double.random(in: 1..<2, using: &generator))
            }
        }
    }()
}
