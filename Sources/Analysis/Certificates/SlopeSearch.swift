import Symbolic

/// Proves f′ ≥ 0 over regions by bounds on boxes, halved where the bounds do not decide; or finds where it fails.
struct SlopeSearch {
    enum Verdict {
        /// f′ > 0 everywhere.
        case positive
        /// f′ ≥ 0 everywhere.
        case nonnegative
        /// A point at which f′ < 0.
        case falls(a: Double, parameters: [Double], slope: Enclosure)
        /// The link is no real number at a point.
        case missing(a: Double, parameters: [Double])
        /// What is left when the work is used up.
        case undecided([BoxInterval])
    }

    private let forms: SlopeForms
    private let boxes: BoxEvaluator
    private let points: Evaluator
    /// The parameters that f′ depends on, and those that the link does.
    private let inSlope: [Bool]
    private let inLink: [Bool]
    /// Boxes still to be looked at over all regions.
    private var remaining: Int
    private(set) var boxCount = 0

    /// The most boxes for one entry, for formulas of few operations.
    static let limit = 4_000

    init(_ subject: Subject, derivative: Expression) {
        forms = SlopeForms(derivative, link: subject.link, of: subject)
        let expressions = forms.forms + [forms.link]
        boxes = BoxEvaluator(expressions, parameters: subject.names)
        points = subject.evaluator([derivative, subject.link])
        inSlope = subject.names.map(forms.uses)
        inLink = subject.names.map { name in subject.link.contains { $0 == .parameter(name) } }
        remaining = Swift.max(64, Swift.min(Self.limit, 240_000 / Swift.max(1, Evaluator.cost(expressions))))
    }

    /// The bounds of f′ over one region.
    func slope(over region: Region) -> Enclosure { bounds(region).slope }

    /// The better of the forms' bounds, and the link's.
    private func bounds(_ region: Region) -> (slope: Enclosure, link: Enclosure) {
        let all = boxes.values(over: region.a, parameters: region.parameters)
        let slopes = all.dropLast().filter { $0.status == .defined }
        let best = slopes.max { ($0.lower, $0.isPositive ? 1 : 0) < ($1.lower, $1.isPositive ? 1 : 0) }
        return (best ?? all[0], all[all.count - 1])
    }

    mutating func run(_ regions: [Region]) -> Verdict {
        var queue = regions
        var next = 0
        var isPositive = true
        var left: [BoxInterval] = []
        while next < queue.count {
            let region = queue[next]
            next += 1
            boxCount += 1
            remaining -= 1
            let (slope, link) = bounds(region)
            let isShown = slope.status == .defined && slope.lower >= 0
            if isShown, link.status == .defined {
                if !slope.isPositive { isPositive = false }
                continue
            }
            if let refutation = look(inside: region) { return refutation }
            guard remaining > queue.count - next, let halves = region.halves(isShown ? inLink : inSlope) else {
                left.append(region.a)
                continue
            }
            queue += [halves.0, halves.1]
            // What has been looked at is let go.
            if next > 1_000 {
                queue.removeFirst(next)
                next = 0
            }
        }
        if !left.isEmpty { return .undecided(Self.merged(left)) }
        return isPositive ? .positive : .nonnegative
    }

    private func look(inside region: Region) -> Verdict? {
        let (place, parameters) = region.inside
        let a = forms.unscaled(place, parameters)
        // Between neighbouring Doubles there is none.
        guard a.isFinite, zip(region.parameters, parameters).allSatisfy({ $0.contains($1) }) else { return nil }
        points.setParameters(parameters)
        let values = points.values(at: a)
        if values[1].status == .undefined { return .missing(a: a, parameters: parameters) }
        return values[0].isNegative ? .falls(a: a, parameters: parameters, slope: values[0]) : nil
    }

    /// In increasing order, those that touch joined.
    static func merged(_ intervals: [BoxInterval]) -> [BoxInterval] {
        intervals.sorted { $0.lower < $1.lower }.reduce(into: []) { result, next in
            if let last = result.last, next.lower <= last.upper {
                if next.upper > last.upper {
                    result[result.count - 1].upper = next.upper
                    result[result.count - 1].isUpperOpen = next.isUpperOpen
                }
            } else {
                result.append(next)
            }
        }
    }
}
