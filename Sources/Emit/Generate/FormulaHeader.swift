import Catalogue
import Symbolic

/// Each entry's formulas in one precision, as C functions of one number (elementwise) or one row (coupled): a part
/// of a shard's header.
struct FormulaHeader {
    let entries: [GeneratedEntry]
    let precision: CRenderer.Precision

    func lines() -> [String] {
        var lines: [String] = []
        for entry in entries {
            lines += ["// \(entry.name): \(entry.entry.link.text)", ""]
            lines += parameters(of: entry)
            lines += entry.entry.isCoupled ? coupled(entry) : elementwise(entry)
            lines.append("")
        }
        return lines
    }

    private var type: String { precision.type }
    private var suffix: String { precision.suffix }

    private func parameters(of entry: GeneratedEntry) -> [String] {
        let structure = "\(entry.name)_parameters_\(suffix)"
        let names = entry.entry.parameters.map(\.name.value)
        // The float formulas that are computed in double (FloatForm) take the parameters as they are.
        let wide = precision == .float && !names.isEmpty && !entry.entry.isCoupled
        let fields = names.isEmpty
            ? "char none;" : "\(type) \(names.joined(separator: ", "));\(wide ? " \(entry.name)_parameters_f64 Wide;" : "")"
        let values = names.isEmpty
            ? "0"
            : names.indices.map { "(\(type))values[\($0)]" }.joined(separator: ", ")
                + (wide ? ", \(entry.name)_load_f64(values)" : "")
        return [
            "typedef struct { \(fields) } \(structure);",
            "VM_INLINE \(structure) \(entry.name)_load_\(suffix)(const double *values) {",
            names.isEmpty ? "    (void)values;" : nil,
            "    return (\(structure)){\(values)};",
            "}",
        ].compactMap { $0 }
    }

    // MARK: Elementwise

    private func integral(_ entry: GeneratedEntry) -> [String] {
        switch entry.forms.integral {
        case .formula(let term): function(entry, "integral", "a", term, limits: entry.integralLimits)
        case .table, .quadrature: NumericIntegral(entry: entry, precision: precision, form: entry.forms.integral).lines()
        }
    }

    private func elementwise(_ entry: GeneratedEntry) -> [String] {
        guard case .elementwise(let derivative) = entry.forms.jacobian else { return [] }
        var lines = function(entry, "link", "a", entry.forms.link)
            + function(entry, "derivative", "a", derivative)
            + integral(entry)
        for (k, slope) in entry.forms.slopes.enumerated() {
            lines += function(entry, ParameterSlope.linkName(k), "a", slope.link)
            switch slope.integral {
            case .formula(let term): lines += function(entry, ParameterSlope.integralName(k), "a", term)
            case .table, .quadrature:
                lines += NumericIntegral(
                    entry: entry, precision: precision, form: slope.integral, quantity: ParameterSlope.integralName(k),
                    integrand: ParameterSlope.linkName(k)
                ).lines()
            }
        }
        // Inverse and dual are computed in double for arrays of either type (conjugate_kernels.h).
        if precision == .double {
            if let inverse = entry.forms.inverse { lines += function(entry, "inverse", "y", inverse) }
            if let dual = entry.forms.dual { lines += function(entry, "dual", "y", dual) }
        }
        return lines
    }

    private func function(
        _ entry: GeneratedEntry, _ quantity: String, _ variable: String, _ term: Term, limits: IntegralLimits? = nil
    ) -> [String] {
        let goal = quantity.hasPrefix("integral") ? FloatForm.Goal.integral : .link
        if precision == .float, !FloatForm(entry: entry.entry).isSufficient(term, goal) { return rounded(entry, quantity, variable) }
        let renderer = CRenderer(precision: precision, variable: variable)
        let shared = SharedTerms([term])
        let ends = [(limits?.upper, "INFINITY"), (limits?.lower, "-INFINITY")].compactMap { limit, end in
            limit.map { "    if (\(variable) == \(end)) return \($0.isInfinite ? ($0 < 0 ? "-INFINITY" : "INFINITY") : "(\(type))\($0)");" }
        }
        let unused = [
            term.dependsOnVariable ? nil : "    (void)\(variable);",
            term.dependsOnParameters ? nil : "    (void)p;",
        ].compactMap { $0 }
        return [
            "VM_INLINE \(type) \(entry.name)_\(quantity)_\(suffix)"
                + "(\(type) \(variable), \(entry.name)_parameters_\(suffix) p) {"
        ]
            + unused
            + shared.bindings.map { "    const \(type) \($0.name) = \(renderer.render($0.value));" }
            + ends
            + ["    return \(nanGuard(term, variable))\(renderer.render(shared.results[0]));", "}"]
    }

