import Catalogue
import Symbolic
import YAMLReader

extension Analyzer {
    /// An implicitly normalised entry: φ, Φ, φ⁻¹ and Φ* are checked as those of an elementwise one, and that the
    /// coordinates can be normalised. What follows for the vector needs no check: f is the gradient of
    /// F = λ + Σ Φ(aᵢ − λ), convex where φ increases, and flat along 1.
    static func checkNormalised(
        _ subject: Subject, _ derivation: Derivation
    ) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let (coordinate, diagnostics, coordinateReport) = checkElementwise(subject, derivation)
        guard var checked = coordinate else { return (nil, diagnostics, coordinateReport) }
        var report = coordinateReport
        let finding = NormalisationCheck(subject, kinks: checked.kinks).finding
        if let refutation = finding.refutation {
            report.monotone = .refuted
            report.witness = refutation.witness
            return (nil, [refutation.diagnostic], report)
        }
        checked.coordinateMonotonicity = checked.monotonicity
        checked.monotonicity = .nondecreasing
        checked.isFlatAlongOnes = true
        checked.certificate += "; \(finding.method)"
        // Whether the coordinate increases decides it for the vector, as far as it is decided.
        if report.monotone != .undecided { report.monotone = .nondecreasing }
        report.method = checked.certificate
        return (checked, diagnostics, report)
    }
}
