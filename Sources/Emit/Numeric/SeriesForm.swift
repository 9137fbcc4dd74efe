import Symbolic

extension StableForms {
    /// The form in which a formula of one number is computed: stable, with series where its terms would cancel.
    static func computed(_ formula: Expression) -> Term { SeriesForm.applied(to: stabilised(Term(formula))) }

    /// The same of a dual, where 0 log 0 = 0.
    static func computedDual(_ formula: Expression) -> Term { SeriesForm.applied(to: stabilisedDual(Term(formula))) }
}

/// "Difference of near-equal terms by series": a sum whose terms cancel towards a point, near that point as the polynomial
/// that it is there. `a - sin(a)` becomes `where(abs(a) <= r, a^3*(c₀ + a²*(c₁ + …)), a - sin(a))`.
///
/// It is the last of the rewrites, for what no rule of ``StableForms`` reaches. A sum qualifies that depends on one quantity
/// u alone (the variable, its absolute value, or its product with parameters), is 0 at u = 0, 1 or −1 and smooth there,
/// and of which rounding leaves too few digits nearby (``RoundingAnalysis``). The polynomial interpolates s(p + h)/hᵐ at
/// Chebyshev points, from values in high precision, m being the order of the zero, and is checked at others.
struct SeriesForm {
    private static let points = [0, 1, -1].map { Rational(Int128($0)) }
    /// What the polynomial reaches, the larger the less the terms cancel outside of it.
    private static let radii = [Rational(2), Rational(1), Rational(1, 2), Rational(1, 4)].compactMap(\.self)
    private static let rule = Chebyshev(count: 46)
    private static let precision = 640
    /// Operations and operands of a sum; in longer ones every nested sum would be looked at with all that it holds.
    private static let maximumSize = 64
    /// The relative error that the polynomial may have where it is computed in Double.
    private static let tolerance = 0x1.8p-51

    /// `term` with the series put in. Terms over a vector and terms with locals stay as they are.
    static func applied(to term: Term) -> Term {
        switch term {
        case .reduction: return term
        case .select(let condition, let x, let y): return .select(condition, applied(to: x), applied(to: y))
        case .sum where term.dependsOnVariable:
            let parts = term.mappingChildren(applied)
            guard let quantity = quantity(of: term) else { return parts }
            let sum = term.expressed(by: quantity)
            guard let series = points.lazy.compactMap({ SeriesForm(sum, near: $0) }).first else { return parts }
            let distance = Term.adding([quantity, .number(series.point.negated)])
            let isSize = if case .call(.abs, _) = distance { true } else { false }
            let isNear = TermCondition(
                left: isSize ? distance : .call(.abs, [distance]), relation: .lessOrEqual, right: .number(series.radius))
            return .select(isNear, series.polynomial(distance), parts)
        default: return term.mappingChildren(applied)
        }
    }

    let point: Rational
    let radius: Rational
    /// m, where the sum is hᵐ g(h) with g(0) ≠ 0.
    private let order: Int
    /// g in powers of h, those of h² alone where g is even.
    private let coefficients: [Double]
    private let isEven: Bool

    /// - Parameter sum: of the variable alone.
    /// - Returns: `nil` where its terms do not cancel towards the point, or where it is not smooth there.
    private init?(_ sum: Term, near point: Rational) {
        let expression = Expression(sum)
        guard expression.nodeCount <= Self.maximumSize else { return nil }
        let shifted = expression.substitutingVariable(.add(.number(point), .variable))
        let value = Evaluator([shifted], precision: Self.precision)
        guard value.values(at: 0)[0].isZero, Self.cancels(sum, near: point), let order = Self.order(of: value) else { return nil }
        let quotient = Evaluator([.divide(shifted, .power(.variable, .integer(Int128(order))))], precision: Self.precision)
        for radius in Self.radii {
            guard let r = Evaluator.nearestDouble(of: .number(radius)),
                let (coefficients, isEven) = Self.fit(quotient, order, radius: r)
            else { continue }
            (self.point, self.radius, self.order, self.coefficients, self.isEven) = (point, radius, order, coefficients, isEven)
            return
        }
        return nil
    }

    /// hᵐ (c₀ + h (c₁ + …))
    private func polynomial(_ h: Term) -> Term {
        let step = isEven ? Term.raising(h, to: 2) : h
        let nested = coefficients.dropLast().reversed().reduce(Term.constant("\(coefficients[coefficients.count - 1])")) { rest, c in
            .adding([.constant("\(c)"), .multiplying([step, rest])])
        }
        return .multiplying([.raising(h, to: order), nested])
    }

