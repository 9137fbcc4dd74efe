import Catalogue

/// Where the integral, the inverse or the dual of an entry comes from.
public enum FormOrigin: Hashable, Sendable {
    /// The catalogue gives it.
    case written
    /// The catalogue leaves it out, and rules found a closed form, which was then checked like a written one.
    case derived(rule: String)
    /// The catalogue leaves it out and no closed form is known: it is computed, by the method named.
    case numeric(method: String)
    /// There is none: a link that is flat or falls somewhere, or a coupled one whose entry gives none.
    case none

    package static let bracketedNewton = FormOrigin.numeric(method: "bracketed Newton iteration on f, to the last digits that f decides")
    package static let fenchelYoung = FormOrigin.numeric(
        method: "a y − F(a) at a = f⁻¹(y), through the Fenchel–Young loss, which does not cancel")
}

/// The origins of an entry's forms.
public struct FormOrigins: Hashable, Sendable {
    public var integral: FormOrigin
    public var inverse: FormOrigin
    public var dual: FormOrigin

    public init(integral: FormOrigin, inverse: FormOrigin, dual: FormOrigin) {
        self.integral = integral
        self.inverse = inverse
        self.dual = dual
    }

    /// Before anything is derived.
    init(of entry: CatalogueEntry) {
        integral = entry.integral == nil ? .numeric(method: "from f") : .written
        if entry.isCoupled || !entry.isMonotone {
            inverse = entry.inverse == nil ? .none : .written
            dual = entry.dual == nil ? (entry.inverse == nil ? .none : .numeric(method: "⟨a, y⟩ − F(a) at a = f⁻¹(y)")) : .written
        } else {
            inverse = entry.inverse == nil ? .bracketedNewton : .written
            dual = entry.dual == nil ? .fenchelYoung : .written
        }
    }
}
