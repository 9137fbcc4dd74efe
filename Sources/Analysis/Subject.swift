import Catalogue
import Symbolic
import YAMLReader

/// An entry as the checks see it: its formulas with their derivatives, and where to look at them.
struct Subject {
    let entry: CatalogueEntry
    let link: Expression
    /// Without a formula for it, a name that has no value: nothing can be concluded from it by mistake.
    let integral: Expression
    /// Whether the entry gives the integral, or a closed form has been derived.
    let hasIntegral: Bool
    /// f′ and F′, simplified.
    let derivative: Expression
    let slope: Expression
    let names: [String]
    let parameterSamples: [[Double]]
    /// The expressions at whose zeros the link or the integral changes its branch.
    let switches: [Switch]
    let bounds: [Expression: RationalBounds]

    init(_ entry: CatalogueEntry) {
        self.entry = entry
        link = entry.link.expression
        integral = entry.integral?.expression ?? .parameter("F ")
        hasIntegral = entry.integral != nil
        derivative = link.derivative()
        slope = integral.derivative()
        names = entry.parameters.map(\.name.value)
        parameterSamples = ParameterSamples.combinations(of: entry.parameters)
        switches = Switch.all(in: [link, integral])
        var bounds: [Expression: RationalBounds] = [.variable: RationalBounds(entry.domain)]
        for parameter in entry.parameters {
            bounds[.parameter(parameter.name.value)] = RationalBounds(parameter.domain)
        }
        self.bounds = bounds
    }

    func evaluator(_ expressions: [Expression], precision: Int = 256) -> Evaluator {
        Evaluator(expressions, parameters: names, precision: precision)
    }

    /// Where the branches change for given parameters, as Doubles.
    func kinkLocations(_ parameters: [Double]) -> [Double] {
        let values = Dictionary(uniqueKeysWithValues: zip(names, parameters))
        return switches.flatMap { $0.locations(parameters: values, domain: entry.domain) }
    }

    /// Where problems of the integral are reported: a derived one is the link's.
    var integralPosition: SourcePosition { entry.integral?.position ?? entry.link.position }

    /// `a = 1, beta = 0.3`.
    func place(_ a: Double, _ parameters: [Double]) -> String {
        ([("a", a)] + zip(names, parameters)).map { "\($0.0) = \(text($0.1))" }.joined(separator: ", ")
    }

    func place(_ a: [Double], _ parameters: [Double]) -> String {
        let vector = "a = [" + a.map(text).joined(separator: ", ") + "]"
        return ([vector] + zip(names, parameters).map { "\($0.0) = \(text($0.1))" }).joined(separator: ", ")
    }
}

extension RationalBounds {
    init(_ interval: Interval) {
        func exact(_ value: Double) -> Rational? {
            guard value.isFinite, case .number(let number) = Expression.exact(value) else { return nil }
            return number
        }
        self.init(lower: exact(interval.lower), upper: exact(interval.upper))
    }
}

/// A Double as short as it reads back, integers without their `.0`.
func text(_ value: Double) -> String {
    let digits = "\(value)"
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
}
