/// A drawing of functions over a frame: grid and axes, then areas, guides, curves, points and words, in that order.
///
/// What leaves the frame is cut at its edge, and what is not a number is left out: any function may be drawn.
/// How it looks is said by classes (``ChartStyle``), so that one drawing serves light and dark pages.
package struct Plot: Sendable {
    package let frame: Frame
    private var areas: [Markup] = []
    private var guides: [Markup] = []
    private var curves: [Markup] = []
    private var points: [Markup] = []
    private var words: [Markup] = []
    /// What stands beside the axes; round numbers if `nil`.
    var xTicks, yTicks: [AxisTick]?

    package init(_ frame: Frame) { self.frame = frame }

    package enum Anchor: String, Sendable { case start, middle, end }

    // MARK: What may be drawn

    package mutating func add(curve: SampledCurve, _ style: StaticString, label: String? = nil) {
        let data = curve.pieces.flatMap { Clipping.line($0, to: frame.y) }
            .map { PathData.line($0, in: frame) }.joined()
        guard !data.isEmpty else { return }
        let title: [Markup] = label.map { [.tag("title", text: $0)] } ?? []
        curves.append(.tag("path", ["class": "curve \(style)", "d": data], title))
    }

    /// A polyline of measured points.
    package mutating func add(line points: [Point], _ style: StaticString, label: String? = nil) {
        add(curve: SampledCurve(pieces: [points]), style, label: label)
    }

    /// The limits beside a jump as open points, the value there as a closed one.
    package mutating func add(jumps: [SampledCurve.Jump], _ style: StaticString) {
        for jump in jumps where frame.x.contains(jump.x) {
            let ends = Clipping.line([Point(jump.x, jump.left), Point(jump.x, jump.right)], to: frame.y)
            for end in ends { add(guide: end[0], end[end.count - 1], "leap") }
            let near = 1e-9 * (frame.y.upperBound - frame.y.lowerBound)
            for limit in [jump.left, jump.right] where (limit - jump.value).magnitude > near {
                add(dot: Point(jump.x, limit), style, isOpen: true)
            }
            add(dot: Point(jump.x, jump.value), style)
        }
    }

    package mutating func add(area polygon: [Point], label: String? = nil) { add(polygon, "area", label) }

    /// The room between a lower and an upper edge, as a closed polygon.
    package mutating func add(band polygon: [Point], _ style: StaticString) { add(polygon, "band \(style)", nil) }

    private mutating func add(_ polygon: [Point], _ style: String, _ label: String?) {
        guard polygon.allSatisfy(\.y.isFinite), case let clipped = Clipping.polygon(polygon, to: frame.y), clipped.count > 2
        else { return }
        let title: [Markup] = label.map { [.tag("title", text: $0)] } ?? []
        areas.append(.tag("path", ["class": style, "d": PathData.line(clipped, in: frame, closed: true)], title))
    }

    package mutating func add(guide from: Point, _ to: Point, _ style: StaticString = "") {
        guides += line(from, to, style.description.isEmpty ? "guide" : "guide \(style)")
    }

    package mutating func add(segment from: Point, _ to: Point, _ style: StaticString) {
        curves += line(from, to, "curve \(style)")
    }

    package mutating func add(dot point: Point, _ style: StaticString, isOpen: Bool = false) {
        guard frame.y.contains(point.y), frame.x.contains(point.x) else { return }
        let p = frame.place(point)
        points.append(.tag("circle", [
            "class": "dot \(style)\(isOpen ? " open" : "")", "cx": NumberText.coordinate(p.x),
            "cy": NumberText.coordinate(p.y), "r": isOpen ? "3.2" : "3.6",
        ]))
    }

    /// Words at a place of the plane, moved by (dx, dy) units of the drawing.
    package mutating func add(
        word text: String, at point: Point, dx: Double = 0, dy: Double = 0, _ anchor: Anchor = .start,
        _ style: StaticString = ""
    ) {
        guard frame.y.contains(point.y) else { return }
        let p = frame.place(point)
        words.append(word(text, p.x + dx, p.y + dy, anchor, "word \(style)"))
    }

    /// The name of a point of the horizontal axis, below the numbers.
    package mutating func add(mark text: String, at x: Double) {
        let p = frame.place(Point(x, frame.y.lowerBound))
        words.append(word(text, p.x, frame.bottom + 29, .middle, "mark"))
    }

    /// The name of the horizontal axis: a variable, or words such as `epoch`.
    package mutating func add(axisName name: String, isVariable: Bool = true) {
        words.append(word(name, frame.right, frame.bottom + 29, .end, isVariable ? "mark" : "tick"))
    }

    // MARK: The drawing

    /// - Parameters:
    ///   - title: what is drawn, in a few words.
    ///   - description: what is to be seen, for those who do not see it.
    ///   - style: the drawing's class, `plot` or `spark`.
    package func svg(title: String, description: String, style: StaticString = "plot") -> Markup {
        Plot.element((frame.width, frame.height), title, description, "\(style)", content, [])
    }

    private var content: [Markup] { grid + axes + areas + guides + curves + points + words }

    /// Drawings side by side in a file of their own, with its colours.
    package static func file(_ plots: [Plot], title: String, description: String) -> String {
        var (x, height) = (0.0, 0.0)
        var panels: [Markup] = []
        for plot in plots {
            panels.append(plot.panel(at: Point(x, 0)))
            (x, height) = (x + plot.frame.width, max(height, plot.frame.height))
        }
        return file((x, height), title: title, description: description, panels)
    }

    /// The drawing as a part of a larger one.
    func panel(at corner: Point) -> Markup {
        let (width, height) = (NumberText.coordinate(frame.width), NumberText.coordinate(frame.height))
        return .tag(
            "svg", ["x": NumberText.coordinate(corner.x), "y": NumberText.coordinate(corner.y), "width": width, "height": height], content)
    }

    /// A file of drawings on paper, with its colours.
    static func file(_ size: (width: Double, height: Double), title: String, description: String, _ panels: [Markup]) -> String {
        element(
            size, title, description, "plot",
            [ChartStyle.standalone, .tag("rect", ["class": "paper", "width": "100%", "height": "100%", "rx": "8"])] + panels,
            [.init("xmlns", "http://www.w3.org/2000/svg")]
        ).rendered
    }

    /// The curves alone over the two axes: a picture for a list.
    package func small(title: String) -> Markup {
        Plot.element((frame.width, frame.height), title, nil, "spark", zeroLines + curves + points, [])
    }

    private static func element(
        _ size: (width: Double, height: Double), _ title: String, _ description: String?, _ style: String, _ content: [Markup], _ more: [Markup.Attribute]
    ) -> Markup {
        let (width, height) = (NumberText.coordinate(size.width), NumberText.coordinate(size.height))
        return .element(
            "svg",
            more + [
                .init("class", style), .init("viewBox", "0 0 \(width) \(height)"), .init("width", width),
                .init("height", height), .init("role", "img"), .init("aria-label", title),
            ],
            [.tag("title", text: title)] + (description.map { [.tag("desc", text: $0)] } ?? []) + content)
    }

    // MARK: Axes

    private var grid: [Markup] {
        let vertical = ticksOfX.map { frame.place(Point($0.place, 0)).x }
            .map { "M\(NumberText.coordinate($0)) \(NumberText.coordinate(frame.top))V\(NumberText.coordinate(frame.bottom))" }
        let horizontal = ticksOfY.map { frame.place(Point(0, $0.place)).y }
            .map { "M\(NumberText.coordinate(frame.left)) \(NumberText.coordinate($0))H\(NumberText.coordinate(frame.right))" }
        return [.tag("path", ["class": "grid", "d": (vertical + horizontal).joined()])] + zeroLines
    }

    private var zeroLines: [Markup] {
        var data = ""
        let origin = frame.place(Point(0, 0))
        // Zero is no place of its own on an axis with other ticks.
        if xTicks == nil, frame.x.contains(0) {
            data += "M\(NumberText.coordinate(origin.x)) \(NumberText.coordinate(frame.top))V\(NumberText.coordinate(frame.bottom))"
        }
        if yTicks == nil, frame.y.contains(0) {
            data += "M\(NumberText.coordinate(frame.left)) \(NumberText.coordinate(origin.y))H\(NumberText.coordinate(frame.right))"
        }
        return data.isEmpty ? [] : [.tag("path", ["class": "zero", "d": data])]
    }

    private var axes: [Markup] {
        ticksOfX.map { word($0.text, frame.place(Point($0.place, 0)).x, frame.bottom + 14, .middle, "tick") }
            + ticksOfY.map { word($0.text, frame.left - 6, frame.place(Point(0, $0.place)).y + 4, .end, "tick") }
    }

    private var ticksOfX: [AxisTick] { xTicks ?? AxisScale.linear.ticks(in: frame.x, count: 8) }
    private var ticksOfY: [AxisTick] { yTicks ?? AxisScale.linear.ticks(in: frame.y, count: 6) }

    private func line(_ from: Point, _ to: Point, _ style: String) -> [Markup] {
        guard from.y.isFinite, to.y.isFinite else { return [] }
        return Clipping.line([from, to], to: frame.y).map { ends in
            let (p, q) = (frame.place(ends[0]), frame.place(ends[1]))
            return .tag("line", [
                "class": style, "x1": NumberText.coordinate(p.x), "y1": NumberText.coordinate(p.y),
                "x2": NumberText.coordinate(q.x), "y2": NumberText.coordinate(q.y),
            ])
        }
    }

    private func word(_ text: String, _ x: Double, _ y: Double, _ anchor: Anchor, _ style: String) -> Markup {
        var attributes: [Markup.Attribute] = [
            .init("class", style), .init("x", NumberText.coordinate(x)), .init("y", NumberText.coordinate(y)),
        ]
        if anchor != .start { attributes.append(.init("text-anchor", anchor.rawValue)) }
        return .element("text", attributes, [.text(text)])
    }
}
