import Activations
import Testing

@Suite("Coupled activations")
struct SoftmaxTests {
    private let f = Softmax()

    private func vectors(_ n: Int, count: Int, seed: UInt64) -> [[Double]] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { _ in (0..<n).map { _ in Double.random(in: -4...4, using: &generator) } }
    }

    @Test("rows sum to 1 and do not overflow", arguments: [1, 2, 7, 100])
    func normalised(_ n: Int) {
        for a in vectors(n, count: 5, seed: 3) {
            for scale in [1.0, 200] {
                let y = f.link(a.map { $0 * scale })
                #expect(abs(y.reduce(0, +) - 1) <= 1e-14)
                #expect(y.allSatisfy { $0 >= 0 && $0 <= 1 })
            }
        }
    }

    @Test("f is F's gradient, J is f's", arguments: [2, 5])
    func gradients(_ n: Int) {
        let h = 1e-5
        for a in vectors(n, count: 4, seed: 5) {
            let y = f.link(a)
            let jacobian = f.jacobian(a)
            for k in 0..<n {
                var (up, down) = (a, a)
                up[k] += h
                down[k] -= h
                #expect(abs((f.integral(up) - f.integral(down)) / (2 * h) - y[k]) <= 1e-9)
                let column = zip(f.link(up), f.link(down)).map { ($0 - $1) / (2 * h) }
                for i in 0..<n { #expect(abs(column[i] - jacobian[i][k]) <= 1e-9) }
            }
        }
    }

    @Test("J is symmetric, and flat along 1", arguments: [2, 5, 9])
    func jacobian(_ n: Int) {
        for a in vectors(n, count: 4, seed: 7) {
            let jacobian = f.jacobian(a)
            for i in 0..<n {
                #expect(abs(jacobian[i].reduce(0, +)) <= 1e-16 * Double(n))
                for k in 0..<n { #expect(abs(jacobian[i][k] - jacobian[k][i]) <= 1e-16) }
            }
        }
    }

    @Test("F(a) + F*(f(a)) = ⟨a, f(a)⟩, and f⁻¹ is normalised to F = 0")
    func duality() {
        for a in vectors(6, count: 10, seed: 11) {
            let y = f.link(a)
            let pairing = zip(a, y).map(*).reduce(0, +)
            #expect(abs(f.integral(a) + f.dual(y) - pairing) <= 1e-14)
            let back = f.inverse(y)
            #expect(abs(f.integral(back)) <= 1e-14)
            for (x, y) in zip(f.link(back), y) { #expect(abs(x - y) <= 1e-15) }
        }
    }

    @Test("D ≥ 0, = 0 along 1; D_F(â, a) = KL(y‖ŷ) = the Fenchel–Young form")
    func losses() {
        let estimates = vectors(6, count: 12, seed: 13)
        for (estimate, target) in zip(estimates, estimates.dropFirst()) {
            let (y, estimated) = (f.link(target), f.link(estimate))
            let loss = f.matchingLoss(estimate: estimate, target: target)
            let kl = zip(y, estimated).map { $0 * logRatio($0, $1) }.reduce(0, +)
            #expect(loss > 0)
            #expect(abs(loss - kl) <= 1e-13)
            #expect(abs(f.dualDivergence(target: y, estimate: estimated) - loss) <= 1e-13)
            #expect(abs(f.fenchelYoungLoss(estimate: estimate, target: y) - loss) <= 1e-13)
            let shifted = target.map { $0 + 0.5 }
            #expect(f.matchingLoss(estimate: shifted, target: target) <= 1e-30)
            for (g, (a, b)) in zip(f.matchingLossGradient(estimate: estimate, target: target), zip(estimated, y)) {
                #expect(abs(g - (a - b)) <= 1e-15)
            }
        }
    }

    @Test("small steps keep their digits: D ≈ ½ ⟨v, J v⟩")
    func smallSteps() {
        for a in vectors(5, count: 6, seed: 17) {
            for scale in [1e-4, 1e-6] {
                let v = vectors(5, count: 1, seed: 19)[0].map { $0 * scale }
                let estimate = zip(a, v).map(+)
                let step = zip(estimate, a).map(-)
                let quadratic = zip(step, f.jacobianVectorProduct(a, step)).map(*).reduce(0, +) / 2
                // The next term of the series is of relative size |v|.
                #expect(relativeError(f.matchingLoss(estimate: estimate, target: a), quadratic) <= 20 * scale)
            }
        }
    }

    @Test("one-hot targets: the Fenchel–Young form is the cross entropy")
    func oneHot() {
        let a = [2.0, -1, 0.5]
        let loss = f.fenchelYoungLoss(estimate: a, target: [0, 1, 0])
        #expect(abs(loss - (f.integral(a) + 1)) <= 1e-15)
        #expect(f.dual([0.0, 1, 0]) == 0)
        #expect(f.inverse([0.0, 1, 0]) == [-.infinity, 0, -.infinity])
        #expect(f.dualDivergence(target: [0, 1, 0], estimate: f.link(a)) >= 0)
        #expect(f.dualDivergence(target: [0.5, 0.5, 0], estimate: [0, 1, 0]) == .infinity)
    }

    @Test("outside the simplex the dual is +∞ and the inverse NaN")
    func outsideTheSimplex() {
        for y in [[0.5, 0.6], [-0.1, 1.1], [0.0, 0.0], [0.2, 0.2]] {
            #expect(f.dual(y) == .infinity)
            #expect(f.inverse(y).allSatisfy { $0.isNaN })
        }
    }

    @Test("rows of a matrix are processed one by one, with the same bits")
    func rows() {
        let rows = vectors(4, count: 3, seed: 23).map { $0.map(Float.init) }
        let flat = rows.flatMap { $0 }
        var result = [Float](repeating: 0, count: flat.count)
        var span = result.mutableSpan
        f.link(flat.span, into: &span, rows: 3)
        #expect(result == rows.flatMap { f.link($0) })
        let empty: [Float] = []
        #expect(f.link(empty) == [])
    }

    private func logRatio(_ y: Double, _ estimate: Double) -> Double {
        // f⁻¹ of softmax is the logarithm by coordinate.
        f.inverse([y, 1 - y])[0] - f.inverse([estimate, 1 - estimate])[0]
    }
}
