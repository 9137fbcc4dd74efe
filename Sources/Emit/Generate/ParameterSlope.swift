import Catalogue
import Symbolic

/// How link and integral change with one parameter θ: ∂f/∂θ and ∂F/∂θ, in the stable forms that are computed.
struct ParameterSlope: Sendable {
    /// The parameter as the catalogue calls it.
    var parameter: String
    var link: Term
    /// Of the integral with the catalogue's constant: where F(0) = 0 for all θ, it is ∫₀ᵃ ∂f/∂θ dz.
    var integral: IntegralForm

    /// What the generated C calls them; a number, because parameters may have any name.
    static func linkName(_ index: Int) -> String { "link_by_\(index)" }
    static func integralName(_ index: Int) -> String { "integral_by_\(index)" }

    static func all(of entry: CatalogueEntry, integral: IntegralForm, stable: (Term) -> Term) -> [ParameterSlope] {
        entry.parameters.map { parameter in
            let name = parameter.name.value
            func slope(_ formula: LocatedFormula) -> Term {
                stable(Term(formula.expression.derivative(withRespectToParameter: name)))
            }
            // Without a formula for F, ∂F/∂θ is the integral of ∂f/∂θ in the same way.
            let integral = entry.integral.map { IntegralForm.formula(slope($0)) } ?? integral
            return ParameterSlope(parameter: name, link: slope(entry.link), integral: integral)
        }
    }
}
