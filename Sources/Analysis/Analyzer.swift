import Catalogue
import Symbolic
import YAMLReader

/// Checks the mathematics of a catalogue's entries.
///
///     entry ─▶ f′, F′ ─▶ f real and nondecreasing ─▶ F′ = f, F without jumps ─▶ inverse, dual ─▶ CheckedEntry
///
/// What is refuted is refuted by proof: an interval that leaves no doubt, at a point that the error names. What
/// passes is proved by normal forms where that decides it, and otherwise holds at all points looked at.
public enum Analyzer {
    /// The most operations that a formula and its derivative may have together.
    static let maximumOperations = 5_000

    /// - Returns: the entry with what was found, unless something is wrong; every problem; and a report either way.
    public static func check(_ entry: CatalogueEntry) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let subject = Subject(entry)
        let size = Evaluator.operationCount([subject.link, subject.integral, subject.derivative, subject.slope])
        guard size <= maximumOperations else {
            let problem = Diagnostic(
                entry.link.position, code: "too-large-to-check",
                "the derivatives of this entry have \(size) operations, more than \(maximumOperations); simplify its formulas")
            return (nil, [problem], EntryReport(name: entry.name.value, monotone: .undecided, method: "", witness: ""))
        }
        if entry.isNormalised { return checkNormalised(subject) }
        return entry.isCoupled ? checkCoupled(subject) : checkElementwise(subject)
    }

    static func checkElementwise(_ subject: Subject) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let growth = MonotonicityCheck(subject)
        if !subject.entry.isMonotone, growth.finding.refutation?.diagnostic.code != "link-undefined" {
            return checkFalling(subject, growth)
        }
        var findings = [growth.finding]
        if growth.finding.refutation == nil {
            findings.append(IntegralCheck(subject).finding)
            // A wrong integral makes every dual wrong, so only a right one is asked further.
            if findings[1].refutation == nil {
                findings += DualityCheck(subject, isStrictAt: growth.isStrictAt).findings
            }
        } else if let mismatch = lonelyMismatch(subject) {
            findings.append(mismatch)
        }
        return conclude(subject, findings, growth.monotonicity) { certificate in
            CheckedEntry(
                entry: subject.entry, derivative: subject.derivative, kinks: KinkSearch.kinks(of: subject),
                monotonicity: growth.monotonicity, certificate: certificate, jacobian: nil, isFlatAlongOnes: false)
        }
    }

    /// An entry that says itself that its link falls (`monotone: false`): it must, and F′ = f all the same.
    private static func checkFalling(
        _ subject: Subject, _ growth: MonotonicityCheck
    ) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let entry = subject.entry
        guard let fall = growth.finding.refutation else {
            return conclude(subject, [FallingEntry.doesNotFall(entry, growth.finding)], growth.monotonicity) { _ in nil }
        }
        let intervals = FallingIntervals(subject).intervals(
            at: entry.parameters.map(\.defaultValue), seeds: growth.fall.map { [$0.a] } ?? [])
        let findings = [FallingEntry.falls(intervals, fall), IntegralCheck(subject, findsJumps: false).finding]
            + FallingEntry.dualViews(entry, intervals)
        var result = conclude(subject, findings, .falling(intervals)) { certificate in
            CheckedEntry(
                entry: entry, derivative: subject.derivative, kinks: KinkSearch.kinks(of: subject),
                monotonicity: .falling(intervals), certificate: certificate, jacobian: nil, isFlatAlongOnes: false)
        }
        if result.0 != nil { result.2.witness = fall.witness }
        return result
    }

    private static func checkCoupled(_ subject: Subject) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let check = CoupledCheck(subject)
        var findings = check.findings
        if !findings.contains(where: { $0.refutation != nil }) {
            findings += CoupledDualityCheck(subject, isFlatAlongOnes: check.isFlatAlongOnes).findings
        }
        return conclude(subject, findings, check.monotonicity) { certificate in
            CheckedEntry(
                entry: subject.entry, derivative: subject.derivative, kinks: [], monotonicity: check.monotonicity,
                certificate: certificate, jacobian: check.jacobian, isFlatAlongOnes: check.isFlatAlongOnes)
        }
    }

    /// With a link that is refused the integral is still compared with it, so that one run says all.
    private static func lonelyMismatch(_ subject: Subject) -> Finding? {
        let finding = IntegralCheck(subject, findsJumps: false).finding
        return finding.refutation?.diagnostic.code == "integral-mismatch" ? finding : nil
    }

    private static func conclude(
        _ subject: Subject, _ findings: [Finding], _ monotonicity: Monotonicity, _ checked: (String) -> CheckedEntry?
    ) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let entry = subject.entry
        let refutations = findings.compactMap(\.refutation)
        let certificate = findings.map(\.method).filter { !$0.isEmpty }.joined(separator: "; ")
        var report = EntryReport(name: entry.name.value, monotone: .undecided, method: certificate, witness: "")
        if let first = refutations.first {
            report.monotone = refutations.contains { isOfLink($0.diagnostic.code) } ? .refuted : outcome(monotonicity)
            report.witness = first.witness
            return (nil, refutations.map(\.diagnostic).sorted { $0.position < $1.position }, report)
        }
        if let open = findings.first(where: { !$0.isDecided }) {
            let problem = Diagnostic(
                entry.link.position, code: "check-undecided",
                "too few points decide whether this entry holds (\(open.method)); write its formulas so that they do not cancel or overflow")
            return (nil, [problem], report)
        }
        report.monotone = outcome(monotonicity)
        return (checked(certificate), [], report)
    }

    private static func isOfLink(_ code: String) -> Bool { (code.hasPrefix("link-") && code != "link-not-falling") || code.hasPrefix("jacobian-") }

    private static func outcome(_ monotonicity: Monotonicity) -> EntryReport.Outcome {
        switch monotonicity {
        case .strict, .strictExcept: .strict
        case .nondecreasing: .nondecreasing
        case .falling: .refuted
        }
    }
}
