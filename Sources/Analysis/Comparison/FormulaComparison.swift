import Catalogue
import Symbolic

/// Where two versions of a formula differ most.
public struct NumericDifference: Sendable {
    /// |new − old| / max(|old|, |new|); infinite where only one of them is a number.
    public var relative: Double
    /// The point: one number, of a coupled entry the vector.
    public var point: [Double]
    /// The new version's parameters there.
    public var parameters: [(name: String, value: Double)]
    /// The two values; NaN where there is none.
    public var old: Double
    public var new: Double
}

/// The formulas of two versions of an entry, and the derivative: the same text, proved equal by normal forms, equal in
/// every Double looked at, or different, and then where most.
///
/// Both versions are computed with 256 bits, so that a difference is one of the formulas and not of rounding. An
/// integral is compared by its differences F(a) − F(c), so that another constant does not count.
struct FormulaComparison {
    private(set) var changes: [EntryComparison.Change] = []

    private let old: CatalogueEntry
    private let new: CatalogueEntry
    private let pairs: [(old: CatalogueParameter?, new: CatalogueParameter?)]
    /// Parameters of both versions, in their own orders.
    private let samples: [(old: [Double], new: [Double])]

    /// Relative differences up to this are those of a last digit.
    private static let tolerance = 0x1p-52

    init(_ old: CatalogueEntry, _ new: CatalogueEntry) {
        (self.old, self.new) = (old, new)
        let pairs = ParameterPairs(old, new).pairs
        self.pairs = pairs
        samples = ParameterSamples.combinations(of: new.parameters).map { values in
            let byName = Dictionary(uniqueKeysWithValues: zip(new.parameters.map(\.name.value), values))
            return (old.parameters.map { parameter in
                pairs.first { $0.old?.name.value == parameter.name.value }?.new.flatMap { byName[$0.name.value] }
                    ?? parameter.defaultValue
            }, values)
        }
        guard old.isCoupled == new.isCoupled, old.isNormalised == new.isNormalised else {
            changes.append(EntryComparison.Change(
                what: "link", outcome: .numeric, text: "\(kind(old)) → \(kind(new))"))
            return
        }
        compare("link", old.link, new.link)
        if changes.contains(where: { $0.outcome == .numeric }), !new.isCoupled {
            compare("derivative", old.link.expression.derivative(), new.link.expression.derivative(), at: points)
        }
        compare("integral", old.integral, new.integral)
        compare("inverse", old.inverse, new.inverse)
        compare("dual", old.dual, new.dual)
    }

    private func kind(_ entry: CatalogueEntry) -> String {
        entry.isNormalised ? "normalised" : entry.isCoupled ? "coupled" : "elementwise"
    }

    private mutating func compare(_ what: String, _ before: LocatedFormula?, _ after: LocatedFormula?) {
        switch (before, after) {
        case (nil, nil): return
        case (_?, nil): changes.append(.init(what: what, outcome: .identical, text: "left out now: derived from the link"))
        case (nil, _?): changes.append(.init(what: what, outcome: .identical, text: "given now: it was derived from the link"))
        case (let before?, let after?):
            guard before.expression != after.expression || renamesParameters else { return }
            compare(what, before.expression, after.expression, at: what == "inverse" || what == "dual" ? images : points)
        }
    }

    private var renamesParameters: Bool { pairs.contains { $0.old?.name.value != $0.new?.name.value } }

    private mutating func compare(
        _ what: String, _ before: Expression, _ after: Expression, at points: [[Double]]
    ) {
        let text = "\(before) → \(after)"
        if !renamesParameters, RationalForm.areEqual(before, after, bounds: bounds) == true {
            changes.append(.init(what: what, outcome: .identical, text: "\(text): equal, by normal forms"))
            return
        }
        guard let largest = largestDifference(before, after, at: points, upToConstant: what == "integral") else {
            changes.append(.init(what: what, outcome: .identical, text: "\(text): equal wherever compared"))
            return
        }
        changes.append(.init(what: what, outcome: .numeric, text: text, difference: largest))
    }

