import Activations
import Testing

/// Implicitly normalised links: f(a)ᵢ = φ(aᵢ − λ(a)), Σ f(a)ᵢ = 1.
@Suite("Normalised links")
struct NormalisedTests {
    struct Row: Decodable {
        var name: String
        var parameters: [String: String]
        var a: [String]
        var link: [String]
        var integral: String
        var dual: String
        var target: [String]
        var loss: String
    }

    private static let rows: [Row] = fixture("normalised.json")
    private static let alphas: [Double] = [1.000000000001, 1.0000001, 1.01, 1.25, 1.5, 1.9, 2]
    private static let temperatures: [Double] = [0, 0.5, 0.999999999, 1, 1.000000001, 1.2, 1.5]
    private static let links: [any CoupledActivation] = {
        // The values are in the domains.
        let entmax: [any CoupledActivation] = alphas.compactMap { try? Entmax(alpha: $0) }
        let tempered: [any CoupledActivation] = temperatures.compactMap { try? TemperedSoftmax(t: $0) }
        return [Sparsemax()] + entmax + tempered
    }()

    private func vectors(_ n: Int, count: Int, seed: UInt64, size: Double = 2) -> [[Double]] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in (0..<n).map { _ in Double.random(in: -size...size, using: &generator) } }
    }

    @Test("60-digit values: link, integral, dual, loss", arguments: rows.indices)
    func oracle(_ index: Int) throws {
        let row = Self.rows[index]
        let made = try ActivationRegistry.catalogue.make(row.name, parameters: row.parameters.mapValues(number))
        let f = try #require(made as? any CoupledActivation)
        let (a, target, exact) = (row.a.map(number), row.target.map(number), row.link.map(number))
        let y = f.link(a)
        for (value, exact) in zip(y, exact) { #expect(abs(value - exact) <= 2e-15, "\(f): \(value), not \(exact)") }
        for (value, exact) in zip(f.link(a.map(Float.init)), exact) { #expect(abs(Double(value) - exact) <= 1e-7 * exact + 1e-12) }
        #expect(abs(f.integral(a) - number(row.integral)) <= 1e-14 * (1 + abs(number(row.integral))))
        #expect(abs(f.dual(y) - number(row.dual)) <= 1e-13 * (1 + abs(number(row.dual))), "\(f.dual(y)), not \(row.dual)")
        let loss = f.matchingLoss(estimate: a, target: target)
        #expect(abs(loss - number(row.loss)) <= 1e-9 * number(row.loss) + 1e-13, "\(loss), not \(row.loss)")
    }

    @Test("coordinates add up to 1, whatever their number and size", arguments: [1, 2, 3, 10, 1000, 100_000])
    func sums(_ n: Int) {
        for f in Self.links {
            for size in [1e-3, 1, 50, 1e6] {
                let y = f.link(vectors(n, count: 1, seed: UInt64(n), size: size)[0])
                #expect(abs(y.reduce(0, +) - 1) <= 1e-12, "\(f), \(n) coordinates up to \(size): \(y.reduce(0, +))")
                #expect(y.allSatisfy { $0 >= 0 && $0 <= 1 + 1e-12 })
            }
        }
    }

    @Test("entmax adds up to 1 within a few ulps for every alpha, number and size of coordinates", arguments: [0x1.0000000000001p0, 1.001, 1.1, 1.75] + alphas)
    func entmaxSums(_ alpha: Double) throws {
        let f = try Entmax(alpha: alpha)
        for n in [1, 2, 3, 7, 10, 33, 100, 333, 1000] {
            for size in [0, 1e-9, 1e-3, 1, 50, 1e6, 1e30, 8e307] {
                for a in vectors(n, count: 2, seed: UInt64(n), size: size) {
                    let y = f.link(a)
                    var (sum, rest) = (0.0, 0.0)
                    for x in y {
                        let next = sum + x
                        rest += sum.magnitude >= x.magnitude ? (sum - next) + x : (x - next) + sum
                        sum = next
                    }
                    #expect(abs((sum - 1) + rest) <= 4 * Double.ulpOfOne, "alpha = \(alpha), \(n) coordinates up to \(size): off by \((sum - 1) + rest)")
                    #expect(y.allSatisfy { $0 >= 0 && $0 <= 1 })
                }
            }
        }
    }

    @Test("entmax goes to softmax as alpha goes to 1: link, Jacobian, dual, inverse", arguments: alphas.prefix(2))
    func entmaxNearSoftmax(_ alpha: Double) throws {
        let (f, softmax) = (try Entmax(alpha: alpha), Softmax())
        // Apart by (alpha − 1) times squares of logarithms.
        let tolerance = 2e-14 + 100 * (alpha - 1)
        for n in [2, 5, 40] {
            for a in vectors(n, count: 5, seed: UInt64(n)) {
                let (y, v) = (f.link(a), vectors(n, count: 1, seed: 3)[0])
                for (x, z) in zip(y, softmax.link(a)) { #expect(abs(x - z) <= tolerance * z) }
                for (x, z) in zip(f.jacobianVectorProduct(a, v), softmax.jacobianVectorProduct(a, v)) { #expect(abs(x - z) <= tolerance) }
                // The constants of the integrals differ by 1.
                #expect(abs(f.integral(a) - 1 - softmax.integral(a)) <= 10 * tolerance)
                #expect(abs(f.dual(y) + 1 - softmax.dual(softmax.link(a))) <= 10 * tolerance)
                for (x, z) in zip(f.link(f.inverse(y)), y) { #expect(abs(x - z) <= 2e-15) }
                for (x, z) in zip(f.inverse(y), f.inverse(y).dropFirst()) { #expect(x.isFinite && z.isFinite) }
            }
        }
    }

    @Test("entmax is tempered softmax at t = 2 − alpha", arguments: [1.25, 1.5, 2])
    func entmaxIsTempered(_ alpha: Double) throws {
        let (f, g) = (try Entmax(alpha: alpha), try TemperedSoftmax(t: 2 - alpha))
        for a in vectors(6, count: 10, seed: 29) {
            for (x, z) in zip(f.link(a), g.link(a)) { #expect(abs(x - z) <= 1e-15) }
            #expect(abs(f.integral(a) - g.integral(a)) <= 4e-15 && abs(f.dual(f.link(a)) - g.dual(g.link(a))) <= 4e-15)
        }
    }

    /// The projection onto the simplex by sorting (Held, Wolfe and Crowder, 1974).
    @Test("sparsemax is the projection onto the simplex", arguments: [1, 2, 5, 40])
    func projection(_ n: Int) throws {
        let twin = try Entmax(alpha: 2)
        for a in vectors(n, count: 20, seed: 5) {
            let sorted = a.sorted(by: >)
            var (sum, threshold) = (0.0, 0.0)
            for (k, x) in sorted.enumerated() {
                sum += x
                let candidate = (sum - 1) / Double(k + 1)
                if x > candidate { threshold = candidate }
            }
            for ((y, z), x) in zip(zip(Sparsemax().link(a), twin.link(a)), a) {
                #expect(abs(y - max(x - threshold, 0)) <= 1e-14)
                #expect(abs(y - z) <= 1e-14)
            }
        }
    }

    @Test("tempered softmax is softmax at t = 1 and continuous there; sparsemax at t = 0", arguments: [1, 2, 6])
    func temperatures(_ n: Int) throws {
        for a in vectors(n, count: 10, seed: 23) {
            let expected = Softmax().link(a)
            for (t, tolerance) in [(1, 1e-15), (1 - 1e-9, 1e-7), (1 + 1e-9, 1e-7)] {
                for (y, z) in zip(try TemperedSoftmax(t: t).link(a), expected) { #expect(abs(y - z) <= tolerance, "t = \(t)") }
            }
            // F is log Σ exp up to the constant 1.
            #expect(abs(try TemperedSoftmax(t: 1).integral(a) - Softmax().integral(a) - 1) <= 1e-14)
            for (y, z) in zip(try TemperedSoftmax(t: 0).link(a), Sparsemax().link(a)) { #expect(abs(y - z) <= 1e-14) }
            let target = a.map { 0.5 * $0 - 0.25 }
            let divergence = zip(Softmax().link(target), zip(target, a)).map { $0 * ($1.0 - $1.1) }.reduce(0, +)
                + Softmax().integral(a) - Softmax().integral(target)
            #expect(abs(try TemperedSoftmax(t: 1).matchingLoss(estimate: a, target: target) - divergence) <= 1e-13)
        }
    }

    @Test("f is F's gradient; J is f's, symmetric, positive semidefinite and flat along 1")
    func gradients() {
        let h = 1e-6
        for f in Self.links {
            for a in vectors(5, count: 6, seed: 7) {
                let (y, jacobian) = (f.link(a), f.jacobian(a))
                for k in a.indices {
                    var (up, down) = (a, a)
                    up[k] += h
                    down[k] -= h
                    // f′ jumps at a kink of φ; within the step of one the differences of f mean nothing.
                    #expect(abs((f.integral(up) - f.integral(down)) / (2 * h) - y[k]) <= 1e-6, "\(f) at \(a)")
                    let column = zip(f.link(up), f.link(down)).map { ($0 - $1) / (2 * h) }
                    let isSmooth = zip(f.link(up), f.link(down)).allSatisfy { ($0 > 0) == ($1 > 0) }
                    for i in a.indices where isSmooth { #expect(abs(column[i] - jacobian[i][k]) <= 1e-5, "\(f) at \(a)") }
                    for i in a.indices { #expect(abs(jacobian[i][k] - jacobian[k][i]) <= 1e-15) }
                }
                for row in jacobian { #expect(abs(row.reduce(0, +)) <= 1e-15) }
                for v in vectors(5, count: 4, seed: 11) {
                    #expect(zip(v, f.jacobianVectorProduct(a, v)).map(*).reduce(0, +) >= -1e-15)
                }
            }
        }
    }

    @Test("F(a) + F*(f(a)) = ⟨a, f(a)⟩; f(f⁻¹(y)) = y with F = 0 there; F(a + c) = F(a) + c")
    func duality() {
        for f in Self.links {
            for a in vectors(6, count: 8, seed: 13) {
                let y = f.link(a)
                let scale = 1 + abs(f.integral(a)) + abs(f.dual(y))
                #expect(abs(f.integral(a) + f.dual(y) - zip(a, y).map(*).reduce(0, +)) <= 1e-13 * scale, "\(f) at \(a)")
                let back = f.inverse(y)
                for (x, y) in zip(f.link(back), y) { #expect(abs(x - y) <= 1e-13) }
                #expect(abs(f.integral(back)) <= 1e-13 * scale)
                #expect(abs(f.integral(a.map { $0 + 0.75 }) - f.integral(a) - 0.75) <= 1e-13 * scale)
            }
            for y in [[0.5, 0.6], [-0.1, 1.1], [0.2, 0.2]] {
                #expect(f.dual(y) == .infinity && f.inverse(y).allSatisfy { $0.isNaN }, "\(f)")
            }
        }
    }

    @Test("the three forms of the loss agree, are never negative, and 0 along 1")
    func losses() {
        for f in Self.links {
            for (estimate, target) in zip(vectors(5, count: 10, seed: 17), vectors(5, count: 10, seed: 19)) {
                let (y, estimated) = (f.link(target), f.link(estimate))
                let loss = f.matchingLoss(estimate: estimate, target: target)
                #expect(loss >= 0)
                #expect(abs(f.fenchelYoungLoss(estimate: estimate, target: y) - loss) <= 1e-12 * (1 + abs(f.dual(y))), "\(f)")
                #expect(f.matchingLoss(estimate: target.map { $0 + 0.5 }, target: target) <= 1e-14)
                for (g, (a, b)) in zip(f.matchingLossGradient(estimate: estimate, target: target), zip(estimated, y)) {
                    #expect(abs(g - (a - b)) <= 1e-14)
                }
                let near = zip(target, estimate).map { $0 + 1e-5 * $1 }
                #expect(f.matchingLoss(estimate: near, target: target) >= 0)
            }
        }
    }

    @Test("nan and infinite pre-activations are defined")
    func infinite() {
        let inf = Double.infinity
        for f in Self.links {
            #expect(f.link([0, .nan, 1]).allSatisfy { $0.isNaN } && f.integral([0, .nan]).isNaN)
            #expect(f.link([0, inf, 3, inf]) == [0, 0.5, 0, 0.5])
            #expect(f.link([-inf, -inf]) == [0.5, 0.5])
            let y = f.link([-inf, 0.25, 0.5])
            #expect(y[0] == 0 && abs(y[1] + y[2] - 1) <= 1e-14)
            #expect(f.link([Double]()) == [])
            #expect(zip(f.link([1e300, -1e300]), [1, 0]).allSatisfy { abs($0 - $1) <= 1e-15 })
        }
    }
}
