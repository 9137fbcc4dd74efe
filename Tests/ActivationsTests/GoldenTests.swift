import Activations
import Testing

@Suite("Values against the 60-digit oracle")
struct GoldenTests {
    @Test("link, derivative and integral: Double to 1e-13, Float to 4 ulp", arguments: Golden.elementwise)
    func points(_ golden: Golden.Elementwise) throws {
        let f = try elementwise(golden)
        for point in golden.points {
            let a = number(point.a)
            let values: [(String, String?, Double, Float)] = [
                ("link", point.link, f.link(a), f.link(Float(a))),
                ("derivative", point.derivative, f.derivative(a), f.derivative(Float(a))),
                ("integral", point.integral, f.integral(a), f.integral(Float(a))),
            ]
            for (quantity, exact, double, float) in values {
                guard let exact = exact.map(number) else { continue }
                #expect(relativeError(double, exact) <= 1e-13, "\(quantity) at \(a): \(double), not \(exact)")
                #expect(ulps(float, exact) <= 4, "\(quantity) at \(a) in Float: \(float), not \(exact)")
            }
        }
    }

    @Test("inverse and dual in Double to 1e-11", arguments: Golden.elementwise)
    func conjugates(_ golden: Golden.Elementwise) throws {
        let f = try elementwise(golden)
        #expect(f.isStrictlyIncreasing == golden.strictlyIncreasing)
        for point in golden.inverse {
            let y = number(point.y)
            if let inverse = point.inverse {
                #expect(relativeError(f.inverse(y), number(inverse)) <= 1e-11, "inverse at \(y): \(f.inverse(y))")
            }
            #expect(relativeError(f.dual(y), number(point.dual)) <= 1e-11, "dual at \(y): \(f.dual(y))")
        }
    }

    /// The issue asks for 1e-5 in Double; the positive pieces give far more. Float is rounded from Double.
    @Test("matching loss: Double to 1e-9, Float to 4 ulp, never negative", arguments: Golden.elementwise)
    func losses(_ golden: Golden.Elementwise) throws {
        let f = try elementwise(golden)
        for pair in golden.matchingLoss {
            let (estimate, target) = (number(pair.estimate), number(pair.target))
            let (loss, gradient) = (number(pair.loss), number(pair.gradient))
            let double = f.matchingLoss(estimate: estimate, target: target)
            let float = f.matchingLoss(estimate: Float(estimate), target: Float(target))
            #expect(double >= 0)
            #expect(relativeError(double, loss) <= 1e-9, "D(\(estimate), \(target)) = \(double), not \(loss)")
            #expect(ulps(float, loss) <= 4, "D(\(estimate), \(target)) = \(float) in Float, not \(loss)")
            let slope = f.matchingLossGradient(estimate: estimate, target: target)
            #expect(relativeError(slope, gradient) <= 1e-9, "D′(\(estimate), \(target)) = \(slope), not \(gradient)")
        }
    }

    @Test("softmax: every value of the rows", arguments: Golden.values.softmax.indices)
    func softmax(_ index: Int) {
        let golden = Golden.values.softmax[index]
        let f = Softmax()
        let a = golden.a.map(number)
        let target = golden.target.map(number)
        for (value, exact) in zip(f.link(a), golden.link) {
            #expect(relativeError(value, number(exact)) <= 1e-13)
        }
        for (value, exact) in zip(f.link(a.map(Float.init)), golden.link) where number(exact) > 1e-37 {
            #expect(ulps(value, number(exact)) <= 4)
        }
        #expect(relativeError(f.integral(a), number(golden.integral)) <= 1e-13)
        #expect(ulps(f.integral(a.map(Float.init)), number(golden.integral)) <= 4)
        // y = f(a) is rounded, which moves F*(y) by a few ulp of its largest term.
        #expect(abs(f.dual(f.link(a)) - number(golden.dualOfLink)) <= 1e-14)
        let loss = f.matchingLoss(estimate: a, target: target)
        #expect(relativeError(loss, number(golden.loss)) <= 1e-9, "\(loss), not \(golden.loss)")
        for (value, exact) in zip(f.matchingLossGradient(estimate: a, target: target), golden.gradient) {
            #expect(relativeError(value, number(exact)) <= 1e-7, "\(value), not \(exact)")
        }
    }

    private func elementwise(_ golden: Golden.Elementwise) throws -> any ElementwiseActivation {
        let activation = try ActivationRegistry.catalogue.make(golden.name, parameters: golden.values)
        return try #require(activation as? any ElementwiseActivation)
    }
}
