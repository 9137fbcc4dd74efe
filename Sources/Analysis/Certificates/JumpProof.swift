import Catalogue
import Symbolic

/// Proves that an elementwise link does not jump down at a kink, where its derivative says nothing.
///
/// Only `where` and `sign` can make a jump. Where their condition's zero k is solved for, the branches of either side
/// are compared at a = k, as formulas in the parameters: equal, or the higher one on the right.
struct JumpProof {
    /// Kinks at which nothing is proved: the place for messages, `nil` where no formula locates it.
    private(set) var open: [Expression?] = []

    private let subject: Subject

    init(_ subject: Subject) {
        self.subject = subject
        for difference in Self.differences(in: subject.link) {
            for place in Switch.all(in: [.call(.sign, [difference])]) where !isProved(difference, at: place) {
                open.append(place.location)
            }
        }
    }

    /// How it stands, to follow the certificate of the slope; empty where there is nothing to say.
    var method: String {
        open.isEmpty ? "" : ", jumps excluded at the points looked at"
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

    private func isProved(_ difference: Expression, at place: Switch) -> Bool {
        guard let location = place.location else { return false }
        let sides = [1, 0, -1].map { forced(subject.link, difference, $0).substitutingVariable(location).simplified() }
        let (right, middle, left) = (sides[0], sides[1], sides[2])
        var bounds = subject.bounds
        bounds[.variable] = nil
        if RationalForm.areEqual(right, left, bounds: bounds) == true, RationalForm.areEqual(middle, left, bounds: bounds) == true { return true }
        // Which side of the condition lies right of the kink.
        let slope = difference.derivative().substitutingVariable(location).simplified()
        let rises = RationalForm.sign(of: slope, bounds: bounds) == .positive
        guard rises || RationalForm.sign(of: .negate(slope), bounds: bounds) == .positive else { return false }
        let (low, high) = rises ? (left, right) : (right, left)
        return isNonnegative(.subtract(middle, low), bounds) && isNonnegative(.subtract(high, middle), bounds)
    }

    private func isNonnegative(_ rise: Expression, _ bounds: [Expression: RationalBounds]) -> Bool {
        let rise = rise.simplified()
        if RationalForm.sign(of: rise, bounds: bounds) != nil { return true }
        let boxes = BoxEvaluator([rise], parameters: subject.names)
        let value = boxes.values(over: BoxInterval(point: 0), parameters: subject.entry.parameters.map { BoxInterval($0.domain) })[0]
        return value.status == .defined && value.lower >= 0
    }

    /// The formula with the sign of a condition's difference fixed.
    private func forced(_ formula: Expression, _ difference: Expression, _ sign: Int) -> Expression {
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
