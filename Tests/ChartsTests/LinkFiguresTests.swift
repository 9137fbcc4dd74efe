import Charts
import Testing

@Suite("Pictures of a link")
struct LinkFiguresTests {
    private let relu6 = LinkOnALine(
        link: { min(max($0, 0), 6) }, derivative: { $0 >= 0 && $0 < 6 ? 1 : 0 },
        integral: { $0 < 0 ? 0 : $0 < 6 ? $0 * $0 / 2 : 6 * $0 - 18 })
    private let step = LinkOnALine(
        link: { $0 < 0 ? 0 : $0 > 0 ? 1 : 0.5 }, derivative: { _ in 0 }, integral: { max($0, 0) })

    @Test func `the window holds all kinks, and two round points`() {
        let window = LinkWindow(relu6)
        #expect(window.x == -4...8)
        #expect(window.target < window.estimate)
        #expect((window.target * 10).rounded() == window.target * 10)
        let positive = LinkWindow(LinkOnALine(link: { $0 }, derivative: { _ in 1 }, integral: { $0 * $0 / 2 }, lower: 0))
        #expect(positive.x == 0...4)
        #expect(positive.target > 0)
    }

    @Test func `an open end of a jump is an open point, the value a closed one`() {
        let svg = LinkFigures(step).link().svg(title: "step", description: "").rendered
        #expect(svg.components("class=\"dot link open\"") == 2)
        #expect(svg.components("class=\"dot link\"") == 1)
    }

    @Test func `each picture has its parts`() {
        let figures = LinkFigures(relu6)
        let integral = figures.integral().svg(title: "F", description: "").rendered
        for part in ["curve integral", "curve tangent", "curve gap", ">a<", ">â<"] { #expect(integral.contains(part)) }
        let loss = figures.loss().svg(title: "D", description: "").rendered
        for part in ["class=\"area\"", "curve level", "curve link", ">a<", ">â<"] { #expect(loss.contains(part)) }
        // D(4.4, 0.8) of relu6 there: ½ (4.4 − 0.8)².
        #expect((relu6.divergence(4.4, 0.8) - 6.48).magnitude < 1e-12)
    }

    /// No coordinate leaves the drawing, whatever the function does.
    @Test func `drawings stay within their frame`() {
        let wild: [LinkOnALine] = [
            LinkOnALine(link: { 1e300 * $0 }, derivative: { _ in 1e300 }, integral: { 5e299 * $0 * $0 }),
            LinkOnALine(link: { 1 / $0 }, derivative: { -1 / ($0 * $0) }, integral: { _ in .nan }),
            LinkOnALine(link: { _ in .nan }, derivative: { _ in .infinity }, integral: { _ in -.infinity }),
            LinkOnALine(link: { _ in 0 }, derivative: { _ in 0 }, integral: { _ in 0 }),
            LinkOnALine(link: { $0 * 1e-300 }, derivative: { _ in 1e-300 }, integral: { _ in 0 }, lower: 0, upper: 1e-9),
        ]
        for curve in wild {
            let figures = LinkFigures(curve)
            for plot in [figures.link(), figures.integral(), figures.loss(), figures.spark()] {
                let svg = plot.svg(title: "", description: "").rendered
                #expect(!svg.contains("nan") && !svg.contains("inf"))
                for match in svg.matches(of: /\ (?:c?[xy][12]?)="(-?[\d.]+)"/) {
                    #expect((-20...400).contains(Double(match.1)!))
                }
            }
        }
    }
}

extension String {
    fileprivate func components(_ part: String) -> Int { ranges(of: part).count }
}
