/// A chart of measured values: lines, and bands around them.
///
/// Losses of a run by epoch; or of several methods by wall time, each the median of its seeds with their range as a
/// band. Anything may be in it: gaps where a value is not finite, one point alone, ten thousand of them.
package struct LineChart: Sendable {
    package var series: [DataSeries]
    /// Below the horizontal axis: `epoch`.
    package var xName: String
    package var scale: AxisScale
    /// Whether only whole numbers are ticks of the horizontal axis.
    package var countsX: Bool
    /// A level to compare with, such as a target, and its name.
    package var level: (value: Double, name: String)?
    package var size: (width: Double, height: Double)

    package static let usualSize = (width: 460.0, height: 268.0)
    package static let smallSize = (width: 230.0, height: 132.0)

    /// - Parameters:
    ///   - series: the lines, in the order of drawing.
    ///   - xName: stands below the horizontal axis.
    ///   - countsX: whether only whole numbers are ticks of the horizontal axis.
    ///   - scale: of the vertical axis; ``AxisScale/fitting(_:factor:)`` if `nil`.
    ///   - level: a height to compare with, and its name.
    ///   - size: of the drawing.
    package init(
        _ series: [DataSeries], xName: String, countsX: Bool = false, scale: AxisScale? = nil,
        level: (value: Double, name: String)? = nil, size: (width: Double, height: Double) = usualSize
    ) {
        self.series = series
        self.xName = xName
        self.countsX = countsX
        self.level = level
        self.size = size
        self.scale = scale ?? .fitting(
            series.flatMap { $0.points.map(\.y) + $0.finiteBand.flatMap { [$0.lower, $0.upper] } })
    }

    /// The drawing; `nil` where no value can be shown.
    package func plot() -> Plot? {
        let placed = series.map { $0.placed(on: scale) }
        let points = placed.flatMap { $0.pieces.flatMap { $0 } }
        let edges = placed.flatMap { series in series.finiteBand.flatMap { [Point($0.x, $0.lower), Point($0.x, $0.upper)] } }
        let all = points + edges
        guard let x = AxisScale.linear.range(of: all.map(\.x)) else { return nil }
        let heights = all.map(\.y) + (level.map { [scale.place($0.value)] } ?? [])
        // The places are values of the drawn axis already.
        guard let y = AxisScale.linear.range(of: heights) else { return nil }
        let isSmall = size.width < 300
        let yTicks = scale.ticks(in: y, count: isSmall ? 3 : 6)
        let widest = yTicks.map(\.text.count).max() ?? 0
        let frame = Frame(
            x: countsX ? counted(x) : x, y: y, width: size.width, height: size.height,
            margin: Frame.Margin(top: 8, right: 14, bottom: 36, left: max(24, 12 + 6.6 * Double(widest))))
        var plot = Plot(frame)
        plot.yTicks = yTicks
        plot.xTicks = AxisScale.linear.ticks(in: frame.x, count: isSmall ? 3 : 7)
            .filter { !countsX || ($0.place == $0.place.rounded() && $0.place >= 0) }
        if let level, case let place = scale.place(level.value), place.isFinite {
            plot.add(guide: Point(frame.x.lowerBound, place), Point(frame.x.upperBound, place), "level")
        }
        for series in placed { draw(series, in: &plot) }
        plot.add(axisName: xName, isVariable: false)
        return plot
    }

    /// Room beside the first and last count.
    private func counted(_ x: ClosedRange<Double>) -> ClosedRange<Double> {
        x.upperBound - x.lowerBound < 1 ? x.lowerBound - 0.5...x.upperBound + 0.5 : x
    }

    private func draw(_ series: DataSeries, in plot: inout Plot) {
        let columns = Int(size.width)
        let band = series.finiteBand
        if band.count > 1 {
            let upper = Thinning.columns(band.map { Point($0.x, $0.upper) }, in: plot.frame.x, columns: columns)
            let lower = Thinning.columns(band.map { Point($0.x, $0.lower) }, in: plot.frame.x, columns: columns)
            plot.add(band: upper + lower.reversed(), series.look.style)
        }
        for piece in series.pieces {
            if piece.count == 1 {
                plot.add(dot: piece[0], series.look.style)
            } else {
                plot.add(line: Thinning.columns(piece, in: plot.frame.x, columns: columns), series.look.style, label: series.name)
            }
        }
    }
}

extension DataSeries {
    /// With heights as places on an axis of that scale.
    func placed(on scale: AxisScale) -> DataSeries {
        DataSeries(
            name, points.map { Point($0.x, scale.place($0.y)) },
            band: band.map { Bounds(x: $0.x, lower: scale.place($0.lower), upper: scale.place($0.upper)) }, look: look)
    }
}
