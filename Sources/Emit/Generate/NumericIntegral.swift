import Catalogue

/// The C function of an integral that no formula computes: a table of panels, or a call of the quadrature. In double;
/// the float function rounds its result.
struct NumericIntegral {
    let entry: GeneratedEntry
    let precision: CRenderer.Precision
    let form: IntegralForm
    /// What the function is called, and the function that it integrates.
    var quantity = "integral"
    var integrand = "link"

    func lines() -> [String] {
        if precision == .float { return roundedFromDouble() }
        switch form {
        case .formula: return []
        case .table(let table): return self.table(table)
        case .quadrature(let base): return quadrature(from: base)
        }
    }

    private var name: String { entry.name }

    private func roundedFromDouble() -> [String] {
        let hasParameters = !entry.entry.parameters.isEmpty
        return [
            "VM_INLINE float \(name)_\(quantity)_f32(float a, \(name)_parameters_f32 p) {",
            hasParameters ? nil : "    (void)p;",
            "    return (float)\(name)_\(quantity)_f64(a, \(hasParameters ? "p.Wide" : "\(name)_load_f64(0)"));", "}",
        ].compactMap { $0 }
    }

    // MARK: Table

    private func table(_ table: IntegralTable) -> [String] {
        let count = 1 << (Int.bitWidth - table.edges.count.leadingZeroBitCount)
        // Entry 0 is never compared; what is beyond the last edge never reached.
        let edges = ["-INFINITY"] + table.edges.map(literal) + Array(repeating: "INFINITY", count: count - 1 - table.edges.count)
        var lines = ["static const double \(name)_\(quantity)_edges[\(count)] = {"]
        lines += rows(edges)
        lines += ["};", "static const integral_panel \(name)_\(quantity)_panels[\(table.panels.count)] = {"]
        for panel in table.panels {
            let padded = panel.coefficients + Array(repeating: 0, count: IntegralTable.degree + 1 - panel.coefficients.count)
            lines.append("    {\(literal(panel.centre)), \(literal(panel.scale)), \(panel.power), {")
            lines += rows(padded.map(literal)).map { "    \($0)" }
            lines.append("    }},")
        }
        return lines + [
            "};",
            "VM_INLINE double \(name)_\(quantity)_f64(double a, \(name)_parameters_f64 p) {",
            "    (void)p;",
            "    return panel_integral(a, \(name)_\(quantity)_edges, \(count), \(name)_\(quantity)_panels,"
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
            "static double \(name)_\(quantity)_integrand(double a, const void *p) {",
            "    return \(name)_\(integrand)_f64(a, *(const \(name)_parameters_f64 *)p);", "}",
            "VM_INLINE double \(name)_\(quantity)_f64(double a, \(name)_parameters_f64 p) {",
            kinks.isEmpty ? "    const double *const kinks = 0;" : "    const double kinks[] = {\(kinks.joined(separator: ", "))};",
            "    return quadrature_integral(\(name)_\(quantity)_integrand, &p, \(literal(base)), a,"
                + " \(literal(domain.lower)), \(literal(domain.upper)), kinks, \(kinks.count));",
            "}",
        ]
    }

    private func literal(_ x: Double) -> String {
        x.isNaN ? "NAN" : x.isInfinite ? (x < 0 ? "-INFINITY" : "INFINITY") : "\(x)"
    }
}
