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
    var forms: EntryForms
    var kinks: [Kink]
    var monotonicity: Monotonicity
    /// How F′ = f and the monotonicity were established, for people to read.
    var certificate: String
    /// Coupled entries: whether J(a) 1 = 0 everywhere.
    var isFlatAlongOnes: Bool
    /// Normalised entries: how the link φ of one coordinate grows.
    var coordinateMonotonicity: Monotonicity?

    var name: String { entry.name.value }

    /// Whether f′ = 0 wherever it exists.
    var hasZeroDerivative: Bool {
        if case .elementwise(let derivative) = forms.jacobian { derivative == .zero } else { false }
    }
}
