/// Measured values along an axis, such as losses by epoch, with a band around them where there are several runs.
package struct DataSeries: Sendable, Equatable {
    package let name: String
    /// From left to right. A value that is not finite is a gap.
    package let points: [Point]
    /// What the values of several runs lie in, such as the range over seeds; empty for one run.
    package let band: [Bounds]
    package let look: Look

    /// A band's edges at a place.
    package struct Bounds: Sendable, Equatable {
        package let x, lower, upper: Double

        package init(x: Double, lower: Double, upper: Double) {
            (self.x, self.lower, self.upper) = (x, lower, upper)
        }
    }

    /// A colour and a way to draw it. Neighbours in a chart differ in both where they can, so that colour is not
    /// all that tells them apart.
    package enum Look: Int, CaseIterable, Sendable {
        case blue, red, green, brown, purple, grey
        case blueDashed, redDashed, greenDashed, brownDashed, purpleDashed, greyDashed
        case blueDotted, redDotted, greenDotted, brownDotted, purpleDotted, greyDotted

        /// The classes of ``ChartStyle``.
        package var style: StaticString {
            switch self {
            case .blue: "s0"
            case .red: "s1"
            case .green: "s2"
            case .brown: "s3"
            case .purple: "s4"
            case .grey: "s5"
            case .blueDashed: "s0 dashed"
            case .redDashed: "s1 dashed"
            case .greenDashed: "s2 dashed"
            case .brownDashed: "s3 dashed"
            case .purpleDashed: "s4 dashed"
            case .greyDashed: "s5 dashed"
            case .blueDotted: "s0 dotted"
            case .redDotted: "s1 dotted"
            case .greenDotted: "s2 dotted"
            case .brownDotted: "s3 dotted"
            case .purpleDotted: "s4 dotted"
            case .greyDotted: "s5 dotted"
            }
        }

        /// The n-th look from 0; they begin again after the last.
        package static func numbered(_ n: Int) -> Look { allCases[n % allCases.count] }
    }

    package init(_ name: String, _ points: [Point], band: [Bounds] = [], look: Look) {
        (self.name, self.points, self.band, self.look) = (name, points, band, look)
    }

    /// The parts between gaps.
    var pieces: [[Point]] { points.split { !$0.x.isFinite || !$0.y.isFinite }.map(Array.init) }

    var finiteBand: [Bounds] { band.filter { $0.x.isFinite && $0.lower.isFinite && $0.upper.isFinite } }

    /// How many values are not finite.
    package var gaps: Int { points.count { !$0.x.isFinite || !$0.y.isFinite } }
}

/// Fewer points with the same drawing.
enum Thinning {
    /// Of the points that fall into one of `columns` equal parts of `range`, the first, the lowest, the highest and
    /// the last.
    static func columns(_ points: [Point], in range: ClosedRange<Double>, columns: Int) -> [Point] {
        guard points.count > 4 * columns else { return points }
        let scale = Double(columns) / (range.upperBound - range.lowerBound)
        var result: [Point] = []
        var start = points.startIndex
        while start < points.endIndex {
            let column = ((points[start].x - range.lowerBound) * scale).rounded(.down)
            let end = points[start...].firstIndex { (($0.x - range.lowerBound) * scale).rounded(.down) != column } ?? points.endIndex
            let part = points[start..<end].indices
            let low = part.min { points[$0].y < points[$1].y } ?? start
            let high = part.max { points[$0].y < points[$1].y } ?? start
            for index in Set([start, low, high, end - 1]).sorted() { result.append(points[index]) }
            start = end
        }
        return result
    }
}
