import Catalogue
import Symbolic

/// Finds closed forms of the inverse and of the dual where the entry leaves them out. What is put into the entry has
/// passed ``DualityCheck``, as written formulas must.
struct ConjugateDerivation {
    private let subject: Subject
    private let isStrictAt: [Bool]
    /// Whether the link jumps somewhere, so that its range has gaps that no formula of a branch knows.
    private let jumps: Bool

    init(_ subject: Subject, isStrictAt: [Bool], jumps: Bool) {
        self.subject = subject
        self.isStrictAt = isStrictAt
        self.jumps = jumps
    }

    func complete(_ entry: inout CatalogueEntry, _ origins: inout FormOrigins) {
        guard entry.isMonotone, !entry.isNormalised else { return }
        guard isStrictAt.contains(true) else {
            if entry.inverse == nil { origins.inverse = .none }
            return
        }
        guard !jumps else { return }
        if entry.inverse == nil, let inverse = inverse(), let formula = checked(inverse.expression, \.inverse) {
            entry.inverse = formula
            origins.inverse = .derived(rule: inverse.rule)
        }
        guard entry.dual == nil, subject.hasIntegral, let inverse = entry.inverse?.expression else { return }
        if let formula = integrated(inverse).flatMap({ checked($0, \.dual) ?? splitAtParameterEnd($0, inverse) }) {
            entry.dual = formula
            origins.dual = .derived(rule: "∫ f⁻¹(y) dy")
        } else if let formula = checked(substituted(inverse), \.dual) {
            entry.dual = formula
            origins.dual = .derived(rule: "a y − F(a) at a = f⁻¹(y)")
        }
    }

    // MARK: Inverse

    /// Branch by branch: y ≥ f(c) belongs to the branch above c.
    private func inverse() -> (expression: Expression, rule: String)? {
        if let simple = Inversion.solve(subject.link, bounds: subject.bounds) { return (simple, "solved for a") }
        guard let pieces = Pieces(subject.link, of: subject) else { return nil }
        let parts = pieces.formulas.compactMap { Inversion.solve($0, bounds: subject.bounds) }
        guard parts.count == pieces.formulas.count else { return nil }
        var result = parts[parts.count - 1]
        for i in pieces.breaks.indices.reversed() {
            let value = pieces.formulas[i + 1].substitutingVariable(pieces.breaks[i]).simplified()
            result = .select(Condition(.variable, .less, value), parts[i], result)
        }
        return (result.simplified(), pieces.breaks.isEmpty ? "solved for a" : "solved for a, branch by branch")
    }

    // MARK: Dual

    private func integrated(_ inverse: Expression) -> Expression? {
        integrated(inverse, subject.link, subject.integral)
    }

    /// (F*)′ = f⁻¹, and F*(f(c)) = c f(c) − F(c): this way nothing is left to cancel.
    private func integrated(_ inverse: Expression, _ link: Expression, _ integral: Expression) -> Expression? {
        var entry = subject.entry
        entry.link.expression = inverse
        entry.integral = nil
        entry.domain = range(of: link)
        guard let found = IntegralDerivation(Subject(entry)).antiderivative(of: inverse)?.expression,
            let c = IntegralDerivation.base(of: subject.entry.domain)
        else { return nil }
        let y = link.substitutingVariable(c).simplified()
        let start = Expression.subtract(.multiply(c, y), integral.substitutingVariable(c))
        let constant = Expression.subtract(start, found.substitutingVariable(y)).simplified()
        return branches(of: found) { .add($0, constant) }
    }

    /// What is to be seen of the link's range: that it is positive, or ends at small integers. It decides signs under
    /// logarithms; the check finds out whether it was right.
    private func range(of link: Expression) -> Interval {
        var range = Interval.real
        if RationalForm.sign(of: link, bounds: subject.bounds) == .positive { range.lower = 0 }
        let evaluator = subject.evaluator([link], precision: 512)
        evaluator.setParameters(subject.parameterSamples[0])
        func limit(_ end: Double, _ far: Double) -> Double? {
            let value = evaluator.values(at: end.isFinite ? end : far)[0]
            guard value.status == .defined, value.midpoint.magnitude < 10 else { return nil }
            let nearest = value.midpoint.rounded()
            return (value.midpoint - nearest).magnitude < 1e-12 ? nearest : nil
        }
        range.lower = limit(subject.entry.domain.lower, -0x1p55) ?? range.lower
        range.upper = limit(subject.entry.domain.upper, 0x1p55) ?? range.upper
        return range.lower < range.upper ? range : .real
    }

    /// Where the form has no value at a closed end of a parameter's domain, the dual there is found anew.
    private func splitAtParameterEnd(_ dual: Expression, _ inverse: Expression) -> LocatedFormula? {
        for parameter in subject.entry.parameters {
            for end in ParameterSamples.closedEnds(parameter.domain) {
                let (name, value) = (Expression.parameter(parameter.name.value), Expression.exact(end))
                func there(_ e: Expression) -> Expression {
                    IntegralDerivation.rootsOfSquares(e.rewritten { $0 == name ? value : $0 }.simplified())
                }
                let (special, link, integral) = (there(inverse), there(subject.link), there(subject.integral))
                guard let other = integrated(special, link, integral) else { continue }
                let relation: Condition.Relation = end == parameter.domain.lower ? .greater : .less
                if let formula = checked(.select(Condition(name, relation, value), dual, other), \.dual) { return formula }
            }
        }
        return nil
    }

    private func substituted(_ inverse: Expression) -> Expression {
        branches(of: inverse) { a in
            .subtract(.multiply(.variable, a), subject.integral.substitutingVariable(a))
        }.simplified()
    }

    /// A choice between inverses is made outside, so that each branch simplifies on its own.
    private func branches(of inverse: Expression, _ form: (Expression) -> Expression) -> Expression {
        if case .select(let condition, let x, let y) = inverse {
            return .select(condition, branches(of: x, form), branches(of: y, form))
        }
        return form(inverse).simplified()
    }

    // MARK: Checking

    private func checked(_ expression: Expression, _ place: WritableKeyPath<CatalogueEntry, LocatedFormula?>) -> LocatedFormula? {
        let expression = expression.simplified()
        guard expression.nodeCount < 400 else { return nil }
        let formula = LocatedFormula(text: expression.text(variable: "y"), expression: expression, position: subject.entry.link.position)
        var entry = subject.entry
        (entry.inverse, entry.dual) = (nil, nil)
        entry[keyPath: place] = formula
        let findings = DualityCheck(Subject(entry), isStrictAt: isStrictAt).findings
        return findings.allSatisfy { $0.refutation == nil && $0.isDecided } ? formula : nil
    }
}
