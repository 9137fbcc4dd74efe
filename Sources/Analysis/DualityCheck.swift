import Catalogue
import Symbolic

/// Checks the inverse and the dual of an elementwise entry: f⁻¹(f(a)) = a, f(f⁻¹(y)) = y, F*(f(a)) = a f(a) − F(a).
struct DualityCheck {
    private(set) var findings: [Finding] = []
    private let subject: Subject
    private let isStrictAt: [Bool]

    init(_ subject: Subject, isStrictAt: [Bool]) {
        self.subject = subject
        self.isStrictAt = isStrictAt
        if let inverse = subject.entry.inverse { findings.append(check(inverse: inverse)) }
        if let dual = subject.entry.dual { findings.append(subject.hasIntegral ? check(dual: dual) : check(slopeOf: dual)) }
    }

    private func check(inverse: LocatedFormula) -> Finding {
        guard isStrictAt.contains(true) else {
            let message = "link is constant on an interval, so it has no inverse; remove 'inverse'"
            return .refuted("the link is flat", Refutation(inverse.position, "inverse-of-flat-link", message, witness: "link is flat"))
        }
        let (link, back) = (subject.link, inverse.expression)
        let there = back.substitutingVariable(link)
        return check(
            "inverse", inverse, [.subtract(there, .variable), there, link],
            onlyWhereStrict: true
        ) { place, values in
            "inverse is not that of link: at \(place) link is \(text(values[2].midpoint)), but inverse takes that to \(text(values[1].midpoint))"
        }
    }

    private func check(dual: LocatedFormula) -> Finding {
        let (link, integral) = (subject.link, subject.integral)
        let conjugate = Expression.subtract(.multiply(.variable, link), integral)
        let there = dual.expression.substitutingVariable(link)
        return check(
            "dual", dual, [.subtract(there, conjugate), there, link, conjugate],
            onlyWhereStrict: false
        ) { place, values in
            "dual is not that of integral: at \(place), y = f(a) = \(text(values[2].midpoint)), it is \(text(values[1].midpoint)), but a y − F(a) is \(text(values[3].midpoint))"
        }
    }

    /// Without a formula for F: (F*)′(f(a)) = a, and F*(f(c)) = c f(c) where F(c) = 0.
    private func check(slopeOf dual: LocatedFormula) -> Finding {
        let link = subject.link
        let slope = dual.expression.derivative().substitutingVariable(link)
        let finding = check("dual", dual, [.subtract(slope, .variable), slope, link, .variable], onlyWhereStrict: true) { place, values in
            "dual is not that of the link: at \(place) its derivative at y = f(a) is \(text(values[1].midpoint)), but must be a"
        }
        guard finding.refutation == nil, let base = IntegralDerivation.base(of: subject.entry.domain) else { return finding }
        let start = link.substitutingVariable(base)
        let constant = Expression.subtract(dual.expression.substitutingVariable(start), .multiply(base, start))
        let evaluator = subject.evaluator([constant])
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let value = evaluator.values(at: 0)[0]
            guard value.status == .defined, !value.mayBeZero else { continue }
            return .refuted("dual refuted at a point", Refutation(
                dual.position, "dual-mismatch",
                "dual is off by \(text(value.midpoint)): the integral, which the entry leaves out, is 0 at a = \(base); add \(text(-value.midpoint)) to it, or write the integral",
                witness: "dual is off by \(text(value.midpoint))"))
        }
        return finding
    }

    /// The first expression must vanish everywhere; the second is the formula's own value.
    private func check(
        _ name: String, _ formula: LocatedFormula, _ expressions: [Expression], onlyWhereStrict: Bool,
        _ message: (String, [Enclosure]) -> String
    ) -> Finding {
        var evaluator = TwoStageEvaluator(expressions, of: subject, repeats: 120)
        var decided = 0
        let domain = subject.entry.domain
        for (parameters, isStrict) in zip(subject.parameterSamples, isStrictAt) where isStrict || !onlyWhereStrict {
            evaluator.setParameters(parameters)
            let all = SamplePoints.coarse(domain: domain, kinks: subject.kinkLocations(parameters))
                .filter { $0.magnitude <= 64 && $0 != domain.lower && $0 != domain.upper }
            var wrong: [(a: Double, value: Enclosure)] = []
            for a in WorkBudget.thinned(all, expressions, of: subject) {
                let values = evaluator.values(at: a) { $0[0].vanishes(against: 1) || $0[0].status == .undefined || ($0[0].sign ?? 0) != 0 }
                let place = subject.place(a, parameters)
                if values[1].status == .undefined {
                    return .refuted("\(name) refuted at a point", Refutation(
                        formula.position, "\(name)-undefined",
                        "\(name) is not a real number at y = f(a) = \(text(values[2].midpoint)), \(place); it must have a value on the range of link",
                        witness: place))
                }
                if values[0].status == .defined, !values[0].mayBeZero { wrong.append((a, values[0])) }
                if values[0].vanishes(against: 1) { decided += 1 }
            }
            if let witness = wrong.plainest {
                let values = evaluator.values(at: witness.a) { _ in true }
                let place = subject.place(witness.a, parameters)
                let advice = constantDifference(expressions[0], parameters).map { name == "dual" ? "; add \(text(-$0)) to it" : "" } ?? ""
                return .refuted("\(name) refuted at a point", Refutation(
                    formula.position, "\(name)-mismatch", message(place, values) + advice,
                    witness: "\(place), \(name) = \(text(values[1].midpoint))"))
            }
        }
        var finding = Finding(method: "\(name) at \(decided) points")
        finding.isDecided = decided >= 20
        return finding
    }

    /// The difference, where it is the same everywhere: the integral's constant was forgotten.
    private func constantDifference(_ difference: Expression, _ parameters: [Double]) -> Double? {
        let evaluator = subject.evaluator([difference])
        evaluator.setParameters(parameters)
        let values = SamplePoints.coarse(domain: subject.entry.domain).filter { $0.magnitude <= 8 }
            .map { evaluator.values(at: $0)[0] }.filter(\.isTight).map(\.midpoint)
        guard values.count >= 20, let first = values.first else { return nil }
        return values.allSatisfy { ($0 - first).magnitude <= 1e-12 * first.magnitude } ? first : nil
    }
}
