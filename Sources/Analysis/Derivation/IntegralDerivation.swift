import Catalogue
import Symbolic

/// Finds a closed form of an integral that the entry leaves out.
///
/// The constant is chosen such that F(0) = 0, or F(1) = 0 where 0 is outside the domain; a coupled integral keeps
/// the constant of its rule. What is returned has passed `IntegralCheck`, as a written integral must.
package struct IntegralDerivation {
    private let subject: Subject

    init(_ subject: Subject) { self.subject = subject }

    func run() -> (formula: LocatedFormula, rule: String, verdict: IntegralVerdict)? {
        if subject.entry.isCoupled { return coupled() }
        guard let found = antiderivative(of: subject.link) else { return nil }
        // At the end of a parameter's domain the form may have no value.
        for parameter in subject.entry.parameters {
            for end in ParameterSamples.closedEnds(parameter.domain) where isUndefined(found.expression, parameter.name.value, end) {
                return splitAtParameterEnd(found, parameter, end)
            }
        }
        guard let (formula, verdict) = checked(found.expression) else { return nil }
        return (formula, found.rule, verdict)
    }

    /// Where a derivation of an integral is checked, a wrong one is no error of the entry's.
    private func checked(_ integral: Expression) -> (LocatedFormula, IntegralVerdict)? {
        let integral = integral.simplified()
        guard integral.nodeCount < 600 else { return nil }
        let formula = LocatedFormula(text: integral.description, expression: integral, position: subject.entry.link.position)
        var entry = subject.entry
        entry.integral = formula
        let candidate = Subject(entry)
        guard Evaluator.operationCount([candidate.integral, candidate.slope]) <= Analyzer.maximumOperations else { return nil }
        let verdict = IntegralCheck(candidate, rise: entry.isMonotone ? .byIncreasingLink : .byBounds).verdict
        return verdict.finding.refutation == nil && verdict.finding.isDecided ? (formula, verdict) : nil
    }

    // MARK: Elementwise

    /// Piece by piece, each with the constant that joins it to its neighbour.
    func antiderivative(of link: Expression) -> (expression: Expression, rule: String)? {
        guard let pieces = Pieces(link, of: subject) else { return nil }
        var rules: [String] = []
        var primitives: [Expression] = []
        for (i, formula) in pieces.formulas.enumerated() {
            guard let found = Antiderivative.find(formula, bounds: bounds(ofPiece: i, pieces)) else { return nil }
            primitives.append(found.expression)
            for rule in found.rules where !rules.contains(rule) { rules.append(rule) }
        }
        guard let base = Self.base(of: subject.entry.domain), let home = home(of: base, pieces) else { return nil }
        func value(_ i: Int, _ a: Expression) -> Expression { primitives[i].substitutingVariable(a).simplified() }
        // G − G(base), and outward from there G − G(c) + F(c).
        var constants = [Expression](repeating: .zero, count: primitives.count)
        constants[home] = .negate(value(home, base))
        for i in stride(from: home, to: pieces.breaks.count, by: 1) {
            let c = pieces.breaks[i]
            constants[i + 1] = .subtract(.add(value(i, c), constants[i]), value(i + 1, c))
        }
        for i in stride(from: home, to: 0, by: -1) {
            let c = pieces.breaks[i - 1]
            constants[i - 1] = .subtract(.add(value(i, c), constants[i]), value(i - 1, c))
        }
        let parts = zip(primitives, constants).map { primitive, constant in
            Expression.add(primitive, Self.folded(constant.simplified())).simplified().withPerfectSquare.simplified()
        }
        if pieces.breaks.count > 0 { rules.append("branches joined") }
        return (pieces.joined(parts), rules.isEmpty ? "linearity" : rules.joined(separator: ", "))
    }

    private func bounds(ofPiece i: Int, _ pieces: Pieces) -> [Expression: RationalBounds] {
        var bounds = subject.bounds
        var own = bounds[.variable] ?? RationalBounds()
        if i > 0, let low = pieces.breaks[i - 1].rational { own.lower = low }
        if i < pieces.breaks.count, let high = pieces.breaks[i].rational { own.upper = high }
        bounds[.variable] = own
        return bounds
    }

    /// The point at which a derived integral is 0.
    package static func base(of domain: Interval) -> Expression? {
        if domain.contains(0) { return .zero }
        if domain.contains(1) { return .one }
        // Neither 0 nor 1: the middle, or one from the finite end.
        let point =
            domain.lower.isFinite
            ? (domain.upper.isFinite ? domain.lower / 2 + domain.upper / 2 : domain.lower + 1) : domain.upper - 1
        return .exact(point)
    }

    /// The piece that the base point lies in or at the end of.
    private func home(of base: Expression, _ pieces: Pieces) -> Int? {
        pieces.formulas.indices.first { i in
            let above = i == 0 || isNonnegative(.subtract(base, pieces.breaks[i - 1]))
            let below = i == pieces.breaks.count || isNonnegative(.subtract(pieces.breaks[i], base))
            return above && below
        }
    }

    private func isNonnegative(_ e: Expression) -> Bool { RationalForm.sign(of: e.simplified(), bounds: subject.bounds) != nil }

    /// Known values of functions that no identity folds.
    private static func folded(_ constant: Expression) -> Expression {
        constant.rewritten { part in
            switch part {
            case .call(.li2, let arguments) where arguments[0].rational == Rational(-1):
                .negate(.divide(.power(.pi, .integer(2)), .integer(12)))
            case .call(.li2, let arguments) where arguments[0] == .one: .divide(.power(.pi, .integer(2)), .integer(6))
            default: part
            }
        }.simplified()
    }

    /// Whether a formula has no value near the base point where a parameter is at an end of its domain.
    private func isUndefined(_ e: Expression, _ name: String, _ end: Double) -> Bool {
        let domain = subject.entry.domain
        let evaluator = subject.evaluator([e])
        evaluator.setParameters(subject.entry.parameters.map { $0.name.value == name ? end : $0.defaultValue })
        return [0.25, 1.25, -0.75].contains { domain.contains($0) && evaluator.values(at: $0)[0].status == .undefined }
    }

    /// There the integral is found anew.
    private func splitAtParameterEnd(
        _ found: (expression: Expression, rule: String), _ parameter: CatalogueParameter, _ end: Double
    ) -> (formula: LocatedFormula, rule: String, verdict: IntegralVerdict)? {
        let (name, value) = (Expression.parameter(parameter.name.value), Expression.exact(end))
        let special = Self.rootsOfSquares(subject.link.rewritten { $0 == name ? value : $0 }.simplified())
        guard let other = antiderivative(of: special) else { return nil }
        let relation: Condition.Relation = end == parameter.domain.lower ? .greater : .less
        let both = Expression.select(Condition(name, relation, value), found.expression, other.expression)
        guard let (formula, verdict) = checked(both) else { return nil }
        return (formula, found.rule, verdict)
    }

    /// √u² is |u|.
    static func rootsOfSquares(_ e: Expression) -> Expression {
        e.rewritten { part in
            guard case .call(.sqrt, let arguments) = part, case .power(let base, let two) = arguments[0], two == .integer(2)
            else { return part }
            return .call(.abs, [base])
        }.simplified()
    }

    // MARK: Coupled

    /// Terms without `sum` are integrated as they are and summed; the rest is h(Σ g(aₖ)) g′(a), of integral H(Σ g).
    private func coupled() -> (formula: LocatedFormula, rule: String, verdict: IntegralVerdict)? {
        let link = subject.link.simplified()
        var result = Expression.zero
        var rules: [String] = []
        for term in link.terms {
            if !term.containsSum {
                guard let found = Antiderivative.find(term, bounds: subject.bounds) else { return nil }
                result = .add(result, .sum(found.expression))
                rules += found.rules
                continue
            }
            guard let found = chain(term) else { return nil }
            result = .add(result, found)
            rules.append("h(Σ g(a)) g′(a) ↦ H(Σ g(a))")
        }
        guard let (formula, verdict) = checkedCoupled(result.simplified()) else { return nil }
        return (formula, rules.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.joined(separator: ", "), verdict)
    }

    private func chain(_ term: Expression) -> Expression? {
        let symbol = Expression.parameter("s ")
        for sum in term.sums {
            guard case .sum(let inner) = sum else { continue }
            let slope = inner.derivative()
            guard slope != .zero else { continue }
            let quotient = Expression.divide(term, slope).simplified().rewritten { $0 == sum ? symbol : $0 }.simplified()
            guard !quotient.containsVariable, !quotient.containsSum else { continue }
            let outer = quotient.rewritten { $0 == symbol ? .variable : $0 }.simplified()
            var bounds = subject.bounds
            bounds[.variable] = RationalForm.sign(of: sum, bounds: subject.bounds) == .positive ? RationalBounds(lower: .zero) : nil
            guard let found = Antiderivative.find(outer, bounds: bounds) else { continue }
            return found.expression.substitutingVariable(sum)
        }
        return nil
    }

    private func checkedCoupled(_ integral: Expression) -> (LocatedFormula, IntegralVerdict)? {
        let formula = LocatedFormula(text: integral.description, expression: integral, position: subject.entry.link.position)
        var entry = subject.entry
        entry.integral = formula
        let check = CoupledCheck(Subject(entry))
        guard let finding = check.findings.first, finding.refutation == nil, finding.isDecided else { return nil }
        return (formula, IntegralVerdict(finding: finding, outcome: check.integralOutcome))
    }
}

extension Expression {
    /// The terms of a sum, or the expression itself.
    fileprivate var terms: [Expression] {
        switch self {
        case .add(let x, let y): x.terms + y.terms
        case .subtract(let x, let y): x.terms + y.terms.map { .negate($0) }
        default: [self]
        }
    }
}
