/// Bounds on a catalogue; above what is useful, below what hurts.
package enum CatalogueLimits {
    package static let entries = 256
    package static let aliases = 16
    package static let parameters = 16
    /// The longest name, type or alias, in characters.
    package static let nameLength = 64
    package static let titleLength = 120
    package static let noteLength = 2_000
    package static let referenceLength = 500
}
