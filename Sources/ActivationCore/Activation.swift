import CActivationSupport

/// An entry of a catalogue with its parameters fixed: a *link* f that is the gradient of a convex
/// *integral* F.
///
/// The generalised-linear-model literature calls f⁻¹ the link; here the link is the activation itself.
/// The generator writes one conforming struct for each entry of `activations.yaml`; conform to it by adding an
/// entry, not by hand. What there is to compute is in ``ElementwiseActivation`` and ``CoupledActivation``.
public protocol Activation: Sendable, Equatable, CustomStringConvertible {
    /// What the catalogue says of this entry, and what the generator found out about it.
    static var descriptor: ActivationDescriptor { get }

    /// The entry's compiled kernels.
    static var kernels: KernelTables { get }

    /// The parameters' values in the catalogue's order.
    var parameterValues: [Double] { get }

    /// Makes the activation from its parameters' values in the catalogue's order.
    /// - Throws: ``ActivationError/invalidParameter(activation:parameter:reason:)`` if a value is outside its
    ///   parameter's domain, ``ActivationError/parameterCount(activation:expected:given:)``.
    init(parameterValues: [Double]) throws(ActivationError)
}

extension Activation {
    /// The entry's descriptor.
    public var descriptor: ActivationDescriptor { Self.descriptor }

    /// Whether f is strictly increasing at these parameters (for a coupled link: up to its flat directions), so
    /// that an inverse exists.
    public var isStrictlyIncreasing: Bool {
        switch Self.descriptor.monotonicity {
        case .strict: true
        case .nondecreasing, .falling: false
        case .strictWhere(let conditions):
            conditions.allSatisfy { $0.holds(for: parameterValues) }
        }
    }

    /// Whether f can be inverted at these parameters: it increases strictly, or is coupled and the catalogue gives an
    /// inverse that is normalised along the flat directions (softmax).
    public var hasInverse: Bool {
        isStrictlyIncreasing || (Self.descriptor.isCoupled && Self.descriptor.formulas.inverse != nil)
    }

    /// Whether f never decreases, so that F is convex and the matching loss never negative.
    public var hasMatchingLoss: Bool {
        if case .falling = Self.descriptor.monotonicity { false } else { true }
    }

    /// The name with the parameters that differ from their defaults: `elu(beta=0.3)`. Reads back through
    /// ``ActivationRegistry/make(_:)``.
    public var description: String {
        let changed = zip(Self.descriptor.parameters, parameterValues)
            .filter { $0.defaultValue != $1 }
            .map { "\($0.name)=\($1)" }
        return changed.isEmpty
            ? Self.descriptor.name : "\(Self.descriptor.name)(\(changed.joined(separator: ", ")))"
    }

    /// Checks values against the parameters' domains: what every generated initialiser calls.
    public static func validate(_ values: [Double]) throws(ActivationError) {
        guard values.count == descriptor.parameters.count else {
            throw .parameterCount(
                activation: descriptor.name, expected: descriptor.parameters.map(\.name), given: values.count)
        }
        for (parameter, value) in zip(descriptor.parameters, values) where !parameter.domain.contains(value) {
            throw .invalidParameter(
                activation: descriptor.name, parameter: parameter.name,
                reason: "\(value) is outside its domain \(parameter.domain).")
        }
        for (parameter, value) in zip(descriptor.parameters, values) where value.isFinite && Float(value).isInfinite {
            throw .invalidParameter(
                activation: descriptor.name, parameter: parameter.name,
                reason: "\(value) is more than a 32-bit float holds (\(Float.greatestFiniteMagnitude)), which kernels of Float take it as.")
        }
    }
}
