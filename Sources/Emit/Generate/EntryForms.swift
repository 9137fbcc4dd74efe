import Catalogue
import Symbolic

/// The formulas of one entry in the stable forms that the generated code computes.
struct EntryForms: Sendable {
    var link: Term
    var integral: Term
    var inverse: Term?
    var dual: Term?
    var jacobian: Jacobian

    enum Jacobian: Sendable {
        /// f′(a), of an elementwise entry.
        case elementwise(Term)
        /// J v at one coordinate (the vector v is the local `v`), and the diagonal part of J, of a coupled entry.
        case coupled(product: Term, diagonal: Term)
    }
}

extension EntryForms {
    /// The forms of an elementwise entry whose f′ is `derivative`.
    static func elementwise(_ entry: CatalogueEntry, derivative: Term) -> EntryForms {
        EntryForms(
            link: StableForms.stabilised(Term(entry.link.expression)),
            integral: StableForms.stabilised(Term(entry.integral.expression)),
            inverse: entry.inverse.map { StableForms.stabilised(Term($0.expression)) },
            dual: entry.dual.map { StableForms.stabilisedDual(Term($0.expression)) },
            jacobian: .elementwise(derivative))
    }

    /// The forms of a coupled entry. With the distinct sums Sⱼ = Σₖ gⱼ(aₖ) of the link,
    /// J = diag(∂f/∂a) + Σⱼ (∂f/∂Sⱼ) gⱼ′ᵀ, so that J v costs one reduction per sum.
    static func coupled(_ entry: CatalogueEntry) -> EntryForms {
        let link = entry.link.expression
        let v = Term.local("v")
        let diagonal = Term(link.derivative(.holdingSums))
        var product = [Term.multiplying([diagonal, v])]
        for sum in link.sums {
            guard case .sum(let term) = sum else { continue }
            let outer = Term(link.derivative(withRespectToSum: sum))
            let inner = Term(term.derivative(.holdingSums))
            product.append(.multiplying([outer, .reduction(.sum, .multiplying([inner, v]))]))
        }
        func stable(_ term: Term) -> Term { StableForms.stabilised(ExponentialShift.applied(to: term)) }
        return EntryForms(
            link: stable(Term(link)),
            integral: stable(Term(entry.integral.expression)),
            inverse: entry.inverse.map { StableForms.stabilised(Term($0.expression)) },
            dual: entry.dual.map { StableForms.stabilisedDual(Term($0.expression)) },
            jacobian: .coupled(product: stable(.adding(product)), diagonal: stable(diagonal)))
    }
}
