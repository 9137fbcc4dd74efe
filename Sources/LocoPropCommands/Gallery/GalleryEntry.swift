import ActivationCore
import Charts
import Symbolic

/// One activation's part of the gallery: what it is, its pictures, its formulas, and what was proved of it.
struct GalleryEntry {
    let activation: any Activation
    var descriptor: ActivationDescriptor { activation.descriptor }
    /// Names are snake_case, so they are identifiers of HTML as they are.
    var anchor: String { descriptor.name }

    var kindWord: String {
        if descriptor.isCoupled { return "coupled" }
        if !descriptor.monotonicity.increases { return "not monotone" }
        return LinkCurves.range(of: activation)?.description ?? ""
    }

    var spark: Markup {
        guard let curve = LinkCurves.curve(of: activation) else { return .fragment([]) }
        return LinkFigures(curve).spark().small(title: "Graph of \(descriptor.name)")
    }

    var article: Markup {
        .tag("article", ["id": anchor, "aria-labelledby": "\(anchor)-title"], [
            .tag("header", [:],
                .tag("h2", ["id": "\(anchor)-title"], .tag("a", ["href": "#\(anchor)"], text: descriptor.title)),
                .tag("p", ["class": "names"], names)),
            descriptor.note.map { .tag("p", ["class": "note"], text: $0) } ?? .fragment([]),
            figures,
            .tag("div", ["class": "columns"], formulas, .tag("div", [:], facts, families)),
        ])
    }

    private var names: [Markup] {
        var parts: [Markup] = [.tag("code", text: descriptor.name), .tag("span", text: "Swift "), .tag("code", text: descriptor.type)]
        if !descriptor.aliases.isEmpty {
            parts.append(.tag("span", text: "also "))
            parts += descriptor.aliases.map { .tag("code", text: $0) }
        }
        return parts
    }

    // MARK: Pictures

    private var figures: Markup {
        guard let curve = LinkCurves.curve(of: activation) else { return .fragment([]) }
        let figures = LinkFigures(curve)
        let window = figures.window
        let (a, estimate) = (NumberText.short(window.target), NumberText.short(window.estimate))
        let loss = NumberText.short(curve.divergence(window.estimate, window.target))
        let name = "\(activation)"
        var drawings = [
            figure(
                figures.link().svg(
                    title: "\(name): link and derivative",
                    description: "The graph of f and, dashed, of its derivative."),
                [key("link", "f"), .text(" and its derivative "), key("slope", "f′")]
                    + (curve.companions.isEmpty
                        ? [] : [.text(" in the first coordinate along (s, 0, 0); "), key("other", "another coordinate")]))
        ]
        if curve.increases {
            drawings += [
                figure(
                    figures.integral().svg(
                        title: "\(name): integral, tangent and gap",
                        description: "F with its tangent at a = \(a); the gap between them at â = \(estimate) is \(loss)."),
                    [key("integral", "F"), .text(", its "), key("tangent", "tangent"), .text(" at a = \(a), and the "),
                     key("gap", "gap"), .text(" \(loss) at â = \(estimate)")]),
                figure(
                    figures.loss().svg(
                        title: "\(name): matching loss",
                        description: "The area between f and the level f(\(a)), from \(a) to \(estimate), is \(loss)."),
                    [.text("The matching loss "), key("areakey", "\(loss)"), .text(" as the area between "), key("link", "f"),
                     .text(" and the "), key("level", "level"), .text(" f(\(a))")]),
            ]
        } else {
            drawings.append(figure(
                figures.integral().svg(
                    title: "\(name): integral", description: "F, which is not convex, and its tangent at a = \(a)."),
                [key("integral", "F"), .text(" is not convex: f falls somewhere, and there is no matching loss. Its "),
                 key("tangent", "tangent"), .text(" at a = \(a)")]))
            if let (rising, falling) = LinkCurves.split(of: activation) {
                let loss = NumberText.short(rising.divergence(window.estimate, window.target))
                drawings.append(figure(
                    LinkFigures(rising).loss(beside: falling).svg(
                        title: "\(name): the split into increasing parts",
                        description: "f is the difference of two increasing parts; the area between the rising one and its level at \(a), from \(a) to \(estimate), is \(loss)."),
                    [.text("The split f = "), key("link", "f₊"), .text(" − "), key("other", "f₋"),
                     .text(" into increasing parts, and the rising part's matching loss "), key("areakey", "\(loss)"),
                     .text(", with which LocoProp-M trains")]))
            }
        }
        return .tag("div", ["class": "figures"], drawings)
    }

