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
            link: graph(link), derivative: graph(link.derivative()), integral: source.integral.map { graph($0.expression) } ?? integralGraph(of: entry),
            companions: source.isCoupled ? [graph(link, coordinate: 1)] : [],
            lower: source.domain.lower, upper: source.domain.upper, increases: increases,
            variable: source.isCoupled ? "s" : "a")
    }

    /// The values of an integral without a formula: from its table, or by Fejér's rule on panels of length one.
    private static func integralGraph(of entry: GeneratedEntry) -> (Double) -> Double {
        let base: Double
        switch entry.forms.integral {
        case .table(let table): return table.value(at:)
        case .quadrature(let start): base = start
        case .formula: base = 0
        }
        let link = graph(of: entry.entry.link.expression, in: entry.entry, coordinate: 0)
        let rule = Chebyshev(count: 12)
        return { s in
            let count = max(1, Int((s - base).magnitude.rounded(.up)))
            let half = (s - base) / Double(2 * count)
            return (0..<count).reduce(0.0) { sum, panel in
                let centre = base + half * Double(2 * panel + 1)
                return sum + half * zip(rule.nodes, rule.weights).reduce(0.0) { $0 + $1.1 * link(centre + half * $1.0) }
            }
        }
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
