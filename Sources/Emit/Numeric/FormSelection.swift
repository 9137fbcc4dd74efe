import Analysis
import Catalogue
import Symbolic

/// Which of the derived forms of an entry are fit to be computed in Double.
struct FormSelection {
    /// What a derived form may lose: relative to its value, where that crosses zero to its largest term.
    static let tolerance = 1e-14

    let entry: CatalogueEntry

    /// Whether the stable form of a derived integral keeps its digits over the whole domain.
    func accepts(integral: Term) -> Bool {
        let analysis = RoundingAnalysis(integral, parameters: names)
        let moment = Evaluator([.multiply(.variable, entry.link.expression)], parameters: names, precision: 128)
        for parameters in parameterSamples {
            analysis.setParameters(parameters)
            moment.setParameters(parameters)
            let results = points(in: entry.domain).sorted().compactMap { a in analysis.result(at: a).map { (a, $0) } }
            guard results.count > 20 else { return false }
            let scale = Self.scaleAtCrossings(results.map(\.1))
            let isKept = results.allSatisfy { a, result in
                // Where the value itself overflows, so may its parts.
                if result.value.magnitude > 0x1p1000 { return true }
                let measure = max(result.value.magnitude, min(scale, result.scale))
                // Rounding of a by half a unit in the last place alone changes F by |a f(a)| times that.
                let own = moment.values(at: a)[0]
                let inherent = own.status == .defined ? 0x1p-50 * own.midpoint.magnitude : 0
                return result.error <= Self.tolerance * measure + inherent || result.error < 0x1p-1060
            }
            if !isKept { return false }
        }
        return true
    }

    /// The largest term where the value crosses zero: what an error is measured against there, and no further out, where
    /// terms that cancel would hide it.
    private static func scaleAtCrossings(_ results: [RoundingAnalysis.Result]) -> Double {
        zip(results, results.dropFirst()).filter { ($0.value < 0) != ($1.value < 0) }.map { max($0.scale, $1.scale) }.max() ?? 0
    }

    /// Whether a derived formula g(y) is as good as y allows: an error of y by one unit in the last place alone changes
    /// g by |y g′(y)| units, also where it crosses zero.
    func accepts(dualSide form: Term, formula: Expression) -> Bool {
        let analysis = RoundingAnalysis(form, parameters: names)
        let slope = Expression.multiply(.variable, formula.derivative())
        let link = Evaluator([entry.link.expression], parameters: names, precision: 320)
        let sensitivity = Evaluator([slope], parameters: names, precision: 320)
        var count = 0
        for parameters in parameterSamples {
            analysis.setParameters(parameters)
            link.setParameters(parameters)
            sensitivity.setParameters(parameters)
            for a in points(in: entry.domain) where a.magnitude < 1e6 {
                let y = link.values(at: a)[0]
                guard y.status == .defined, y.midpoint.magnitude < 0x1p1020, let result = analysis.result(at: y.midpoint) else { continue }
                count += 1
                let own = sensitivity.values(at: y.midpoint)[0]
                let measure = max(result.value.magnitude, own.status == .defined ? own.midpoint.magnitude : 0)
                if result.value.magnitude > 0x1p1000 || result.error < 0x1p-1060 { continue }
                if !(result.error <= Self.tolerance * measure) { return false }
            }
        }
        return count > 20
    }

    private var names: [String] { entry.parameters.map(\.name.value) }

    private var parameterSamples: [[Double]] { Array(ParameterSamples.combinations(of: entry.parameters).prefix(8)) }

    /// Both sides of 0 from small to large, and towards the ends of the domain.
    private func points(in domain: Interval) -> [Double] {
        var sizes = stride(from: -40, through: 10, by: 2).map { Double(sign: .plus, exponent: $0, significand: 1.3) }
        sizes += [0.35, 0.7, 1, 1.4, 2.1, 3, 5, 7, 11, 17, 29, 37, 60, 150, 400, 700, 1e5, 1e8, 1e15, 1e100, 1e200]
        var points = sizes + sizes.map { -$0 } + sizes.map { 1 + $0 } + sizes.map { 1 - $0 }
        for end in [domain.lower, domain.upper] where end.isFinite {
            points += sizes.map { end + $0 } + sizes.map { end - $0 }
        }
        return points.filter { domain.contains($0) }
    }
}
