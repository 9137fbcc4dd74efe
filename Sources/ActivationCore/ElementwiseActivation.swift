import CActivationSupport

/// An activation that acts on each coordinate alone: f(a)ᵢ = f(aᵢ), F(a) = Σ F(aᵢ).
///
/// Everything is there for `Float` and `Double`, for one number and, in `ElementwiseActivation+Arrays.swift`, for
/// whole arrays; the results are the same bits. NaN gives NaN. Forms are computed so that they neither overflow
/// nor cancel (METHODS §1, `Documentation/Methods.md`).
public protocol ElementwiseActivation: Activation {}

extension ElementwiseActivation {
    /// The link f(a).
    public func link<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar {
        map(a) { $0.link }
    }

    /// f′(a); at a kink, of the branch that the formula's `where` selects.
    public func derivative<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar {
        map(a) { $0.derivative }
    }

    /// The convex integral F(a), with F′ = f and the catalogue's constant.
    public func integral<Scalar: ActivationScalar>(_ a: Scalar) -> Scalar {
        map(a) { $0.integral }
    }

    /// The inverse link f⁻¹(y) = ∇F*(y): NaN outside the range of f, ±∞ at an end that f only tends to.
    ///
    /// Where f is not strictly increasing (``Activation/isStrictlyIncreasing``) it is some a whose subgradients
    /// include y.
    public func inverse<Scalar: ActivationScalar>(_ y: Scalar) -> Scalar {
        map(y) { $0.inverse }
    }

    /// The dual F*(y) = sup_a a y − F(a): +∞ outside the closed range of f.
    public func dual<Scalar: ActivationScalar>(_ y: Scalar) -> Scalar {
        map(y) { $0.dual }
    }

    /// The matching loss D_F(â, a) = F(â) − F(a) − f(a)(â − a), from pre-activations: never negative.
    public func matchingLoss<Scalar: ActivationScalar>(estimate: Scalar, target: Scalar) -> Scalar {
        lossAndGradient(estimate, target) { $0.matching_loss }.loss
    }

    /// The gradient of the matching loss with respect to the estimate: f(â) − f(a).
    public func matchingLossGradient<Scalar: ActivationScalar>(estimate: Scalar, target: Scalar) -> Scalar {
        lossAndGradient(estimate, target) { $0.matching_loss }.gradient
    }

    /// The matching loss from post-activations, D_F*(y, ŷ): +∞ for a target outside the closed range of f, NaN
    /// for an estimate there.
    public func dualDivergence<Scalar: ActivationScalar>(target y: Scalar, estimate: Scalar) -> Scalar {
        var (y, estimate, loss) = (y, estimate, Scalar.nan)
        withKernels(Scalar.self) { $0.dual_divergence(&y, &estimate, &loss, 1, 1, $1) }
        return loss
    }

    /// The Fenchel–Young form F(â) + F*(y) − y â: equals D_F(â, f⁻¹(y)).
    public func fenchelYoungLoss<Scalar: ActivationScalar>(estimate: Scalar, target y: Scalar) -> Scalar {
        lossAndGradient(estimate, y) { $0.fenchel_young }.loss
    }

    /// The gradient of the Fenchel–Young form with respect to the estimate: f(â) − y. Needs no inverse.
    public func fenchelYoungGradient<Scalar: ActivationScalar>(estimate: Scalar, target y: Scalar) -> Scalar {
        lossAndGradient(estimate, y) { $0.fenchel_young }.gradient
    }
}

extension ElementwiseActivation {
    private func map<Scalar: ActivationScalar>(
        _ x: Scalar, _ kernel: (activation_kernels) -> activation_map
    ) -> Scalar {
        var (x, result) = (x, Scalar.nan)
        withKernels(Scalar.self) { kernel($0)(&x, &result, 1, 1, $1) }
        return result
    }

    private func lossAndGradient<Scalar: ActivationScalar>(
        _ estimate: Scalar, _ target: Scalar, _ kernel: (activation_kernels) -> activation_zip_2
    ) -> (loss: Scalar, gradient: Scalar) {
        var (estimate, target, loss, gradient) = (estimate, target, Scalar.nan, Scalar.nan)
        withKernels(Scalar.self) { kernel($0)(&estimate, &target, &loss, &gradient, 1, 1, $1) }
        return (loss, gradient)
    }
}
