import Catalogue
import Symbolic

/// Fits an ``IntegralTable`` to the integral of a link without parameters, F(0) = 0: by interpolation of f at Chebyshev
/// points, where f is known to the last bit, on panels that are halved until the series has converged; then checked
/// against another rule at other points.
struct IntegralFit {
    private static let maximumPanels = 160
    /// A series has converged where its last terms are below this share of the whole.
    private static let resolution = 0x1p-52
    private static let tolerance = 1e-14

    private let entry: CatalogueEntry
    private let link: Evaluator
    private let fine: Evaluator
    private let rule = Chebyshev(count: 20)
    private let checkRule = Chebyshev(count: 27)

    private init(_ entry: CatalogueEntry) {
        self.entry = entry
        link = Evaluator([entry.link.expression], precision: 128)
        fine = Evaluator([entry.link.expression], precision: 1024)
    }

    /// - Parameter kinks: where the link or one of its derivatives breaks; all of them.
    /// - Returns: `nil` where no table of moderate size reaches the accuracy.
    static func table(for entry: CatalogueEntry, kinks: [Double]) -> IntegralTable? {
        guard entry.parameters.isEmpty, !entry.isCoupled, entry.domain == .real else { return nil }
        let fit = IntegralFit(entry)
        guard let right = fit.side(1, kinks.filter { $0 > 0 }), let left = fit.side(-1, kinks.filter { $0 < 0 }) else { return nil }
        var table = IntegralTable(
            edges: left.edges.reversed() + [0] + right.edges, panels: left.panels.reversed() + right.panels, error: 0, pointCount: 0)
        guard table.panels.count <= maximumPanels, fit.verify(&table) else { return nil }
        return table
    }

    /// f at a, within 2⁻⁵⁰ of it or nan.
    private func value(_ a: Double) -> Double {
        let first = link.values(at: a)[0]
        if Self.isSharp(first) { return first.midpoint }
        let second = fine.values(at: a)[0]
        return Self.isSharp(second) ? second.midpoint : .nan
    }

    private static func isSharp(_ e: Enclosure) -> Bool {
        e.status == .defined && (e.isZero || e.width <= 0x1p-50 * max(e.lower.magnitude, e.upper.magnitude))
    }

    // MARK: One side of 0

    private func side(_ sign: Double, _ kinks: [Double]) -> (edges: [Double], panels: [IntegralTable.Panel])? {
        guard let power = order(sign), let tail = IntegralTail.find(entry.link.expression, sign: sign) else { return nil }
        // Outward from 0: from here on the numbers are distances.
        var cuts = kinks.map(\.magnitude).filter { $0 > 0 && $0 < tail.start }.sorted() + [tail.start]
        var edges: [Double] = []
        var panels: [IntegralTable.Panel] = []
        var (from, total) = (0.0, 0.0)
        var stack: [Double] = []
        while !cuts.isEmpty || !stack.isEmpty {
            if stack.isEmpty { stack.append(cuts.removeFirst()) }
            let to = stack[stack.count - 1]
            if let (panel, end) = panel(from, to, sign, power, total) {
                panels.append(panel)
                edges.append(sign * to)
                (from, total) = (to, end)
                stack.removeLast()
                continue
            }
            // Far out the geometric mean, near the arithmetic one; from 0 by an eighth.
            let middle = from == 0 ? to / 8 : to > 4 * from ? (from * to).squareRoot() : from / 2 + to / 2
            guard panels.count + stack.count < Self.maximumPanels, middle - from > from * 0x1p-30, middle > 0x1p-40 else { return nil }
            stack.append(middle)
        }
        return (edges, panels + [tail.panel(sign: sign, total: total)])
    }

    /// k with f ~ aᵏ⁻¹ towards 0; 0 where f is 0 there.
    private func order(_ sign: Double) -> Int? {
        let (near, far) = (value(sign * 0x1p-30), value(sign * 0x1p-29))
        if near == 0 && far == 0 { return 0 }
        for m in 0..<IntegralTable.maximumPower where (far / near / Double(1 << m) - 1).magnitude < 1e-6 { return m + 1 }
        return nil
    }

