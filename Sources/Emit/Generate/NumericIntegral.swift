import Catalogue

/// The C function of an integral that no formula computes: a table of panels, or a call of the quadrature. In double;
/// the float function rounds its result.
struct NumericIntegral {
    let entry: GeneratedEntry
    let precision: CRenderer.Precision

    func lines() -> [String] {
        if precision == .float { return roundedFromDouble() }
        switch entry.forms.integral {
        case .formula: return []
        case .table(let table): return self.table(table)
        case .quadrature(let base): return quadrature(from: base)
        }
    }

    private var name: String { entry.name }

    /// The header holds the float functions first: the double one is declared before it is used.
    private func roundedFromDouble() -> [String] {
        let names = entry.entry.parameters.map(\.name.value)
        let parameters = names.isEmpty ? "(void)p;" : "const double parameters[] = {\(names.map { "p.\($0)" }.joined(separator: ", "))};"
        return [
            "static inline double \(name)_integral_at(double a, const double *parameters);",
            "static inline float \(name)_integral_f32(float a, \(name)_parameters_f32 p) {",
            "    \(parameters)",
            "    return (float)\(name)_integral_at((double)a, \(names.isEmpty ? "0" : "parameters"));", "}",
        ]
    }

    // MARK: Table

    private func table(_ table: IntegralTable) -> [String] {
        let count = 1 << (Int.bitWidth - table.edges.count.leadingZeroBitCount)
        // Entry 0 is never compared; what is beyond the last edge never reached.
        let edges = ["-INFINITY"] + table.edges.map(literal) + Array(repeating: "INFINITY", count: count - 1 - table.edges.count)
        var lines = ["static const double \(name)_integral_edges[\(count)] = {"]
        lines += rows(edges)
        lines += ["};", "static const integral_panel \(name)_integral_panels[\(table.panels.count)] = {"]
        for panel in table.panels {
            let padded = panel.coefficients + Array(repeating: 0, count: IntegralTable.degree + 1 - panel.coefficients.count)
            lines.append("    {\(literal(panel.centre)), \(literal(panel.scale)), \(panel.power), {")
            lines += rows(padded.map(literal)).map { "    \($0)" }
            lines.append("    }},")
        }
        return lines + [
            "};",
            "static inline double \(name)_integral_f64(double a, \(name)_parameters_f64 p) {",
            "    (void)p;",
            "    return panel_integral(a, \(name)_integral_edges, \(count), \(name)_integral_panels,"
                + " \(literal(table.limits.lower)), \(literal(table.limits.upper)));",
            "}",
        ]
    }

    private func rows(_ values: [String]) -> [String] {
        stride(from: 0, to: values.count, by: 4).map { "    " + values[$0..<min($0 + 4, values.count)].joined(separator: ", ") + "," }
    }

    // MARK: Quadrature

    private func quadrature(from base: Double) -> [String] {
        let renderer = CRenderer(precision: .double, variable: "a")
        let kinks = entry.kinks.map { renderer.render($0.location) }
        let domain = entry.entry.domain
        return [
            "static double \(name)_integrand(double a, const void *p) {",
            "    return \(name)_link_f64(a, *(const \(name)_parameters_f64 *)p);", "}",
            "static inline double \(name)_integral_f64(double a, \(name)_parameters_f64 p) {",
            kinks.isEmpty ? "    const double *const kinks = 0;" : "    const double kinks[] = {\(kinks.joined(separator: ", "))};",
            "    return quadrature_integral(\(name)_integrand, &p, \(literal(base)), a,"
                + " \(literal(domain.lower)), \(literal(domain.upper)), kinks, \(kinks.count));",
            "}",
        ]
    }

    private func literal(_ x: Double) -> String {
        x.isNaN ? "NAN" : x.isInfinite ? (x < 0 ? "-INFINITY" : "INFINITY") : "\(x)"
    }
}
