import YAMLReader

/// A value that somebody gave a setting, and where.
package struct SettingText: Sendable {
    package let setting: Setting
    package let text: String
    package let source: Source

    package init(setting: Setting, text: String, source: Source) {
        (self.setting, self.text, self.source) = (setting, text, source)
    }

    /// From weak to strong. What none of them gives comes from the recipe.
    package enum Source: Sendable, Equatable {
        /// The file of `--config`; the place of the value in it.
        case file(SourcePosition)
        /// `--set key=value`.
        case assignment(String)
        case flag(String)

        /// What a message begins with; `nil` of a file, whose messages have a place.
        package var prefix: String? {
            switch self {
            case .file: nil
            case .assignment(let text): "--set \(excerpt(text)): "
            case .flag(let key): "--\(key): "
            }
        }
    }
}
