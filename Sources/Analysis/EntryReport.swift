/// What the checks found of one entry, for people and for `catalogue check --json`.
public struct EntryReport: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case strict, nondecreasing, refuted, undecided
    }

    public var name: String
    public var monotone: Outcome
    /// How F′ = f and the monotonicity were decided.
    public var method: String
    /// The point that refutes, with the values there; empty where nothing does.
    public var witness: String
}
