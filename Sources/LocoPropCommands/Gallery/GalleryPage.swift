import ActivationCore
import Charts

/// The gallery: one page of HTML with everything in it, and nothing that it would have to fetch.
struct GalleryPage {
    let activations: [any Activation]
    /// Drawn in the introduction.
    let example: any Activation

    func html() -> String {
        let entries = activations.map(GalleryEntry.init)
        return "<!DOCTYPE html>\n" + Markup.tag("html", ["lang": "en"],
            head,
            .tag("body", [:],
                .tag("a", ["class": "skip", "href": "#index"], text: "Skip to the activations"),
                pageHeader(entries.count),
                .tag("main", [:], [GalleryIntroduction(example: example).section, index(entries)] + entries.map(\.article)),
                .tag("footer", [:], .tag("p", [:],
                    .text("Drawn by "), .tag("code", text: "locoprop activations gallery"),
                    .text(" from the compiled kernels, in double precision. Formulas are those of the catalogue "),
                    .tag("code", text: "activations.yaml"), .text("."))))
        ).rendered
    }

    private var head: Markup {
        .tag("head", [:],
            .tag("meta", ["charset": "utf-8"]),
            .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            // The page may load nothing at all, from nowhere.
            .tag("meta", ["http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"]),
            .tag("meta", ["name": "color-scheme", "content": "light dark"]),
            .tag("meta", ["name": "generator", "content": GalleryPage.generator]),
            .tag("title", text: "Activations as gradients"),
            GalleryStyle.sheet)
    }

    /// How a gallery is told from a page of someone else's.
    static let generator = "locoprop activations gallery"

    private func pageHeader(_ count: Int) -> Markup {
        func choice(_ id: String, _ label: String, _ isChosen: Bool) -> Markup {
            let attributes: [Markup.Attribute] = [
                .init("type", "radio"), .init("name", "scheme"), .init("id", id),
            ] + (isChosen ? [.init("checked", "checked")] : [])
            return .fragment([.element("input", attributes, []), .tag("label", ["for": id], text: label)])
        }
        return .tag("header", ["class": "masthead"],
            .tag("div", [:],
                .tag("p", ["class": "eyebrow"], text: "LocoProp"),
                .tag("h1", text: "Activations as gradients"),
                .tag("p", ["class": "lead"], text: "\(count == 1 ? "One activation" : "\(count) activations"), each the slope of a convex function: with that function, its dual, and the loss that matches.")),
            .tag("fieldset", ["class": "scheme"],
                .tag("legend", text: "Colours"),
                choice("scheme-auto", "Auto", true), choice("scheme-light", "Light", false), choice("scheme-dark", "Dark", false)))
    }

    private func index(_ entries: [GalleryEntry]) -> Markup {
        .tag("section", ["id": "index", "aria-labelledby": "index-title"],
            .tag("h2", ["id": "index-title"], text: "All activations"),
            .tag("nav", ["aria-labelledby": "index-title"], .tag("ul", ["class": "index"], entries.map { entry in
                .tag("li", [:], .tag("a", ["href": "#\(entry.anchor)"],
                    entry.spark, .tag("span", ["class": "name"], text: entry.descriptor.name),
                    .tag("span", ["class": "kind"], text: entry.kindWord)))
            })))
    }
}
