import Catalogue

/// What `assume: increasing` makes of what was found of a link's growth.
struct AssumedGrowth {
    /// The finding, a refusal where nothing is decided and nothing assumed.
    private(set) var finding: Finding
    let isUndecided: Bool

    init(_ entry: CatalogueEntry, _ growth: MonotonicityCheck) {
        finding = growth.finding
        isUndecided = finding.refutation == nil && finding.isDecided && !growth.undecided.isEmpty
        guard finding.refutation == nil, finding.isDecided else { return }
        let isAssumed = entry.assumption?.value == .increasing
        if isUndecided, isAssumed {
            finding.method = "that f increases is assumed, not proved (\(finding.method))"
        } else if isUndecided {
            let place = MonotonicityCheck.places(growth.undecided)
            finding = .refuted(finding.method, Refutation(
                entry.link.position, "monotonicity-undecided",
                "it could not be decided \(place) whether link increases: it does at every point looked at, but no proof was found; write link so that its slope is a sum of terms of one sign, or take it on trust with 'assume: increasing'",
                witness: place))
        } else if isAssumed {
            finding.method += " ('assume: increasing' is not needed)"
        }
    }
}
