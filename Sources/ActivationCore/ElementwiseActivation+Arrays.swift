import CActivationSupport

/// The fused kernels over whole arrays. Every array of a call must have the same count; a program that breaks
/// this is stopped.
extension ElementwiseActivation {
    /// result ← f(a).
    public func link<Scalar: ActivationScalar>(_ a: Span<Scalar>, into result: inout MutableSpan<Scalar>) {
        requireCount(result.count, a.count, "link")
        map(a, into: &result, rows: 1, columns: a.count) { $0.link }
    }

    /// result ← f′(a).
    public func derivative<Scalar: ActivationScalar>(_ a: Span<Scalar>, into result: inout MutableSpan<Scalar>) {
        requireCount(result.count, a.count, "derivative")
        map(a, into: &result, rows: 1, columns: a.count) { $0.derivative }
    }

    /// link ← f(a), derivative ← f′(a), in one pass.
    public func linkAndDerivative<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, into link: inout MutableSpan<Scalar>, _ derivative: inout MutableSpan<Scalar>
    ) {
        requireCount(link.count, a.count, "link")
        requireCount(derivative.count, a.count, "derivative")
        guard a.count > 0 else { return }
        a.withUnsafeBufferPointer { a in
            link.withUnsafeMutableBufferPointer { link in
                derivative.withUnsafeMutableBufferPointer { derivative in
                    // All are non-empty here, so all have a base address.
                    withKernels(Scalar.self) {
                        $0.link_and_derivative(
                            a.baseAddress!, link.baseAddress!, derivative.baseAddress!, 1, a.count, $1)
                    }
                }
            }
        }
    }

    /// result ← F(a), term by term.
    public func integral<Scalar: ActivationScalar>(_ a: Span<Scalar>, into result: inout MutableSpan<Scalar>) {
        requireCount(result.count, a.count, "integral")
        map(a, into: &result, rows: 1, columns: a.count) { $0.integral }
    }

    /// result ← f⁻¹(y).
    public func inverse<Scalar: ActivationScalar>(_ y: Span<Scalar>, into result: inout MutableSpan<Scalar>) {
        requireCount(result.count, y.count, "inverse")
        map(y, into: &result, rows: 1, columns: y.count) { $0.inverse }
    }

    /// result ← F*(y), term by term.
    public func dual<Scalar: ActivationScalar>(_ y: Span<Scalar>, into result: inout MutableSpan<Scalar>) {
        requireCount(result.count, y.count, "dual")
        map(y, into: &result, rows: 1, columns: y.count) { $0.dual }
    }

    /// loss ← D_F(â, a), gradient ← f(â) − f(a), in one pass.
    public func matchingLoss<Scalar: ActivationScalar>(
        estimates: Span<Scalar>, targets: Span<Scalar>, into loss: inout MutableSpan<Scalar>,
        gradient: inout MutableSpan<Scalar>
    ) {
        requireCount(targets.count, estimates.count, "targets")
        requireCount(loss.count, estimates.count, "loss")
        requireCount(gradient.count, estimates.count, "gradient")
        combine(estimates, targets, into: &loss, &gradient, rows: 1, columns: estimates.count) { $0.matching_loss }
    }

    /// Σ D_F(â, a), and gradient ← f(â) − f(a), in one pass: what a training step needs of a layer. The terms are added in
    /// double, in an order that depends on nothing but their number; those of Float are each within 1e-5.
    public func matchingLossSum<Scalar: ActivationScalar>(
        estimates: Span<Scalar>, targets: Span<Scalar>, gradient: inout MutableSpan<Scalar>
    ) -> Double {
        requireCount(targets.count, estimates.count, "targets")
        requireCount(gradient.count, estimates.count, "gradient")
        var sum = 0.0
        estimates.withUnsafeBufferPointer { estimates in
            targets.withUnsafeBufferPointer { targets in
                gradient.withUnsafeMutableBufferPointer { gradient in
                    guard !estimates.isEmpty else { return }
                    // All are non-empty here, so all have a base address.
                    withKernels(Scalar.self) {
                        sum = $0.matching_loss_sum(
                            estimates.baseAddress!, targets.baseAddress!, gradient.baseAddress!, 1, estimates.count, $1)
                    }
                }
            }
        }
        return sum
    }

    /// result ← D_F*(y, ŷ).
    public func dualDivergence<Scalar: ActivationScalar>(
        targets y: Span<Scalar>, estimates: Span<Scalar>, into result: inout MutableSpan<Scalar>
    ) {
        requireCount(estimates.count, y.count, "estimates")
        requireCount(result.count, y.count, "dualDivergence")
        combine(y, estimates, into: &result, rows: 1, columns: y.count) { $0.dual_divergence }
    }

    /// loss ← F(â) + F*(y) − y â, gradient ← f(â) − y, in one pass.
    public func fenchelYoungLoss<Scalar: ActivationScalar>(
        estimates: Span<Scalar>, targets y: Span<Scalar>, into loss: inout MutableSpan<Scalar>,
        gradient: inout MutableSpan<Scalar>
    ) {
        requireCount(y.count, estimates.count, "targets")
        requireCount(loss.count, estimates.count, "loss")
        requireCount(gradient.count, estimates.count, "gradient")
        combine(estimates, y, into: &loss, &gradient, rows: 1, columns: estimates.count) { $0.fenchel_young }
    }

    /// The links of an array.
    public func link<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] {
        mapped(a) { $0.link }
    }

    /// The derivatives of an array.
    public func derivative<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] {
        mapped(a) { $0.derivative }
    }

    /// The integral's terms of an array.
    public func integral<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] {
        mapped(a) { $0.integral }
    }

    private func mapped<Scalar: ActivationScalar>(
        _ a: [Scalar], _ kernel: (activation_kernels) -> activation_map
    ) -> [Scalar] {
        var result = [Scalar](repeating: 0, count: a.count)
        var span = result.mutableSpan
        map(a.span, into: &span, rows: 1, columns: a.count, kernel)
        return result
    }
}
