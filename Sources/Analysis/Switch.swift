import Catalogue
import Symbolic

/// An expression at whose zeros a formula changes its branch: the difference of a condition's sides, of the
/// arguments of min and max, the argument of abs and sign.
struct Switch {
    let difference: Expression
    /// The zero as a formula in the parameters, where the difference is affine in a.
    let location: Expression?

    private init?(_ difference: Expression) {
        let difference = difference.simplified()
        guard difference.containsVariable else { return nil }
        self.difference = difference
        let slope = difference.derivative()
        if slope.dependsOnVariable || slope == .zero || difference.containsSum {
            location = nil
        } else {
            location = Expression.divide(.negate(difference.substitutingVariable(.zero)), slope).simplified()
        }
    }

    /// Those of several formulas, each once.
    static func all(in formulas: [Expression]) -> [Switch] {
        var found: [Switch] = []
        func note(_ difference: Expression) {
            guard let new = Switch(difference) else { return }
            let known = found.contains { $0.difference == new.difference || ($0.location != nil && $0.location == new.location) }
            if !known { found.append(new) }
        }
        func visit(_ expression: Expression) {
            switch expression {
            case .select(let condition, _, _): note(.subtract(condition.left, condition.right))
            case .call(.abs, let arguments), .call(.sign, let arguments): note(arguments[0])
            case .call(.min, let arguments), .call(.max, let arguments): note(.subtract(arguments[0], arguments[1]))
            default: break
            }
            expression.children.forEach(visit)
        }
        formulas.forEach(visit)
        return found
    }

    /// The zeros as Doubles: the solved one, or those that a search of the domain finds.
    func locations(parameters: [String: Double], domain: Interval) -> [Double] {
        if let location {
            guard let value = Evaluator.nearestDouble(of: location, parameters: parameters) else { return [] }
            return domain.contains(value) ? [value] : []
        }
        let names = parameters.keys.sorted()
        let evaluator = Evaluator([difference], parameters: names, precision: 128)
        evaluator.setParameters(names.map { parameters[$0] ?? .nan })
        func sign(_ a: Double) -> Int { evaluator.values(at: a)[0].sign ?? 0 }
        var zeros: [Double] = []
        let points = SamplePoints.coarse(domain: domain)
        for (left, right) in zip(points, points.dropFirst()) where zeros.count < 32 {
            let (low, high) = (sign(left), sign(right))
            if low == 0 { zeros.append(left) }
            guard low * high < 0 else { continue }
            var (x, y) = (left, right)
            for _ in 0..<80 {
                let middle = x / 2 + y / 2
                guard middle > x, middle < y else { break }
                if sign(middle) == low { x = middle } else { y = middle }
            }
            zeros.append(y)
        }
        return zeros
    }
}
