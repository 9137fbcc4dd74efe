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
    public var integral: LocatedFormula
    public var inverse: LocatedFormula?
    public var dual: LocatedFormula?
    /// The domain of a; (−∞, ∞) where the entry does not say.
    public var domain: Interval
    public var note: String?
    public var reference: String?

    /// Whether the link of one coordinate depends on others, through `sum`.
    public var isCoupled: Bool
}

/// A parameter of an entry: a name for a number that the user of the activation chooses.
public struct CatalogueParameter: Sendable {
    public var name: Located<String>
    /// The default as written, and its nearest Double.
    public var defaultText: String
    public var defaultValue: Double
    public var domain: Interval
    public var note: String?
}

/// A formula with its source text. `position` is that of the formula's first character.
public struct LocatedFormula: Sendable {
    public var text: String
    public var expression: Expression
    public var position: SourcePosition
}
