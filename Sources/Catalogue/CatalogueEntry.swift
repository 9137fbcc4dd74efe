import Symbolic
import YAMLReader

/// One activation of the catalogue, as written: every name valid and every formula parsed, nothing yet proved.
public struct CatalogueEntry: Sendable {
    /// Where the entry begins.
    public var position: SourcePosition
    public var name: Located<String>
    /// The name of the generated Swift type.
    public var type: Located<String>
    public var title: String
    public var aliases: [Located<String>]
    public var parameters: [CatalogueParameter]
    public var link: LocatedFormula
    /// `nil` where the entry leaves it to be derived, as it may the next two.
    public var integral: LocatedFormula?
    public var inverse: LocatedFormula?
    public var dual: LocatedFormula?
    /// The domain of a; (−∞, ∞) where the entry does not say.
    public var domain: Interval
    public var note: String?
    public var reference: String?

    /// What the author takes responsibility for where no proof is found.
    public var assumption: Located<Assumption>?
    /// `false` where the author says that the link falls somewhere (`monotone: false`).
    public var isMonotone: Bool
    /// Whether the formulas are those of one coordinate of an implicitly normalised link (`normalised: true`):
    /// f(a)ᵢ = φ(aᵢ − λ(a)), with the one number λ(a) that makes the coordinates add up to 1.
    public var isNormalised: Bool

    /// Whether the link of one coordinate depends on others, through `sum` or a normalisation.
    public var isCoupled: Bool
}

/// What an entry may ask to be taken on trust (`assume:`).
public enum Assumption: String, Hashable, Sendable, CaseIterable {
    /// That the link does not decrease, where that can be neither proved nor refuted.
    case increasing
}

/// A parameter of an entry: a name for a number that the user of the activation chooses.
public struct CatalogueParameter: Sendable {
    public var name: Located<String>
    /// The default as written, and its nearest Double.
    public var defaultText: String
    public var defaultValue: Double
    public var domain: Interval
    /// Whether a layer trains it together with its weights (`learnable: true`).
    public var isLearnable: Bool
    public var note: String?
}

/// A formula with its source text. `position` is that of the formula's first character, `length` counts those on its line.
public struct LocatedFormula: Sendable {
    public var text: String
    public var expression: Expression
    public var position: SourcePosition
    public var length: Int

    public init(text: String, expression: Expression, position: SourcePosition, length: Int = 0) {
        self.text = text
        self.expression = expression
        self.position = position
        self.length = length
    }
}
