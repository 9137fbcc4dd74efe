/// A piece of HTML or SVG.
///
/// Text that comes from outside can only enter as ``text(_:)`` or as an attribute's value, and both are escaped when
/// the piece is rendered: markup in a catalogue's note shows as the characters it consists of.
package indirect enum Markup: Sendable, Equatable {
    case text(String)
    case element(String, [Attribute], [Markup])
    case fragment([Markup])
    /// A style sheet, written as it is: a literal of this program.
    case style(String)

    package struct Attribute: Sendable, Equatable {
        package let name: String
        package let value: String

        package init(_ name: StaticString, _ value: String) {
            self.name = name.description
            self.value = value
        }
    }

    /// An element. Its name is a literal of this program, as are its attributes' names.
    package static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: Markup...
    ) -> Markup {
        .element(name.description, attributes.map { Attribute($0.key, $0.value) }, children)
    }

    package static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], _ children: [Markup]
    ) -> Markup {
        .element(name.description, attributes.map { Attribute($0.key, $0.value) }, children)
    }

    package static func styleSheet(_ css: StaticString) -> Markup { .style(css.description) }

    /// An element whose only content is text.
    package static func tag(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], text: String
    ) -> Markup {
        tag(name, attributes, [.text(text)])
    }
}

extension Markup {
    package var rendered: String {
        var output = ""
        write(to: &output)
        return output
    }

    private func write(to output: inout String) {
        switch self {
        case .text(let text): Markup.escape(text, into: &output)
        case .fragment(let parts): for part in parts { part.write(to: &output) }
        case .style(let css): output += "<style>\n\(css)\n</style>"
        case .element(let name, let attributes, let children):
            output += "<" + name
            for attribute in attributes {
                output += " \(attribute.name)=\""
                Markup.escape(attribute.value, into: &output)
                output += "\""
            }
            // HTML knows the end of these without a tag; SVG's shapes may close themselves in both.
            if Markup.void.contains(name) { output += ">"; return }
            if children.isEmpty, Markup.shapes.contains(name) { output += "/>"; return }
            output += ">"
            for child in children { child.write(to: &output) }
            output += "</\(name)>"
            if Markup.blocks.contains(name) { output += "\n" }
        }
    }

    /// The five characters that mean something to a parser are written as references; control characters, which
    /// XML refuses, as U+FFFD.
    static func escape(_ text: String, into output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "'": output += "&#39;"
            case "\n", "\t": output.unicodeScalars.append(scalar)
            case "\u{0}"..<" ", "\u{7f}"..<"\u{a0}", "\u{fffe}", "\u{ffff}": output += "\u{fffd}"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    private static let void: Set = ["meta", "br", "input", "hr", "img"]
    private static let shapes: Set = ["path", "line", "circle", "rect"]
    private static let blocks: Set = ["p", "div", "section", "article", "figure", "h1", "h2", "h3", "li", "dd", "tr", "svg", "head", "nav", "header"]
}