    /// Whether rounding takes digits of the sum near the point that the numbers have.
    private static func cancels(_ sum: Term, near point: Rational) -> Bool {
        let analysis = RoundingAnalysis(sum, parameters: [])
        guard let p = Evaluator.nearestDouble(of: .number(point)) else { return false }
        return [0x1.3p-30, 0x1.3p-20, 0x1.3p-10, 0x1.3p-6].contains { h in
            [p - h, p + h].contains { a in
                guard let result = analysis.result(at: a), result.value != 0 else { return false }
                // Sixteen times what remains of a sum of two good terms.
                return result.error > 0x1p-47 * result.value.magnitude
            }
        }
    }

    /// m with s(h) ~ c hᵐ on both sides.
    private static func order(of value: Evaluator) -> Int? {
        let sizes = [0x1p-40, 0x1p-41, -0x1p-40, -0x1p-41].map { value.values(at: $0)[0] }
        guard sizes.allSatisfy({ $0.status == .defined && $0.midpoint != 0 }) else { return nil }
        let values = sizes.map(\.midpoint)
        for m in 1...12 {
            let scale = Double(1 << m), sign = m % 2 == 0 ? 1.0 : -1.0
            let ratios = [values[0] / (scale * values[1]), values[2] / (scale * values[3]), sign * values[2] / values[0]]
            if ratios.allSatisfy({ ($0 - 1).magnitude < 1e-9 }) { return m }
        }
        return nil
    }

    /// The polynomial for g on [−r, r], if it is as good as Double is.
    private static func fit(_ quotient: Evaluator, _ order: Int, radius r: Double) -> (coefficients: [Double], isEven: Bool)? {
        func exact(_ h: Double) -> Double? {
            let value = quotient.values(at: h)[0]
            guard value.status == .defined, value.width <= 0x1p-52 * value.midpoint.magnitude else { return nil }
            return value.midpoint
        }
        let values = rule.nodes.compactMap { exact(r * $0) }
        guard values.count == rule.count else { return nil }
        var series = rule.coefficients(values)
        let size = values.map(\.magnitude).max() ?? 0
        // What the values' rounding leaves of terms that are 0.
        let noise = 0x1p-53 * size
        guard series.suffix(2).allSatisfy({ $0.magnitude <= noise }) else { return nil }
        while series.count > 1, series[series.count - 1].magnitude <= noise { series.removeLast() }
        let isEven = series.enumerated().allSatisfy { $0.offset % 2 == 0 || $0.element.magnitude <= 8 * noise }
        if isEven { for i in stride(from: 1, to: series.count, by: 2) { series[i] = 0 } }
        var scale = 1.0
        var powers = Chebyshev.powers(series).map { c in
            defer { scale /= r }
            return c * scale
        }
        // g(0) to the last digit: the interpolant has the noise of all its values there.
        guard let first = exact(0x1p-200) else { return nil }
        powers[0] = first
        if isEven { powers = stride(from: 0, to: powers.count, by: 2).map { powers[$0] } }
        let isGood = (0..<60).allSatisfy { i in
            // Between the nodes, from both ends down to the point.
            let h = (i % 2 == 0 ? r : -r) * (i < 40 ? Double(i + 1) / 40 : 1 / Double(1 << (i - 38)))
            guard let wanted = exact(h) else { return false }
            let step = isEven ? h * h : h
            let found = powers.reversed().reduce(0.0) { $0 * step + $1 }
            return (found - wanted).magnitude <= tolerance * wanted.magnitude
        }
        return isGood ? (powers, isEven) : nil
    }

    // MARK: What a sum depends on

    /// The one quantity, if there is one: a, |a|, or a times parameters. What else has parameters has none.
    private static func quantity(of sum: Term) -> Term? {
        var found: Set<Term> = []
        collect(sum, into: &found)
        guard found.count == 1, let quantity = found.first else { return nil }
        let rest = sum.expressed(by: quantity)
        let hasOthers = rest.contains { term in
            switch term {
            case .parameter, .local, .reduction: true
            default: false
            }
        }
        return hasOthers ? nil : quantity
    }

    private static func collect(_ term: Term, into found: inout Set<Term>) {
        switch term {
        case .variable, .call(.abs, [.variable]): found.insert(term)
        case .product:
            if case .product(let factors) = term.scaled.core, factors.contains(.variable),
                factors.allSatisfy({ $0 == .variable || !$0.dependsOnVariable })
            {
                found.insert(term.scaled.core)
            } else {
                term.children.forEach { collect($0, into: &found) }
            }
        default: term.children.forEach { collect($0, into: &found) }
        }
    }
}

extension Term {
    /// The term with the variable for every occurrence of `quantity`, also as the core of a product with a number.
    fileprivate func expressed(by quantity: Term) -> Term {
        let (coefficient, core) = scaled
        if core == quantity { return .multiplying([.number(coefficient), .variable]) }
        return mappingChildren { $0.expressed(by: quantity) }
    }
}
