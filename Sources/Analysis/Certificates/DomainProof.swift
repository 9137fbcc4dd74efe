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

    /// Whether every denominator keeps off 0 and every argument stays in its function's domain, by normal forms.
    private static func obligationsHold(in expression: Expression, _ bounds: [Expression: RationalBounds]) -> Bool {
        func isPositive(_ x: Expression) -> Bool { RationalForm.sign(of: x, bounds: bounds) == .positive }
        func isNonnegative(_ x: Expression) -> Bool { RationalForm.sign(of: x, bounds: bounds) != nil }
        func holds(_ part: Expression) -> Bool {
            switch part {
            case .divide(_, let y): return isPositive(y) || isPositive(.negate(y))
            case .power(let x, let y):
                if let exponent = y.rational, exponent.isInteger { return exponent.numerator >= 0 || isPositive(x) || isPositive(.negate(x)) }
                return isPositive(x)
            case .call(let function, let arguments):
                let u = arguments[0]
                switch function {
                case .log: return isPositive(u)
                case .log1p: return isPositive(.add(.one, u))
                case .sqrt: return isNonnegative(u)
                case .acosh: return isNonnegative(.subtract(u, .one))
                case .atanh: return isPositive(.subtract(.one, u)) && isPositive(.add(.one, u))
                case .asin, .acos: return isNonnegative(.subtract(.one, u)) && isNonnegative(.add(.one, u))
                case .li2: return isNonnegative(.subtract(.one, u))
                case .tan: return false
                default: return true
                }
            default: return true
            }
        }
        return !expression.contains { !holds($0) }
    }
}
