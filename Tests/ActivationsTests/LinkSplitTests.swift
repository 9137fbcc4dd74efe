import Activations
import Testing

/// f = f₊ − f₋ of every link of the catalogue that falls somewhere.
@Suite("The split of links that fall")
struct LinkSplitTests {
    private static let links = Samples.falling

    private func split(_ f: any ElementwiseActivation) throws -> LinkSplit { try LinkSplit(f) }

    private func grid<Scalar: BinaryFloatingPoint>(_ f: any Activation, _: Scalar.Type, step: Scalar) -> [Scalar] {
        (0...Int(80 / step)).map { -40 + Scalar($0) * step }.filter { f.descriptor.domain.contains(Double($0)) }
    }

    @Test("there are such links")
    func some() { #expect(!Self.links.isEmpty) }

    @Test("the parts add up to the link, to 2 ulp of the larger, and the integrals to the integral", arguments: links.indices)
    func sums(_ index: Int) throws {
        func check<Scalar: ActivationScalar>(_: Scalar.Type) throws {
            let f = Self.links[index]
            let split = try split(f)
            for a in grid(f, Scalar.self, step: 1.0 / 64) {
                let (rising, falling, link) = (split.rising(a), split.falling(a), f.link(a))
                let ulp = max(abs(rising), abs(falling), abs(link)).ulp
                #expect(abs(rising - falling - link) <= 2 * ulp, "\(f) at \(a): \(rising) − \(falling) ≠ \(link)")
                let (convex, concave, integral) = (split.risingIntegral(a), split.fallingIntegral(a), f.integral(a))
                let scale = max(abs(convex), abs(concave), abs(integral), 1).ulp
                #expect(abs(convex - concave - integral) <= 4 * scale, "\(f) at \(a): \(convex) − \(concave) ≠ \(integral)")
            }
        }
        try check(Double.self)
        try check(Float.self)
    }

    /// A formula's own rounding may go down by an ulp or two of its terms, which are below 1 + |a|.
    @Test("both parts never decrease, on a dense grid", arguments: links.indices)
    func nondecreasing(_ index: Int) throws {
        func check<Scalar: ActivationScalar>(_: Scalar.Type, step: Scalar) throws {
            let f = Self.links[index]
            let split = try split(f)
            let points = grid(f, Scalar.self, step: step)
            for values in [split.rising(points), split.falling(points)] {
                for i in points.indices.dropFirst() {
                    #expect(values[i] >= values[i - 1] - 2 * (1 + abs(points[i])).ulp, "\(f) at \(points[i])")
                }
                #expect(values[0] < values[values.count - 1])
            }
        }
        try check(Double.self, step: 1.0 / 512)
        try check(Float.self, step: 1.0 / 64)
    }

    @Test("f₊ and f₋ are the central differences of F₊ and F₋", arguments: links.indices)
    func gradients(_ index: Int) throws {
        let f = Self.links[index]
        let split = try split(f)
        for a in Samples.points(of: f) {
            let h = 1e-5
            let rising = (split.risingIntegral(a + h) - split.risingIntegral(a - h)) / (2 * h)
            let falling = (split.fallingIntegral(a + h) - split.fallingIntegral(a - h)) / (2 * h)
            let tolerance = 1e-9 * (1 + abs(split.risingIntegral(a)))
            #expect(abs(rising - split.rising(a)) <= tolerance, "\(f) at \(a)")
            #expect(abs(falling - split.falling(a)) <= tolerance, "\(f) at \(a)")
        }
    }

    @Test("it is the least split: one part is constant where the other moves")
    func least() throws {
        // The roots of f′, by mpmath.
        let roots: [(any ElementwiseActivation, Double)] = [
            (GELU(), -0.751791524693564457), (SiLU(), -1.278464542761073795),
        ]
        for (f, root) in roots {
            let split = try split(f)
            #expect(split.fallingIntervals.count == 1)
            #expect(split.fallingIntervals[0].lower == -.infinity)
            #expect(abs(split.fallingIntervals[0].upper - root) < 1e-15)
            for a in [-1e30, -50, -10, -3, root - 1e-3] { #expect(split.rising(a) == 0) }
            let least = -f.link(root)
            for a in [root + 1e-3, 0, 2, 1e10] { #expect(abs(split.falling(a) - least) <= least.ulp) }
            #expect(split.rising(-Double.infinity) == 0)
            #expect(split.falling(-60.0) >= 0 && split.falling(-60.0) < 1e-20)
            #expect(split.rising(Double.nan).isNaN && split.falling(Float.nan).isNaN && split.risingIntegral(Double.nan).isNaN)
        }
    }

    // MARK: The matching loss of the rising part

    @Test("D_{F₊} is never negative, has the gradient f₊(â) − f₊(a), and lies above D_F", arguments: links.indices)
    func risingLoss(_ index: Int) throws {
        let f = Self.links[index]
        let split = try split(f)
        var generator = SplitMix64(seed: 61)
        for _ in 0..<2000 {
            let (target, estimate) = (Double.random(in: -6...6, using: &generator), Double.random(in: -6...6, using: &generator))
            let (loss, gradient) = split.risingMatchingLoss(estimate: estimate, target: target)
            #expect(loss >= 0)
            #expect(abs(gradient - (split.rising(estimate) - split.rising(target))) <= 1e-14 * (1 + abs(gradient)))
            let defined = split.risingIntegral(estimate) - split.risingIntegral(target) - split.rising(target) * (estimate - target)
            #expect(abs(loss - defined) <= 1e-13 * (1 + abs(split.risingIntegral(estimate))), "\(f): \(estimate), \(target)")
            let divergence = f.integral(estimate) - f.integral(target) - f.link(target) * (estimate - target)
            #expect(loss >= divergence - 1e-13, "\(f): D_{F₊}(\(estimate), \(target)) = \(loss) < \(divergence)")
            #expect(split.risingMatchingLoss(estimate: target, target: target).loss == 0)
        }
        #expect(split.risingMatchingLoss(estimate: Double.nan, target: 0).loss.isNaN)
    }

    @Test("D_F itself is negative somewhere, so its names give NaN: they are refused", arguments: links.indices)
    func refused(_ index: Int) {
        let f = Self.links[index]
        let points = Samples.points(of: f)
        let isNegative = points.contains { target in
            points.contains { f.integral($0) - f.integral(target) - f.link(target) * ($0 - target) < -1e-3 }
        }
        #expect(isNegative)
        #expect(f.matchingLoss(estimate: 1.0, target: 0.5).isNaN)
        #expect(f.matchingLossGradient(estimate: Float(1), target: 0.5).isNaN)
        #expect(f.fenchelYoungLoss(estimate: 1.0, target: 0.5).isNaN)
        #expect(f.dualDivergence(target: 0.25, estimate: 0.5).isNaN)
        #expect(f.inverse(0.5).isNaN && f.dual(0.5).isNaN)
    }

    @Test("a link that never falls has no split")
    func increasing() {
        #expect(throws: ActivationError.noSplit(activation: "tanh", reason: "its link never falls.")) { try LinkSplit(Tanh()) }
    }
}
