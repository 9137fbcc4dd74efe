import ActivationCore
import Activations
import CActivationKernels
import CActivationSupport
import Catalogue
import Symbolic
import Testing

/// The Float kernels of D_F, which have a form of their own (`matching_loss_kernels.h`).
@Suite("Matching loss in Float")
struct MatchingLossKernelTests {
    /// What the kernels promise, and the issue asks for. Float's own rounding is 6e-8.
    private static let tolerance = 1e-5

    /// Steps |â − a| from 1e-6 to 100, from everywhere: near 0, in the tails, over kinks.
    private static func pairs(_ count: Int, of f: any ElementwiseActivation, seed: UInt64) -> (estimates: [Float], targets: [Float]) {
        var generator = SplitMix64(seed: seed)
        let domain = f.descriptor.domain
        var estimates: [Float] = [], targets: [Float] = []
        while targets.count < count {
            let target: Double
            switch targets.count % 4 {
            case 0: target = Double.random(in: -4...4, using: &generator)
            case 1: target = Double.random(in: -40...40, using: &generator)
            case 2: target = Double.random(in: -150...150, using: &generator)
            default:
                target = Double(
                    sign: generator.next() & 1 == 0 ? .plus : .minus, exponent: Int.random(in: -20...12, using: &generator),
                    significand: Double.random(in: 1..<2, using: &generator))
            }
            let size = Self.power10(Double.random(in: -6...2, using: &generator))
            let estimate = Float(generator.next() & 1 == 0 ? target + size : target - size)
            // Half of a half-line's candidates are outside, and the exponential overflows, also in Double.
            guard domain.contains(Double(Float(target))), domain.contains(Double(estimate)),
                (f.link(target) as Double).isFinite, (f.link(Double(estimate)) as Double).isFinite
            else { continue }
            targets.append(Float(target))
            estimates.append(estimate)
        }
        return (estimates, targets)
    }

    /// 10ˣ; its digits do not matter here.
    private static func power10(_ x: Double) -> Double {
        var (result, rest) = (1.0, x)
        while rest >= 1 { (result, rest) = (result * 10, rest - 1) }
        while rest < 0 { (result, rest) = (result / 10, rest + 1) }
        return result * (1 + 9 * rest)
    }

    private static func losses(
        _ f: any ElementwiseActivation, _ estimates: [Float], _ targets: [Float]
    ) -> (losses: [Float], gradients: [Float]) {
        var losses = [Float](repeating: .nan, count: targets.count), gradients = losses
        var lossSpan = losses.mutableSpan
        var gradientSpan = gradients.mutableSpan
        f.matchingLoss(estimates: estimates.span, targets: targets.span, into: &lossSpan, gradient: &gradientSpan)
        return (losses, gradients)
    }

    private static func isClose(_ value: Float, _ exact: Double) -> Bool {
        if exact.magnitude > Double(Float.greatestFiniteMagnitude) {
            return Double(value).magnitude > 3.4e38 && (value < 0) == (exact < 0)
        }
        // Below the normal numbers there are fewer digits.
        return abs(Double(value) - exact) <= max(tolerance * abs(exact), Double(Float.leastNonzeroMagnitude))
    }

    @Test("never negative, 0 only where it rounds to 0, and close to the adaptive quadrature: 3 million pairs",
        arguments: Samples.increasingAtDefaults)
    func isNeverNegative(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let (estimates, targets) = Self.pairs(100_000, of: f, seed: 53)
        let (losses, gradients) = Self.losses(f, estimates, targets)
        var compared = 0
        for i in losses.indices {
            let (e, a) = (estimates[i], targets[i])
            guard losses[i] >= 0 else {
                Issue.record("D(\(e), \(a)) = \(losses[i])")
                continue
            }
            // Every zero, and every 41st pair: the adaptive routine takes a microsecond.
            guard losses[i] == 0 || i % 41 == 0 else { continue }
            compared += 1
            let exact: Double = f.matchingLoss(estimate: Double(e), target: Double(a))
            #expect(Self.isClose(losses[i], exact), "D(\(e), \(a)) = \(losses[i]), not \(exact)")
            let slope: Double = f.matchingLossGradient(estimate: Double(e), target: Double(a))
            #expect(Self.isClose(gradients[i], slope), "D′(\(e), \(a)) = \(gradients[i]), not \(slope)")
        }
        #expect(compared > 2000)
    }

    @Test("within 1e-5 of the definition in 1024 bits, on a seeded grid", arguments: Samples.increasingAtDefaults)
    func agreesWithDefinition(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let entry = try #require(CatalogueFormulas.entries[name])
        // Where no formula is known the test above compares with quadrature.
        guard let integral = entry.integral?.expression else { return }
        let link = entry.link.expression, target = Expression.parameter("target ")
        let atTarget = link.substitutingVariable(target)
        let line = Expression.multiply(atTarget, .subtract(.variable, target))
        let definition = Expression.subtract(.subtract(integral, integral.substitutingVariable(target)), line)
        let names = entry.parameters.map(\.name.value) + ["target "]
        let exact = Evaluator([definition, .subtract(link, atTarget)], parameters: names, precision: 1024)
        let (estimates, targets) = Self.pairs(160, of: f, seed: 59)
        let (losses, gradients) = Self.losses(f, estimates, targets)
        var checked = 0
        for i in losses.indices {
            exact.setParameters(f.parameterValues + [Double(targets[i])])
            let values = exact.nearestDoubles(at: Double(estimates[i]))
            if let loss = values[0] {
                checked += 1
                #expect(Self.isClose(losses[i], loss), "D(\(estimates[i]), \(targets[i])) = \(losses[i]), not \(loss)")
            }
            if let slope = values[1] {
                #expect(Self.isClose(gradients[i], slope), "D′(\(estimates[i]), \(targets[i])) = \(gradients[i]), not \(slope)")
            }
        }
        // Undecided is what is exactly 0, as on the flat parts of sparse links.
        #expect(checked > 60)
    }

