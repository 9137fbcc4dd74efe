import Charts
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Curves")
struct CurveTests {
    private func frame(_ x: ClosedRange<Double> = -4...4, _ y: ClosedRange<Double> = -1.5...1.5) -> Frame {
        LinkFigures.frame(x: x, y: y)
    }

    @Test func `a line needs two points, and a smooth curve few`() {
        let line = CurveSampler(frame()).sample { 0.25 * $0 }
        #expect(line.pieces == [[Point(-4, -1), Point(4, 1)]])
        let smooth = CurveSampler(frame()).sample { tanh($0) }
        #expect(smooth.pieces.count == 1 && smooth.jumps.isEmpty)
        #expect((10...80).contains(smooth.pieces[0].count))
    }

    /// Whatever is sampled, the drawn polyline is within 0.3 units of the graph.
    @Test func `the polyline follows the graph`() throws {
        let functions: [(Double) -> Double] = [
            { tanh($0) }, { max($0, 0) }, { tanh(40 * ($0 - 0.3)) }, { $0.magnitude.squareRoot() }, { sin(3 * $0) },
        ]
        for f in functions {
            let frame = frame()
            let piece = try #require(CurveSampler(frame).sample(f).pieces.first)
            for (p, q) in zip(piece, piece.dropFirst()) {
                for share in [0.25, 0.5, 0.75] {
                    let x = p.x + share * (q.x - p.x)
                    let chord = p.y + share * (q.y - p.y)
                    // Across or along, whichever is nearer: a steep curve is near sideways.
                    let below = f(x - 0.3 / frame.xScale), above = f(x + 0.3 / frame.xScale)
                    let near = min(below, above, f(x)) - 0.3 / frame.yScale...max(below, above, f(x)) + 0.3 / frame.yScale
                    #expect(near.contains(chord), "\(chord) at \(x)")
                }
            }
        }
    }

    @Test func `a jump is found where it is, with both limits and its own value`() {
        let step = CurveSampler(frame()).sample { $0 < 0 ? 0 : $0 > 0 ? 1 : 0.5 }
        #expect(step.jumps == [.init(x: 0, left: 0, right: 1, value: 0.5)])
        #expect(step.pieces.map(\.count) == [2, 2])
        let shifted = CurveSampler(frame()).sample { $0 < 1.2345 ? -1 : 1 }
        #expect(shifted.jumps == [.init(x: 1.2345, left: -1, right: 1, value: 1)])
        // Steep is no jump.
        #expect(CurveSampler(frame()).sample { tanh(1e9 * $0) }.jumps.isEmpty)
    }

    @Test func `a curve ends with its domain`() throws {
        let log = CurveSampler(frame(-1...4)).sample { $0 > 0 ? naturalLogarithm($0) : .nan }
        #expect(log.pieces.count == 1)
        #expect(try #require(log.pieces.first?.first).x < 1e-6)
        #expect(CurveSampler(frame()).sample { _ in .nan }.pieces.isEmpty)
        // Infinite values have no place in a drawing.
        #expect(CurveSampler(frame()).sample { 1 / ($0 * $0) }.pieces.allSatisfy { $0.allSatisfy(\.y.isFinite) })
    }

    @Test func `clipping ends a curve on the edge`() {
        let parts = Clipping.line([Point(0, 0), Point(1, 4), Point(2, 0), Point(3, -4)], to: -1...2)
        #expect(parts == [[Point(0, 0), Point(0.5, 2)], [Point(1.5, 2), Point(2, 0), Point(2.25, -1)]])
        #expect(Clipping.line([Point(0, 5), Point(1, 6)], to: 0...1).isEmpty)
        #expect(Clipping.line([Point(0, -5), Point(1, 5)], to: 0...1) == [[Point(0.5, 0), Point(0.6, 1)]])
        let square = Clipping.polygon([Point(0, -2), Point(1, -2), Point(1, 2), Point(0, 2)], to: -1...1)
        #expect(Set(square) == [Point(0, -1), Point(1, -1), Point(1, 1), Point(0, 1)])
    }
}

private func naturalLogarithm(_ x: Double) -> Double { log(x) }
