/// The pictures of a link: f and f′; F with a tangent and the Bregman gap; the matching loss as an area.
package struct LinkFigures {
    package let curve: LinkOnALine
    package let window: LinkWindow
    package static let size = (width: 360.0, height: 268.0)

    package init(_ curve: LinkOnALine) {
        self.curve = curve
        window = LinkWindow(curve)
    }

    /// f, its derivative, and what further coordinates there are.
    package func link() -> Plot {
        let heights = window.heights(of: [curve.link, visibleDerivative] + curve.companions.map { f in { f($0) } }, reach: 1)
        var plot = Plot(frame(heights))
        let sampler = CurveSampler(plot.frame)
        for companion in curve.companions { plot.add(curve: sampler.sample(companion), "other") }
        plot.add(curve: sampler.sample(curve.derivative), "slope", label: "the derivative")
        let link = sampler.sample(curve.link)
        plot.add(curve: link, "link", label: "the link")
        plot.add(jumps: link.jumps, "link")
        addAxisName(&plot)
        return plot
    }

    /// F, its tangent at a, and at â the gap between them, D_F(â, a). Of a link that falls somewhere there is no gap
    /// to be shown: F is not convex, and may lie below its tangent.
    package func integral(annotated: Bool = false) -> Plot {
        let (a, estimate) = (window.target, window.estimate)
        let tangent = { (s: Double) in curve.integral(a) + curve.link(a) * (s - a) }
        let heights = window.heights(
            of: [curve.integral], reach: 1.6,
            including: curve.increases ? [curve.integral(estimate), tangent(estimate)] : [])
        var plot = Plot(frame(heights))
        let sampler = CurveSampler(plot.frame)
        // A straight line needs no more than its ends.
        let ends = [Point(window.x.lowerBound, tangent(window.x.lowerBound)), Point(window.x.upperBound, tangent(window.x.upperBound))]
        plot.add(segment: ends[0], ends[1], "tangent")
        plot.add(curve: sampler.sample(curve.integral), "integral", label: "the integral")
        stem(&plot, a, curve.integral(a))
        plot.add(dot: Point(a, curve.integral(a)), "integral")
        guard curve.increases else { return plot }
        stem(&plot, estimate, tangent(estimate))
        let (low, high) = (Point(estimate, tangent(estimate)), Point(estimate, curve.integral(estimate)))
        plot.add(segment: low, high, "gap")
        plot.add(dot: high, "loss")
        if annotated {
            plot.add(word: "D", at: Point(estimate, low.y / 2 + high.y / 2), dx: 9, dy: 5, .start, "loss")
            let share = window.x.lowerBound * 0.9 + window.x.upperBound * 0.1
            plot.add(word: "F", at: Point(share, curve.integral(share)), dx: 12, dy: -8, .start, "integral")
        }
        return plot
    }

    /// The area between f and the level y = f(a), from a to â: the matching loss.
    /// - Parameters:
    ///   - annotated: whether names are written into the drawing.
    ///   - other: a further graph, such as the falling part beside the rising one.
    package func loss(annotated: Bool = false, beside other: ((Double) -> Double)? = nil) -> Plot {
        let (a, estimate) = (window.target, window.estimate)
        let level = curve.link(a)
        let graphs = [curve.link] + (other.map { [$0] } ?? [])
        var plot = Plot(frame(window.heights(of: graphs, reach: 1, including: [level, curve.link(estimate)])))
        let sampler = CurveSampler(plot.frame)
        if let other { plot.add(curve: sampler.sample(other), "other") }
        let under = sampler.sample(curve.link, over: a...estimate).pieces.flatMap { $0 }
        plot.add(
            area: [Point(a, level)] + under + [Point(estimate, level)],
            label: "the matching loss, \(NumberText.short(curve.divergence(estimate, a)))")
        plot.add(segment: Point(window.x.lowerBound, level), Point(window.x.upperBound, level), "level")
        let link = sampler.sample(curve.link)
        plot.add(curve: link, "link", label: "the link")
        plot.add(jumps: link.jumps, "link")
        stem(&plot, a, level)
        stem(&plot, estimate, level)
        let end = curve.link(estimate)
        plot.add(guide: Point(estimate, level), Point(estimate, end), "edge")
        plot.add(dot: Point(a, level), "link")
        plot.add(dot: Point(estimate, curve.link(estimate)), "loss")
        if annotated {
            plot.add(word: "y = f(a)", at: Point(window.x.upperBound, level), dx: -2, dy: -7, .end)
            let inside = 0.28 * a + 0.72 * estimate
            let isRoomy = (curve.link(inside) - level) * plot.frame.yScale > 30
            // In the area where there is room, else beside its edge.
            let place = isRoomy ? Point(inside, level * 0.55 + curve.link(inside) * 0.45) : Point(estimate, level * 0.5 + end * 0.5)
            plot.add(word: "D", at: place, dx: isRoomy ? 0 : 8, dy: 5, isRoomy ? .middle : .start, "loss")
            let share = window.x.lowerBound * 0.1 + window.x.upperBound * 0.9
            plot.add(word: "f", at: Point(share, curve.link(share)), dx: 8, dy: 19, .start, "link")
        }
        return plot
    }

    /// f for several values of a parameter, at most five.
    package func family(_ members: [(Double) -> Double]) -> Plot {
        let heights = window.heights(of: members.map { f in { f($0) } }, reach: 1)
        var plot = Plot(frame(heights))
        let sampler = CurveSampler(plot.frame)
        for (i, member) in members.prefix(5).enumerated() {
            let sampled = sampler.sample(member)
            switch i {
            case 0: plot.add(curve: sampled, "v0")
            case 1: plot.add(curve: sampled, "v1")
            case 2: plot.add(curve: sampled, "v2")
            case 3: plot.add(curve: sampled, "v3")
            default: plot.add(curve: sampled, "v4")
            }
        }
        addAxisName(&plot)
        return plot
    }

    /// f alone, small.
    package func spark() -> Plot {
        let heights = window.heights(of: [curve.link], reach: 1)
        let margin = Frame.Margin(top: 3, right: 3, bottom: 3, left: 3)
        var plot = Plot(Frame(x: window.x, y: heights, width: 132, height: 84, margin: margin))
        let link = CurveSampler(plot.frame).sample(curve.link)
        plot.add(curve: link, "link")
        return plot
    }

    private func frame(_ heights: ClosedRange<Double>) -> Frame { LinkFigures.frame(x: window.x, y: heights) }

    /// The frame of a figure of the usual size.
    package static func frame(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Frame {
        Frame(
            x: x, y: y, width: size.width, height: size.height,
            margin: Frame.Margin(top: 8, right: 10, bottom: 36, left: 36))
    }

    /// A line from the axis up (or down) to a point, and the point's name below the axis.
    private func stem(_ plot: inout Plot, _ x: Double, _ y: Double) {
        plot.add(guide: Point(x, plot.frame.y.lowerBound), Point(x, y))
        plot.add(mark: x == window.target ? "a" : "â", at: x)
    }

    private func addAxisName(_ plot: inout Plot) {
        plot.add(axisName: curve.variable)
    }

    /// Without the ends of a domain, where it may be infinite.
    private var visibleDerivative: (Double) -> Double {
        let (link, derivative) = (curve.link, curve.derivative)
        return { s in
            let slope = derivative(s)
            return slope.magnitude > 4 * (1 + link(s).magnitude) ? .nan : slope
        }
    }
}
