import ActivationCore
import Charts

/// The gallery: one page of HTML with everything in it, and nothing that it would have to fetch.
struct GalleryPage {
    let activations: [any Activation]
    /// Drawn in the introduction.
    let example: any Activation

    func html() -> String {
        let entries = activations.map(GalleryEntry.init)
        let count = entries.count == 1 ? "One activation" : "\(entries.count) activations"
        return Page(
            title: "Activations as gradients", generator: GalleryPage.generator, style: GalleryStyle.sheet,
            skip: ("index", "Skip to the activations"), eyebrow: "LocoProp", heading: "Activations as gradients",
            lead: [.text("\(count), each the slope of a convex function: with that function, its dual, and the loss that matches.")],
            content: [GalleryIntroduction(example: example).section, index(entries)] + entries.map(\.article),
            footer: [
                .text("Drawn by "), .tag("code", text: "locoprop activations gallery"),
                .text(" from the compiled kernels, in double precision. Formulas are those of the catalogue "),
                .tag("code", text: "activations.yaml"), .text("."),
            ]
        ).html
    }

    /// How a gallery is told from a page of someone else's.
    static let generator = "locoprop activations gallery"

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
