/// A function's graph as polylines, broken where it jumps or is not a number.
package struct SampledCurve: Sendable, Equatable {
    /// From left to right; each has at least two points.
    package var pieces: [[Point]] = []
    package var jumps: [Jump] = []

    package struct Jump: Sendable, Equatable {
        package var x: Double
        /// The limits from the left and the right, and the value itself.
        package var left, right, value: Double

        package init(x: Double, left: Double, right: Double, value: Double) {
            (self.x, self.left, self.right, self.value) = (x, left, right, value)
        }
    }
}

/// Samples a function as finely as its drawing can show: intervals are halved until the middle lies on the chord
/// within a tenth of a unit of the drawing; a step that no halving makes smaller is a jump.
package struct CurveSampler: Sendable {
    let x, y: ClosedRange<Double>
    let yScale: Double
    private let xScale: Double
    /// In units of the drawing.
    private let tolerance = 0.1
    private let initialIntervals = 96
    private let maximumDepth = 14

    package init(_ frame: Frame) {
        (x, y, xScale, yScale) = (frame.x, frame.y, frame.xScale, frame.yScale)
    }

    package func sample(_ f: @escaping (Double) -> Double) -> SampledCurve { sample(f, over: x) }

    /// The graph over a part of the frame.
    package func sample(_ f: @escaping (Double) -> Double, over range: ClosedRange<Double>) -> SampledCurve {
        var walk = Walk(sampler: self, f: f)
        let width = range.upperBound - range.lowerBound
        guard width > 0 else { return SampledCurve() }
        var last = Point(range.lowerBound, f(range.lowerBound))
        walk.append(last)
        for i in 1...initialIntervals {
            let x = i == initialIntervals ? range.upperBound : range.lowerBound + width * Double(i) / Double(initialIntervals)
            let next = Point(x, f(x))
            walk.refine(last, next, depth: 0)
            last = next
        }
        return walk.finished()
    }

    /// Beyond the frame by its own height, nothing is seen: points there need no precision.
    private func seen(_ value: Double) -> Double {
        let height = y.upperBound - y.lowerBound
        return min(max(value, y.lowerBound - height), y.upperBound + height) * yScale
    }

    private struct Walk {
        let sampler: CurveSampler
        let f: (Double) -> Double
        private var curve = SampledCurve()
        private var piece: [Point] = []

        init(sampler: CurveSampler, f: @escaping (Double) -> Double) {
            (self.sampler, self.f) = (sampler, f)
        }

        mutating func append(_ point: Point) {
            if point.y.isFinite { piece.append(point) }
        }

        private mutating func endPiece() {
            if piece.count > 1 { curve.pieces.append(sampler.simplified(piece)) }
            piece = []
        }

        /// Appends what lies between two points, and the second.
        mutating func refine(_ p: Point, _ q: Point, depth: Int) {
            let x = p.x / 2 + q.x / 2
            guard x > p.x, x < q.x else {
                join(p, q)
                return
            }
            let middle = Point(x, f(x))
            switch (p.y.isFinite, q.y.isFinite) {
            case (true, true):
                let sag = sampler.seen(middle.y) - sampler.seen(p.y) / 2 - sampler.seen(q.y) / 2
                if middle.y.isFinite, sag.magnitude <= sampler.tolerance, depth > 0 || sag == 0 {
                    append(middle)
                    append(q)
                } else if depth < sampler.maximumDepth {
                    refine(p, middle, depth: depth + 1)
                    refine(middle, q, depth: depth + 1)
                } else {
                    join(p, q)
                }
            case (false, false):
                endPiece()
            default:
                // An end of the domain: as near to it as a halving gets.
                if depth < 3 * sampler.maximumDepth {
                    refine(p, middle, depth: depth + 1)
                    refine(middle, q, depth: depth + 1)
                } else {
                    endPiece()
                    append(q)
                }
            }
        }

        /// Two points too near to be told apart across: one line, or a jump.
        private mutating func join(_ p: Point, _ q: Point) {
            guard p.y.isFinite, q.y.isFinite, sampler.isStep(p.y, q.y), let jump = located(p, q) else {
                append(q)
                return
            }
            append(Point(jump.x, jump.left))
            endPiece()
            if let last = curve.jumps.last, jump.x - last.x <= 1e-9 * (sampler.x.upperBound - sampler.x.lowerBound) {
                // A value of its own between two limits makes two steps of one jump.
                curve.jumps[curve.jumps.count - 1].right = jump.right
            } else {
                curve.jumps.append(jump)
            }
            append(Point(jump.x, jump.right))
            append(q)
        }

        /// Halves to neighbouring numbers, always keeping the larger step; `nil` where it then has vanished.
        private func located(_ p: Point, _ q: Point) -> SampledCurve.Jump? {
            var (p, q) = (p, q)
            for _ in 0..<1100 {
                let x = p.x / 2 + q.x / 2
                guard x > p.x, x < q.x else { break }
                let middle = Point(x, f(x))
                guard middle.y.isFinite else { return nil }
                if (middle.y - p.y).magnitude >= (q.y - middle.y).magnitude { q = middle } else { p = middle }
            }
            guard sampler.isStep(p.y, q.y) else { return nil }
            // Of two neighbours the rounder number is where the formula breaks.
            let x = q.x.magnitude < 1e-12 || "\(q.x)".count <= "\(p.x)".count ? q.x : p.x
            let exact = x.magnitude < 1e-12 ? 0 : x
            return SampledCurve.Jump(x: exact, left: p.y, right: q.y, value: f(exact))
        }

        mutating func finished() -> SampledCurve {
            endPiece()
            return curve
        }
    }

    private func isStep(_ a: Double, _ b: Double) -> Bool { (seen(a) - seen(b)).magnitude > 1 }

    /// The polyline without the points that lie on the line between their neighbours (Ramer–Douglas–Peucker).
    private func simplified(_ points: [Point]) -> [Point] {
        var kept = [Bool](repeating: false, count: points.count)
        kept[0] = true
        kept[points.count - 1] = true
        var ranges = [(0, points.count - 1)]
        while let (first, last) = ranges.popLast() {
            guard last - first > 1 else { continue }
            let (p, q) = (points[first], points[last])
            let (dx, dy) = ((q.x - p.x) * xScale, seen(q.y) - seen(p.y))
            let length = (dx * dx + dy * dy).squareRoot()
            var worst = (index: first, distance: 0.0)
            for i in first + 1..<last {
                let (ex, ey) = ((points[i].x - p.x) * xScale, seen(points[i].y) - seen(p.y))
                let distance = length > 0 ? (dx * ey - dy * ex).magnitude / length : (ex * ex + ey * ey).squareRoot()
                if distance > worst.distance { worst = (i, distance) }
            }
            guard worst.distance > 0.6 * tolerance else { continue }
            kept[worst.index] = true
            ranges += [(first, worst.index), (worst.index, last)]
        }
        return zip(points, kept).filter(\.1).map(\.0)
    }
}
