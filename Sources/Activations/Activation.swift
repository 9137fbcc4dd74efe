import CActivationKernels
import CActivationSupport

/// An entry of the catalogue with its parameters fixed: a *link* f that is the gradient of a convex
/// *integral* F.
///
/// The generalised-linear-model literature calls f⁻¹ the link; here the link is the activation itself.
/// The generator writes one conforming struct for each entry of `activations.yaml`.
public protocol Activation: Sendable, Equatable {
    /// What the catalogue says of this entry, and what the generator found out about it.
    static var descriptor: ActivationDescriptor { get }

    /// The parameters' values in the catalogue's order.
    var parameterValues: [Double] { get }

    /// Makes the activation from its parameters' values in the catalogue's order.
    /// - Throws: ``ActivationError`` if a value is outside its parameter's domain or the count is wrong.
    init(parameterValues: [Double]) throws
}
