import Charts
import Testing

@Suite struct LineChartTests {
    private func line(_ values: [Double], look: DataSeries.Look = .blue) -> DataSeries {
        DataSeries("a line", values.enumerated().map { Point(Double($0.offset + 1), $0.element) }, look: look)
    }

    private func drawing(_ chart: LineChart) throws -> String {
        try #require(chart.plot()).svg(title: "title", description: "description").rendered
    }

    @Test func `a line is drawn with its ticks, its name and whole epochs`() throws {
        let svg = try drawing(LineChart([line([3, 2, 1.5])], xName: "epoch", countsX: true))
        #expect(svg.matches(of: /<path class="curve s0" d="M[^"]+">/).count == 1)
        #expect(svg.contains("<title>a line</title>"))
        #expect(svg.contains(">epoch</text>"))
        let middles = svg.matches(of: /text-anchor="middle">([^<]*)</).map { String($0.1) }
        #expect(middles == ["1", "2", "3"])
    }

    @Test func `a value that is not finite is a gap, and one alone is a dot`() throws {
        let svg = try drawing(LineChart([line([3, 2, .nan, 4, .infinity, 2, 1])], xName: "epoch"))
        #expect(svg.matches(of: /<path class="curve s0"/).count == 2)
        #expect(svg.matches(of: /<circle class="dot s0"/).count == 1)
        #expect(try drawing(LineChart([line([5])], xName: "epoch", countsX: true)).contains("<circle class=\"dot s0\""))
    }

    @Test func `eighteen lines look different each, and then the looks begin again`() {
        #expect(Set((0..<18).map { "\(DataSeries.Look.numbered($0).style)" }).count == 18)
        #expect(DataSeries.Look.numbered(18) == .numbered(0))
    }

    @Test func `a figure's file has its colours, its key and its caption, one below the other`() throws {
        let names = (0..<11).map { "Method number \($0) <b>" }
        let series = names.enumerated().map { DataSeries($0.element, [Point(1, 3), Point(2, 1 + Double($0.offset))], look: .numbered($0.offset)) }
        let figure = ChartFigure(LineChart(series, xName: "epoch", level: (2, "target")), title: "Loss & time", caption: "A remark.")
        let file = try #require(figure.file)
        #expect(file.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(file.contains("prefers-color-scheme:dark") && file.contains(">Loss &amp; time</text>") && file.contains("A remark."))
        for name in names { #expect(file.contains(">\(name.replacing("<", with: "&lt;").replacing(">", with: "&gt;"))</text>")) }
        #expect(file.contains(">target</text>") && file.contains("class=\"curve s4 dashed\""))
        // Nothing leaves the paper, and no two words of the key are at one place.
        let height = try #require(file.firstMatch(of: /viewBox="0 0 [0-9.]+ ([0-9.]+)"/).flatMap { Double($0.1) })
        let words = file.matches(of: /<text class="tick" x="([0-9.]+)" y="([0-9.]+)">/)
        #expect(words.count == 13 && Set(words.map { "\($0.1) \($0.2)" }).count == 13)
        #expect(words.allSatisfy { (Double($0.2) ?? .infinity) < height })
        #expect(ChartFigure(LineChart([line([.nan])], xName: "epoch"), title: "Loss").file == nil)
    }

    @Test(arguments: [[], [.nan], [.infinity, -.infinity]] as [[Double]])
    func `nothing finite makes no drawing, and the figure says so`(values: [Double]) {
        let chart = LineChart([line(values)], xName: "epoch")
        #expect(chart.plot() == nil)
        #expect(ChartFigure(chart, title: "Loss").markup().rendered.contains("There is no finite value to draw."))
    }

    @Test(arguments: [
        [1e308, -1e308], [.leastNonzeroMagnitude, .leastNormalMagnitude], [0, 0, 0], [-1e-300, 1e-300], [1e30, 3, 2], [7, 7.000000000000001],
    ] as [[Double]])
    func `any finite values fit into the drawing`(values: [Double]) throws {
        let svg = try drawing(LineChart([line(values)], xName: "epoch"))
        #expect(!svg.contains("nan") && !svg.contains("inf"))
        for number in svg.matches(of: /[MlHV ]-?(\d+)/) { #expect((Int(number.1) ?? .max) < 2000, "\(svg)") }
    }

    /// A spike of one epoch in ten thousand is still to be seen.
    @Test func `a long run is drawn with few points that keep its extremes`() throws {
        var values = (0..<10_000).map { 100 / Double($0 + 1) + 1 }
        values[5_000] = 900
        let svg = try drawing(LineChart([line(values)], xName: "epoch", scale: .linear))
        #expect(svg.utf8.count < 40_000)
        let short = try drawing(LineChart([line(Array(values[..<5_000]))], xName: "epoch", scale: .linear))
        #expect(svg.contains(">800<") && !short.contains(">800<"))
    }

    @Test func `a band over seeds lies below its line, with the line's colour`() throws {
        let band = (1...3).map { DataSeries.Bounds(x: Double($0), lower: Double($0), upper: Double($0) + 1) }
        let series = DataSeries("locoprop-m", (1...3).map { Point(Double($0), Double($0) + 0.5) }, band: band, look: .green)
        let svg = try drawing(LineChart([series], xName: "seconds"))
        let area = try #require(svg.firstRange(of: "<path class=\"band s2\""))
        let curve = try #require(svg.firstRange(of: "<path class=\"curve s2\""))
        #expect(area.lowerBound < curve.lowerBound)
    }

    @Test func `a figure has a key, says which scale it has and what it leaves out`() {
        let figure = ChartFigure(
            LineChart([line([100, 1, .nan]), line([90, 2, 3], look: .redDashed)], xName: "epoch", level: (50, "target")),
            title: "Loss <i>", caption: "A remark.")
        let html = figure.markup().rendered
        #expect(html.contains("Loss &lt;i&gt;") && !html.contains("<i>"))
        #expect(html.contains("<span class=\"key s0\">a line</span>") && html.contains("<span class=\"key s1 dashed\">"))
        #expect(html.contains("<span class=\"key level\">target</span>"))
        #expect(html.contains("A remark. Logarithmic scale. 1 value is not finite and left out."))
        #expect(html.contains("<desc>a line: 100 at epoch 1, 1 at 2."))
    }
}
