import Activations
import CActivationKernels
import Foundation
import Testing

/// ∂f/∂θ and ∂F/∂θ of every parameter of the catalogue.
@Suite("Derivatives with respect to parameters")
struct ParameterSlopeTests {
    /// Every activation of the samples with one of its parameters, where there is room on both sides of its value.
    private static let cases: [(activation: any Activation, index: Int, step: Double)] = Samples.all.flatMap { activation in
        activation.descriptor.parameters.enumerated().compactMap { index, parameter in
            let value = activation.parameterValues[index]
            let step = 1e-5 * max(1, abs(value))
            guard parameter.domain.contains(value - step), parameter.domain.contains(value + step) else { return nil }
            return (activation, index, step)
        }
    }

    @Test("every parameter of the catalogue is looked at")
    func coverage() {
        for entry in ActivationRegistry.catalogue.entries {
            for index in entry.descriptor.parameters.indices {
                #expect(Self.cases.contains { type(of: $0.activation) == entry && $0.index == index })
            }
        }
    }

    /// Up to where Double ends for the link; for the integral, which is quadratic, to where its squares do.
    @Test("of a number they are a number, of every size", arguments: Samples.elementwiseAtDefaults)
    func neverNaN(_ name: String) throws {
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        for parameter in f.descriptor.parameters.indices {
            for exponent in stride(from: -1074, through: 1023, by: 9) {
                for a in [Double(sign: .plus, exponent: exponent, significand: 1.3), Double(sign: .minus, exponent: exponent, significand: 1.3)]
                where f.descriptor.domain.contains(a) {
                    #expect(f.linkSlope(a, parameter: parameter).isFinite, "link at \(a)")
                    if exponent < 511 { #expect(f.integralSlope(a, parameter: parameter).isFinite, "integral at \(a)") }
                }
            }
        }
    }

    /// 1e-7: steps of 1e-5 leave a remainder of 1e-10 of the third derivative, and rounding 1e-16/1e-5 of the value.
    @Test("they are the central differences of link and integral", arguments: cases.indices)
    func differences(_ index: Int) throws {
        let (f, parameter, step) = Self.cases[index]
        func moved(_ delta: Double) throws -> any Activation {
            var values = f.parameterValues
            values[parameter] += delta
            return try type(of: f).init(parameterValues: values)
        }
        let points = Samples.points(of: f)
        switch (f, try moved(-step), try moved(step)) {
        case let (f, low, high) as (any ElementwiseActivation, any ElementwiseActivation, any ElementwiseActivation):
            for a in points {
                check(f.linkSlope(a, parameter: parameter), (high.link(a) - low.link(a)) / (2 * step), "\(f) link at \(a)")
                check(
                    f.integralSlope(a, parameter: parameter), (high.integral(a) - low.integral(a)) / (2 * step),
                    "\(f) integral at \(a)", scale: abs(f.integral(a)))
            }
        case let (f, low, high) as (any CoupledActivation, any CoupledActivation, any CoupledActivation):
            for start in stride(from: 0, to: points.count - 3, by: 3) {
                let a = Array(points[start..<start + 3])
                let slopes = f.linkSlope(a, parameter: parameter)
                for (slope, (below, above)) in zip(slopes, zip(low.link(a), high.link(a))) {
                    check(slope, (above - below) / (2 * step), "\(f) link at \(a)")
                }
                check(
                    f.integralSlope(a, parameter: parameter), (high.integral(a) - low.integral(a)) / (2 * step),
                    "\(f) integral at \(a)", scale: abs(f.integral(a)))
            }
        default: Issue.record("\(f) is of no known kind")
        }
    }

    private func check(_ found: Double, _ expected: Double, _ what: String, scale: Double = 0) {
        let isNear = abs(found - expected) <= 1e-7 * (1 + abs(expected) + scale)
        #expect(isNear, "\(what): \(found), not \(expected)")
    }

    @Test("Float agrees with Double to 4 ulp (integrals 8), and arrays with single numbers in every bit", arguments: cases.indices)
    func precisions(_ index: Int) {
        let (f, parameter, _) = Self.cases[index]
        guard let f = f as? any ElementwiseActivation else { return }
        let points = Samples.points(of: f).map(Float.init)
        let (links, integrals) = (f.linkSlope(points, parameter: parameter), f.integralSlope(points, parameter: parameter))
        for (i, a) in points.enumerated() {
            #expect(links[i] == f.linkSlope(a, parameter: parameter))
            #expect(integrals[i] == f.integralSlope(a, parameter: parameter))
            // The parameter of the sample may not be a Float; it is part of the question, not of the answer.
            guard f.parameterValues.allSatisfy({ Double(Float($0)) == $0 }) else { continue }
            #expect(ulps(links[i], f.linkSlope(Double(a), parameter: parameter)) <= 4, "\(f) link at \(a)")
            #expect(ulps(integrals[i], f.integralSlope(Double(a), parameter: parameter)) <= 8, "\(f) integral at \(a)")
        }
    }

    @Test("elu: expm1(a) and expm1(a) − a below 0, without cancellation near it; nothing above")
    func elu() throws {
        for beta in [0.3, 1, 2] {
            let f = try ELU(beta: beta)
            for a in [-20, -3, -0.7, -1e-3, -1e-9] {
                // Σ aᵏ/k! from k = 2 where expm1(a) − a cancels.
                let series = a * a / 2 * (1 + a / 3 * (1 + a / 4 * (1 + a / 5)))
                let exact = abs(a) < 0.01 ? series : Foundation.expm1(a) - a
                #expect(relativeError(f.linkSlope(a, parameter: 0), Foundation.expm1(a)) <= 1e-14)
                #expect(relativeError(f.integralSlope(a, parameter: 0), exact) <= 1e-14)
            }
            #expect(f.linkSlope(2.0, parameter: 0) == 0 && f.integralSlope(2.0, parameter: 0) == 0)
            #expect(f.linkSlope(Double.nan, parameter: 0).isNaN && f.integralSlope(Float.nan, parameter: 0).isNaN)
        }
    }

    @Test("prelu and leaky_relu: a and a²/2 below 0, nothing above")
    func leaky() throws {
        for name in ["prelu", "leaky_relu"] {
            let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
            for a in [-7.5, -0.25, -1e-30] {
                #expect(f.linkSlope(a, parameter: 0) == a)
                #expect(f.integralSlope(a, parameter: 0) == a * a / 2)
            }
            #expect(f.linkSlope(3.0, parameter: 0) == 0 && f.integralSlope(3.0, parameter: 0) == 0)
        }
    }

    @Test("the variants with fused multiply-adds agree in every bit, and with the baseline to 4 ulp (integrals 8)")
    func variantsAgree() {
        for (ordinal, entry) in ActivationRegistry.catalogue.entries.enumerated() {
            let parameters = entry.descriptor.parameters.map(\.defaultValue)
            let points = stride(from: Float(-9.13), through: 9.1, by: 0.13).map { $0 }
            for index in parameters.indices {
                let results = (0..<Int32(ACTIVATION_VARIANTS)).compactMap { variant -> [[Float]]? in
                    guard let table = CActivationKernels_variant(Int32(ordinal), Int32(ACTIVATION_FLOAT), variant) else { return nil }
                    return [table.pointee.link_by_parameter, table.pointee.integral_by_parameter].map { maps in
                        var result = [Float](repeating: 0, count: points.count)
                        maps?[index]?(points, &result, 1, points.count, parameters)
                        return result
                    }
                }
                #expect(!results.isEmpty)
                guard results.count == 3 else { continue }
                let isSame = zip(results[1].joined(), results[2].joined()).allSatisfy { $0.bitPattern == $1.bitPattern || ($0.isNaN && $1.isNaN) }
                #expect(isSame, "\(entry.descriptor.name)")
                // A row of a coupled entry adds up what cancels: the tests of its values bound that.
                guard !entry.descriptor.isCoupled else { continue }
                for (quantity, goal) in [(0, 4.0), (1, 8.0)] {
                    for (i, (plain, fused)) in zip(results[0][quantity], results[2][quantity]).enumerated() {
                        #expect(plain.isNaN == fused.isNaN)
                        #expect(plain.isNaN || ulps(fused, Double(plain)) <= goal, "\(entry.descriptor.name) at \(points[i]): \(plain), \(fused)")
                    }
                }
            }
        }
    }
}
