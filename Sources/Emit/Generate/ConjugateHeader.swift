import Analysis
import Catalogue
import Symbolic

/// Each entry's `elementwise_link` or `coupled_link`, which hands the double formulas to the routines of convex
/// duality: a part of a shard's header.
struct ConjugateHeader {
    let entries: [GeneratedEntry]

    func lines() -> [String] {
        var lines: [String] = []
        for entry in entries {
            lines += entry.entry.isCoupled ? coupled(entry) : elementwise(entry)
            lines.append("")
        }
        return lines
    }

    private let renderer = CRenderer(precision: .double, variable: "a")

    private func elementwise(_ entry: GeneratedEntry) -> [String] {
        let name = entry.name
        var lines: [String] = []
        let quantities = ["link", "derivative", "integral"]
            + (entry.forms.inverse == nil ? [] : ["inverse"]) + (entry.forms.dual == nil ? [] : ["dual"])
        for quantity in quantities {
            lines += [
                "static double \(name)_\(quantity)_at(double x, const double *parameters) {",
                "    return \(name)_\(quantity)_f64(x, \(name)_load_f64(parameters));", "}",
            ]
        }
        let shape = entry.slopeShape
        if let shape {
            let values = [shape.slope, shape.exponential, shape.exponentialRate, shape.logistic, shape.logisticRate]
            lines += [
                "static slope_shape \(name)_slope_shape_at(double a, const double *parameters) {",
                "    const \(name)_parameters_f64 p = \(name)_load_f64(parameters);",
                "    (void)a, (void)p;",
                "    return (slope_shape){\(values.map(renderer.render).joined(separator: ", "))};", "}",
            ]
        }
        let domain = entry.entry.domain
        let isStrict: String =
            switch entry.monotonicity {
            case .strict: "1"
            case .nondecreasing, .falling: "0"
            case .strictExcept(let exceptions):
                exceptions.map { "p.\($0.parameter) != \(literal($0.value))" }.joined(separator: " && ")
            }
        lines += [
            "static elementwise_link \(name)_conjugate(const double *parameters, link_kink *kinks) {",
            "    const \(name)_parameters_f64 p = \(name)_load_f64(parameters);",
            "    (void)p;",
        ]
        for (i, kink) in entry.kinks.enumerated() {
            lines.append(
                "    kinks[\(i)] = (link_kink){\(renderer.render(kink.location)), \(kink.isJump ? 1 : 0)};")
        }
        if entry.kinks.count > 1 { lines.append("    sort_kinks(kinks, \(entry.kinks.count));") }
        lines += [
            "    return (elementwise_link){",
            "        .link = \(name)_link_at, .derivative = \(name)_derivative_at, .integral = \(name)_integral_at,",
            "        .slope_shape = \(shape == nil ? "NULL" : "\(name)_slope_shape_at"),",
            "        .inverse = \(entry.forms.inverse == nil ? "NULL" : "\(name)_inverse_at"),"
                + " .dual = \(entry.forms.dual == nil ? "NULL" : "\(name)_dual_at"),",
            "        .is_inverse_derived = \(isDerived(entry.origins.inverse)), .is_dual_derived = \(isDerived(entry.origins.dual)),",
            "        .domain_lower = \(literal(domain.lower)), .domain_upper = \(literal(domain.upper)),",
            "        .is_strict = \(isStrict), .is_falling = \(entry.isFalling ? 1 : 0),"
                + " .has_hidden_kinks = \(entry.hasHiddenKinks ? 1 : 0),",
            "        .kink_count = \(entry.kinks.count), .kinks = kinks, .parameters = parameters,",
            "    };", "}",
        ]
        return lines + split(entry)
    }

    /// What makes the split of a link that falls: at the defaults from the intervals that the analysis found, else
    /// by a search.
    private func split(_ entry: GeneratedEntry) -> [String] {
        guard case .falling(let intervals) = entry.monotonicity else { return [] }
        let name = entry.name
        let known = intervals.map { "{\(literal($0.lower)), \(literal($0.upper))}" }
        let isDefault = entry.entry.parameters.enumerated().map { "parameters[\($0)] == \(literal($1.defaultValue))" }
        return [
            "static int \(name)_split(const double *parameters, link_split *split) {",
            "    link_kink kinks[MAXIMUM_KINKS];",
            "    const elementwise_link link = \(name)_conjugate(parameters, kinks);",
            "    static const link_interval known[] = {\((known.isEmpty ? ["{0, 0}"] : known).joined(separator: ", "))};",
            "    const int is_default = \(isDefault.isEmpty ? "1" : isDefault.joined(separator: " && "));",
            "    return find_split(&link, is_default ? known : NULL, \(known.count), split);", "}",
        ]
    }

    private func isDerived(_ origin: FormOrigin) -> Int {
        if case .derived = origin { 1 } else { 0 }
    }

    private func coupled(_ entry: GeneratedEntry) -> [String] {
        let name = entry.name
        let load = "\(name)_load_f64(parameters)"
        func map(_ quantity: String) -> [String] {
            [
                "static void \(name)_\(quantity)_at(const double *x, double *result, ptrdiff_t n, const double *parameters) {",
                "    \(name)_\(quantity)_row_f64(x, result, n, \(load));", "}",
            ]
        }
        func functional(_ quantity: String) -> [String] {
            [
                "static double \(name)_\(quantity)_at(const double *x, ptrdiff_t n, const double *parameters) {",
                "    return \(name)_\(quantity)_row_f64(x, n, \(load));", "}",
            ]
        }
        var lines = map("link") + functional("integral") + map("diagonal")
        if entry.forms.inverse != nil { lines += map("inverse") }
        if entry.forms.dual != nil { lines += functional("dual") }
        lines += [
            "static void \(name)_jacobian_at(const double *a, const double *v, double *result, ptrdiff_t n,",
            "                                const double *parameters) {",
            "    \(name)_jacobian_row_f64(a, v, result, n, \(load));", "}",
            "static coupled_link \(name)_conjugate(const double *parameters) {",
            "    return (coupled_link){",
            "        .link = \(name)_link_at, .integral = \(name)_integral_at,",
            "        .jacobian_vector_product = \(name)_jacobian_at, .diagonal = \(name)_diagonal_at,",
            "        .inverse = \(entry.forms.inverse == nil ? "NULL" : "\(name)_inverse_at"),"
                + " .dual = \(entry.forms.dual == nil ? "NULL" : "\(name)_dual_at"),",
            "        .is_flat_along_ones = \(entry.isFlatAlongOnes ? 1 : 0), .parameters = parameters,",
            "    };", "}",
        ]
        return lines
    }

    private func literal(_ x: Double) -> String {
        x.isInfinite ? (x < 0 ? "-INFINITY" : "INFINITY") : "\(x)"
    }
}
