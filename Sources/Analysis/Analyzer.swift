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
        var subject = Subject(entry)
        let size = Evaluator.operationCount([subject.link, subject.integral, subject.derivative, subject.slope])
        guard size <= maximumOperations else {
            let problem = Diagnostic(
                entry.link.position, code: "too-large-to-check",
                "the derivatives of this entry have \(size) operations, more than \(maximumOperations); simplify its formulas")
            return (nil, [problem], EntryReport(name: entry.name.value, monotone: .undecided, method: "", witness: ""))
        }
        var derivation = Derivation(origins: FormOrigins(of: entry))
        if entry.integral == nil, let derived = IntegralDerivation(subject).run() {
            var completed = entry
            completed.integral = derived.formula
            derivation = Derivation(origins: derivation.origins, integral: derived.verdict)
            derivation.origins.integral = .derived(rule: derived.rule)
            subject = Subject(completed)
        }
        if entry.isNormalised { return checkNormalised(subject, derivation) }
        return entry.isCoupled ? checkCoupled(subject, derivation.origins) : checkElementwise(subject, derivation)
    }

    /// What has been derived before the checks, and already checked.
    struct Derivation {
        var origins: FormOrigins
        var integral: IntegralVerdict?
    }

    private static func integral(_ subject: Subject, _ derivation: Derivation, _ rise: IntegralCheck.Rise) -> IntegralVerdict {
        if let verdict = derivation.integral { return verdict }
        return subject.hasIntegral
            ? IntegralCheck(subject, rise: rise).verdict : IntegralVerdict(finding: Finding(method: "F computed from f"), outcome: nil)
    }

    static func checkElementwise(_ subject: Subject, _ derivation: Derivation) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let growth = MonotonicityCheck(subject)
        if !subject.entry.isMonotone, growth.finding.refutation?.diagnostic.code != "link-undefined" {
            return checkFalling(subject, growth, derivation)
        }
        let trust = AssumedGrowth(subject.entry, growth)
        var findings = [trust.finding]
        // With a link that is refused the integral is still compared with it, so that one run says all.
        let integral = integral(subject, derivation, trust.finding.refutation == nil ? .byIncreasingLink : .unknown)
        if trust.finding.refutation == nil {
            findings.append(integral.finding)
            // A wrong integral makes every dual wrong, so only a right one is asked further.
            if integral.finding.refutation == nil {
                findings += DualityCheck(subject, isStrictAt: growth.isStrictAt).findings
            }
        } else if integral.finding.refutation?.diagnostic.code == "integral-mismatch" {
            findings.append(integral.finding)
        }
        let kinks = KinkSearch.kinks(of: subject)
        var (entry, origins) = (subject.entry, derivation.origins)
        if !findings.contains(where: { $0.refutation != nil }) {
            ConjugateDerivation(subject, isStrictAt: growth.isStrictAt, jumps: kinks.contains(where: \.isJump))
                .complete(&entry, &origins)
        }
        var result = conclude(subject, findings, growth.monotonicity) { [entry, origins] certificate in
            CheckedEntry(
                entry: entry, origins: origins, derivative: subject.derivative, kinks: kinks,
                monotonicity: growth.monotonicity, certificate: certificate, jacobian: nil, isFlatAlongOnes: false)
        }
        result.2.integral = integral.outcome
        if trust.isUndecided {
            if result.2.monotone != .refuted { result.2.monotone = .undecided }
            result.2.undecided = growth.undecided.map(\.text)
            result.2.isAssumed = result.0 != nil
        }
        return result
    }

    /// An entry that says itself that its link falls (`monotone: false`): it must, and F′ = f all the same.
    private static func checkFalling(
        _ subject: Subject, _ growth: MonotonicityCheck, _ derivation: Derivation
    ) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let entry = subject.entry
        guard let fall = growth.finding.refutation else {
            // Neither shown to fall nor shown not to: the claim stands on nothing.
            return conclude(subject, [FallingEntry.doesNotFall(entry, growth)], growth.monotonicity) { _ in nil }
        }
        let intervals = FallingIntervals(subject).intervals(
            at: entry.parameters.map(\.defaultValue), seeds: growth.fall.map { [$0.a] } ?? [])
        let integral = integral(subject, derivation, .byBounds)
        let findings = [FallingEntry.falls(intervals, fall), integral.finding] + FallingEntry.dualViews(entry, intervals)
        var result = conclude(subject, findings, .falling(intervals)) { certificate in
            CheckedEntry(
                entry: entry, origins: derivation.origins, derivative: subject.derivative, kinks: KinkSearch.kinks(of: subject),
                monotonicity: .falling(intervals), certificate: certificate, jacobian: nil, isFlatAlongOnes: false)
        }
        if result.0 != nil { result.2.witness = fall.witness }
        result.2.integral = integral.outcome
        return result
    }

    private static func checkCoupled(_ subject: Subject, _ origins: FormOrigins) -> (CheckedEntry?, [Diagnostic], EntryReport) {
        let check = CoupledCheck(subject)
        var findings = check.findings
        if !subject.hasIntegral, findings.first?.refutation.map({ isOfLink($0.diagnostic.code) }) != true {
            findings = [.refuted("no integral", Refutation(
                subject.entry.link.position, "integral-not-found",
                "no rule finds the integral of this coupled link; write it as 'integral:', a formula F of sums with ∇F = f", witness: ""))]
        }
        if !findings.contains(where: { $0.refutation != nil }) {
            findings += CoupledDualityCheck(subject, isFlatAlongOnes: check.isFlatAlongOnes).findings
        }
        var result = conclude(subject, findings, check.monotonicity) { certificate in
            CheckedEntry(
                entry: subject.entry, origins: origins, derivative: subject.derivative, kinks: [], monotonicity: check.monotonicity,
                certificate: certificate, jacobian: check.jacobian, isFlatAlongOnes: check.isFlatAlongOnes)
        }
        result.2.integral = check.integralOutcome
        result.2.flat = check.flatDirections
        if result.2.monotone != .refuted, !check.isDefinitenessProved {
            result.2.monotone = .undecided
            result.2.undecided = ["every coordinate in \(subject.entry.domain)"]
            result.2.isAssumed = result.0 != nil
        }
        return result
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
