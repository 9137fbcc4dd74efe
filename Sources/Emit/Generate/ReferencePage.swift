import Analysis
import Catalogue
import Charts

/// `Activations.md`: what is known of each entry, for people.
struct ReferencePage {
    let entries: [GeneratedEntry]
    let header: FileHeader

    static let fileName = "Activations.md"

    func text() -> String {
        var lines = [
            "<!--"] + header.lines(comment: "") .filter { !$0.isEmpty } + ["-->", "", "# Activations", "",
            "Each entry of `activations.yaml`: the link f, its convex integral F, the inverse and the dual F\\*, and",
            "the forms that the kernels compute. How the stable primitives are defined is in",
            "`Sources/CActivationSupport/include/vector_math.h`.", "",
            "| name | f(a) | F(a) | strictly increasing |", "|---|---|---|---|",
        ]
        for entry in entries {
            let strict: String =
                switch entry.monotonicity {
                case .strict: "yes"
                case .nondecreasing: "no"
                case .falling: "no, it falls"
                case .strictExcept(let exceptions):
                    "for " + exceptions.map { exception in
                        let isLower = entry.entry.parameters.contains {
                            $0.name.value == exception.parameter && $0.domain.lower == exception.value
                        }
                        return "\(exception.parameter) \(isLower ? ">" : "<") \(number(exception.value))"
                    }.joined(separator: ", ")
                }
            lines.append(
                "| [\(entry.name)](#\(entry.name)) | \(code(entry.entry.link.text)) |"
                    + " \(code(entry.integralText)) | \(strict) |")
        }
        for entry in entries { lines += [""] + section(entry) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ entry: GeneratedEntry) -> [String] {
        let source = entry.entry
        var lines = ["## \(entry.name)", "", "**\(source.title)** (`\(source.type.value)`)."]
        if let note = source.note { lines[2] += " \(note)" }
        let curve = PlotFiles.curve(of: entry)
        if curve != nil { lines += ["", "![Plots of \(entry.name)](\(PlotFiles.name(of: entry)))"] }
        lines += ["", "| | formula | as computed |", "|---|---|---|"]
        lines.append("| f(a) | \(code(source.link.text)) | \(code(entry.forms.link.description)) |")
        switch entry.forms.jacobian {
        case .elementwise(let derivative): lines.append("| f′(a) | | \(code(derivative.description)) |")
        case .coupled(let product, _): lines.append("| J(a) v | | \(code(product.description)) |")
        }
        lines.append("| F(a) | \(entry.origins.integral.described(source.integral?.text)) | \(code(entry.forms.integral.description)) |")
        for slope in entry.forms.slopes {
            lines.append("| ∂f/∂\(slope.parameter) | | \(code(slope.link.description)) |")
            lines.append("| ∂F/∂\(slope.parameter) | | \(code(slope.integral.description(of: "∂f/∂\(slope.parameter)"))) |")
        }
        lines.append("| f⁻¹(y) | " + inDual(entry.origins.inverse, source.inverse?.text, entry.forms.inverse))
        lines.append("| F\\*(y) | " + inDual(entry.origins.dual, source.dual?.text, entry.forms.dual))
        if !source.parameters.isEmpty {
            lines += ["", "| parameter | default | domain | |", "|---|---|---|---|"]
            lines += source.parameters.map {
                "| \($0.name.value) | \($0.defaultText) | \($0.domain) | \($0.isLearnable ? "learnable; " : "")\($0.note ?? "") |"
            }
        }
        if !source.aliases.isEmpty {
            lines += ["", "Also named \(source.aliases.map { "`\($0.value)`" }.joined(separator: ", "))."]
        }
        if let normalisation = entry.normalisationText { lines += ["", normalisation.replacing("F*(y)", with: "F\\*(y)")] }
        let domain = LinkRange(
            lower: source.domain.lower, upper: source.domain.upper, includesLower: source.domain.includesLower,
            includesUpper: source.domain.includesUpper)
        var facts = ["Domain: \(domain)."]
        if let curve, let range = LinkRange(
            of: curve, isStrict: entry.isStrictAtDefaults, includes: (source.domain.includesLower, source.domain.includesUpper)) {
            facts.append(source.isCoupled
                ? "Each coordinate of f in \(range)." : "Range: \(range)\(source.parameters.isEmpty ? "" : " at the defaults").")
        }
        lines += ["", facts.joined(separator: " "), "", "Certificate: \(entry.certificate)."]
        if let reference = source.reference { lines += ["", "Reference: \(reference)."] }
        return lines
    }

    private func inDual(_ origin: FormOrigin, _ formula: String?, _ computed: Term?) -> String {
        "\(origin.described(formula)) | \(computed.map { code($0.description(variable: "y")) } ?? "") |"
    }

    private func code(_ formula: String) -> String { "`\(formula)`" }

    private func number(_ x: Double) -> String { x == x.rounded() ? String(Int(x)) : "\(x)" }
}