    /// f for several values of each parameter that makes a difference.
    private var families: Markup {
        guard let curve = LinkCurves.curve(of: activation) else { return .fragment([]) }
        let figures = LinkFigures(curve)
        var drawings: [Markup] = []
        for (index, parameter) in descriptor.parameters.enumerated() {
            let values = LinkCurves.familyValues(of: parameter, index: index, of: activation)
            let members = values.compactMap { LinkCurves.with(activation, index, $0) }.compactMap { LinkCurves.curve(of: $0)?.link }
            guard members.count > 1 else { continue }
            let symbol = FormulaMarkup.symbol(parameter.name)
            var caption: [Markup] = [.text("f for \(symbol) = ")]
            for (i, value) in values.enumerated() {
                caption += (i == 0 ? [] : [.text(", ")]) + [key("v\(i)", NumberText.short(value))]
            }
            drawings.append(figure(
                figures.family(members).svg(
                    title: "\(activation): f as \(parameter.name) varies",
                    description: "The graph of f for \(parameter.name) = \(values.map { NumberText.short($0) }.joined(separator: ", "))."),
                caption))
        }
        return drawings.isEmpty ? .fragment([]) : .tag("div", ["class": "families"], drawings)
    }

    private func figure(_ drawing: Markup, _ caption: [Markup]) -> Markup {
        .tag("figure", [:], drawing, .tag("figcaption", [:], caption))
    }

    /// A word with the mark of its curve.
    private func key(_ style: String, _ text: String) -> Markup {
        .tag("span", ["class": "key \(style)"], text: text)
    }

    // MARK: Formulas

    private var isNormalised: Bool { descriptor.linkGraph.isNormalised }

    /// Whether the variables of the formulas carry an index.
    private var isIndexed: Bool { descriptor.isCoupled && !isNormalised }

