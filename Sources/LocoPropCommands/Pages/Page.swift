import Charts

/// A page of ours: HTML that has everything in it, fetches nothing and runs no script.
struct Page {
    let title: String
    /// How a page of this kind is told from a page of someone else's.
    let generator: String
    let style: Markup
    /// Whether it has pictures, whose bytes are in it.
    var hasPictures = false
    /// The place that "Skip to …" leads to, and what it is called.
    let skip: (anchor: String, text: String)
    let eyebrow: String
    let heading: String
    let lead: [Markup]
    let content: [Markup]
    let footer: [Markup]

    var html: String {
        "<!DOCTYPE html>\n" + Markup.tag("html", ["lang": "en"],
            head,
            .tag("body", [:],
                .tag("a", ["class": "skip", "href": "#\(skip.anchor)"], text: skip.text),
                masthead,
                .tag("main", [:], content),
                .tag("footer", [:], .tag("p", [:], footer)))
        ).rendered
    }

    private var head: Markup {
        // The page may load nothing at all, from nowhere; `data:` is in the page itself.
        let policy = "default-src 'none'; style-src 'unsafe-inline'" + (hasPictures ? "; img-src data:" : "")
        return .tag("head", [:],
            .tag("meta", ["charset": "utf-8"]),
            .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .tag("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
            .tag("meta", ["name": "color-scheme", "content": "light dark"]),
            .tag("meta", ["name": "generator", "content": generator]),
            .tag("title", text: title),
            style)
    }

    private var masthead: Markup {
        func choice(_ id: String, _ label: String, _ isChosen: Bool) -> Markup {
            let attributes: [Markup.Attribute] = [
                .init("type", "radio"), .init("name", "scheme"), .init("id", id),
            ] + (isChosen ? [.init("checked", "checked")] : [])
            return .fragment([.element("input", attributes, []), .tag("label", ["for": id], text: label)])
        }
        return .tag("header", ["class": "masthead"],
            .tag("div", [:],
                .tag("p", ["class": "eyebrow"], text: eyebrow),
                .tag("h1", text: heading),
                .tag("p", ["class": "lead"], lead)),
            .tag("fieldset", ["class": "scheme"],
                .tag("legend", text: "Colours"),
                choice("scheme-auto", "Auto", true), choice("scheme-light", "Light", false), choice("scheme-dark", "Dark", false)))
    }
}
