import Analysis
import Catalogue
import Charts
import Symbolic

/// `Plots/NAME.svg`: for each entry its link, its integral with tangent and gap, and its matching loss, side by side.
///
/// Drawn from formulas evaluated in MPFR at the parameters' defaults, so that every machine draws the same bytes.
struct PlotFiles {
    let entries: [GeneratedEntry]

    static func name(of entry: GeneratedEntry) -> String { "Plots/\(entry.name).svg" }

    func files() -> [GeneratedFile] {
        entries.compactMap { entry in
            PlotFiles.curve(of: entry).map { GeneratedFile(name: PlotFiles.name(of: entry), text: PlotFiles.drawing(of: entry, $0)) }
        }
    }

    private static func drawing(of entry: GeneratedEntry, _ curve: LinkOnALine) -> String {
        let figures = LinkFigures(curve)
        let plots = [figures.link(), figures.integral(annotated: curve.increases)] + (curve.increases ? [figures.loss(annotated: true)] : [])
        return Plot.file(
            plots, title: entry.entry.title,
            description: curve.increases
                ? "The link with its derivative; its integral with the tangent at a and the gap at â; the matching loss as an area."
                : "The link with its derivative; its integral with the tangent at a.")
    }

    /// The graphs, of a coupled entry along (s, 0, 0); `nil` for a link that is only known implicitly.
    static func curve(of entry: GeneratedEntry) -> LinkOnALine? {
        let source = entry.entry
        guard !source.isNormalised else { return nil }
        let increases = if case .falling = entry.monotonicity { false } else { true }
        let link = source.link.expression
        func graph(_ expression: Expression, coordinate: Int = 0) -> (Double) -> Double {
            PlotFiles.graph(of: expression, in: source, coordinate: coordinate)
        }
        return LinkOnALine(
            link: graph(link), derivative: graph(link.derivative()), integral: graph(source.integral.expression),
            companions: source.isCoupled ? [graph(link, coordinate: 1)] : [],
            lower: source.domain.lower, upper: source.domain.upper, increases: increases,
            variable: source.isCoupled ? "s" : "a")
    }

    /// A formula's values, rounded to Double: of a coupled one those at the vector (s, 0, 0), in one of its coordinates.
    private static func graph(of expression: Expression, in source: CatalogueEntry, coordinate: Int) -> (Double) -> Double {
        let evaluator = Evaluator([expression], parameters: source.parameters.map(\.name.value), precision: 128)
        evaluator.setParameters(source.parameters.map(\.defaultValue))
        return { s in
            if source.isCoupled { evaluator.setVector([s, 0, 0]) }
            return evaluator.values(at: coordinate == 0 ? s : 0)[0].midpoint
        }
    }
}
