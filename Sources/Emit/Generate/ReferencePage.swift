import Analysis
import Catalogue

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
                    + " \(code(entry.entry.integral.text)) | \(strict) |")
        }
        for entry in entries { lines += [""] + section(entry) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ entry: GeneratedEntry) -> [String] {
        let source = entry.entry
        var lines = ["## \(entry.name)", "", "**\(source.title)** (`\(source.type.value)`)."]
        if let note = source.note { lines[2] += " \(note)" }
        lines += ["", "| | as written | as computed |", "|---|---|---|"]
        lines.append("| f(a) | \(code(source.link.text)) | \(code(entry.forms.link.description)) |")
        switch entry.forms.jacobian {
        case .elementwise(let derivative): lines.append("| f′(a) | | \(code(derivative.description)) |")
        case .coupled(let product, _): lines.append("| J(a) v | | \(code(product.description)) |")
        }
        lines.append("| F(a) | \(code(source.integral.text)) | \(code(entry.forms.integral.description)) |")
        for slope in entry.forms.slopes {
            lines.append("| ∂f/∂\(slope.parameter) | | \(code(slope.link.description)) |")
            lines.append("| ∂F/∂\(slope.parameter) | | \(code(slope.integral.description)) |")
        }
        lines.append("| f⁻¹(y) | " + inDual(source.inverse?.text, entry.forms.inverse, entry.inverseIfNoFormula))
        lines.append("| F\\*(y) | " + inDual(source.dual?.text, entry.forms.dual, entry.dualIfNoFormula))
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
        lines += ["", entry.certificate]
        if let reference = source.reference { lines += ["", "Reference: \(reference)."] }
        return lines
    }

    private func inDual(_ written: String?, _ computed: Term?, _ otherwise: String) -> String {
        guard let written, let computed else { return "\(otherwise) | |" }
        return "\(code(written)) | \(code(computed.description(variable: "y"))) |"
    }

    private func code(_ formula: String) -> String { "`\(formula)`" }

    private func number(_ x: Double) -> String { x == x.rounded() ? String(Int(x)) : "\(x)" }
}
