import Charts
import Testing

@Suite struct AxisScaleTests {
    @Test func `values are laid out by powers of ten where they are positive and span a decade`() {
        #expect(AxisScale.fitting([1, 100, .nan, .infinity]) == .logarithmic)
        #expect(AxisScale.fitting([1, 11]) == .linear)
        #expect(AxisScale.fitting([-1, 100]) == .linear)
        #expect(AxisScale.fitting([0, 100]) == .linear)
        #expect(AxisScale.fitting([.nan]) == .linear)
    }

    private func words(_ low: Double, _ high: Double, _ scale: AxisScale = .logarithmic) -> [String] {
        let chart = LineChart([DataSeries("x", [Point(0, low), Point(1, high)], look: .blue)], xName: "x", scale: scale)
        guard let markup = chart.plot()?.svg(title: "", description: "").rendered else { return [] }
        // Words that end beside the vertical axis.
        return markup.matches(of: /text-anchor="end">([^<]*)</).map { String($0.1) }.filter { $0 != "x" }
    }

    @Test func `ticks are few, round, and within the values with a little room`() {
        #expect(words(22.3, 540) == ["50", "100", "200", "500"] || words(22.3, 540) == ["20", "50", "100", "200", "500"])
        #expect(words(1e-4, 1e4).contains("1"))
        #expect(words(1e-30, 1e30).count >= 2)
        #expect(words(1, 1.0001, .linear).count >= 2)
        for (low, high) in [(1e-300, 1e300), (5, 5), (3, 3.1), (0.9, 12), (1e-3, 2e-3)] {
            let ticks = words(low, high)
            #expect(ticks.count >= 1 && ticks.count <= 8, "\(low) to \(high): \(ticks)")
            #expect(Set(ticks).count == ticks.count, "\(low) to \(high): \(ticks)")
        }
    }
}
