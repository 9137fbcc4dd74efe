import LocoProp

/// CURVES, the synthetic set of the deep-autoencoder benchmark (Hinton and Salakhutdinov 2006): 28×28 images
/// of one smooth curve through three random points, drawn here and now from a seed.
///
/// The curve is the parabola p(t) with p(0), p(½), p(1) at three points uniform in the square [4, 24]²; it
/// overshoots their bounding box by at most an eighth of its side, so it never leaves the image. A pixel is
/// 1 within the stroke and falls to 0 over one pixel at its edge. Six numbers make an image, as many as the
/// code layer of the benchmark's network 784-400-200-100-50-25-6-… has.
///
/// Only + − × ÷ and √, which IEEE 754 defines to the last bit, are used on integers from `SeededGenerator`: the
/// same seed gives the same bytes on every machine.
public enum Curves {
    public static let side = 28
    public static let trainCount = 20_000
    public static let testCount = 10_000

    /// The published sizes. Image i depends on the seed and i alone; the test set continues the numbering.
    public static func dataset(seed: UInt64) -> Dataset {
        do {
            return try Dataset(name: "curves", seed: seed, train: train(seed: seed), test: test(seed: seed))
        } catch {
            preconditionFailure("both sets are \(side)×\(side): \(error)")
        }
    }

    static func train(seed: UInt64) -> ExampleSet { images(0..<trainCount, seed: seed) }

    static func test(seed: UInt64) -> ExampleSet { images(trainCount..<trainCount + testCount, seed: seed) }

    package static func images(_ range: Range<Int>, seed: UInt64) -> ExampleSet {
        var canvas = CurveCanvas(side: side)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count * side * side)
        for index in range {
            var random = SeededGenerator(seed: seed, stream: UInt64(index))
            canvas.draw(points: (0..<3).map { _ in (point(&random), point(&random)) })
            bytes.append(contentsOf: canvas.pixels())
        }
        return ExampleSet(count: range.count, shape: [side, side], storage: .bytes(bytes, unit: 255), storedAs: "uint8")
    }

    private static func point(_ random: inout SeededGenerator) -> Float { Float(4 + 20 * random.nextUnit()) }
}

/// Draws one curve at a time: for each pixel the squared distance of its centre to the nearest piece.
private struct CurveCanvas {
    let side: Int
    /// Half of the stroke's width, in pixels.
    let halfWidth: Float = 0.75
    /// Pieces a curve: with spans of 20 pixels a chord strays from the parabola by less than 0.05.
    let pieces = 32
    private var squaredDistance: [Float]

    init(side: Int) {
        self.side = side
        squaredDistance = [Float](repeating: .infinity, count: side * side)
    }

    mutating func draw(points: [(Float, Float)]) {
        for index in squaredDistance.indices { squaredDistance[index] = .infinity }
        var previous = points[0]
        for piece in 1...pieces {
            let t = Float(piece) / Float(pieces)
            // Lagrange's weights for t = 0, ½, 1.
            let (first, middle, last) = ((2 * t - 1) * (t - 1), 4 * t * (1 - t), t * (2 * t - 1))
            let next = (
                first * points[0].0 + middle * points[1].0 + last * points[2].0,
                first * points[0].1 + middle * points[1].1 + last * points[2].1
            )
            segment(from: previous, to: next)
            previous = next
        }
    }

    private mutating func segment(from p: (Float, Float), to q: (Float, Float)) {
        let (dx, dy) = (q.0 - p.0, q.1 - p.1)
        let square = dx * dx + dy * dy
        let scale: Float = square > 0 ? 1 / square : 0
        let reach = halfWidth + 0.5
        for row in span(min(p.1, q.1) - reach, max(p.1, q.1) + reach) {
            for column in span(min(p.0, q.0) - reach, max(p.0, q.0) + reach) {
                let (x, y) = (Float(column) + 0.5 - p.0, Float(row) + 0.5 - p.1)
                let along = min(max((x * dx + y * dy) * scale, 0), 1)
                let (ex, ey) = (x - along * dx, y - along * dy)
                let index = row * side + column
                squaredDistance[index] = min(squaredDistance[index], ex * ex + ey * ey)
            }
        }
    }

    /// The rows or columns whose centres may lie between two coordinates, within the image.
    private func span(_ low: Float, _ high: Float) -> Range<Int> {
        let from = max(0, Int(low))
        return from..<max(from, min(side, Int(high) + 1))
    }

    func pixels() -> [UInt8] {
        squaredDistance.map { square in
            let ink = min(max(halfWidth + 0.5 - square.squareRoot(), 0), 1)
            return UInt8(255 * ink + 0.5)
        }
    }
}
