import Analysis
import Catalogue
import Symbolic

/// All that the emitters need to know of one checked entry.
struct GeneratedEntry: Sendable {
    struct Kink: Sendable {
        /// Where, as a formula in the parameters.
        var location: Term
        /// Whether the link itself jumps there, not only its derivative.
        var isJump: Bool
    }

    /// The place in the catalogue and in the kernel tables.
    var ordinal: Int
    var entry: CatalogueEntry
    /// Where the integral, the inverse and the dual come from.
    var origins: FormOrigins
    var forms: EntryForms
    var kinks: [Kink]
    /// Whether there are kinks that no formula locates.
    var hasHiddenKinks: Bool
    var monotonicity: Monotonicity
    /// How F′ = f and the monotonicity were established, for people to read.
    var certificate: String
    /// Coupled entries: whether J(a) 1 = 0 everywhere.
    var isFlatAlongOnes: Bool
    /// Normalised entries: how the link φ of one coordinate grows.
    var coordinateMonotonicity: Monotonicity?

    /// Where the form of a derived integral needs help at ±∞.
    var integralLimits: IntegralLimits?

    var name: String { entry.name.value }

    /// Whether the link increases strictly at the parameters' defaults.
    var isStrictAtDefaults: Bool {
        switch monotonicity {
        case .strict: true
        case .nondecreasing, .falling: false
        case .strictExcept(let exceptions):
            !exceptions.contains { exception in
                entry.parameters.contains { $0.name.value == exception.parameter && $0.defaultValue == exception.value }
            }
        }
    }

    /// The shape of f′ by which the matching loss has a closed form in Float, where it has one at all.
    var slopeShape: SlopeShape? {
        guard case .elementwise(let derivative) = forms.jacobian, !isFalling, !hasHiddenKinks else { return nil }
        return SlopeShape(of: derivative)
    }

    /// Whether f′ = 0 wherever it exists.
    var hasZeroDerivative: Bool {
        if case .elementwise(let derivative) = forms.jacobian { derivative == .zero } else { false }
    }
}
