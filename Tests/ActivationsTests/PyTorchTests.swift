import Activations
import Testing

/// Values and defaults of PyTorch's functions of the same name, stored by `Scripts/pytorch-fixture`.
@Suite("PyTorch's values")
struct PyTorchTests {
    struct Fixture: Decodable {
        struct Entry: Decodable {
            var defaults: [String: Double]
            var values: [[Double]]
        }

        var torch: String
        var elementwise: [String: Entry]
        /// Pairs of a vector and its softmax.
        var softmax: [[[Double]]]
    }

    private static let stored: Fixture = fixture("pytorch.json")

    /// PyTorch's own formulas cancel where ours do not, so a tail is held to 1e-14 of the function's size near 1.
    @Test("link: to 1e-14", arguments: stored.elementwise.keys.sorted())
    func links(_ name: String) throws {
        let stored = try #require(Self.stored.elementwise[name])
        guard ActivationRegistry.catalogue.names.contains(name) else { return }
        let f = try #require(try ActivationRegistry.catalogue.make(name) as? any ElementwiseActivation)
        for pair in stored.values {
            let (a, expected) = (pair[0], pair[1])
            #expect(abs(f.link(a) - expected) <= 1e-14 * max(1, abs(expected)), "\(name)(\(a)) = \(f.link(a)), not \(expected)")
        }
    }

    /// prelu's is a float in PyTorch, softshrink's and the others' are exact.
    @Test("defaults of the parameters", arguments: stored.elementwise.keys.sorted())
    func defaults(_ name: String) throws {
        guard ActivationRegistry.catalogue.names.contains(name) else { return }
        let parameters = try ActivationRegistry.catalogue.find(name).descriptor.parameters
        let defaults = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.defaultValue) })
        #expect(defaults == Self.stored.elementwise[name]?.defaults)
    }

    @Test("softmax: to 1e-15")
    func softmax() {
        for pair in Self.stored.softmax {
            for (y, expected) in zip(Softmax().link(pair[0]), pair[1]) { #expect(abs(y - expected) <= 1e-15) }
        }
    }

    @Test("all that PyTorch has is compared")
    func coverage() {
        #expect(Self.stored.elementwise.keys.filter { ActivationRegistry.catalogue.names.contains($0) }.count >= 25)
    }
}
