import Catalogue
import Symbolic

/// Proves that an elementwise link does not jump down at a kink, where its derivative says nothing; or finds that it does.
///
/// Only `where` and `sign` can make a jump. Where their condition's zero k is solved for, the branches of either side
/// are compared at a = k, as formulas in the parameters: equal, or the higher one on the right. Conditions with the
/// same zero change together. Where no formula locates the zeros, boxes of a that hold all of them are looked at.
struct JumpProof {
    /// Where nothing is proved, as intervals of a.
    private(set) var open: [BoxInterval] = []
    /// A place at which the link jumps down: proved, with bounds that leave no doubt.
    private(set) var drop: Drop?

    struct Drop {
        var a: Double
        var parameters: [Double]
        var before: Enclosure
        var after: Enclosure
    }

    private let subject: Subject
    private let differences: [Expression]
    /// What holds of the parameters; of a nothing.
    private let bounds: [Expression: RationalBounds]

    init(_ subject: Subject) {
        self.subject = subject
        differences = Self.differences(in: subject.link)
        var bounds = subject.bounds
        bounds[.variable] = nil
        self.bounds = bounds
        for difference in differences {
            for place in Switch.all(in: [.call(.sign, [difference])]) where drop == nil {
                if let location = place.location ?? solved(difference) {
                    look(at: location, of: difference)
                } else {
                    open += unlocated(difference)
                }
            }
        }
        open = SlopeSearch.merged(open)
    }

    private static func differences(in link: Expression) -> [Expression] {
        var found: [Expression] = []
        func visit(_ expression: Expression) {
            switch expression {
            case .select(let condition, _, _): note(.subtract(condition.left, condition.right))
            case .call(.sign, let arguments): note(arguments[0])
            default: break
            }
            expression.children.forEach(visit)
        }
        func note(_ difference: Expression) {
            if difference.containsVariable, !found.contains(difference) { found.append(difference) }
        }
        visit(link)
        return found
    }

    /// The one zero of a difference that increases, or decreases, over the whole domain.
    private func solved(_ difference: Expression) -> Expression? {
        let slope = difference.derivative()
        guard RationalForm.sign(of: slope, bounds: subject.bounds) == .positive
            || RationalForm.sign(of: .negate(slope), bounds: subject.bounds) == .positive
        else { return nil }
        return Inversion.solve(difference, bounds: subject.bounds)?.substitutingVariable(.zero).simplified()
    }

    // MARK: At a formula for the place

    /// The link's limit from the left, its value, and its limit from the right.
    private struct Sides {
        var left, middle, right: Expression

        var all: [Expression] { [left, middle, right] }
    }

    private mutating func look(at location: Expression, of difference: Expression) {
        let group = differences.filter {
            $0 == difference || RationalForm.areEqual($0.substitutingVariable(location), .zero, bounds: bounds) == true
        }
        let slopes = group.map { sign($0.derivative().substitutingVariable(location).simplified()) }
        if let sides = sides(group, slopes, at: location) {
            if areDefined(sides.all), isProved(sides) { return }
            if let drop = drop(sides, at: location) {
                self.drop = drop
                return
            }
        } else if group.count <= 3 {
            // Which side of a condition lies where is not known: it may then make no difference at all.
            let values = Self.signs(group.count).map { forced(group, $0, at: location) }
            if areDefined(values), let first = values.first, values.dropFirst().allSatisfy({ areEqual($0, first) }) { return }
        }
        open += places(location)
    }

    /// 1, −1; `nil` where neither is proved.
    private func sign(_ slope: Expression) -> Int? {
        if RationalForm.sign(of: slope, bounds: bounds) == .positive { return 1 }
        return RationalForm.sign(of: .negate(slope), bounds: bounds) == .positive ? -1 : nil
    }

    private func sides(_ group: [Expression], _ slopes: [Int?], at location: Expression) -> Sides? {
        let known = slopes.compactMap { $0 }
        guard known.count == group.count else { return nil }
        func side(_ s: Int) -> Expression { forced(group, known.map { $0 * s }, at: location) }
        return Sides(left: side(-1), middle: side(0), right: side(1))
    }

    private func forced(_ group: [Expression], _ signs: [Int], at location: Expression) -> Expression {
        let value = zip(group, signs).reduce(subject.link) { Self.forced($0, $1.0, $1.1) }.substitutingVariable(location)
        return value.simplified().rewritten(limit).simplified()
    }

    /// 0 to a power that is above 0 for all parameters is 0, and so is exp(c log 0 + d) for c above 0: the limit.
    private func limit(_ part: Expression) -> Expression {
        func isZero(_ u: Expression) -> Bool { areEqual(u.simplified(), .zero) }
        switch part {
        case .power(let base, let exponent):
            return isZero(base) && RationalForm.sign(of: exponent, bounds: bounds) == .positive ? .zero : part
        case .call(.exp, let arguments):
            let name = "log 0"
            let exponent = arguments[0].rewritten {
                if case .call(.log, let inner) = $0, isZero(inner[0]) { .parameter(name) } else { $0 }
            }
            guard exponent != arguments[0] else { return part }
            let rate = exponent.derivative(withRespectToParameter: name).simplified()
            let isLinear = !rate.contains { $0 == .parameter(name) }
            return isLinear && RationalForm.sign(of: rate, bounds: bounds) == .positive ? .zero : part
        default: return part
        }
    }

