import Catalogue

/// What is said of an entry with `monotone: false`.
enum FallingEntry {
    static func text(_ intervals: [FallingInterval]) -> String {
        let texts = intervals.map(\.text)
        return texts.count > 4
            ? texts.prefix(3).joined(separator: ", ") + " and on \(texts.count - 3) or more other intervals"
            : texts.joined(separator: " and ")
    }

    /// The claim is right.
    static func falls(_ intervals: [FallingInterval], _ fall: Refutation) -> Finding {
        intervals.isEmpty
            ? Finding(method: "f falls for some parameters (\(fall.witness))")
            : Finding(method: "f falls \(text(intervals))")
    }

    /// The claim is wrong, or nothing shows that it is right.
    static func doesNotFall(_ entry: CatalogueEntry, _ growth: MonotonicityCheck) -> Finding {
        let method = growth.finding.method
        let claim = growth.undecided.isEmpty ? "it does not (\(method))" : "no place was found where it does (\(method))"
        return .refuted(method, Refutation(
            entry.link.position, "link-not-falling",
            "'monotone: false' says that link falls somewhere, but \(claim); remove 'monotone: false'", witness: method))
    }

    /// Neither inverse nor dual can exist.
    static func dualViews(_ entry: CatalogueEntry, _ intervals: [FallingInterval]) -> [Finding] {
        let place = intervals.isEmpty ? "falls for some parameters" : "falls \(text(intervals))"
        var findings: [Finding] = []
        if let inverse = entry.inverse {
            findings.append(.refuted("the link falls", Refutation(
                inverse.position, "inverse-of-falling-link",
                "link \(place), so it takes values more than once and has no inverse; remove 'inverse'", witness: place)))
        }
        if let dual = entry.dual {
            findings.append(.refuted("the link falls", Refutation(
                dual.position, "dual-of-falling-link",
                "link \(place), so integral is not convex and has no dual with F*(f(a)) = a f(a) − F(a); remove 'dual'",
                witness: place)))
        }
        return findings
    }
}
