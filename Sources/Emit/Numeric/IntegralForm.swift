/// How the generated code computes F(a).
enum IntegralForm: Sendable {
    /// By a formula in stable form.
    case formula(Term)
    /// From piecewise polynomials fitted when the code was generated.
    case table(IntegralTable)
    /// By adaptive quadrature of f from a = `base` on.
    case quadrature(base: Double)

    /// For people; a formula in the catalogue's language.
    var description: String { description(of: "f") }

    func description(of link: String) -> String {
        switch self {
        case .formula(let term): term.description
        case .table: "piecewise polynomials"
        case .quadrature(let base): "∫ \(link) from \(base == base.rounded() && base.magnitude < 1e15 ? "\(Int(base))" : "\(base)") to a"
        }
    }

    /// What was done instead of a formula, and how well; `nil` for a formula.
    var method: String? {
        switch self {
        case .formula: nil
        case .table(let table):
            "piecewise polynomials of degree \(IntegralTable.degree) on \(table.panels.count) panels, fitted to f in 128 bits; relative error at most \(Self.rounded(table.error)) at \(table.pointCount) points"
        case .quadrature:
            "adaptive 15-point Gauss–Kronrod quadrature of f in double, to a relative error of 1e-14"
        }
    }

    /// Two digits, rounded up.
    private static func rounded(_ error: Double) -> String {
        guard error > 0 else { return "0" }
        var (digits, exponent) = (error, 0)
        while digits < 10 { (digits, exponent) = (digits * 10, exponent - 1) }
        let whole = Int(digits.rounded(.up))
        return "\(whole / 10).\(whole % 10)e\(exponent + 1)"
    }
}
