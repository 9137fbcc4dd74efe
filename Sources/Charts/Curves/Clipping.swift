/// Cutting at a lower and an upper edge: a curve that leaves the frame ends exactly on it.
package enum Clipping {
    /// The parts of a polyline within `range`.
    package static func line(_ points: [Point], to range: ClosedRange<Double>) -> [[Point]] {
        var parts: [[Point]] = []
        var part: [Point] = []
        func end() {
            if part.count > 1 { parts.append(part) }
            part = []
        }
        for (p, q) in zip(points, points.dropFirst()) {
            guard let (from, to) = segment(p, q, range) else {
                end()
                continue
            }
            if part.last != from {
                end()
                part = [from]
            }
            part.append(to)
            if to != q { end() }
        }
        end()
        return parts
    }

    /// A polygon's part within `range` (Sutherland and Hodgman).
    package static func polygon(_ points: [Point], to range: ClosedRange<Double>) -> [Point] {
        half(half(points, range.lowerBound) { $0 >= range.lowerBound }, range.upperBound) { $0 <= range.upperBound }
    }

    private static func half(_ points: [Point], _ edge: Double, _ isInside: (Double) -> Bool) -> [Point] {
        guard var last = points.last else { return [] }
        var result: [Point] = []
        for point in points {
            if isInside(point.y) != isInside(last.y) { result.append(crossing(last, point, edge)) }
            if isInside(point.y) { result.append(point) }
            last = point
        }
        return result
    }

    private static func segment(_ p: Point, _ q: Point, _ range: ClosedRange<Double>) -> (Point, Point)? {
        func entered(_ from: Point, _ to: Point) -> Point? {
            if from.y < range.lowerBound { return to.y < range.lowerBound ? nil : crossing(from, to, range.lowerBound) }
            if from.y > range.upperBound { return to.y > range.upperBound ? nil : crossing(from, to, range.upperBound) }
            return from
        }
        guard let from = entered(p, q), let to = entered(q, p) else { return nil }
        return (from, to)
    }

    /// Where the line through both meets the height `y`; they lie on different sides of it.
    private static func crossing(_ p: Point, _ q: Point, _ y: Double) -> Point {
        Point(p.x + (q.x - p.x) * ((y - p.y) / (q.y - p.y)), y)
    }
}
