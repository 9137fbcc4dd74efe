import Catalogue
import Symbolic

/// A proved bound of |F′ − f| / max(1, |f|), for an integral whose derivative no normal form compares with the link:
/// at the parameters' defaults, over the part of the domain within ±64, by bounds on boxes of which the worst is
/// halved until the work is used up.
struct IntegralBound {
    /// The bound; infinite where there is none.
    private(set) var bound = Double.infinity
    private(set) var boxCount = 0
    let range: BoxInterval

    private static let reach = 64.0
    private static let limit = 300

    init?(_ subject: Subject) {
        let domain = BoxInterval(subject.entry.domain)
        let (low, high) = (Swift.max(domain.lower, -Self.reach), Swift.min(domain.upper, Self.reach))
        guard low < high else { return nil }
        range = BoxInterval(
            low, high, isLowerOpen: low == domain.lower && domain.isLowerOpen,
            isUpperOpen: high == domain.upper && domain.isUpperOpen)
        let difference = Expression.subtract(subject.slope, subject.link).simplified()
        let expressions = [difference, SlopeForms.apart(difference), subject.link]
        let boxes = BoxEvaluator(expressions, parameters: subject.names)
        let parameters = subject.entry.parameters.map { BoxInterval(point: $0.defaultValue) }
        func error(_ box: BoxInterval) -> Double {
            let values = boxes.values(over: box, parameters: parameters)
            let sizes = values.dropLast().filter { $0.status == .defined }.map { Swift.max($0.lower.magnitude, $0.upper.magnitude) }
            guard let size = sizes.min(), !size.isNaN else { return .infinity }
            let link = values[values.count - 1]
            let least = link.lower > 0 ? link.lower : link.upper < 0 ? -link.upper : 0
            return (size / Swift.max(1, least)).nextUp
        }
        let kinks = subject.kinkLocations(parameters.map(\.lower)).filter { $0 > low && $0 < high }
        let ends = [low] + Set(kinks).sorted() + [high]
        // Between the kinks: at them the derivative is a convention.
        var queue = zip(ends, ends.dropFirst()).map { BoxInterval($0, $1, isLowerOpen: true, isUpperOpen: true) }.map { ($0, error($0)) }
        let most = Swift.max(32, Swift.min(Self.limit, 60_000 / Swift.max(1, Evaluator.cost(expressions))))
        while queue.count < most, let worst = queue.indices.max(by: { queue[$0].1 < queue[$1].1 }), queue[worst].1 > 0x1p-40 {
            guard let halves = queue[worst].0.halves else { break }
            queue[worst] = (halves.0, error(halves.0))
            queue.append((halves.1, error(halves.1)))
        }
        boxCount = queue.count
        bound = queue.map(\.1).max() ?? .infinity
    }

    /// `|F' − f| ≤ 2.1e-5 max(1, |f|) for a in [-64, 64] …`; `nil` where nothing worth saying is proved.
    func method(hasParameters: Bool) -> String? {
        guard bound <= 0.1 else { return nil }
        return "|F' − f| ≤ \(twoDigits) max(1, |f|) for a in \(range.text)"
            + (hasParameters ? " at the default parameters" : "") + ": interval bisection into \(boxCount) boxes"
    }

    /// The bound, rounded up.
    private var twoDigits: String {
        guard bound > 0 else { return "0" }
        var (scaled, exponent) = (Swift.max(bound, 0x1p-100), 0)
        while scaled < 10 { (scaled, exponent) = (scaled * 10, exponent + 1) }
        // The products are rounded: one unit more than they say is above the bound.
        let digits = Int(scaled) + 1
        return "\(digits / 10).\(digits % 10)e-\(exponent - 1)"
    }
}
