import Activations
import Testing

/// The last column of METHODS §1's first table: the laws that tie link, integral, dual, inverse and the forms of the
/// matching loss together, for every elementwise entry of the catalogue that increases.
@Suite("Laws of the dual view")
struct DualityTests {
    @Test("f is F's central difference", arguments: Samples.elementwise.indices)
    func linkIsGradient(_ index: Int) {
        let f = Samples.elementwise[index]
        for a in Samples.points(of: f) {
            let h = 1e-5
            let difference = (f.integral(a + h) - f.integral(a - h)) / (2 * h)
            // h² F‴/6 from the difference, 1e-16 |F|/h from rounding.
            #expect(abs(difference - f.link(a)) <= 1e-9 * (1 + abs(f.integral(a))), "\(f) at \(a)")
        }
    }

    @Test("f′ is f's central difference, and is never negative unless f falls somewhere", arguments: Samples.elementwise.indices)
    func derivativeIsSlope(_ index: Int) {
        let f = Samples.elementwise[index]
        for a in Samples.points(of: f) {
            let h = 1e-5
            let difference = (f.link(a + h) - f.link(a - h)) / (2 * h)
            #expect(abs(difference - f.derivative(a)) <= 1e-9 * (1 + abs(f.link(a)) + f.derivative(a).magnitude), "\(f) at \(a)")
            if f.hasMatchingLoss { #expect(f.derivative(a) >= 0) }
            if f.isStrictlyIncreasing { #expect(f.derivative(a) > 0, "\(f) at \(a)") }
        }
    }

    @Test("F(a) + F*(f(a)) = a f(a)", arguments: Samples.increasing.indices)
    func fenchelEquality(_ index: Int) {
        let f = Samples.increasing[index]
        for a in Samples.points(of: f) {
            let y = f.link(a)
            let (primal, dual) = (f.integral(a), f.dual(y))
            // y is rounded, and F* moves by a times its rounding error.
            let scale = 1 + abs(primal) + abs(a)
            #expect(abs(primal + dual - a * y) <= 1e-14 * scale, "\(f) at \(a): \(primal) + \(dual) ≠ \(a * y)")
        }
    }

    @Test("f(f⁻¹(y)) = y where f is strict", arguments: Samples.increasing.indices)
    func inverseInverts(_ index: Int) {
        let f = Samples.increasing[index]
        guard f.isStrictlyIncreasing else { return }
        for a in Samples.points(of: f) {
            let y = f.link(a)
            let back = f.link(f.inverse(y))
            // f⁻¹(y) is rounded, which moves f by up to an ulp of a times f′ (probit's left tail).
            let tolerance = 1e-14 * max(abs(y), 1e-300) + 4e-16 * abs(a) * f.derivative(a)
            #expect(abs(back - y) <= tolerance, "\(f) at y = \(y): \(back)")
        }
    }

    @Test("D ≥ 0, = 0 iff â = a for strict F, convex in â", arguments: Samples.increasing.indices)
    func divergence(_ index: Int) {
        let f = Samples.increasing[index]
        let points = Samples.points(of: f)
        for target in points {
            #expect(f.matchingLoss(estimate: target, target: target) == 0)
            let losses = points.map { f.matchingLoss(estimate: $0, target: target) }
            for (estimate, loss) in zip(points, losses) where estimate != target {
                #expect(f.isStrictlyIncreasing ? loss > 0 : loss >= 0, "\(f): D(\(estimate), \(target)) = \(loss)")
            }
            for i in points.indices.dropFirst().dropLast() {
                // Equal steps: convexity is midpoint convexity; 1e-12 covers the steps' rounding.
                let middle = (losses[i - 1] + losses[i + 1]) / 2
                #expect(losses[i] <= middle * (1 + 1e-12) + 1e-15, "\(f): not convex at \(points[i])")
            }
        }
    }

    @Test("the definition where it keeps its digits", arguments: Samples.increasing.indices)
    func definition(_ index: Int) {
        let f = Samples.increasing[index]
        let points = Samples.points(of: f)
        for target in points {
            for estimate in points where abs(estimate - target) > 1 {
                let defined = f.integral(estimate) - f.integral(target) - f.link(target) * (estimate - target)
                let loss = f.matchingLoss(estimate: estimate, target: target)
                let scale = abs(f.integral(estimate)) + abs(f.integral(target))
                    + abs(estimate - target) * (1 + abs(f.link(target)))
                #expect(abs(loss - defined) <= 1e-14 * scale, "\(f): D(\(estimate), \(target))")
            }
        }
    }

    @Test("D_F(â, a) = D_F*(f(a), f(â)) = F(â) + F*(f(a)) − f(a) â", arguments: Samples.increasing.indices)
    func formsAgree(_ index: Int) {
        let f = Samples.increasing[index]
        let points = Samples.points(of: f).filter { abs($0) < 6 }
        for target in points {
            for estimate in points {
                let y = f.link(target)
                let loss = f.matchingLoss(estimate: estimate, target: target)
                // Rounding y moves each form by about |â − a| ulps of y; rounding ŷ likewise the first.
                let tolerance = 1e-14 * (1 + abs(estimate) + abs(target)) * (1 + abs(y))
                let fenchelYoung = f.fenchelYoungLoss(estimate: estimate, target: y)
                #expect(abs(fenchelYoung - loss) <= tolerance + 1e-9 * loss, "\(f): FY(\(estimate), \(y))")
                // Where f is saturated, ŷ hardly says what â was.
                if f.isStrictlyIncreasing, f.derivative(estimate) > 1e-6 {
                    let divergence = f.dualDivergence(target: y, estimate: f.link(estimate))
                    #expect(abs(divergence - loss) <= tolerance + 1e-9 * loss, "\(f): D*(\(y), \(f.link(estimate)))")
                }
            }
        }
    }

    @Test("gradients: f(â) − f(a), and f(â) − y", arguments: Samples.increasing.indices)
    func gradients(_ index: Int) {
        let f = Samples.increasing[index]
        for target in Samples.points(of: f) {
            for estimate in Samples.points(of: f) {
                let (estimated, y) = (f.link(estimate), f.link(target))
                let gradient = f.matchingLossGradient(estimate: estimate, target: target)
                #expect(abs(gradient - (estimated - y)) <= 1e-15 * (abs(estimated) + abs(y)))
                #expect(f.fenchelYoungGradient(estimate: estimate, target: y) == estimated - y)
            }
        }
    }

    /// METHODS §1: from steps of 1e-6 to 100, against the same integral by a fine composite rule.
    @Test("small and large steps keep their digits, in both precisions", arguments: Samples.increasing.indices)
    func steps(_ index: Int) {
        let f = Samples.increasing[index]
        guard f.descriptor.domain.contains(-1000) else { return }
        for target in [-20.0, -3.25, -0.5, 0.75, 2.5, 20] {
            for exponent in -6...2 {
                for sign in [-1.0, 1] {
                    // Representable in Float, so that both precisions see the same step.
                    let estimate = Double(Float(target) + Float(sign * pow10(exponent)))
                    guard abs(f.link(estimate)) < 1e300 else { continue }
                    let exact = integrated(f, from: target, to: estimate)
                    let double = f.matchingLoss(estimate: estimate, target: target)
                    let float = f.matchingLoss(estimate: Float(estimate), target: Float(target))
                    #expect(relativeError(double, exact) <= 1e-7, "\(f): D(\(estimate), \(target)) = \(double), not \(exact)")
                    guard exact > 1e-37, exact < 1e38 else { continue }
                    #expect(relativeError(Double(float), exact) <= 1e-6, "\(f): D(\(estimate), \(target)) in Float")
                }
            }
        }
    }

    @Test("forty thousand random pairs, steps down to 1e-7, are never negative", arguments: Samples.increasing.indices)
    func neverNegative(_ index: Int) {
        let f = Samples.increasing[index]
        var generator = SplitMix64(seed: UInt64(index) + 1)
        let count = 40_000
        var estimates: [Float] = []
        var targets: [Float] = []
        for _ in 0..<count {
            let any = Float.random(in: -12...12, using: &generator)
            let a = f.descriptor.domain.contains(-1) ? any : abs(any) + 0.01
            let step = Float.random(in: -1...1, using: &generator) * Float(pow10(Int.random(in: -7...1, using: &generator)))
            targets.append(a)
            estimates.append(f.descriptor.domain.contains(Double(a + step)) ? a + step : a + abs(step))
        }
        var losses = [Float](repeating: -1, count: count)
        var gradients = losses
        var lossSpan = losses.mutableSpan
        var gradientSpan = gradients.mutableSpan
        f.matchingLoss(estimates: estimates.span, targets: targets.span, into: &lossSpan, gradient: &gradientSpan)
        #expect(losses.allSatisfy { $0 >= 0 })
    }

    private func pow10(_ exponent: Int) -> Double {
        exponent >= 0 ? (0..<exponent).reduce(1.0) { x, _ in x * 10 } : 1 / pow10(-exponent)
    }

    /// ∫_a^â (f(z) − f(a)) dz as a sum of positive terms: midpoint panels of f′ on a grid that is fine where
    /// catalogue links bend, cut at 0. Good to about 1e-8.
    private func integrated(_ f: any ElementwiseActivation, from a: Double, to b: Double) -> Double {
        var cuts = [a]
        // 0.3 is a kink that the samples' parameters make.
        let grid = (stride(from: -130.0, through: 130, by: 0.0625) + [-0.3, 0.3]).sorted()
        let inner = grid.filter { $0 > min(a, b) && $0 < max(a, b) }
        cuts += b > a ? inner : inner.reversed()
        cuts.append(b)
        // Gauss–Legendre with 5 nodes on each panel.
        let nodes = [0, 0.538469310105683091036314420700208805, 0.906179845938663992797626878299392965]
        let weights = [0.568888888888888888888888888888888889, 0.478628670499366468041291514835638193,
                       0.236926885056189087514264040719917363]
        var total = 0.0
        for (left, right) in zip(cuts, cuts.dropFirst()) {
            let half = (right - left) / 2
            for (i, node) in nodes.enumerated() {
                for side in i == 0 ? [1.0] : [-1.0, 1.0] {
                    let x = side * node
                    let distance = (b - right) + half * (1 - x)
                    total += half * weights[i] * distance * f.derivative(left + half * (1 + x))
                }
            }
        }
        // A jump of f at 0 adds its height times what of the path lies behind it.
        if min(a, b) < 0, max(a, b) > 0 {
            let jump = f.link(Double.leastNormalMagnitude) - f.link(-Double.leastNormalMagnitude)
            if jump > 1e-3 { total += jump * abs(b) }
        }
        return total
    }
}
