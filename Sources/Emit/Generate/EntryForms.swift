import Analysis
import Catalogue
import Symbolic

/// The formulas of one entry in the stable forms that the generated code computes.
struct EntryForms: Sendable {
    var link: Term
    var integral: IntegralForm
    var inverse: Term?
    var dual: Term?
    var jacobian: Jacobian
    /// One for each parameter, in the catalogue's order.
    var slopes: [ParameterSlope]

    enum Jacobian: Sendable {
        /// f′(a), of an elementwise entry.
        case elementwise(Term)
        /// J v at one coordinate (the vector v is the local `v`), and the diagonal part of J, of a coupled entry.
        case coupled(product: Term, diagonal: Term)
    }
}

extension EntryForms {
    /// Whether f(a) = a Φ(a), whose Float kernels have loops of their own.
    var isGELU: Bool {
        guard case .elementwise(let derivative) = jacobian else { return false }
        return link == .call(.gelu, [.variable]) && derivative == .call(.geluSlope, [.variable])
    }

    /// The forms of an elementwise entry whose f′ is `derivative`.
    static func elementwise(_ entry: CatalogueEntry, derivative: Term, integral: IntegralForm) -> EntryForms {
        EntryForms(
            link: StableForms.computed(entry.link.expression),
            integral: integral,
            inverse: entry.inverse.map { StableForms.computed($0.expression) },
            dual: entry.dual.map { StableForms.computedDual($0.expression) },
            jacobian: .elementwise(derivative),
            slopes: ParameterSlope.all(of: entry, integral: integral, stable: { StableForms.stabilised($0) }))
    }

    /// The forms of a coupled entry, whose Jacobian is J = diag(d) + Σₛ uₛ vₛᵀ: J v costs one reduction per sum.
    static func coupled(_ entry: CatalogueEntry, integral: Expression, jacobian: JacobianStructure) -> EntryForms {
        let v = Term.local("v")
        let diagonal = Term(jacobian.diagonal)
        let product = [.multiplying([diagonal, v])] + jacobian.terms.map { part in
            Term.multiplying([Term(part.u), .reduction(.sum, .multiplying([Term(part.v), v]))])
        }
        func stable(_ term: Term) -> Term { StableForms.stabilised(ExponentialShift.applied(to: term)) }
        let integral = IntegralForm.formula(stable(Term(integral)))
        return EntryForms(
            link: stable(Term(entry.link.expression)), integral: integral,
            inverse: entry.inverse.map { StableForms.stabilised(Term($0.expression)) },
            dual: entry.dual.map { StableForms.stabilisedDual(Term($0.expression)) },
            jacobian: .coupled(product: stable(.adding(product)), diagonal: stable(diagonal)),
            slopes: ParameterSlope.all(of: entry, integral: integral, stable: stable))
    }
}
