import Catalogue
import Symbolic

/// An expression at whose zeros a formula changes its branch: the difference of a condition's sides, of the
/// arguments of min and max, the argument of abs and sign.
struct Switch {
    let difference: Expression
    /// The zero as a formula in the parameters, where the difference is affine in a.
    let location: Expression?

    /// The switches that a difference makes: one for each affine branch of it (`abs(a) - beta` has its zeros at
    /// beta and -beta), or one without a location.
    private static func switches(for difference: Expression) -> [Switch] {
        let difference = difference.simplified()
        guard difference.containsVariable else { return [] }
        guard !difference.containsSum, let branches = branches(of: difference) else {
            return [Switch(difference: difference, location: nil)]
        }
        let zeros = branches.map { branch -> Expression? in
            let slope = branch.derivative()
            if slope.dependsOnVariable || slope == .zero { return nil }
            return Expression.divide(.negate(branch.substitutingVariable(.zero)), slope).simplified()
        }
        // A branch without a zero of its own adds none; one that is not affine hides where they are.
        let hidden = zip(branches, zeros).contains { $0.1 == nil && $0.0.simplified().containsVariable }
        let solved = zeros.compactMap { $0 }.map { Switch(difference: difference, location: $0) }
        return hidden ? solved + [Switch(difference: difference, location: nil)] : solved
    }

    /// The formulas that a piecewise one consists of; `nil` where they are too many.
    private static func branches(of expression: Expression) -> [Expression]? {
        var choices: [Expression]
        switch expression {
        case .call(.abs, let arguments): choices = [arguments[0], .negate(arguments[0])]
        case .call(.min, let arguments), .call(.max, let arguments): choices = arguments
        case .call(.sign, _): choices = [.one, .integer(-1)]
        case .select(_, let x, let y): choices = [x, y]
        default:
            var partial: [[Expression]] = [[]]
            for child in expression.children {
                guard let parts = branches(of: child), partial.count * parts.count <= 16 else { return nil }
                partial = partial.flatMap { before in parts.map { before + [$0] } }
            }
            return partial.map { expression.children.isEmpty ? expression : expression.withChildren($0) }
        }
        choices = choices.flatMap { branches(of: $0) ?? [] }
        return choices.isEmpty || choices.count > 16 ? nil : choices
    }

    /// Those of several formulas, each once.
    static func all(in formulas: [Expression]) -> [Switch] {
        var found: [Switch] = []
        func note(_ difference: Expression) {
            for new in switches(for: difference) {
                let known = found.contains {
                    new.location == nil ? $0.location == nil && $0.difference == new.difference : $0.location == new.location
                }
                if !known { found.append(new) }
            }
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
