import Catalogue
import Symbolic

/// A piecewise formula taken apart: between two neighbouring breaks, which are formulas in the parameters, it is one
/// formula without `where`, `min`, `max`, `abs` and `sign` of the variable.
struct Pieces {
    /// Increasing for all parameters in their domains.
    private(set) var breaks: [Expression] = []
    /// One more than there are breaks.
    private(set) var formulas: [Expression] = []

    /// - Returns: `nil` where a break is no formula in the parameters, or their order depends on the parameters.
    init?(_ expression: Expression, of subject: Subject) {
        let switches = Switch.all(in: [expression]).filter { $0.difference.dependsOnVariable }
        guard switches.count <= 8 else { return nil }
        for place in switches {
            guard let location = place.location else { return nil }
            guard insert(location, bounds: subject.bounds, domain: subject.entry.domain) else { return nil }
        }
        let names = subject.names
        // Parameters at which no two breaks meet.
        for parameters in subject.parameterSamples {
            guard let points = Self.points(between: breaks, names, parameters) else { continue }
            let resolved = points.map { Self.resolved(expression, at: $0, names, parameters) }
            let parts = resolved.compactMap { $0?.simplified() }
            guard parts.count == points.count else { return nil }
            formulas = parts
            merge()
            return
        }
        return nil
    }

    /// Puts a break into its place; those outside the domain do not matter.
    private mutating func insert(_ location: Expression, bounds: [Expression: RationalBounds], domain: Interval) -> Bool {
        if let value = location.rational?.doubleValue, value <= domain.lower || value >= domain.upper { return true }
        for (i, other) in breaks.enumerated() {
            let difference = Expression.subtract(other, location)
            switch RationalForm.sign(of: difference, bounds: bounds) {
            case .zero: return true
            case .positive, .nonnegative:
                breaks.insert(location, at: i)
                return true
            case nil:
                // Then the new one must lie above.
                switch RationalForm.sign(of: .negate(difference), bounds: bounds) {
                case .positive, .nonnegative: continue
                default: return false
                }
            }
        }
        breaks.append(location)
        return true
    }

    /// A point inside each piece; `nil` where a piece is empty.
    private static func points(between breaks: [Expression], _ names: [String], _ parameters: [Double]) -> [Double]? {
        let values = Dictionary(uniqueKeysWithValues: zip(names, parameters))
        let places = breaks.compactMap { Evaluator.nearestDouble(of: $0, parameters: values) }
        guard places.count == breaks.count, let first = places.first, let last = places.last else { return breaks.isEmpty ? [0.25] : nil }
        var points = [first - 1]
        for (low, high) in zip(places, places.dropFirst()) {
            guard low < high else { return nil }
            points.append(low / 2 + high / 2)
        }
        return points + [last + 1]
    }

    /// The formula that holds around a point.
    private static func resolved(_ e: Expression, at a: Double, _ names: [String], _ parameters: [Double]) -> Expression? {
        if !e.dependsOnVariable { return e }
        func sign(_ difference: Expression) -> Int? {
            let evaluator = Evaluator([difference], parameters: names, precision: 256)
            evaluator.setParameters(parameters)
            return evaluator.values(at: a)[0].sign
        }
        var parts: [Expression] = []
        for child in e.children {
            guard let part = resolved(child, at: a, names, parameters) else { return nil }
            parts.append(part)
        }
        switch e {
        case .select(let condition, _, _):
            guard let sign = sign(.subtract(parts[0], parts[1])) else { return nil }
            let holds =
                switch condition.relation {
                case .less: sign < 0
                case .lessOrEqual: sign <= 0
                case .greater: sign > 0
                case .greaterOrEqual: sign >= 0
                }
            return holds ? parts[2] : parts[3]
        case .call(.abs, _):
            return sign(parts[0]).map { $0 < 0 ? .negate(parts[0]) : parts[0] }
        case .call(.sign, _):
            return sign(parts[0]).map { .integer(Int128($0)) }
        case .call(.min, _), .call(.max, _):
            guard let sign = sign(.subtract(parts[0], parts[1])) else { return nil }
            if case .call(.min, _) = e { return sign < 0 ? parts[0] : parts[1] }
            return sign > 0 ? parts[0] : parts[1]
        default: return e.children.isEmpty ? e : e.withChildren(parts)
        }
    }

    /// Drops breaks at which nothing changes.
    private mutating func merge() {
        for i in breaks.indices.reversed() where formulas[i] == formulas[i + 1] {
            breaks.remove(at: i)
            formulas.remove(at: i + 1)
        }
    }

    /// One formula again, of other formulas for the same pieces.
    func joined(_ parts: [Expression]) -> Expression {
        var result = parts[parts.count - 1]
        for i in breaks.indices.reversed() {
            result = .select(Condition(.variable, .less, breaks[i]), parts[i], result)
        }
        return result
    }
}
