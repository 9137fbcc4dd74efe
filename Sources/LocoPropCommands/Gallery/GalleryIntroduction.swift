import ActivationCore
import Charts

/// What a link, its integral, its dual and its matching loss are: in a few sentences and one figure of two halves.
struct GalleryIntroduction {
    let example: any Activation

    var section: Markup {
        .tag("section", ["class": "introduction", "aria-labelledby": "idea"], [
            .tag("h2", ["id": "idea"], text: "The idea, in one figure"),
            .tag("p", [:],
                .text("An activation "), f, .text(" that never decreases is the slope of a convex function "), F,
                .text(". Take a target "), yIsFa, .text(" and an estimate "), aHat,
                .text(". The area that "), f, .text(" encloses above the level "), y, .text(" on the way from "), a, .text(" to "), aHat,
                .text(" is how far "), F, .text(" has risen above its tangent. That number is the "),
                .tag("em", text: "matching loss"),
                .text(": the Bregman divergence of "), F,
                .text(", convex in the estimate whatever the activation, with the plain residual "),
                M("f(â) − y", [m("f"), paren([aHatRow]), op("−"), m("y")]), .text(" as its gradient.")),
            figure,
            definitions,
        ])
    }

    private var figure: Markup {
        guard let curve = LinkCurves.curve(of: example) else { return .fragment([]) }
        let figures = LinkFigures(curve)
        let loss = NumberText.short(curve.divergence(figures.window.estimate, figures.window.target))
        let title = example.descriptor.name
        return .tag("figure", ["class": "pair"],
            .tag("div", ["class": "halves"],
                figures.loss(annotated: true).svg(
                    title: "\(title): the matching loss as an area",
                    description: "The area between the curve f and the level y = f(a), from a to â, is shaded."),
                figures.integral(annotated: true).svg(
                    title: "\(title): the matching loss as a gap",
                    description: "The convex integral F with its tangent at a; at â the gap between them is marked.")),
            .tag("figcaption", [:],
                .text("The shaded "), .tag("b", ["class": "loss"], text: "area"),
                .text(" under "), f, .text(" in the first picture and the "), .tag("b", ["class": "loss"], text: "gap"),
                .text(" over the tangent of "), F,
                .text(" in the second are the same number, \(loss). Here "), f, .text(" is \(title), "),
                a, .text(" = \(NumberText.short(figures.window.target)) and "), aHat,
                .text(" = \(NumberText.short(figures.window.estimate)).")))
    }

    private var definitions: Markup {
        func row(_ name: String, _ formula: Markup, _ text: String) -> Markup {
            .tag("div", [:],
                .tag("dt", text: name), .tag("dd", ["class": "formula"], formula), .tag("dd", [:], .tag("p", text: text)))
        }
        return .tag("dl", ["class": "terms"],
            row("Link", M("f = F′", [m("f"), op("="), prime("F")]),
                "the activation itself. The literature on generalised linear models calls its inverse the link."),
            row("Integral", M("F(a) = ∫ f", [m("F"), paren([m("a")]), op("="), op("∫"), m("f")]), "convex, because f never decreases."),
            row("Dual", M("F*(y) = sup a y − F(a)", [
                star("F"), paren([m("y")]), op("="), .tag("munder", [:], FormulaMarkup.name("sup"), m("a")), op("\u{2009}"), m("a"), op("\u{2062}"), m("y"), op("−"), m("F"), paren([m("a")]),
            ]), "whose slope is the inverse of f."),
            row("Matching loss", M("D_F(â, a) = F(â) − F(a) − f(a)(â − a)", [
                .tag("msub", [:], m("D"), m("F")), paren([aHatRow, op(","), m("a")]), op("="), m("F"), paren([aHatRow]), op("−"),
                m("F"), paren([m("a")]), op("−"), m("f"), paren([m("a")]), op("\u{2062}"), paren([aHatRow, op("−"), m("a")]),
            ]), "never negative, and 0 where the estimate meets the target."))
    }

    private func m(_ name: String) -> Markup { FormulaMarkup.identifier(name) }
    private func op(_ text: String) -> Markup { FormulaMarkup.op(text) }
    private func paren(_ parts: [Markup]) -> Markup { FormulaMarkup.row(FormulaMarkup.parenthesised(parts)) }
    private func M(_ text: String, _ parts: [Markup]) -> Markup { .tag("math", ["alttext": text], .tag("mrow", [:], parts)) }
    private func star(_ name: String) -> Markup { .tag("msup", [:], m(name), op("*")) }
    private func prime(_ name: String) -> Markup { .tag("msup", [:], m(name), op("′")) }
    private var aHatRow: Markup { GalleryEntry.estimate }
    private var f: Markup { M("f", [m("f")]) }
    private var F: Markup { M("F", [m("F")]) }
    private var a: Markup { M("a", [m("a")]) }
    private var y: Markup { M("y", [m("y")]) }
    private var aHat: Markup { M("â", [aHatRow]) }
    private var yIsFa: Markup { M("y = f(a)", [m("y"), op("="), m("f"), paren([m("a")])]) }
}
