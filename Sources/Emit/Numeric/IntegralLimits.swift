import Catalogue
import Symbolic

/// F(−∞) and F(∞) of a derived integral whose form may be inf − inf or 0 · inf there.
struct IntegralLimits: Sendable {
    var lower: Double?
    var upper: Double?

    /// - Returns: `nil` where the form cannot go wrong.
    init?(of form: Term, _ entry: CatalogueEntry) {
        guard let integral = entry.integral?.expression, Self.isIndeterminate(form) else { return nil }
        let names = entry.parameters.map(\.name.value)
        let evaluator = Evaluator([integral, entry.link.expression], parameters: names, precision: 4096)
        evaluator.setParameters(entry.parameters.map(\.defaultValue))
        func limit(_ sign: Double) -> Double? {
            // Where exponentials overflow in high precision, too, a nearer point tells as much.
            for (far, near) in [(0x1p1000, 0x1p500), (0x1p50, 0x1p40)] {
                let (x, y) = (evaluator.values(at: sign * far)[0], evaluator.values(at: sign * near)[0])
                guard x.status == .defined, y.status == .defined else { continue }
                if !x.midpoint.isFinite || (x.midpoint - y.midpoint).magnitude > 1e-9 * x.midpoint.magnitude {
                    return x.sign == -1 ? -.infinity : .infinity
                }
                return x.midpoint
            }
            return nil
        }
        lower = entry.domain.lower.isInfinite ? limit(-1) : nil
        upper = entry.domain.upper.isInfinite ? limit(1) : nil
        // A finite limit may depend on the parameters: then the form must do.
        if !names.isEmpty {
            lower = lower.flatMap { $0.isInfinite ? $0 : nil }
            upper = upper.flatMap { $0.isInfinite ? $0 : nil }
        }
        if lower == nil && upper == nil { return nil }
    }

    /// Whether somewhere two parts that change with a are added or multiplied.
    private static func isIndeterminate(_ term: Term) -> Bool {
        let moving = term.children.filter(\.dependsOnVariable).count
        switch term {
        case .sum, .product: if moving > 1 { return true }
        default: break
        }
        return term.children.contains(where: isIndeterminate)
    }
}
