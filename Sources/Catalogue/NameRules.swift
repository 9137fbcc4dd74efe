/// What names in a catalogue may look like.
package enum NameRules {
    /// Lower-case words of letters and digits, joined by single underscores; a letter first.
    static func isSnakeCase(_ name: String) -> Bool {
        let words = name.unicodeScalars.split(separator: "_", omittingEmptySubsequences: false)
        guard let first = words.first?.first, isLower(first) else { return false }
        return words.allSatisfy { !$0.isEmpty && $0.allSatisfy { isLower($0) || isDigit($0) } }
    }

    /// An ASCII letter in upper case, then ASCII letters and digits.
    static func isUpperCamelCase(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, isUpper(first) else { return false }
        return name.unicodeScalars.allSatisfy { isLower($0) || isUpper($0) || isDigit($0) }
    }

    /// `beta_one` as a Swift member is called: `betaOne`.
    package static func camelCased(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.prefix(1).joined() + words.dropFirst().map(capitalised).joined()
    }

    /// A well-formed name near `text`, to propose: `My act` gives `my_act`.
    static func snakeCaseProposal(for text: String) -> String? {
        proposal(text, joined: "_") { $0.lowercased() }.flatMap { isSnakeCase($0) ? $0 : nil }
    }

    /// A well-formed type near `text`: `my_act` gives `MyAct`.
    static func upperCamelCaseProposal(for text: String) -> String? {
        proposal(text, joined: "", capitalised).flatMap { isUpperCamelCase($0) ? $0 : nil }
    }

    private static func proposal(_ text: String, joined separator: String, _ transform: (Substring) -> String) -> String? {
        // Of a name in another alphabet too little would be left.
        guard text.utf8.count <= CatalogueLimits.nameLength, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return words.map(transform).joined(separator: separator)
    }

    private static func capitalised(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }
    private static func isLower(_ scalar: Unicode.Scalar) -> Bool { ("a"..."z").contains(scalar) }
    private static func isUpper(_ scalar: Unicode.Scalar) -> Bool { ("A"..."Z").contains(scalar) }
    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
