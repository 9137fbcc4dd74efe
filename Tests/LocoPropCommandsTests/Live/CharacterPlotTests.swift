import LocoPropCommands
import Testing

@Suite struct CharacterPlotTests {
    private func plot(_ values: [Double], columns: Int, rows: Int, braille: Bool) -> [String] {
        CharacterPlot([.init(values: values, look: .train, mark: "*")], columns: columns, rows: rows, usesBraille: braille).lines.map(\.text)
    }

    @Test func `a falling line goes from the upper left to the lower right`() {
        #expect(plot([3, 2, 1], columns: 3, rows: 3, braille: false) == ["*  ", " * ", "  *"])
        // Four columns of dots, eight rows: one cell wide in braille is two of them.
        #expect(plot([4, 3, 2, 1], columns: 2, rows: 1, braille: true) == ["⠑⢄"])
        #expect(plot([1, 1], columns: 2, rows: 1, braille: true) == ["⠤⠤"])
    }

    @Test func `fewer values than columns are joined, more are averaged, steep parts are closed`() {
        #expect(plot([1, 5], columns: 5, rows: 5, braille: false) == ["    *", "   * ", "  *  ", " *   ", "*    "])
        #expect(plot([0, 0, 0, 9, 9, 9], columns: 2, rows: 4, braille: false) == [" *", " *", " *", "* "])
        #expect(plot((0..<1000).map(Double.init), columns: 2, rows: 2, braille: false) == [" *", "* "])
    }

    @Test func `what is not finite is a gap`() {
        #expect(plot([1, .nan, 1], columns: 3, rows: 1, braille: false) == ["* *"])
        #expect(plot([.nan], columns: 3, rows: 1, braille: false) == ["   "])
        #expect(plot([], columns: 3, rows: 2, braille: true) == ["   ", "   "])
        #expect(CharacterPlot([], columns: 3, rows: 2, usesBraille: true).range == nil)
    }

    @Test func `positive values over a decade are drawn by powers of ten`() {
        let curves = [CharacterPlot.Curve(values: [100, 10, 1], look: .train, mark: "*")]
        let plot = CharacterPlot(curves, columns: 3, rows: 3, usesBraille: false)
        #expect(plot.isLogarithmic && plot.range == 1...100)
        #expect(plot.lines.map(\.text) == ["*  ", " * ", "  *"])
    }
}