    @Test("the sum is that of the losses, and a pair has the same bits alone", arguments: Samples.increasingAtDefaults)
    func sums(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        // Not a multiple of the block: the last block is a part.
        let (estimates, targets) = Self.pairs(1000 + 37, of: f, seed: 61)
        let (losses, gradients) = Self.losses(f, estimates, targets)
        var slopes = [Float](repeating: .nan, count: targets.count)
        var span = slopes.mutableSpan
        let sum = f.matchingLossSum(estimates: estimates.span, targets: targets.span, gradient: &span)
        let expected = losses.reduce(0.0) { $0 + Double($1) }
        // Each loss is rounded to Float here, and not there.
        #expect(abs(sum - expected) <= 0x1p-23 * expected || (sum > 3.4e38 && expected.isInfinite))
        for i in losses.indices {
            #expect(slopes[i].bitPattern == gradients[i].bitPattern)
            #expect(f.matchingLoss(estimate: estimates[i], target: targets[i]).bitPattern == losses[i].bitPattern)
        }
        // In Double the adaptive routine is added up.
        let wide = (estimates.map(Double.init), targets.map(Double.init))
        var wideSlopes = [Double](repeating: .nan, count: targets.count)
        var wideSpan = wideSlopes.mutableSpan
        let wideSum = f.matchingLossSum(estimates: wide.0.span, targets: wide.1.span, gradient: &wideSpan)
        // The exponential's overflows in Double, too.
        #expect(wideSum == sum || abs(wideSum - sum) <= Self.tolerance * wideSum)
    }

    /// Where links of the samples bend, with what lies beside, near and far.
    private static let bends: [Float] = [-6, -3, -1, -0.5, -0.3, 0, 0.3, 0.5, 1, 2, 3, 6].flatMap { (bend: Float) -> [Float] in
        [bend, bend.nextUp, bend.nextDown, bend + 1e-6, bend - 3e-4, bend + 0.07, bend - 11]
    }

    @Test("at kinks and jumps, beside them and across, whatever the parameters", arguments: Samples.increasing.indices)
    func kinks(_ index: Int) {
        let f = Samples.increasing[index]
        let points = Self.bends.filter { f.descriptor.domain.contains(Double($0)) }
        for target in points {
            let (losses, gradients) = Self.losses(f, points, points.map { _ in target })
            for (i, estimate) in points.enumerated() {
                let exact: Double = f.matchingLoss(estimate: Double(estimate), target: Double(target))
                #expect(Self.isClose(losses[i], exact), "\(f): D(\(estimate), \(target)) = \(losses[i]), not \(exact)")
                let slope: Double = f.matchingLossGradient(estimate: Double(estimate), target: Double(target))
                #expect(Self.isClose(gradients[i], slope), "\(f): D′(\(estimate), \(target)) = \(gradients[i]), not \(slope)")
            }
        }
    }

    @Test("infinite, NaN, huge, tiny and far arguments are those of Double", arguments: Samples.increasing.indices)
    func ends(_ index: Int) {
        let f = Samples.increasing[index]
        let points: [Float] = [
            .nan, .infinity, -.infinity, 3e38, -3e38, 0x1p-133, -0x1p-133, 1e-30, 0, -0.0, 1, -1, 59, -59, 61, -61, 95, -95, 150, -150, 1e4, -1e4,
        ].filter { $0.isNaN || f.descriptor.domain.contains(-1) || $0 > 0 }
        for target in points {
            let (losses, gradients) = Self.losses(f, points, points.map { _ in target })
            for (i, estimate) in points.enumerated() {
                for (found, exact) in [
                    (losses[i], f.matchingLoss(estimate: Double(estimate), target: Double(target))),
                    (gradients[i], f.matchingLossGradient(estimate: Double(estimate), target: Double(target))),
                ] {
                    #expect(exact.isNaN ? found.isNaN : Self.isClose(found, exact), "\(f): (\(estimate), \(target)): \(found), not \(exact)")
                }
            }
        }
    }

    @Test("the variants with fused multiply-adds agree in every bit, and the baseline keeps the goal", arguments: Samples.increasingAtDefaults)
    func variants(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        let ordinal = try #require(ActivationRegistry.catalogue.entries.firstIndex { $0.descriptor.name == name })
        let (estimates, targets) = Self.pairs(3000, of: f, seed: 67)
        let results = try [ACTIVATION_BASELINE, ACTIVATION_X86_64_V3, ACTIVATION_X86_64_V4].map { variant -> [[Float]]? in
            guard let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), Int32(variant))?.pointee else { return nil }
            let kernel = try #require(table.matching_loss)
            var losses = [Float](repeating: .nan, count: targets.count), gradients = losses
            kernel(estimates, targets, &losses, &gradients, 1, targets.count, f.parameterValues)
            return [losses, gradients]
        }
        let baseline = try #require(results[0])
        for i in targets.indices {
            let (e, a) = (Double(estimates[i]), Double(targets[i]))
            #expect(Self.isClose(baseline[0][i], f.matchingLoss(estimate: e, target: a)), "D(\(e), \(a)) = \(baseline[0][i])")
            #expect(Self.isClose(baseline[1][i], f.matchingLossGradient(estimate: e, target: a)), "D′(\(e), \(a)) = \(baseline[1][i])")
        }
        guard let v3 = results[1], let v4 = results[2] else { return }
        for k in 0..<2 { #expect(zip(v3[k], v4[k]).allSatisfy { $0.bitPattern == $1.bitPattern }) }
    }
}
