package struct Point: Sendable, Hashable {
    package var x, y: Double

    package init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// What a plot shows of the plane, and where it lies in the drawing. y grows upwards in the one, downwards in the other.
package struct Frame: Sendable, Equatable {
    package let x, y: ClosedRange<Double>
    package let width, height: Double
    let margin: Margin

    package struct Margin: Sendable, Equatable {
        let top, right, bottom, left: Double
    }

    /// - Precondition: both ranges are finite and not empty.
    package init(x: ClosedRange<Double>, y: ClosedRange<Double>, width: Double, height: Double, margin: Margin) {
        precondition(x.upperBound - x.lowerBound > 0 && y.upperBound - y.lowerBound > 0)
        (self.x, self.y, self.width, self.height, self.margin) = (x, y, width, height, margin)
    }

    var left: Double { margin.left }
    var right: Double { width - margin.right }
    var top: Double { margin.top }
    var bottom: Double { height - margin.bottom }
    /// Units of the drawing for one of the plane.
    package var xScale: Double { (right - left) / (x.upperBound - x.lowerBound) }
    package var yScale: Double { (bottom - top) / (y.upperBound - y.lowerBound) }

    package func place(_ point: Point) -> Point {
        Point(left + (point.x - x.lowerBound) * xScale, bottom - (point.y - y.lowerBound) * yScale)
    }
}
