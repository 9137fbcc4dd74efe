/// What a step with Kronecker factors is made of: K-FAC's options, or those of LocoProp's `solver=kronecker`.
struct KroneckerOptions {
    var fisher = KFAC.Fisher.sampled
    var step = KFAC.Step.adaptive
    var damping: Double
    var dampingDecay = 0.9
    var dampingPeriod = 5
    /// What λ does not fall below: the ratio rule alone lets it vanish, and with it what holds D in directions where the
    /// gradient is noise (Documentation/Solvers.md).
    var leastDamping = 1e-3
    var decay = 0.95
    var period = 5
    var clip: Double?
    /// The most rows of a batch that A, G and F are taken of; `nil` for all.
    var sample: Int?
}

extension Method {
    /// `nil` for a method whose steps have no Kronecker factors.
    var kronecker: KroneckerOptions? {
        if let kfac {
            return KroneckerOptions(
                fisher: kfac.fisher, step: kfac.step, damping: kfac.damping, dampingDecay: kfac.dampingDecay,
                dampingPeriod: kfac.dampingPeriod, leastDamping: kfac.leastDamping, decay: kfac.decay,
                period: kfac.period, clip: kfac.clip)
        }
        return solver == .kronecker ? KroneckerOptions(damping: 5, sample: sample) : nil
    }
}