    private var formulas: Markup {
        let names = descriptor.parameters.map(\.name)
        func row(_ label: String, _ content: Markup, _ remark: String? = nil) -> Markup {
            .tag("div", [:], .tag("dt", text: label), .tag("dd", [:], content, remark.map { .tag("span", ["class": "remark"], text: $0) } ?? .fragment([])))
        }
        func equation(_ kind: FormulaContext.Kind, _ head: [Markup], _ text: String) -> Markup {
            .tag("div", ["class": "formula"], FormulaMarkup(kind: kind, parameters: names, isCoupled: isIndexed).equation(head, text))
        }
        // The formulas of an implicitly normalised entry are those of one coordinate.
        let letters = isNormalised ? (link: "φ", integral: "Φ") : (link: "f", integral: "F")
        let link = isIndexed
            ? [Markup.tag("msub", [:], FormulaMarkup.identifier("f"), FormulaMarkup.identifier("i"))] : [FormulaMarkup.identifier(letters.link)]
        let formulas = descriptor.formulas
        let prime = [Markup.tag("msup", [:], FormulaMarkup.identifier(letters.link), FormulaMarkup.op("′"))]
        let derivative = isIndexed
            ? row("Jacobian times v, as computed", .tag("code", text: formulas.computedDerivative))
            : row("Derivative", .tag("div", ["class": "formula"], FormulaMarkup(
                kind: .link, parameters: names, isCoupled: false).derivative(prime + argument("a"), formulas.link)))
        var rows = [
            row(isNormalised ? "Link of one coordinate" : "Link", equation(.link, link + argument("a"), formulas.link),
                isNormalised ? "fᵢ(a) = φ(aᵢ − λ) with the λ for which Σ fᵢ = 1" : nil),
            derivative,
        ]
        if case .numeric(let method) = formulas.integralOrigin {
            rows.append(row("Integral", .text("no formula is known; computed by \(method)")))
        } else {
            rows.append(row(
                "Integral", equation(.integral, [FormulaMarkup.identifier(letters.integral)] + argument("a"), formulas.integral),
                isNormalised ? "F(a) = λ + Σ Φ(aᵢ − λ)" : remark(formulas.integralOrigin)))
        }
        let inverse = [Markup.tag("msup", [:], FormulaMarkup.identifier("f"), .tag("mrow", [:], FormulaMarkup.op("−"), FormulaMarkup.digits("1")))]
        if let text = formulas.inverse {
            rows.append(row("Inverse", equation(.inverse, inverse + argument("y"), text), remark(formulas.inverseOrigin)))
        } else {
            rows.append(row("Inverse", .text(!descriptor.monotonicity.increases ? "none: the link falls somewhere" : activation.hasInverse
                ? "solved for: a bracketed Newton iteration" : "none: the link is not strictly increasing")))
        }
        if let text = formulas.dual {
            rows.append(row("Dual", equation(.dual, [.tag("msup", [:], FormulaMarkup.identifier(letters.integral), FormulaMarkup.op("*"))] + argument("y"), text), isNormalised ? "F*(y) = Σ Φ*(yᵢ)" : remark(formulas.dualOrigin)))
        } else if descriptor.monotonicity.increases {
            rows.append(row("Dual", .text("computed from the inverse, F*(y) = a y − F(a) at a = f⁻¹(y)")))
        }
        if formulas.computedLink != formulas.link || formulas.computedIntegral != formulas.integral {
            rows.append(row("As computed", .tag("ul", ["class": "computed"], [
                (letters.link, formulas.computedLink), (letters.integral, formulas.computedIntegral),
            ].map { .tag("li", [:], .text("\($0.0) = "), .tag("code", text: $0.1)) })))
        }
        return .tag("dl", ["class": "formulas"], rows)
    }

    /// How a formula that the catalogue leaves out was found.
    private func remark(_ origin: FormulaOrigin) -> String? {
        if case .derived(let rule) = origin { "derived: \(rule)" } else { nil }
    }

    private func argument(_ name: String) -> [Markup] {
        FormulaMarkup.parenthesised([FormulaMarkup.identifier(name)])
    }

    /// â in MathML.
    static let estimate = Markup.tag(
        "mover", ["accent": "true"], .tag("mi", text: "a"), .tag("mo", ["stretchy": "false"], text: "^"))

    // MARK: Facts

    private var facts: Markup {
        func row(_ label: String, symbol: String? = nil, _ content: Markup...) -> Markup {
            let symbol: Markup = symbol.map { .tag("i", text: $0) } ?? .fragment([])
            return .tag("div", [:], .tag("dt", [:], .text(label), symbol), .tag("dd", [:], content))
        }
        var rows = [
            row("Monotone", .text(descriptor.monotonicity.text)),
            row("Certificate", .text(descriptor.certificate)),
            row("Domain", .text(interval(descriptor.domain))),
        ]
        if let range = LinkCurves.range(of: activation) {
            let isDefault = descriptor.parameters.isEmpty
            rows.append(row(
                "Range", .text((descriptor.isCoupled ? "each coordinate in " : "") + range.description + (isDefault ? "" : ", at the defaults"))))
        }
        rows += descriptor.parameters.map { parameter in
            row(
                "Parameter ", symbol: FormulaMarkup.symbol(parameter.name),
                .tag("code", text: parameter.name),
                .text(" = \(NumberText.short(parameter.defaultValue, digits: 12)), in \(interval(parameter.domain))"
                    + (parameter.note.map { ": \($0)" } ?? "") + (parameter.isLearnable ? "; learned with the weights" : "")))
        }
        if let reference = descriptor.reference { rows.append(row("Reference", .text(reference + "."))) }
        return .tag("dl", ["class": "facts"], rows)
    }

    private func interval(_ x: ParameterDomain) -> String {
        LinkRange(
            lower: x.lower, upper: x.upper, includesLower: x.includesLower, includesUpper: x.includesUpper
        ).description
    }
}
