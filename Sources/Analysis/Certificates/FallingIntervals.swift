import Catalogue
import Symbolic

/// Where an elementwise link falls, for given parameters: the sign of its derivative at many points, and each
/// change of it narrowed down to neighbouring Doubles.
struct FallingIntervals {
    private let subject: Subject
    private let evaluator: Evaluator
    private let fine: Evaluator

    /// The most intervals that are told apart: of a wave that never ends the first ones say enough.
    static let limit = 16

    init(_ subject: Subject) {
        self.subject = subject
        evaluator = subject.evaluator([subject.derivative, subject.link], precision: 256)
        fine = subject.evaluator([subject.derivative, subject.link], precision: 2048)
    }

    /// The intervals in increasing order, disjoint.
    /// - Parameter seeds: points near which the link is known to fall.
    func intervals(at parameters: [Double], seeds: [Double] = []) -> [FallingInterval] {
        evaluator.setParameters(parameters)
        fine.setParameters(parameters)
        let kinks = subject.kinkLocations(parameters)
        let domain = subject.entry.domain
        let near = seeds.flatMap { seed in [seed] + [0x1p-20, 0x1p-10, 0x1p-5].flatMap { [seed - $0, seed + $0] } }
        let all = Set(SamplePoints.coarse(domain: domain, kinks: kinks) + near).filter(domain.contains).sorted()
        let points = WorkBudget.thinned(all, [subject.derivative], of: subject)
        var found: [FallingInterval] = []
        var start: Double?
        var previous: (a: Double, falls: Bool)?
        for a in points where found.count < Self.limit {
            // Far out a slope may be too small for any precision: there the last known sign goes on.
            guard let falls = falls(at: a) else { continue }
            switch (previous, falls) {
            case (nil, true): start = domain.lower
            case (let last?, true) where !last.falls: start = border(falling: a, rising: last.a)
            case (let last?, false) where last.falls:
                found.append(FallingInterval(lower: start ?? last.a, upper: border(falling: last.a, rising: a)))
                start = nil
            default: break
            }
            if let last = previous, !falls, !last.falls, let jump = kinks.first(where: { $0 >= last.a && $0 <= a }),
                drops(from: last.a, to: a)
            {
                found.append(FallingInterval(lower: jump, upper: jump))
            }
            previous = (a, falls)
        }
        if let start, found.count < Self.limit { found.append(FallingInterval(lower: start, upper: domain.upper)) }
        return merged(found)
    }

    /// Whether the slope is negative; `nil` where the bounds do not tell.
    private func falls(at a: Double) -> Bool? {
        for stage in [evaluator, fine] {
            let slope = stage.values(at: a)[0]
            if slope.status == .defined, let sign = slope.sign { return sign < 0 }
            if slope.status == .undefined { return nil }
        }
        return nil
    }

    private func drops(from x: Double, to y: Double) -> Bool {
        let (left, right) = (evaluator.values(at: x)[1], evaluator.values(at: y)[1])
        return left.status == .defined && right.status == .defined && right.upper < left.lower
    }

    /// The Double farthest from `falling`, towards `rising`, up to which the slope is seen to be negative.
    private func border(falling: Double, rising: Double) -> Double {
        var (inside, outside) = (falling, rising)
        // Halving the distance of two Doubles of any sizes ends long before.
        for _ in 0..<2200 {
            let middle = inside / 2 + outside / 2
            guard middle != inside, middle != outside else { break }
            if falls(at: middle) == true { inside = middle } else { outside = middle }
        }
        return inside
    }

    /// Intervals that meet at one point, a kink between two falling branches, are one.
    private func merged(_ intervals: [FallingInterval]) -> [FallingInterval] {
        intervals.reduce(into: []) { result, next in
            if let last = result.last, next.lower <= last.upper.nextUp {
                result[result.count - 1].upper = Swift.max(last.upper, next.upper)
            } else {
                result.append(next)
            }
        }
    }
}

extension FallingInterval {
    /// `a < -0.7517915`, `0.5 < a < 2`, as messages say it.
    var text: String {
        // Seven decimals, where they tell the ends apart.
        let isNarrow = (upper - lower) < 1e-5
        func short(_ x: Double) -> String {
            let rounded = (x * 1e7).rounded() / 1e7
            return Analysis.text(rounded == 0 || x.magnitude > 1e8 || (isNarrow && lower != upper) ? x : rounded)
        }
        return switch (lower.isFinite, upper.isFinite) {
        case (true, true): lower == upper ? "at a = \(short(lower))" : "for \(short(lower)) < a < \(short(upper))"
        case (true, false): "for a > \(short(lower))"
        case (false, true): "for a < \(short(upper))"
        case (false, false): "for all a"
        }
    }
}
