import Activations
import Testing

/// Special values, and what happens at and beyond the ends of domains and ranges (DESIGN, command line).
@Suite("Ends and special values")
struct EndsTests {
    @Test("NaN gives NaN", arguments: Samples.elementwise.indices)
    func notANumber(_ index: Int) {
        let f = Samples.elementwise[index]
        #expect(f.link(Double.nan).isNaN && f.link(Float.nan).isNaN)
        #expect(f.integral(Double.nan).isNaN && f.integral(Float.nan).isNaN)
        guard f.hasMatchingLoss else { return }
        #expect(f.inverse(Double.nan).isNaN)
        #expect(f.dual(Double.nan).isNaN)
        #expect(f.matchingLoss(estimate: Double.nan, target: 0).isNaN)
        #expect(f.matchingLoss(estimate: 0, target: Double.nan).isNaN)
    }

    @Test("the dual is +∞ and the inverse NaN outside the range of f")
    func outsideTheRange() {
        let outside: [(any ElementwiseActivation, [Double])] = [
            (Sigmoid(), [-0.1, 1.1]), (Tanh(), [-1.5, 1.0000001]), (Arctan(), [-1.6, 1.6]),
            (Softplus(), [-0.25]), (ELU(), [-1.25]), (ReLU(), [-0.5]), (Step(), [-0.5, 1.5]),
            (ReLU6(), [-0.1, 6.1]), (HardTanh(), [-1.1, 1.1]), (HardSigmoid(), [-0.1, 1.1]), (Softsign(), [-1.1, 1.1]),
            (SELU(), [-1.8]), (CELU(), [-1.1]), (LogSigmoid(), [0.1]), (Exponential(), [-0.1]), (Squareplus(), [-0.1]),
            (Erf(), [-1.1, 1.1]), (Probit(), [-0.1, 1.1]), (ISRU(), [-1.1, 1.1]), (SparsePlus(), [-0.1]),
        ]
        for (f, values) in outside {
            for y in values {
                #expect(f.dual(y) == .infinity, "\(f) at \(y)")
                #expect(f.inverse(y).isNaN, "\(f) at \(y)")
                #expect(f.fenchelYoungLoss(estimate: 0.5, target: y) == .infinity)
            }
        }
    }

    @Test("at a closed end of the range the dual has its limit and the inverse is infinite")
    func closedEnds() throws {
        func check(_ f: any ElementwiseActivation, _ y: Double, dual: Double, inverse: Double) {
            #expect(relativeError(f.dual(y), dual) <= 1e-11, "\(f): F*(\(y)) = \(f.dual(y))")
            #expect(f.inverse(y) == inverse, "\(f): f⁻¹(\(y)) = \(f.inverse(y))")
        }
        let log2 = 0.693147180559945309417232121458
        check(Sigmoid(), 0, dual: 0, inverse: -.infinity)
        check(Sigmoid(), 1, dual: 0, inverse: .infinity)
        check(Tanh(), -1, dual: log2, inverse: -.infinity)
        check(Tanh(), 1, dual: log2, inverse: .infinity)
        check(Softplus(), 0, dual: 0, inverse: -.infinity)
        check(ELU(), -1, dual: 1, inverse: -.infinity)
        check(try ELU(beta: 0.3), -0.3, dual: 0.3, inverse: -.infinity)
        let rootPi = 0.564189583547756286948079451561  // 1/√π
        check(Erf(), 1, dual: rootPi, inverse: .infinity)
        check(Erf(), -1, dual: rootPi, inverse: -.infinity)
        check(Probit(), 0, dual: 0, inverse: -.infinity)
        check(Probit(), 1, dual: 0, inverse: .infinity)
        check(Exponential(), 0, dual: 0, inverse: -.infinity)
        check(LogSigmoid(), 0, dual: 0, inverse: .infinity)
        check(Softsign(), 1, dual: .infinity, inverse: .infinity)
        check(ISRU(), -1, dual: 1, inverse: -.infinity)
    }

    @Test("duals of links without an inverse: 0 on [0, 1] for step, y²/2 on y ≥ 0 for relu")
    func dualsOfFlatLinks() throws {
        let flat = try LeakyReLU(beta: 0)
        for y in [0, 0.25, 0.5, 1] {
            #expect(Step().dual(y) == 0)
            #expect(ReLU().dual(y) == y * y / 2)
            #expect(flat.dual(y) == y * y / 2)
        }
        #expect(flat.dual(-0.5) == .infinity)
    }