    private var bounds: [Expression: RationalBounds] {
        var bounds: [Expression: RationalBounds] = [.variable: RationalBounds(new.domain)]
        for parameter in new.parameters { bounds[.parameter(parameter.name.value)] = RationalBounds(parameter.domain) }
        return bounds
    }

    // MARK: Numbers

    private func largestDifference(
        _ before: Expression, _ after: Expression, at points: [[Double]], upToConstant: Bool
    ) -> NumericDifference? {
        let first = Evaluator([before], parameters: old.parameters.map(\.name.value), precision: 256)
        let second = Evaluator([after], parameters: new.parameters.map(\.name.value), precision: 256)
        var largest: NumericDifference?
        for (oldValues, newValues) in samples {
            first.setParameters(oldValues)
            second.setParameters(newValues)
            var origin: (Double, Double)?
            for point in points {
                var (x, y) = (value(first, point), value(second, point))
                var noise = 0.0
                if upToConstant {
                    guard let constants = origin else {
                        if x.isFinite, y.isFinite { origin = (x, y) }
                        continue
                    }
                    // What is left of the digits after the constant is taken away.
                    noise = 0x1p-48 * [x, y, constants.0, constants.1].map(\.magnitude).reduce(0, +)
                    (x, y) = (x - constants.0, y - constants.1)
                }
                let relative = Self.relative(x, y)
                guard relative > Self.tolerance, !((x - y).magnitude <= noise), relative > 1.01 * (largest?.relative ?? 0) else { continue }
                largest = NumericDifference(
                    relative: relative, point: point,
                    parameters: zip(new.parameters, newValues).map { ($0.name.value, $1) }, old: x, new: y)
            }
        }
        return largest
    }

    /// NaN where there is no number or the bounds do not say it.
    private func value(_ evaluator: Evaluator, _ point: [Double]) -> Double {
        if new.isCoupled { evaluator.setVector(point) }
        let enclosure = evaluator.values(at: point[0])[0]
        return enclosure.isTight ? enclosure.midpoint : .nan
    }

    private static func relative(_ x: Double, _ y: Double) -> Double {
        if x == y || (x.isNaN && y.isNaN) { return 0 }
        guard x.isFinite, y.isFinite else { return .infinity }
        return (y - x).magnitude / max(x.magnitude, y.magnitude)
    }

    /// Points of both domains; of a coupled entry seeded vectors.
    private var points: [[Double]] {
        // Small whole numbers first: of points that tell the same, the plainest is shown.
        let every = SamplePoints.coarse(domain: new.domain).filter { old.domain.contains($0) && $0.magnitude <= 1024 }
        let isPlain = { (a: Double) in a == a.rounded() && a.magnitude <= 8 }
        let all = every.filter(isPlain).sorted { $0.magnitude < $1.magnitude } + every.filter { !isPlain($0) }
        guard new.isCoupled else { return all.map { [$0] } }
        var random = SeededRandom(seed: 0xD1FF)
        let inner = all.filter { $0.magnitude <= 16 }
        return [1, 2, 3, 5].flatMap { length in
            (0..<12).map { _ in (0..<length).map { _ in inner.randomElement(using: &random) ?? 0 } }
        }
    }

    /// What the old link makes of ``points`` at the defaults, for formulas in y.
    private var images: [[Double]] {
        let evaluator = Evaluator([old.link.expression], parameters: old.parameters.map(\.name.value), precision: 256)
        evaluator.setParameters(old.parameters.map(\.defaultValue))
        return points.compactMap { point in
            if new.isCoupled { evaluator.setVector(point) }
            let image = point.map { evaluator.values(at: $0)[0] }
            return image.allSatisfy { $0.isTight } ? image.map(\.midpoint) : nil
        }
    }
}
