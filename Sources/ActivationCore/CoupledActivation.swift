import CActivationSupport

/// An activation whose coordinates depend on each other: softmax. It acts on each row of a row-major
/// `rows × columns` array on its own; where a row has one number (integral, dual, losses) the result has `rows`.
///
/// Every array must have the shape that the method's comment gives; a program that breaks this is stopped.
public protocol CoupledActivation: Activation {}

extension CoupledActivation {
    /// f(a) of one vector.
    public func link<Scalar: ActivationScalar>(_ a: [Scalar]) -> [Scalar] {
        coordinates(a) { $0.link }
    }

    /// F(a) of one vector.
    public func integral<Scalar: ActivationScalar>(_ a: [Scalar]) -> Scalar {
        number(a) { $0.integral }
    }

    /// f⁻¹(y) of one vector, normalised as the catalogue's `inverse` is; all NaN outside the range of f.
    public func inverse<Scalar: ActivationScalar>(_ y: [Scalar]) -> [Scalar] {
        coordinates(y) { $0.inverse }
    }

    /// F*(y) of one vector; +∞ outside the range of f.
    public func dual<Scalar: ActivationScalar>(_ y: [Scalar]) -> Scalar {
        number(y) { $0.dual }
    }

    /// J(a) v, where J is the (symmetric, positive semidefinite) Jacobian of f.
    public func jacobianVectorProduct<Scalar: ActivationScalar>(_ a: [Scalar], _ v: [Scalar]) -> [Scalar] {
        requireCount(v.count, a.count, "jacobianVectorProduct")
        var result = [Scalar](repeating: 0, count: a.count)
        var span = result.mutableSpan
        jacobianVectorProduct(a.span, v.span, into: &span, rows: 1)
        return result
    }

    /// The Jacobian by rows, J[i][k] = ∂fᵢ/∂aₖ.
    public func jacobian<Scalar: ActivationScalar>(_ a: [Scalar]) -> [[Scalar]] {
        a.indices.map { k in
            var unit = [Scalar](repeating: 0, count: a.count)
            unit[k] = 1
            // J is symmetric: its k-th column is its k-th row.
            return jacobianVectorProduct(a, unit)
        }
    }

    /// The matching loss D_F(â, a), from pre-activations: never negative.
    public func matchingLoss<Scalar: ActivationScalar>(estimate: [Scalar], target: [Scalar]) -> Scalar {
        lossAndGradient(estimate, target) { $0.matching_loss }.loss
    }

    /// The gradient of the matching loss with respect to the estimate: f(â) − f(a).
    public func matchingLossGradient<Scalar: ActivationScalar>(estimate: [Scalar], target: [Scalar]) -> [Scalar] {
        lossAndGradient(estimate, target) { $0.matching_loss }.gradient
    }

    /// The matching loss from post-activations, D_F*(y, ŷ); softmax: KL(y‖ŷ) with 0 log 0 = 0.
    public func dualDivergence<Scalar: ActivationScalar>(target y: [Scalar], estimate: [Scalar]) -> Scalar {
        requireCount(estimate.count, y.count, "dualDivergence")
        var result: [Scalar] = [.nan]
        var span = result.mutableSpan
        combine(y.span, estimate.span, into: &span, rows: 1, columns: y.count) { $0.dual_divergence }
        return result[0]
    }

    /// The Fenchel–Young form F(â) + F*(y) − ⟨y, â⟩.
    public func fenchelYoungLoss<Scalar: ActivationScalar>(estimate: [Scalar], target y: [Scalar]) -> Scalar {
        lossAndGradient(estimate, y) { $0.fenchel_young }.loss
    }

    /// The gradient of the Fenchel–Young form with respect to the estimate: f(â) − y.
    public func fenchelYoungGradient<Scalar: ActivationScalar>(
        estimate: [Scalar], target y: [Scalar]
    ) -> [Scalar] {
        lossAndGradient(estimate, y) { $0.fenchel_young }.gradient
    }
}

// MARK: - Rows of a matrix

extension CoupledActivation {
    /// result ← f(a), row by row. `[rows, columns]` both.
    public func link<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, into result: inout MutableSpan<Scalar>, rows: Int
    ) {
        requireCount(result.count, a.count, "link")
        map(a, into: &result, rows: rows, columns: columns(a.count, rows)) { $0.link }
    }

    /// result ← F(a) of each row. `a [rows, columns]`, `result [rows]`.
    public func integral<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, into result: inout MutableSpan<Scalar>, rows: Int
    ) {
        requireCount(result.count, rows, "integral")
        map(a, into: &result, rows: rows, columns: columns(a.count, rows)) { $0.integral }
    }

    /// result ← J(a) v, row by row. `[rows, columns]` all.
    public func jacobianVectorProduct<Scalar: ActivationScalar>(
        _ a: Span<Scalar>, _ v: Span<Scalar>, into result: inout MutableSpan<Scalar>, rows: Int
    ) {
        requireCount(v.count, a.count, "jacobianVectorProduct")
        requireCount(result.count, a.count, "jacobianVectorProduct")
        combine(a, v, into: &result, rows: rows, columns: columns(a.count, rows)) { $0.jacobian_vector_product }
    }

    /// loss ← D_F(â, a) of each row, gradient ← f(â) − f(a). `loss [rows]`, the others `[rows, columns]`.
    public func matchingLoss<Scalar: ActivationScalar>(
        estimates: Span<Scalar>, targets: Span<Scalar>, into loss: inout MutableSpan<Scalar>,
        gradient: inout MutableSpan<Scalar>, rows: Int
    ) {
        requireCount(targets.count, estimates.count, "targets")
        requireCount(loss.count, rows, "loss")
        requireCount(gradient.count, estimates.count, "gradient")
        combine(
            estimates, targets, into: &loss, &gradient, rows: rows, columns: columns(estimates.count, rows)
        ) { $0.matching_loss }
    }

    private func columns(_ count: Int, _ rows: Int) -> Int {
        guard rows > 0 else {
            requireCount(count, 0, "rows")
            return 0
        }
        precondition(count.isMultiple(of: rows), "\(count) elements are not \(rows) rows of equal length")
        return count / rows
    }

    private func coordinates<Scalar: ActivationScalar>(
        _ x: [Scalar], _ kernel: (activation_kernels) -> activation_map
    ) -> [Scalar] {
        var result = [Scalar](repeating: 0, count: x.count)
        var span = result.mutableSpan
        map(x.span, into: &span, rows: 1, columns: x.count, kernel)
        return result
    }

    private func number<Scalar: ActivationScalar>(
        _ x: [Scalar], _ kernel: (activation_kernels) -> activation_map
    ) -> Scalar {
        var result: [Scalar] = [.nan]
        var span = result.mutableSpan
        map(x.span, into: &span, rows: 1, columns: x.count, kernel)
        return result[0]
    }

    private func lossAndGradient<Scalar: ActivationScalar>(
        _ estimate: [Scalar], _ target: [Scalar], _ kernel: (activation_kernels) -> activation_zip_2
    ) -> (loss: Scalar, gradient: [Scalar]) {
        requireCount(target.count, estimate.count, "target")
        var loss: [Scalar] = [.nan]
        var gradient = [Scalar](repeating: 0, count: estimate.count)
        var lossSpan = loss.mutableSpan
        var gradientSpan = gradient.mutableSpan
        combine(
            estimate.span, target.span, into: &lossSpan, &gradientSpan, rows: 1, columns: estimate.count, kernel)
        return (loss[0], gradient)
    }
}
