/// What the checks found of one entry, for people and for `catalogue check --json`.
public struct EntryReport: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case strict, nondecreasing, refuted, undecided
    }

    /// How far F′ = f (∇F = f) is established.
    public enum IntegralOutcome: String, Hashable, Sendable {
        /// By normal forms.
        case proved
        /// |F′ − f| is bounded on boxes, and 0 at all points looked at.
        case bounded
        /// 0 at all points looked at.
        case undecided
        case refuted
    }

    public var name: String
    public var monotone: Outcome
    /// How F′ = f and the monotonicity were decided.
    public var method: String
    /// The point that refutes, with the values there; empty where nothing does.
    public var witness: String
    /// How F′ = f was decided; `nil` where it was not looked at.
    public var integral: IntegralOutcome?
    /// Coupled links: the directions in which the integral is flat, `1` for the vector of ones.
    public var flat: [String] = []
    /// Where it could not be decided whether the link increases: intervals of a.
    public var undecided: [String] = []
    /// Whether the link's growth is taken on trust (`assume: increasing`), as it is neither proved nor refuted.
    public var isAssumed = false
}
