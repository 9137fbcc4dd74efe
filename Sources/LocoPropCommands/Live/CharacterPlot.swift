#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Curves drawn in characters: in braille, whose cells are 2×4 dots, or in ASCII, a mark a cell.
package struct CharacterPlot {
    package struct Curve {
        /// From left to right, at equal distances; what is not finite is a gap.
        let values: [Double]
        let look: StyledLine.Look
        /// In ASCII.
        let mark: Character

        package init(values: [Double], look: StyledLine.Look, mark: Character) {
            (self.values, self.look, self.mark) = (values, look, mark)
        }
    }

    let curves: [Curve]
    let columns: Int
    let rows: Int
    let usesBraille: Bool
    /// Of the values drawn; `nil` where none is finite.
    package let range: ClosedRange<Double>?
    package let isLogarithmic: Bool

    package init(_ curves: [Curve], columns: Int, rows: Int, usesBraille: Bool) {
        (self.curves, self.columns, self.rows, self.usesBraille) = (curves, max(1, columns), max(1, rows), usesBraille)
        let values = curves.flatMap(\.values).filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else {
            (range, isLogarithmic) = (nil, false)
            return
        }
        range = low...high
        isLogarithmic = low > 0 && high / low >= 12
    }

    /// From the top.
    package var lines: [StyledLine] {
        let (across, down) = usesBraille ? (2 * columns, 4 * rows) : (columns, rows)
        // Of each cell: its dots as braille numbers them, and the last curve in it.
        var dots = [UInt8](repeating: 0, count: columns * rows)
        var owners = [Int](repeating: -1, count: columns * rows)
        for (index, curve) in curves.enumerated() {
            for (x, y) in places(curve, across: across, down: down) {
                let cell = usesBraille ? y / 4 * columns + x / 2 : y * columns + x
                dots[cell] |= usesBraille ? Self.bits[y % 4][x % 2] : 1
                owners[cell] = index
            }
        }
        return (0..<rows).map { row in
            var line = StyledLine()
            for column in 0..<columns {
                let cell = row * columns + column
                guard owners[cell] >= 0 else {
                    line.add(" ")
                    continue
                }
                let curve = curves[owners[cell]]
                // Every pattern of eight dots has a character in the block that begins at U+2800.
                let character = usesBraille ? Unicode.Scalar(0x2800 + UInt32(dots[cell])).map(Character.init) ?? " " : curve.mark
                line.add(String(character), curve.look)
            }
            return line
        }
    }

    /// Of a cell, by row and column.
    private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

    /// The dots of a curve: every column's, and those between it and the next.
    private func places(_ curve: Curve, across: Int, down: Int) -> [(x: Int, y: Int)] {
        guard let range, !curve.values.isEmpty else { return [] }
        let scale = { (value: Double) in isLogarithmic ? log10(value) : value }
        let (low, high) = (scale(range.lowerBound), scale(range.upperBound))
        func row(_ value: Double) -> Int {
            guard high > low else { return down / 2 }
            let share = (high - scale(value)) / (high - low)
            return min(down - 1, max(0, Int((share * Double(down - 1)).rounded())))
        }
        var result: [(x: Int, y: Int)] = []
        var last: Int?
        let count = curve.values.count
        for x in 0..<across {
            // The mean of the values that fall into the column; fewer values than columns are joined by lines.
            let place = Double(x) / Double(max(1, across - 1)) * Double(count - 1)
            let value: Double
            if count > across {
                let part = curve.values[x * count / across..<(x + 1) * count / across].filter(\.isFinite)
                value = part.isEmpty ? .nan : part.reduce(0, +) / Double(part.count)
            } else {
                let (left, share) = (Int(place), place - place.rounded(.down))
                value = share == 0 ? curve.values[left] : curve.values[left] * (1 - share) + curve.values[left + 1] * share
            }
            guard value.isFinite else {
                last = nil
                continue
            }
            let y = row(value)
            // A steep part has all dots between.
            if let last, abs(last - y) > 1 {
                for between in min(last, y) + 1..<max(last, y) { result.append((x, between)) }
            }
            result.append((x, y))
            last = y
            if count == 1 { break }
        }
        return result
    }
}
