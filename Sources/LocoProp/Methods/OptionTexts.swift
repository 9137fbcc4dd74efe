/// One text for each option of a method, all in their options' domains: the given ones, and the defaults.
struct OptionTexts {
    private var texts: [String: String] = [:]

    /// - Throws: ``LocoPropError/unknownOption(owner:name:known:suggestion:)``,
    ///   ``LocoPropError/option(owner:name:value:domain:)``.
    init(
        _ options: [OptionDescriptor], given: [(name: String, text: String)], owner: String
    ) throws(LocoPropError) {
        for option in options { texts[option.name] = option.defaultText }
        for (name, text) in given { texts[try options.checked(name, text, owner: owner).name] = text }
    }

    // Every option of the owner has a text, and its domain has let it pass: the fallbacks are never taken.

    func number(_ name: String) -> Double { numberOrOff(name) ?? .nan }

    func numberOrOff(_ name: String) -> Double? { texts[name].flatMap(Double.init) }

    func count(_ name: String) -> Int { numberOrOff(name).flatMap { Int(exactly: $0) } ?? 1 }

    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice where Choice.RawValue == String {
        // A choice has at least one case.
        texts[name].flatMap(Choice.init) ?? Choice.allCases.first!
    }
}

extension [OptionDescriptor] {
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)`` for the first text that is not in its domain.
    func check(_ texts: [(name: String, text: String)], owner: String) throws(LocoPropError) {
        for (name, text) in texts { _ = try checked(name, text, owner: owner) }
    }
}