    @Test("cross entropy's corner: targets at the ends of the range")
    func targetsAtTheEnds() {
        // Sigmoid with y = 1: log(1 + e^−â), also where F(â) − â cancels.
        for estimate in [-30.0, -1, 0, 2, 20, 40] {
            let loss = Sigmoid().fenchelYoungLoss(estimate: estimate, target: 1)
            let exact = Softplus().link(-estimate)
            #expect(relativeError(loss, exact) <= 1e-9, "\(loss), not \(exact)")
        }
        #expect(Sigmoid().dualDivergence(target: 0.0, estimate: 0.25) > 0)
        #expect(Sigmoid().dualDivergence(target: 0.25, estimate: 0.0) == .infinity)
        #expect(Sigmoid().dualDivergence(target: 1.0, estimate: 1.0) == 0)
    }

    @Test("±∞ pre-activations give the link's limits", arguments: Samples.increasing.indices)
    func limits(_ index: Int) {
        let f = Samples.increasing[index]
        guard f.descriptor.domain.contains(-1e30), f.parameterValues.allSatisfy({ $0 > 0 }) else { return }
        for end in [Double.infinity, -.infinity] {
            let far = f.link(end < 0 ? -1e30 : 1e30)
            let limit = f.link(end)
            // An infinite limit may be reached as slowly as by a logarithm.
            let agrees = limit.isFinite ? abs(limit - far) <= 1e-15 : abs(far) > 60
            #expect(agrees, "\(f) at \(end): \(limit), and \(far) before it")
        }
    }

    @Test("infinite pre-activations and values of links made of products and roots")
    func infiniteEnds() {
        let inf = Double.infinity
        #expect(GELU().link(-inf) == 0 && GELU().derivative(-inf) == 0 && GELU().integral(-inf) == 0 && GELU().link(inf) == inf)
        #expect(SiLU().link(-inf) == 0 && SiLU().derivative(-inf) == 0 && SiLU().integral(-inf) == 0 && SiLU().link(inf) == inf)
        #expect(HardSiLU().link(-inf) == 0 && HardSiLU().derivative(inf) == 1)
        #expect(Squareplus().link(-inf) == 0 && Squareplus().derivative(inf) == 1 && Squareplus().integral(-inf) == -inf)
        #expect(ISRU().derivative(inf) == 0 && ISRU().integral(-inf) == inf && ISRU().link(1e200) == 1)
        #expect(BentIdentity().derivative(inf) == 1.5 && BentIdentity().derivative(-inf) == 0.5 && BentIdentity().integral(-inf) == inf)
        #expect(Asinh().integral(inf) == inf && Tanhshrink().integral(-inf) == inf && Logarithm().integral(inf) == inf)
        #expect(Logarithm().integral(0.0) == 0 && Logarithm().link(0.0) == -inf && Logarithm().link(-1.0).isNaN)
        for f: any ElementwiseActivation in [BentIdentity(), Asinh(), Symlog(), Exponential(), Softplus(), Tanhshrink()] {
            #expect(f.inverse(inf) == inf, "\(f)")
        }
    }

    @Test("huge pre-activations do not overflow on the way", arguments: [1e154, -1e154, 1e200, -1e200])
    func huge(_ a: Double) {
        #expect(relativeError(ISRU().integral(a), abs(a)) <= 1e-15)
        #expect(relativeError(Squareplus().link(a), a > 0 ? a : 1 / -a) <= 1e-15)
        #expect(relativeError(BentIdentity().link(a), a > 0 ? 1.5 * a : 0.5 * a) <= 1e-15)
        #expect(relativeError(BentIdentity().inverse(a), a > 0 ? a / 1.5 : a / 0.5) <= 1e-15)
        #expect(Softsign().link(a) == (a > 0 ? 1 : -1))
    }

    @Test("step has f(0) = ½ and jumps")
    func step() {
        let f = Step()
        #expect(f.link(0.0) == 0.5 && f.link(-1e-300) == 0 && f.link(1e-300) == 1)
        #expect(f.matchingLoss(estimate: 2.0, target: -1.0) == 2)
        #expect(f.matchingLoss(estimate: -2.0, target: 1.0) == 2)
        #expect(f.matchingLoss(estimate: 3.0, target: 0.0) == 1.5)
        #expect(f.descriptor.hasZeroDerivative)
    }
}
