import YAMLReader

/// Which names the entries read so far have taken. Names and aliases are one kind: both call an entry.
struct NameRegistry {
    private var names: [String: SourcePosition] = [:]
    private var types: [String: SourcePosition] = [:]

    mutating func claim(name: Located<String>, problems: inout Problems) {
        guard let first = names[name.value] else {
            names[name.value] = name.position
            return
        }
        problems.add(name.position, "duplicate-name",
            "the name '\(name.value)' is taken on line \(first.line); names and aliases are unique in the catalogue")
    }

    mutating func claim(type: Located<String>, problems: inout Problems) {
        guard let first = types[type.value] else {
            types[type.value] = type.position
            return
        }
        problems.add(type.position, "duplicate-type",
            "the type '\(type.value)' is taken on line \(first.line); types are unique in the catalogue")
    }
}