    /// All of −1, 0, 1 for each of `count` conditions.
    private static func signs(_ count: Int) -> [[Int]] {
        (0..<count).reduce([[]]) { signs, _ in signs.flatMap { before in [-1, 0, 1].map { before + [$0] } } }
    }

    private func isProved(_ sides: Sides) -> Bool {
        (areEqual(sides.middle, sides.left) || isNonnegative(.subtract(sides.middle, sides.left)))
            && (areEqual(sides.right, sides.middle) || isNonnegative(.subtract(sides.right, sides.middle)))
    }

    private func areEqual(_ x: Expression, _ y: Expression) -> Bool {
        x == y || RationalForm.areEqual(x, y, bounds: bounds) == true
    }

    private func isNonnegative(_ rise: Expression) -> Bool {
        let rise = rise.simplified()
        if RationalForm.sign(of: rise, bounds: bounds) != nil { return true }
        let boxes = BoxEvaluator([rise], parameters: subject.names, precision: 256)
        let value = boxes.values(over: BoxInterval(point: 0), parameters: subject.entry.parameters.map { BoxInterval($0.domain) })[0]
        return value.status == .defined && value.lower >= 0
    }

    /// Whether they have values, at the parameters looked at: equal normal forms say nothing of what has none.
    private func areDefined(_ values: [Expression]) -> Bool {
        let evaluator = subject.evaluator(values)
        return subject.parameterSamples.allSatisfy { parameters in
            evaluator.setParameters(parameters)
            return evaluator.values(at: 0).allSatisfy { $0.status == .defined }
        }
    }

    private func drop(_ sides: Sides, at location: Expression) -> Drop? {
        // Rises as formulas of their own: what is less than a Double tells has a sign all the same.
        let rises = [Expression.subtract(sides.middle, sides.left), .subtract(sides.right, sides.middle)]
        let evaluator = subject.evaluator(sides.all + [location] + rises, precision: 512)
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let values = evaluator.values(at: 0)
            guard values.allSatisfy({ $0.status == .defined }), subject.entry.domain.contains(values[3].midpoint) else { continue }
            for i in [0, 1] where values[4 + i].isNegative {
                return Drop(a: values[3].midpoint, parameters: parameters, before: values[i], after: values[i + 1])
            }
        }
        return nil
    }

    private func places(_ location: Expression) -> [BoxInterval] {
        let domain = BoxInterval(subject.entry.domain)
        guard !location.contains(where: { if case .parameter = $0 { true } else { false } }) else { return [domain] }
        guard let place = Evaluator.nearestDouble(of: location) else { return [domain] }
        return subject.entry.domain.contains(place) ? [BoxInterval(point: place)] : []
    }

    // MARK: Without one

    private static let boxLimit = 400

    /// Boxes of a that hold every zero of a difference, but for those over which the link is seen not to fall.
    private func unlocated(_ difference: Expression) -> [BoxInterval] {
        let sides = [-1, 0, 1].map { Self.forced(subject.link, difference, $0) }
        let rises = [Expression.subtract(sides[1], sides[0]), .subtract(sides[2], sides[1])].map { $0.simplified() }
        let boxes = BoxEvaluator([difference, difference.derivative()] + rises, parameters: subject.names)
        let isUsed = subject.names.map { name in subject.link.contains { $0 == .parameter(name) } }
        var queue = [Region(a: BoxInterval(subject.entry.domain), parameters: subject.entry.parameters.map { BoxInterval($0.domain) })]
        var next = 0
        var left: [BoxInterval] = []
        while next < queue.count {
            let region = queue[next]
            next += 1
            let values = boxes.values(over: region.a, parameters: region.parameters)
            if values[0].status == .defined, values[0].isPositive || values[0].isNegative { continue }
            let (up, down) = (values.dropFirst(2).allSatisfy(\.isNotNegative), values.dropFirst(2).allSatisfy(\.isNotPositive))
            if (values[1].isPositive && up) || (values[1].isNegative && down) { continue }
            guard queue.count < Self.boxLimit, let halves = region.halves(isUsed) else {
                left.append(region.a)
                continue
            }
            queue += [halves.0, halves.1]
        }
        return left
    }

    /// The formula with the sign of a condition's difference fixed.
    private static func forced(_ formula: Expression, _ difference: Expression, _ sign: Int) -> Expression {
        formula.rewritten { part in
            switch part {
            case .select(let condition, let x, let y) where .subtract(condition.left, condition.right) == difference:
                let holds =
                    switch condition.relation {
                    case .less: sign < 0
                    case .lessOrEqual: sign <= 0
                    case .greater: sign > 0
                    case .greaterOrEqual: sign >= 0
                    }
                return holds ? x : y
            case .call(.sign, let arguments) where arguments[0] == difference: return .integer(Int128(sign))
            default: return part
            }
        }
    }
}

extension Enclosure {
    fileprivate var isNotNegative: Bool { status == .defined && lower >= 0 }
    fileprivate var isNotPositive: Bool { status == .defined && upper <= 0 }
}
