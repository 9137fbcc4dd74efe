import Symbolic
import YAMLReader

/// Reads one entry of the catalogue, finding all of its problems.
struct EntryReader {
    let document: YAMLDocument

    /// - Returns: the entry, or `nil` after reporting what is wrong with it.
    func read(_ node: YAMLNode, registry: inout NameRegistry, problems: inout Problems) -> CatalogueEntry? {
        guard case .mapping(let pairs) = node.content else {
            if case .refused = node.content { return nil }
            problems.add(node.position, "wrong-kind", "an entry must be a mapping that begins with 'name:', but this is \(node.kind)")
            return nil
        }
        let before = problems.count
        let fields = Fields(pairs, of: node, owner: owner(pairs), keys: Schema.entry, problems: &problems)
        let name = self.name(fields, &registry, &problems)
        let type = self.type(fields, &registry, &problems)
        let aliases = self.aliases(fields, &registry, &problems)
        let title = prose("title", CatalogueLimits.titleLength, fields, &problems)
        let note = prose("note", CatalogueLimits.noteLength, fields, &problems)
        let reference = prose("reference", CatalogueLimits.referenceLength, fields, &problems)
        var domain: Interval?
        if let scalar = fields.scalar("domain", problems: &problems) {
            domain = interval(scalar, problems: &problems)
            if let domain, domain.lower == domain.upper {
                problems.add(scalar.position, "invalid-interval", "the domain \(domain) of a is a single number; write an interval")
            }
        }
        let assumption = fields.word("assume", ["increasing": Assumption.increasing], problems: &problems)
        let monotone = fields.truth("monotone", problems: &problems)
        let normalised = fields.truth("normalised", problems: &problems)
        if let assumption, monotone?.value == false {
            problems.add(assumption.position, "contradiction",
                "'monotone: false' says that the link falls somewhere, 'assume: increasing' that it does not; keep one of them")
        }
        var parameters: (sound: [CatalogueParameter], names: [String]) = ([], [])
        if let node = fields["parameters"] {
            parameters = ParameterReader(document: document).read(node, problems: &problems)
        }
        let formulas = EntryFormulas(fields, document: document, parameters: parameters.names, problems: &problems)
        formulas.check(parameters: parameters.sound, problems: &problems)
        if let normalised, normalised.value, formulas.isCoupled {
            problems.add(normalised.position, "contradiction",
                "with 'normalised: true' the link is that of one coordinate, but it uses sum; remove one of them")
        }
        if let normalised, normalised.value, let monotone, !monotone.value {
            problems.add(monotone.position, "contradiction",
                "a normalised link must not decrease, so 'monotone: false' cannot stand beside 'normalised: true'; remove one of them")
        }
        guard problems.count == before, !node.isTruncated, let name, let type, let title,
            let link = formulas.link else { return nil }
        return CatalogueEntry(
            position: node.position, name: name, type: type, title: title, aliases: aliases,
            parameters: parameters.sound, link: link, integral: formulas.integral, inverse: formulas.inverse,
            dual: formulas.dual, domain: domain ?? .real, note: note, reference: reference,
            assumption: assumption, isMonotone: monotone?.value ?? true, isNormalised: normalised?.value ?? false,
            isCoupled: formulas.isCoupled || normalised?.value == true)
    }

    /// What messages call the entry: its name, where it has a usable one.
    private func owner(_ pairs: [YAMLPair]) -> String {
        for pair in pairs where pair.key.text == "name" {
            if case .scalar(let scalar) = pair.value.content, NameRules.isSnakeCase(scalar.text) { return excerpt(scalar.text) }
        }
        return "this entry"
    }

    // MARK: Names

    private func name(_ fields: Fields, _ registry: inout NameRegistry, _ problems: inout Problems) -> Located<String>? {
        fields.scalar("name", problems: &problems).map { name($0, "an activation", &registry, &problems) }
    }

    private func name(
        _ scalar: YAMLScalar, _ what: String, _ registry: inout NameRegistry, _ problems: inout Problems
    ) -> Located<String> {
        let name = Located(scalar.text, at: scalar.position)
        let before = problems.count
        checkSnakeCase(name, what: what, problems: &problems)
        if problems.count == before { registry.claim(name: name, problems: &problems) }
        return name
    }

    private func type(_ fields: Fields, _ registry: inout NameRegistry, _ problems: inout Problems) -> Located<String>? {
        guard let scalar = fields.scalar("type", problems: &problems) else { return nil }
        let type = Located(scalar.text, at: scalar.position)
        if type.value.unicodeScalars.count > CatalogueLimits.nameLength {
            problems.add(type.position, "too-long",
                "\(excerpt(type.value, limit: 20)) is longer than \(CatalogueLimits.nameLength) characters; shorten it")
        } else if let meaning = ReservedNames.meaning(ofType: type.value) {
            problems.add(type.position, "reserved-type",
                "'\(type.value)' is \(meaning); choose another type, such as 'My\(type.value)'", fix: "My\(type.value)")
        } else if !NameRules.isUpperCamelCase(type.value) {
            let proposal = NameRules.upperCamelCaseProposal(for: type.value)
            problems.add(type.position, "invalid-type",
                "\(excerpt(type.value)) is not a Swift type name: write ASCII letters and digits, a capital letter first\(proposal.map { ", such as '\($0)'" } ?? "")",
                fix: proposal)
        } else {
            registry.claim(type: type, problems: &problems)
        }
        return type
    }

    private func aliases(_ fields: Fields, _ registry: inout NameRegistry, _ problems: inout Problems) -> [Located<String>] {
        guard let node = fields["aliases"] else { return [] }
        guard case .sequence(let items) = node.content else {
            if case .refused = node.content { return [] }
            problems.add(node.position, "wrong-kind", "'aliases' must be a list, such as [logistic, expit], but this is \(node.kind)")
            return []
        }
        if items.count > CatalogueLimits.aliases {
            problems.add(node.position, "too-many-aliases",
                "\(items.count) aliases are more than \(CatalogueLimits.aliases); keep those that people look for")
        }
        var aliases: [Located<String>] = []
        for item in items.prefix(CatalogueLimits.aliases) {
            guard let scalar = scalarValue(of: item, called: "an alias", problems: &problems) else { continue }
            aliases.append(name(scalar, "an activation", &registry, &problems))
        }
        return aliases
    }

    private func prose(_ key: String, _ limit: Int, _ fields: Fields, _ problems: inout Problems) -> String? {
        guard let scalar = fields.scalar(key, problems: &problems) else { return nil }
        return Prose(document: document, scalar: scalar, key: key).read(limit: limit, problems: &problems)
    }
}