    /// The polynomial on a panel, and F at its outer end; `nil` where the series has not converged.
    private func panel(
        _ from: Double, _ to: Double, _ sign: Double, _ power: Int, _ total: Double
    ) -> (panel: IntegralTable.Panel, end: Double)? {
        let (centre, half) = (from / 2 + to / 2, to / 2 - from / 2)
        let places = rule.nodes.map { centre + half * $0 }
        let links = places.map { value(sign * $0) }
        guard links.allSatisfy(\.isFinite) else { return nil }
        if total == 0, links.allSatisfy({ $0 == 0 }) { return (.zero, 0) }
        let values: [Double]
        let end: Double
        if from == 0 {
            guard power > 0 else { return nil }
            // h(a) = F/aᵏ = ∫₀¹ sᵏ⁻¹ φ(a s) ds with φ = f/aᵏ⁻¹, which is smooth.
            let series = rule.coefficients(zip(places, links).map { $1 / Self.power(sign * $0, power - 1) })
            guard isResolved(series) else { return nil }
            func h(_ a: Double) -> Double {
                zip(rule.nodes, rule.weights).reduce(0.0) { sum, node in
                    let s = 0.5 + 0.5 * node.0
                    return sum + 0.5 * node.1 * Self.power(s, power - 1) * Chebyshev.value(series, at: (a * s - centre) / half)
                }
            }
            values = places.map(h)
            end = h(to) * Self.power(sign * to, power)
        } else {
            let slope = rule.coefficients(links)
            let change = Chebyshev.integrated(slope).map { $0 * half * sign }
            // Converged with respect to F: what the interpolant of f misses is its last terms times the width.
            let miss = slope.suffix(3).map(\.magnitude).max() ?? 0
            let integrals = rule.nodes.map { total + Chebyshev.value(change, at: $0) }
            let size = integrals.map(\.magnitude).min() ?? 0
            let largest = integrals.map(\.magnitude).max() ?? 0
            let crosses = integrals.contains { $0 < 0 } && integrals.contains { $0 > 0 }
            guard miss * half <= Self.resolution * max(crosses ? largest : size, size) else { return nil }
            values = zip(places, integrals).map { $1 / Self.power(sign * $0, power) }
            end = total + Chebyshev.value(change, at: 1)
        }
        guard values.allSatisfy(\.isFinite), end.isFinite else { return nil }
        var c = rule.coefficients(values)
        guard isResolved(c), varies(values) <= 32, (c.dropFirst(IntegralTable.degree + 1).map(\.magnitude).max() ?? 0) <= Self.resolution * smallest(values)
        else { return nil }
        c = Array(c.prefix(IntegralTable.degree + 1))
        let polynomial = Chebyshev.powers(c)
        // In a itself: t of the distance, mirrored on the left.
        let mirrored = sign > 0 ? polynomial : polynomial.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
        return (IntegralTable.Panel(centre: sign * centre, scale: 1 / half, power: power, coefficients: mirrored), end)
    }

    /// The least size of the values, or where they cross zero the largest.
    private func smallest(_ values: [Double]) -> Double {
        let crosses = values.contains { $0 < 0 } && values.contains { $0 > 0 }
        return (crosses ? values.map(\.magnitude).max() : values.map(\.magnitude).min()) ?? 0
    }

    /// The ratio of the largest to the least value: a rounding error of the one must not show in the other.
    private func varies(_ values: [Double]) -> Double { (values.map(\.magnitude).max() ?? 0) / smallest(values) }

    /// Whether the last terms are negligible.
    private func isResolved(_ series: [Double]) -> Bool {
        (series.suffix(2).map(\.magnitude).max() ?? 0) <= Self.resolution * (series.map(\.magnitude).max() ?? 0)
    }

    static func power(_ x: Double, _ n: Int) -> Double { (0..<n).reduce(1.0) { product, _ in product * x } }

    // MARK: Verification

    /// Compares the table, computed as the generated code does, with Fejér's rule of another order from edge to edge.
    private func verify(_ table: inout IntegralTable) -> Bool {
        let zero = table.edges.firstIndex(of: 0) ?? 0
        for sign in [1.0, -1.0] {
            let edges = sign > 0 ? table.edges[(zero + 1)...].map { $0 } : table.edges[..<zero].reversed()
            var (from, total) = (0.0, 0.0)
            for to in edges {
                // At three points of the panel, each from the panel's inner end.
                for share in [0.23, 0.71, 1.0] {
                    let a = share == 1 ? to : from + share * (to - from)
                    let reference = total + integral(from, a)
                    let found = table.value(at: share == 1 ? a.nextToward(from) : a)
                    guard reference.isFinite, found.isFinite else { return false }
                    let scale = crosses(table) ? max(reference.magnitude, (a * value(a)).magnitude) : reference.magnitude
                    if scale > 0 { table.error = max(table.error, (found - reference).magnitude / scale) }
                    table.pointCount += 1
                    if share == 1 { total = reference }
                }
                from = to
            }
            // The tail, where it is a polynomial: against f, and against the integral a little further out.
            let a = 1.75 * from
            if value(a).isFinite, (a - from).isFinite {
                let reference = total + integral(from, a)
                let found = table.value(at: a)
                if reference.isFinite, found.isFinite, reference != 0 {
                    table.error = max(table.error, (found - reference).magnitude / reference.magnitude)
                    table.pointCount += 1
                }
            }
        }
        return table.error <= Self.tolerance
    }

    private func crosses(_ table: IntegralTable) -> Bool { value(0) != 0 }

    private func integral(_ from: Double, _ to: Double) -> Double {
        let (centre, half) = (from / 2 + to / 2, to / 2 - from / 2)
        return half * zip(checkRule.nodes, checkRule.weights).reduce(0.0) { $0 + $1.1 * value(centre + half * $1.0) }
    }
}

extension Double {
    fileprivate func nextToward(_ other: Double) -> Double { other > self ? nextUp : other < self ? nextDown : self }
}