    /// The float function that rounds the double one's result.
    private func rounded(_ entry: GeneratedEntry, _ quantity: String, _ variable: String) -> [String] {
        let hasParameters = !entry.entry.parameters.isEmpty
        return [
            "VM_INLINE float \(entry.name)_\(quantity)_f32(float \(variable), \(entry.name)_parameters_f32 p) {",
            hasParameters ? nil : "    (void)p;",
            "    return (float)\(entry.name)_\(quantity)_f64(\(variable), \(hasParameters ? "p.Wide" : "\(entry.name)_load_f64(0)"));", "}",
        ].compactMap { $0 }
    }

    /// NaN must give NaN, also where the branch that a comparison with NaN selects is a constant.
    private func nanGuard(_ term: Term, _ variable: String) -> String {
        term.propagatesNaN || !term.dependsOnVariable ? "" : "\(variable) != \(variable) ? \(variable) : "
    }

    // MARK: Coupled

    private func coupled(_ entry: GeneratedEntry) -> [String] {
        guard case .coupled(let product, let diagonal) = entry.forms.jacobian else { return [] }
        var lines = row(entry, "link", "a", entry.forms.link, .coordinates)
        if case .formula(let integral) = entry.forms.integral { lines += row(entry, "integral", "a", integral, .scalar) }
        lines += row(entry, "jacobian", "a", product, .coordinates, companions: ["v"])
        for (k, slope) in entry.forms.slopes.enumerated() {
            lines += row(entry, ParameterSlope.linkName(k), "a", slope.link, .coordinates)
            if case .formula(let integral) = slope.integral {
                lines += row(entry, ParameterSlope.integralName(k), "a", integral, .scalar)
            }
        }
        if precision == .double {
            lines += row(entry, "diagonal", "a", diagonal, .coordinates)
            if let inverse = entry.forms.inverse { lines += row(entry, "inverse", "y", inverse, .coordinates) }
            if let dual = entry.forms.dual { lines += row(entry, "dual", "y", dual, .scalar) }
        }
        return lines
    }

    private func row(
        _ entry: GeneratedEntry, _ quantity: String, _ variable: String, _ term: Term, _ shape: RowFunction.Shape,
        companions: [String] = []
    ) -> [String] {
        let renderer = CRenderer(precision: precision, variable: variable)
        let function = RowFunction(vector: "\(variable)s", renderer: renderer, companions: companions)
        let isScalar = if case .scalar = shape { true } else { false }
        let inputs = ([variable] + companions).map { "const \(type) *\($0)s, " }.joined()
        return [
            "static inline \(isScalar ? "double" : "void") \(entry.name)_\(quantity)_row_\(suffix)(\(inputs)"
                + "\(isScalar ? "" : "\(type) *result, ")ptrdiff_t n, \(entry.name)_parameters_\(suffix) p) {",
            term.dependsOnParameters ? nil : "    (void)p;",
        ].compactMap { $0 } + function.body(of: term, shape: shape) + ["}"]
    }
}

extension Term {
    /// Whether NaN for the variable certainly makes the term NaN. Comparisons with NaN are false.
    var propagatesNaN: Bool {
        switch self {
        case .variable: true
        case .number, .constant, .parameter, .local: false
        case .select(_, _, let otherwise): otherwise.propagatesNaN
        case .sum, .product, .power, .call, .reduction: children.contains(where: \.propagatesNaN)
        }
    }

    var dependsOnParameters: Bool {
        contains { if case .parameter = $0 { true } else { false } }
    }
}
