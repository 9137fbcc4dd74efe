import Activations
import Testing

/// At parameters near both ends of their domains, and at inputs of every size, a number gives a number.
@Suite("Extreme parameters")
struct ExtremeParameterTests {
    /// An entry with one parameter near an end, the others at their defaults.
    private static let cases: [any ElementwiseActivation] = ActivationRegistry.catalogue.entries.flatMap { entry -> [any ElementwiseActivation] in
        let parameters = entry.descriptor.parameters
        return parameters.indices.flatMap { index -> [any ElementwiseActivation] in
            let domain = parameters[index].domain
            let ends = [
                domain.lower, domain.lower.nextUp, domain.lower * 1.001, domain.upper, domain.upper.nextDown, domain.upper / 1.001,
                1e-12, 1e12, -1e12, Double(Float.greatestFiniteMagnitude), Double(Float.leastNormalMagnitude),
            ]
            return Set(ends.filter { $0.isFinite && domain.contains($0) && Float($0).isFinite }).sorted().compactMap { value in
                var values = parameters.map(\.defaultValue)
                values[index] = value
                return (try? entry.init(parameterValues: values)) as? any ElementwiseActivation
            }
        }
    }

    private static let sizes = [0, 1e-300, 1e-45, 1e-20, 1e-3, 0.5, 1, 3, 30, 1e3, 1e10, 1e19, 3e38]

    @Test("link, derivative and integral are never NaN", arguments: cases.indices)
    func neverNaN(_ index: Int) {
        let f = Self.cases[index]
        for a in Self.sizes.flatMap({ [$0, -$0] }) where f.descriptor.domain.contains(a) {
            #expect(!f.link(a).isNaN && !f.derivative(a).isNaN && !f.integral(a).isNaN, "\(f) at \(a)")
            let small = Float(a)
            guard f.descriptor.domain.contains(Double(small)) else { continue }
            #expect(!f.link(small).isNaN && !f.derivative(small).isNaN && !f.integral(small).isNaN, "\(f) at \(small), Float")
        }
    }
}
