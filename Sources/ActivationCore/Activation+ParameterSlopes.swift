import CActivationSupport

// ∂f/∂θ and ∂F/∂θ for a parameter θ, named by its place in the catalogue's order
// (`descriptor.parameters`). F is the catalogue's, with its constant. Shapes are those of link and integral.

extension ElementwiseActivation {
    /// ∂f/∂θ(a), for the parameter θ at place `index`; at a kink, of the branch that the formula's `where` selects.
    public func linkSlope<Scalar: ActivationScalar>(_ a: Scalar, parameter index: Int) -> Scalar {
        let kernel = linkSlopeKernel(Scalar.self, index)
        var (a, result) = (a, Scalar.nan)
        withKernels(Scalar.self) { kernel(&a, &result, 1, 1, $1) }
        return result
    }

    /// ∂F/∂θ(a), for the parameter θ at place `index`.
    public func integralSlope<Scalar: ActivationScalar>(_ a: Scalar, parameter index: Int) -> Scalar {
        let kernel = integralSlopeKernel(Scalar.self, index)
        var (a, result) = (a, Scalar.nan)
        withKernels(Scalar.self) { kernel(&a, &result, 1, 1, $1) }
        return result
    }

    /// result ← ∂f/∂θ(a).
    public func linkSlope<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, parameter index: Int, into result: inout MutableSpan<Scalar>
    ) {
        requireCount(result.count, a.count, "linkSlope")
        let kernel = linkSlopeKernel(Scalar.self, index)
        map(a, into: &result, rows: 1, columns: a.count) { _ in kernel }
    }

    /// result ← ∂F/∂θ(a), term by term.
    public func integralSlope<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, parameter index: Int, into result: inout MutableSpan<Scalar>
    ) {
        requireCount(result.count, a.count, "integralSlope")
        let kernel = integralSlopeKernel(Scalar.self, index)
        map(a, into: &result, rows: 1, columns: a.count) { _ in kernel }
    }

    /// ∂f/∂θ of an array.
    public func linkSlope<Scalar: ActivationScalar>(_ a: [Scalar], parameter index: Int) -> [Scalar] {
        var result = [Scalar](repeating: 0, count: a.count)
        var span = result.mutableSpan
        linkSlope(a.span, parameter: index, into: &span)
        return result
    }

    /// ∂F/∂θ of an array, term by term.
    public func integralSlope<Scalar: ActivationScalar>(_ a: [Scalar], parameter index: Int) -> [Scalar] {
        var result = [Scalar](repeating: 0, count: a.count)
        var span = result.mutableSpan
        integralSlope(a.span, parameter: index, into: &span)
        return result
    }
}

extension CoupledActivation {
    /// ∂f/∂θ(a) of one vector, for the parameter θ at place `index`.
    public func linkSlope<Scalar: ActivationScalar>(_ a: [Scalar], parameter index: Int) -> [Scalar] {
        let kernel = linkSlopeKernel(Scalar.self, index)
        var result = [Scalar](repeating: 0, count: a.count)
        var span = result.mutableSpan
        map(a.span, into: &span, rows: 1, columns: a.count) { _ in kernel }
        return result
    }

    /// ∂F/∂θ(a) of one vector, for the parameter θ at place `index`.
    public func integralSlope<Scalar: ActivationScalar>(_ a: [Scalar], parameter index: Int) -> Scalar {
        let kernel = integralSlopeKernel(Scalar.self, index)
        var result: [Scalar] = [.nan]
        var span = result.mutableSpan
        map(a.span, into: &span, rows: 1, columns: a.count) { _ in kernel }
        return result[0]
    }
}

extension Activation {
    fileprivate func linkSlopeKernel<Scalar: ActivationScalar>(_: Scalar.Type, _ index: Int) -> activation_map {
        requireParameter(index)
        // The array has one map for each parameter of the descriptor: both were generated together.
        return Self.kernels.table(Scalar.self).pointee.link_by_parameter[index]!
    }

    fileprivate func integralSlopeKernel<Scalar: ActivationScalar>(_: Scalar.Type, _ index: Int) -> activation_map {
        requireParameter(index)
        return Self.kernels.table(Scalar.self).pointee.integral_by_parameter[index]!
    }

    private func requireParameter(_ index: Int) {
        precondition(
            Self.descriptor.parameters.indices.contains(index),
            "\(Self.descriptor.name) has \(Self.descriptor.parameters.count) parameters; there is none at \(index)")
    }
}
