import Analysis
import Catalogue
import Symbolic

extension GeneratedEntry {
    init(ordinal: Int, _ checked: CheckedEntry) {
        var (entry, origins) = (checked.entry, checked.origins)
        let forms: EntryForms
        if let jacobian = checked.jacobian, let integral = entry.integral {
            forms = .coupled(entry, integral: integral.expression, jacobian: jacobian)
        } else {
            Self.dropUnfit(&entry, &origins)
            let integral = Self.integral(of: checked, &entry, &origins)
            forms = .elementwise(entry, derivative: StableForms.computed(checked.derivative), integral: integral)
        }
        self.init(
            ordinal: ordinal, entry: entry, origins: origins, forms: forms,
            // A kink that no formula locates is left to the adaptive quadrature.
            kinks: checked.kinks.compactMap { kink in
                kink.location.map { Kink(location: Term($0), isJump: kink.isJump) }
            },
            hasHiddenKinks: checked.kinks.contains { $0.location == nil },
            monotonicity: checked.monotonicity, certificate: checked.certificate,
            isFlatAlongOnes: checked.isFlatAlongOnes, coordinateMonotonicity: checked.coordinateMonotonicity)
        if case .derived = origins.integral, case .formula(let form) = forms.integral, !entry.isCoupled {
            integralLimits = IntegralLimits(of: form, entry)
        }
    }

    /// A derived inverse or dual that loses digits gives way to the routines that do not.
    private static func dropUnfit(_ entry: inout CatalogueEntry, _ origins: inout FormOrigins) {
        let selection = FormSelection(entry: entry)
        if case .derived = origins.inverse, let inverse = entry.inverse?.expression,
            !selection.accepts(dualSide: StableForms.stabilised(Term(inverse)), formula: inverse)
        {
            entry.inverse = nil
            origins.inverse = .bracketedNewton
        }
        if case .derived = origins.dual, let dual = entry.dual?.expression,
            !selection.accepts(dualSide: StableForms.stabilisedDual(Term(dual)), formula: dual)
        {
            entry.dual = nil
            origins.dual = .fenchelYoung
        }
    }

    /// A derived integral is exactly 0 at its base point: where the terms that cancel there are rounded, 0 stands instead.
    private static func zeroAtBase(_ form: Term, _ entry: CatalogueEntry) -> Term {
        guard let base = IntegralDerivation.base(of: entry.domain), let point = Evaluator.nearestDouble(of: base) else { return form }
        let analysis = RoundingAnalysis(form, parameters: entry.parameters.map(\.name.value))
        let isExact = ParameterSamples.combinations(of: entry.parameters).allSatisfy { parameters in
            analysis.setParameters(parameters)
            return analysis.result(at: point).map { $0.value == 0 && $0.error == 0 } ?? false
        }
        if isExact { return form }
        let distance = Term.call(.abs, [Term(base == .zero ? .variable : .subtract(.variable, base))])
        return .select(TermCondition(left: distance, relation: .greater, right: .zero), form, .zero)
    }

    /// The formula, unless it has been derived and loses digits; then a table, or quadrature.
    private static func integral(
        of checked: CheckedEntry, _ entry: inout CatalogueEntry, _ origins: inout FormOrigins
    ) -> IntegralForm {
        if let formula = entry.integral?.expression {
            let stable = StableForms.computed(formula)
            guard case .derived = origins.integral else { return .formula(stable) }
            if FormSelection(entry: entry).accepts(integral: stable) { return .formula(zeroAtBase(stable, entry)) }
        }
        entry.integral = nil
        let locations = checked.kinks.map { kink in kink.location.flatMap { Evaluator.nearestDouble(of: $0) } }
        let known = locations.compactMap { $0 }
        let form: IntegralForm
        if known.count == locations.count, let table = IntegralFit.table(for: entry, kinks: known) {
            form = .table(table)
        } else {
            let base = IntegralDerivation.base(of: entry.domain).flatMap { Evaluator.nearestDouble(of: $0) }
            form = .quadrature(base: base ?? 0)
        }
        origins.integral = .numeric(method: form.method ?? "")
        return form
    }
}
