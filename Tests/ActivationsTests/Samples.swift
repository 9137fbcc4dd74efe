import Activations

/// The activations that the laws are held to: every catalogue entry at its defaults, and at further parameters.
enum Samples {
    static let all: [any Activation] = {
        var result: [any Activation] = []
        for entry in ActivationRegistry.catalogue.entries {
            let parameters = entry.descriptor.parameters
            let choices = [parameters.map(\.defaultValue)]
                + [0, 0.3, 0.5, 2].map { value in parameters.map { $0.domain.contains(value) ? value : $0.defaultValue } }
            var seen: Set<[Double]> = []
            for values in choices where seen.insert(values).inserted {
                // The values are the defaults or lie in the domains.
                if let activation = try? entry.init(parameterValues: values) { result.append(activation) }
            }
        }
        return result
    }()

    private static var elementwiseDescriptors: [ActivationDescriptor] {
        ActivationRegistry.catalogue.entries.map { $0.descriptor }.filter { !$0.isCoupled }
    }
    /// The names of the elementwise entries, and of those whose link never falls.
    static var elementwiseAtDefaults: [String] { elementwiseDescriptors.map(\.name) }
    static var increasingAtDefaults: [String] {
        elementwiseDescriptors.filter { if case .falling = $0.monotonicity { false } else { true } }.map(\.name)
    }

    static var elementwise: [any ElementwiseActivation] { all.compactMap { $0 as? any ElementwiseActivation } }
    /// Those whose link never falls, so that F is convex.
    static var increasing: [any ElementwiseActivation] { elementwise.filter(\.hasMatchingLoss) }
    static var falling: [any ElementwiseActivation] { elementwise.filter { !$0.hasMatchingLoss } }
    static var coupled: [any CoupledActivation] { all.compactMap { $0 as? any CoupledActivation } }

    /// Points of the domain, none of them at the catalogue's kinks.
    static func points(of activation: any Activation) -> [Double] {
        let domain = activation.descriptor.domain
        return stride(from: -9.13, through: 9.1, by: 0.26).filter(domain.contains)
    }
}

/// SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): the tests' random numbers, the same everywhere.
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
