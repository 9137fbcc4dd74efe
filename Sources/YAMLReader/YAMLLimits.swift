/// Bounds that keep hostile files cheap; far above what a catalogue written by people needs.
package enum YAMLLimits {
    /// The longest file, in bytes.
    package static let bytes = 4 << 20
    /// The longest line, in bytes.
    package static let lineBytes = 1 << 16
    /// The deepest nesting of lists and mappings.
    package static let depth = 32
    /// The most scalars, lists and mappings in a file.
    package static let nodes = 50_000
    /// The most problems reported in one run; one more says that there are others.
    package static let diagnostics = 200
}
