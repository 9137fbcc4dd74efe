import ActivationCore
import Training

/// How many units in the last place the Float kernels of an entry are off at most, at its defaults: measured when it is
/// asked for, at floats spread over all exponents, which takes milliseconds. `Documentation/Accuracy.md` has the table
/// over all of them.
struct MeasuredAccuracy {
    private let found: [(quantity: KernelQuantity, accuracy: KernelAccuracy)]

    /// `nil` of a coupled entry, which has no float to measure at.
    init?(of entry: any Activation.Type) throws {
        let defaults = entry.descriptor.parameters.map(\.defaultValue)
        guard let activation = try entry.init(parameterValues: defaults) as? any ElementwiseActivation else { return nil }
        let quantities = KernelQuantity.allCases.filter { $0 != .inverse || activation.hasInverse }
        found = quantities.map { quantity in
            // Quadrature takes a thousand times as long. Primes, so that all low bits occur.
            let isQuadrature = quantity == .integral && activation.descriptor.formulas.computedIntegral.hasPrefix("∫")
            return (quantity, activation.accuracy(of: quantity, stride: isQuadrature ? 15_485_863 : 199_999))
        }
    }

    /// A row of the page.
    var fact: [String] {
        let symbols: [KernelQuantity: String] = [.link: "f", .derivative: "f′", .integral: "F", .inverse: "f⁻¹"]
        let parts = found.map { "\(symbols[$0.quantity] ?? "") \(Self.text($0.accuracy.ulps))" }
        return ["Float, worst ulp", "\(parts.joined(separator: ", ")) at \(found[0].accuracy.inputCount) floats of every size"]
    }

    var json: JSONValue {
        .object(found.map { quantity, accuracy in
            .init(quantity.rawValue, .object([
                .init("ulps", .double(accuracy.ulps)), .init("at", .double(Double(accuracy.input))),
                .init("inputs", .integer(accuracy.inputCount)),
            ]))
        })
    }

    private static func text(_ ulps: Double) -> String {
        let hundredths = (ulps * 100).rounded(.up)
        return hundredths.isFinite ? "\(hundredths / 100)" : "∞"
    }
}
