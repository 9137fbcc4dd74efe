import ActivationCore
import Training

extension ActivationDescriptor {
    /// The name with its parameters' defaults, such as `elu(beta=1)`.
    var signature: String {
        parameters.isEmpty
            ? name : "\(name)(\(parameters.map { "\($0.name)=\(shortest($0.defaultValue))" }.joined(separator: ", ")))"
    }

    var json: JSONValue { json(nil) }

    func json(_ accuracy: MeasuredAccuracy?) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)),
            .init("type", .string(type)),
            .init("title", .string(title)),
            .init("aliases", .array(aliases.map { .string($0) })),
            .init("parameters", .array(parameters.map(\.json))),
            .init("domain", .string(domain.description)),
            .init("coupled", .bool(isCoupled)),
            .init("monotone", .string(monotonicity.word)),
            .init("strict_where", .array(monotonicity.conditions.map { .string($0.description) })),
            .init("link", .string(formulas.link)),
        ]
        if formulas.integralOrigin.hasFormula { members.append(.init("integral", .string(formulas.integral))) }
        if let inverse = formulas.inverse { members.append(.init("inverse", .string(inverse))) }
        if let dual = formulas.dual { members.append(.init("dual", .string(dual))) }
        members += [
            .init("origins", .object([
                .init("integral", formulas.integralOrigin.json), .init("inverse", formulas.inverseOrigin.json),
                .init("dual", formulas.dualOrigin.json),
            ])),
            .init("computed", .object([
                .init("link", .string(formulas.computedLink)),
                .init("derivative", .string(formulas.computedDerivative)),
                .init("integral", .string(formulas.computedIntegral)),
            ] + formulas.parameterSlopes.flatMap { slope -> [JSONValue.Member] in
                [
                    .init("link_by_\(slope.parameter)", .string(slope.link)),
                    .init("integral_by_\(slope.parameter)", .string(slope.integral)),
                ]
            })),
            .init("certificate", .string(certificate)),
        ]
        if let accuracy { members.append(.init("accuracy", accuracy.json)) }
        if let note { members.append(.init("note", .string(note))) }
        if let reference { members.append(.init("reference", .string(reference))) }
        members.append(.init("digest", .string(digest)))
        return .object(members)
    }

    /// All of it, for people.
    func page(_ accuracy: MeasuredAccuracy?) -> String {
        // The formulas of an implicitly normalised entry are those of one coordinate.
        let isNormalised = linkGraph.isNormalised
        var facts: [[String]] = [[isNormalised ? "link φ(a)" : "link f(a)", formulas.link]]
        facts += formulas.integralOrigin.facts(isNormalised ? "integral Φ(a)" : "integral F(a)", formulas.integral)
        if case .falling = monotonicity {
            facts.append(["inverse, dual", "none: the link falls somewhere"])
        } else {
            facts += formulas.inverseOrigin.facts("inverse f⁻¹(y)", formulas.inverse)
            facts += formulas.dualOrigin.facts(isNormalised ? "dual Φ*(y)" : "dual F*(y)", formulas.dual)
        }
        facts.append([isNormalised ? "derivative φ′(a)" : isCoupled ? "J(a) v" : "derivative f′(a)", formulas.computedDerivative])
        if isNormalised { facts.append(["of a vector", "fᵢ = φ(aᵢ − λ), Σ fᵢ = 1; F = λ + Σ Φ(aᵢ − λ); F* = Σ Φ*(yᵢ)"]) }
        if formulas.computedLink != formulas.link { facts.append(["computed as, f", formulas.computedLink]) }
        if formulas.computedIntegral != formulas.integral { facts.append(["computed as, F", formulas.computedIntegral]) }
        for slope in formulas.parameterSlopes {
            facts.append(["∂f/∂\(slope.parameter)", slope.link])
            facts.append(["∂F/∂\(slope.parameter)", slope.integral])
        }
        if let accuracy { facts.append(accuracy.fact) }
        facts.append(["domain of a", domain.description])
        facts.append(["monotone", monotonicity.text])
        facts.append(["checked", certificate])
        for parameter in parameters {
            facts.append([
                "parameter \(parameter.name)",
                "default \(shortest(parameter.defaultValue)), in \(parameter.domain)\(parameter.isLearnable ? ", learnable" : "")\(parameter.note.map { ": \($0)" } ?? "")",
            ])
        }
        if !aliases.isEmpty { facts.append(["aliases", aliases.joined(separator: ", ")]) }
        facts.append(["Swift type", type])
        if let reference { facts.append(["reference", reference]) }
        let note = note.map { "\n\n" + Text.wrapped($0) } ?? ""
        return "\(name): \(title)\(note)\n\n" + Text.table(facts)
    }
}

extension FormulaOrigin {
    fileprivate var hasFormula: Bool {
        switch self {
        case .written, .derived: true
        case .numeric, .none: false
        }
    }

    /// `{"origin":"derived","rule":…}`.
    fileprivate var json: JSONValue {
        switch self {
        case .written: .object([.init("origin", .string("written"))])
        case .derived(let rule): .object([.init("origin", .string("derived")), .init("rule", .string(rule))])
        case .numeric(let method): .object([.init("origin", .string("numeric")), .init("method", .string(method))])
        case .none: .object([.init("origin", .string("none"))])
        }
    }

    /// The rows of a page about a formula of this origin.
    fileprivate func facts(_ title: String, _ formula: String?) -> [[String]] {
        switch self {
        case .written: [[title, formula ?? ""]]
        case .derived(let rule): [[title, formula ?? ""], ["  derived by", rule]]
        case .numeric(let method): [[title, "no formula is known"], ["  computed by", method]]
        case .none: [[title, "none"]]
        }
    }
}

extension ActivationParameter {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("name", .string(name)), .init("default", .double(defaultValue)),
            .init("domain", .string(domain.description)), .init("learnable", .bool(isLearnable)),
        ]
        if let note { members.append(.init("note", .string(note))) }
        return .object(members)
    }
}

extension Monotonicity {
    /// As in `catalogue check --json`.
    fileprivate var word: String {
        switch self {
        case .strict, .strictWhere: "strict"
        case .nondecreasing: "nondecreasing"
        case .falling: "refuted"
        }
    }

    fileprivate var conditions: [ParameterCondition] {
        if case .strictWhere(let conditions) = self { conditions } else { [] }
    }

    var text: String {
        switch self {
        case .strict: "strictly increasing"
        case .nondecreasing: "nondecreasing"
        case .falling(let intervals):
            intervals.isEmpty
                ? "falls for some parameters" : "falls \(intervals.map(\.description).joined(separator: " and "))"
        case .strictWhere(let conditions):
            "strictly increasing for \(conditions.map(\.description).joined(separator: ", ")), else nondecreasing"
        }
    }
}

/// `1` for 1.0: as people write it.
private func shortest(_ x: Double) -> String {
    x == x.rounded() && abs(x) < 1e15 ? String(Int(x)) : "\(x)"
}
