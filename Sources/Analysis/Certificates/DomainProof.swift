import Catalogue
import Symbolic

/// Proves that an elementwise link is a real number over its whole domain, for all parameters: by bounds on boxes, and
/// where those leave something over by the signs of what must not be negative or zero.
struct DomainProof {
    /// Intervals of a that are left over; empty where it is proved.
    let open: [BoxInterval]

    private static let limit = 300

    init(_ subject: Subject, pieces: [BoxInterval]) {
        var left = Self.leftOver(subject, pieces)
        if !left.isEmpty, Self.obligationsHold(in: subject.link, subject.bounds) { left = [] }
        open = left
    }

    private static func leftOver(_ subject: Subject, _ pieces: [BoxInterval]) -> [BoxInterval] {
        let boxes = BoxEvaluator([subject.link], parameters: subject.names)
        let parameters = subject.entry.parameters.map { BoxInterval($0.domain).interior }
        let isUsed = subject.names.map { name in subject.link.contains { $0 == .parameter(name) } }
        var queue = pieces.map { Region(a: $0, parameters: parameters) }
        var next = 0
        var left: [BoxInterval] = []
        while next < queue.count {
            let region = queue[next]
            next += 1
            if boxes.values(over: region.a, parameters: region.parameters)[0].status == .defined { continue }
            guard queue.count < limit, let halves = region.halves(isUsed) else {
                left.append(region.a)
                continue
            }
            queue += [halves.0, halves.1]
        }
        return SlopeSearch.merged(left)
    }

    /// Whether every denominator keeps off 0 and every argument stays in its function's domain, by normal forms; in a
    /// branch of `where` its condition is supposed.
    private static func obligationsHold(in expression: Expression, _ bounds: [Expression: RationalBounds]) -> Bool {
        obligationsHold(in: expression, bounds) { $0 }
    }

    /// - Parameter supposing: a formula that has its argument's value where the conditions on the way here hold, and is 1
    ///   elsewhere.
    private static func obligationsHold(
        in part: Expression, _ bounds: [Expression: RationalBounds], supposing: (Expression) -> Expression
    ) -> Bool {
        func isPositive(_ x: Expression) -> Bool { RationalForm.sign(of: supposing(x), bounds: bounds) == .positive }
        func isNonnegative(_ x: Expression) -> Bool { RationalForm.sign(of: supposing(x), bounds: bounds) != nil }
        func holds(_ part: Expression, supposing more: (Expression) -> Expression = { $0 }) -> Bool {
            obligationsHold(in: part, bounds) { supposing(more($0)) }
        }
        switch part {
        case .select(let condition, let x, let y):
            // Signs say nothing of the ends of a case, so a branch that includes its end must do without the condition.
            let isStrict = condition.relation == .less || condition.relation == .greater
            return holds(condition.left) && holds(condition.right)
                && holds(x) { isStrict ? .select(condition, $0, .one) : $0 }
                && holds(y) { isStrict ? $0 : .select(condition, .one, $0) }
        case .divide(_, let y): guard isPositive(y) || isPositive(.negate(y)) else { return false }
        case .power(let x, let y):
            if let exponent = y.rational, exponent.isInteger {
                guard exponent.numerator >= 0 || isPositive(x) || isPositive(.negate(x)) else { return false }
            } else if !isPositive(x) {
                return false
            }
        case .call(let function, let arguments):
            let u = arguments[0]
            let isDefined =
                switch function {
                case .log: isPositive(u)
                case .log1p: isPositive(.add(.one, u))
                case .sqrt: isNonnegative(u)
                case .acosh: isNonnegative(.subtract(u, .one))
                case .atanh: isPositive(.subtract(.one, u)) && isPositive(.add(.one, u))
                case .asin, .acos: isNonnegative(.subtract(.one, u)) && isNonnegative(.add(.one, u))
                case .li2: isNonnegative(.subtract(.one, u))
                case .tan: false
                default: true
                }
            guard isDefined else { return false }
        default: break
        }
        return part.children.allSatisfy { holds($0) }
    }
}
