import CActivationSupport

/// The split of a link that falls somewhere (gelu, silu, mish) into two increasing parts, f = f₊ − f₋, and of its
/// integral into two convex ones, F = F₊ − F₋.
///
/// It is the least one: where f rises f₋ is constant, and where f falls f₊ is. f₋ starts from 0 at the left end of the
/// domain, as a limit where it is open, unless f is unbounded there. At the parameters' defaults it falls where the
/// generator found it to fall; at others the intervals are searched when this is made, by the sign of f′ in a fixed
/// number of points.
///
/// F itself is not convex, so D_F may be negative. What takes the matching loss's place is that of the rising part:
/// linearising F₋ at a, as the convex–concave procedure does, leaves D_{F₊}(â, a) above D_F(â, a), and both are 0 at
/// â = a.
public struct LinkSplit: Sendable {
    private let kernels: KernelTables
    private let parameters: [Double]
    private let storage: SplitStorage
    /// Where the link falls at these parameters.
    public let fallingIntervals: [FallingInterval]

    /// - Throws: ``ActivationError/noSplit(activation:reason:)`` for a link that never falls, and one without a finite
    ///   value where its parts meet.
    public init(_ activation: some ElementwiseActivation) throws(ActivationError) {
        guard !activation.hasMatchingLoss else {
            throw .noSplit(activation: "\(activation)", reason: "its link never falls.")
        }
        guard let storage = SplitStorage(activation) else {
            throw .noSplit(
                activation: "\(activation)", reason: "its link is not finite where its rising and falling parts meet.")
        }
        kernels = type(of: activation).kernels
        parameters = activation.parameterValues
        self.storage = storage
        fallingIntervals = storage.fallingIntervals(domain: activation.descriptor.domain)
    }

    /// f₊(a).
    public func rising<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar { map([a]) { $0.rising }[0] }
    /// f₋(a).
    public func falling<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar { map([a]) { $0.falling }[0] }
    /// F₊(a), with F₊ − F₋ = F.
    public func risingIntegral<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar { map([a]) { $0.rising_integral }[0] }
    /// F₋(a), which is 0 at the first end of a falling stretch.
    public func fallingIntegral<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar { map([a]) { $0.falling_integral }[0] }

    /// f₊ of an array.
    public func rising<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] { map(a) { $0.rising } }
    /// f₋ of an array.
    public func falling<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] { map(a) { $0.falling } }
    /// F₊ of an array, term by term.
    public func risingIntegral<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] { map(a) { $0.rising_integral } }
    /// F₋ of an array, term by term.
    public func fallingIntegral<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] { map(a) { $0.falling_integral } }

    /// D_{F₊}(â, a), never negative, and its gradient f₊(â) − f₊(a) with respect to the estimate â.
    public func risingMatchingLoss<Scalar: ActivationScalar>(
        estimate: Scalar, target: Scalar
    ) -> (loss: Scalar, gradient: Scalar) {
        var (estimate, target, loss, gradient) = (estimate, target, Scalar.nan, Scalar.nan)
        table(Scalar.self).rising_matching_loss(&estimate, &target, &loss, &gradient, 1, parameters, storage.pointer)
        return (loss, gradient)
    }

    private func table<Scalar: ActivationScalar>(_: Scalar.Type) -> activation_split_kernels {
        // The storage was made by this table's kernels.
        kernels.table(Scalar.self).pointee.split!.pointee
    }

    private func map<Scalar: ActivationScalar>(
        _ a: [Scalar], _ kernel: (activation_split_kernels) -> activation_split_map
    ) -> [Scalar] {
        guard !a.isEmpty else { return [] }
        let kernel = kernel(table(Scalar.self))
        var result = [Scalar](repeating: 0, count: a.count)
        kernel(a, &result, a.count, parameters, storage.pointer)
        return result
    }
}

/// A `link_split` that is made once and then only read, by any thread.
final class SplitStorage: @unchecked Sendable {
    private let split: UnsafeMutablePointer<link_split>
    var pointer: UnsafePointer<link_split> { UnsafePointer(split) }

    /// - Returns: `nil` for a link that never falls, and one whose split has an infinite part.
    init?(_ activation: some Activation) {
        let kernels = type(of: activation).kernels.table(Double.self).pointee
        guard let make = kernels.split?.pointee.split else { return nil }
        split = .allocate(capacity: 1)
        split.initialize(to: link_split())
        // On failure the object is whole, and `deinit` runs.
        guard make(activation.parameterValues, split) != 0 else { return nil }
    }

    deinit { split.deallocate() }

    func fallingIntervals(domain: ParameterDomain) -> [FallingInterval] {
        let count = Int(split.pointee.breakpoint_count)
        return withUnsafePointer(to: split.pointee.breakpoints) { breakpoints in
            withUnsafePointer(to: split.pointee.regions) { regions in
                // C arrays are tuples here, as many elements as they have places.
                let cuts = UnsafeRawPointer(breakpoints).assumingMemoryBound(to: Double.self)
                let regions = UnsafeRawPointer(regions).assumingMemoryBound(to: link_region.self)
                return (0...count).filter { regions[$0].is_falling != 0 }.map {
                    FallingInterval(
                        lower: $0 == 0 ? domain.lower : cuts[$0 - 1], upper: $0 == count ? domain.upper : cuts[$0])
                }
            }
        }
    }
}
