import ActivationCore
import Activations
import CActivationKernels
import Testing

/// Every elementwise entry's Float kernels at its defaults, at bit patterns spread over all floats.
/// `make accuracy` tries them all, and writes `Documentation/Accuracy.md`.
@Suite("Float kernels in ulps")
struct FloatAccuracyTests {
    /// A prime, so that all low bits occur: 43,000 inputs of every exponent and both signs.
    private static let stride = 99_991

    @Test("in every instruction set link and derivative are within 2 ulp, integral and inverse within 4", arguments: Samples.elementwiseAtDefaults)
    func isWithinGoal(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let ordinal = try #require(ActivationRegistry.catalogue.entries.firstIndex { $0 == type(of: f) })
        for quantity in KernelQuantity.allCases {
            // Quadrature costs a thousand times as much.
            let isQuadrature = quantity == .integral && f.descriptor.formulas.computedIntegral.hasPrefix("∫")
            // The inverse is the same routine in all.
            let variants = quantity == .inverse ? [Int32(ACTIVATION_BASELINE)] : Array(0..<Int32(ACTIVATION_VARIANTS))
            for variant in variants {
                guard let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), variant) else { continue }
                let found = f.accuracy(
                    of: quantity, stride: isQuadrature ? 50 * Self.stride : Self.stride, kernel: quantity.map(table.pointee))
                #expect(
                    found.ulps <= quantity.goal,
                    "\(name) \(quantity.rawValue), variant \(variant): \(found.ulps) ulp at \(found.input): \(found.value), not \(found.reference)")
            }
        }
    }

    /// A stride passes by the one float on which a kink that lies at a rounded place shows.
    @Test("beside every quarter from -16 to 16, where formulas have their kinks", arguments: Samples.elementwiseAtDefaults)
    func isWithinGoalBesideKinks(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        for quantity in [KernelQuantity.link, .derivative] {
            for quarter in -64...64 {
                let place = (Float(quarter) / 4).bitPattern
                let nearest = quarter == 0 ? [0...3, 0x8000_0000...0x8000_0003] : [place - 3...place + 3]
                for range in nearest {
                    let found = f.accuracy(of: quantity, first: range.lowerBound, last: range.upperBound)
                    #expect(
                        found.ulps <= quantity.goal,
                        "\(name) \(quantity.rawValue): \(found.ulps) ulp at \(found.input): \(found.value), not \(found.reference)")
                }
            }
        }
    }

    @Test("an error is counted in units of the reference's last place")
    func unit() {
        // σ′ at its greatest: the next float below 1/4 is one ulp away.
        let exact = Sigmoid().accuracy(of: .derivative, first: 0, last: 0)
        #expect(exact.input == 0 && exact.value == 0.25 && exact.ulps == 0 && exact.inputCount == 1)
        let merged = exact.merged(with: Sigmoid().accuracy(of: .derivative, first: 0x3f80_0000, last: 0x3f80_0100))
        #expect(merged.inputCount == 258)
        #expect(merged.ulps > 0)
    }

    /// ±0, subnormals, ±inf, nan, the largest number: f and F have their limits there, of the right sign, and nan stays.
    @Test("special values", arguments: Samples.elementwiseAtDefaults)
    func specialValues(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let domain = f.descriptor.domain
        let points: [Float] = [
            0, -0.0, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
            -.greatestFiniteMagnitude, .infinity, -.infinity,
        ]
        for a in points where domain.contains(Double(a)) || a.isInfinite {
            for (quantity, value, wide) in [
                ("link", f.link(a), f.link(Double(a))), ("derivative", f.derivative(a), f.derivative(Double(a))),
                ("integral", f.integral(a), f.integral(Double(a))),
            ] {
                // Float's value is Double's, rounded: also in overflow, underflow and sign, but for the signs of zeros.
                let expected = Float(wide)
                let isClose = value == expected || (value.isNaN && expected.isNaN)
                    || abs(Double(value) - wide) <= 4 * Double(max(expected.ulp.isNaN ? 0 : expected.ulp, .leastNonzeroMagnitude))
                #expect(isClose, "\(name) \(quantity)(\(a)) is \(value), not \(expected)")
            }
        }
        #expect(f.link(Float.nan).isNaN && f.integral(Float.nan).isNaN)
    }
}
