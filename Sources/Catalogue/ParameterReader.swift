import Symbolic
import YAMLReader

/// Reads the `parameters` of one entry.
struct ParameterReader {
    let document: YAMLDocument

    /// The parameters that are sound, and the names of all, so that formulas can be read whatever is wrong here.
    func read(_ node: YAMLNode, problems: inout Problems) -> (sound: [CatalogueParameter], names: [String]) {
        guard case .mapping(let pairs) = node.content else {
            if case .refused = node.content { return ([], []) }
            problems.add(node.position, "wrong-kind",
                "'parameters' must be a mapping of names, such as 'beta: { default: 1 }', but this is \(node.kind)")
            return ([], [])
        }
        if pairs.count > CatalogueLimits.parameters {
            problems.add(node.position, "too-many-parameters",
                "\(pairs.count) parameters are more than \(CatalogueLimits.parameters); keep those a user would change")
        }
        var sound: [CatalogueParameter] = []
        var members: [String: String] = [:]
        for pair in pairs.prefix(CatalogueLimits.parameters) {
            let before = problems.count
            let parameter = read(pair, problems: &problems)
            let name = pair.key.text
            if problems.count == before, let other = members.updateValue(name, forKey: NameRules.camelCased(name)) {
                problems.add(pair.key.position, "duplicate-name",
                    "'\(name)' and '\(other)' are both '\(NameRules.camelCased(name))' in Swift; rename one")
            }
            if let parameter, problems.count == before { sound.append(parameter) }
        }
        return (sound, pairs.prefix(CatalogueLimits.parameters).map(\.key.text))
    }

    private func read(_ pair: YAMLPair, problems: inout Problems) -> CatalogueParameter? {
        let name = Located(pair.key.text, at: pair.key.position)
        check(name, problems: &problems)
        let shown = excerpt(name.value)
        guard case .mapping(let pairs) = pair.value.content else {
            if case .refused = pair.value.content { return nil }
            problems.add(pair.value.position, "wrong-kind",
                "the parameter \(shown) must be a mapping, such as { default: 1, domain: \"[0, inf)\" }, but this is \(pair.value.kind)")
            return nil
        }
        let fields = Fields(pairs, of: pair.value, owner: "the parameter \(shown)", keys: Schema.parameter, problems: &problems)
        var domain: Interval? = .real
        if let scalar = fields.scalar("domain", problems: &problems) {
            domain = interval(scalar, problems: &problems)
        }
        let learnable = fields.truth("learnable", problems: &problems)
        var note: String?
        if let scalar = fields.scalar("note", problems: &problems) {
            note = Prose(document: document, scalar: scalar, key: "note")
                .read(limit: CatalogueLimits.titleLength, problems: &problems)
        }
        guard let scalar = fields.scalar("default", problems: &problems) else { return nil }
        let text = oneLine(scalar.text)
        do {
            let value = try DecimalNumber(text).value
            guard let domain else { return nil }
            guard domain.contains(value) else {
                problems.add(scalar.position, "default-outside-domain",
                    "the default \(text) of \(shown) is not in its domain \(domain); change one of them")
                return nil
            }
            return CatalogueParameter(name: name, defaultText: text, defaultValue: value, domain: domain,
                isLearnable: learnable?.value ?? false, note: note)
        } catch {
            let hint = text == "inf" || text == "-inf" ? "; inf stands only in intervals" : ""
            problems.add(scalar.position, "invalid-number", "the default \(excerpt(text)) \(error.reason)\(hint)")
            return nil
        }
    }

    private func check(_ name: Located<String>, problems: inout Problems) {
        checkSnakeCase(name, what: "a parameter", problems: &problems)
        if Formula.reservedNames.contains(name.value) {
            problems.add(name.position, "reserved-name",
                "'\(name.value)' means something in formulas already; call the parameter something else")
        } else if let meaning = ReservedNames.meaning(ofParameter: name.value) {
            problems.add(name.position, "reserved-name", "'\(name.value)' is \(meaning); call the parameter something else")
        }
    }
}

/// An interval, or `nil` after reporting what is wrong with it.
func interval(_ scalar: YAMLScalar, problems: inout Problems) -> Interval? {
    do { return try Interval(text: scalar.text) } catch {
        problems.add(scalar.position, "invalid-interval", "\(excerpt(scalar.text)) \(error.reason)")
        return nil
    }
}

/// Reports a name that is too long or not in snake_case.
func checkSnakeCase(_ name: Located<String>, what: String, problems: inout Problems) {
    if name.value.unicodeScalars.count > CatalogueLimits.nameLength {
        problems.add(name.position, "too-long",
            "\(excerpt(name.value, limit: 20)) is longer than \(CatalogueLimits.nameLength) characters; shorten it")
    } else if !NameRules.isSnakeCase(name.value) {
        let proposal = NameRules.snakeCaseProposal(for: name.value)
        problems.add(name.position, "invalid-name",
            "\(excerpt(name.value)) is not the name of \(what): write small ASCII letters, digits and single underscores, a letter first\(proposal.map { ", such as '\($0)'" } ?? "")",
            fix: proposal)
    }
}
