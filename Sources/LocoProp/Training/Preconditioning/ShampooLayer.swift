import ActivationCore
import CTrainingKernels

/// Shampoo's matrices of one layer: an L and an R for each block of [W; b], and one matrix for learned parameters.
final class ShampooLayer<Scalar: ActivationScalar> {
    struct Block {
        let rows, columns: Range<Int>
        let left, right: SecondMoment<Scalar>
    }

    let blocks: [Block]
    /// `nil` where the layer learns no parameter of its activation.
    let learned: SecondMoment<Scalar>?
    /// [in + 1, out] and the learned parameters: Σ ∇² or its average, of the grafted rule; empty without one.
    let squares: AlignedBuffer<Scalar>
    private let options: Shampoo
    private let rowCount, width, learnedCount: Int

    init(_ layer: LayerPlan<Scalar>, _ options: Shampoo) {
        self.options = options
        (rowCount, width) = (layer.inputs + 1, layer.outputs)
        learnedCount = layer.learning?.places.count ?? 0
        let columns = Self.cut(width, options.block)
        blocks = Self.cut(layer.inputs + 1, options.block).flatMap { rows in
            columns.map { columns in
                Block(
                    rows: rows, columns: columns, left: SecondMoment(order: rows.count),
                    right: SecondMoment(order: columns.count))
            }
        }
        learned = learnedCount > 0 ? SecondMoment(order: learnedCount) : nil
        let hasSquares = options.graft == .adagrad || options.graft == .rmsprop
        squares = AlignedBuffer(count: hasSquares ? rowCount * width + learnedCount : 0)
    }

    /// As few ranges as hold at most `limit` each, their lengths within one of each other.
    private static func cut(_ count: Int, _ limit: Int) -> [Range<Int>] {
        let parts = (count + limit - 1) / limit
        return (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    }

    /// All matrices, with the roots they need.
    var moments: [(moment: SecondMoment<Scalar>, p: Int)] {
        blocks.flatMap { [($0.left, 4), ($0.right, 4)] } + (learned.map { [($0, 2)] } ?? [])
    }

    func reset() {
        for (moment, _) in moments { moment.reset() }
        squares.fill(0)
    }

    /// Adds this step's gradient to L and R.
    func add(_ g: UnsafePointer<Scalar>) {
        let (kept, weight) = (options.decay ?? 1, options.decay.map { 1 - $0 } ?? 1)
        for block in blocks {
            let corner = g + block.rows.lowerBound * width + block.columns.lowerBound
            block.left.add(
                corner, stride: width, count: block.columns.count, transpose: false, weight: weight, kept: kept)
            block.right.add(corner, stride: width, count: block.rows.count, transpose: true, weight: weight, kept: kept)
        }
        learned?.add(g + rowCount * width, stride: 1, count: 1, transpose: false, weight: weight, kept: kept)
    }

    /// d ← L^{−1/4} ∇ R^{−1/4} by blocks, scaled to the grafted rule's step. `steps` counts this one.
    func setDirection(
        _ g: UnsafePointer<Scalar>, into d: UnsafeMutablePointer<Scalar>, room: UnsafeMutablePointer<Scalar>,
        steps: Double, _ kernels: training_kernels
    ) {
        for block in blocks {
            let start = block.rows.lowerBound * width + block.columns.lowerBound
            let (rows, columns) = (block.rows.count, block.columns.count)
            BLAS.multiply(
                m: rows, n: columns, k: rows, block.left.root.base, ld: rows, g + start, ld: width, into: room,
                ld: columns)
            BLAS.multiply(
                m: rows, n: columns, k: columns, room, ld: columns, block.right.root.base, ld: columns,
                into: d + start, ld: width)
        }
        if let learned {
            let start = rowCount * width
            BLAS.multiply(
                m: learnedCount, n: 1, k: learnedCount, learned.root.base, ld: learnedCount, g + start, ld: 1,
                into: d + start, ld: 1)
        }
        guard options.graft != .none else { return }
        let count = rowCount * width + learnedCount
        let length = kernels.inner_product(d, width, d, width, rowCount, width)
            + kernels.inner_product(d + rowCount * width, 1, d + rowCount * width, 1, learnedCount, 1)
        guard length > 0 else { return }
        BLAS.scale(d, by: (graftedSquare(g, steps: steps) / length).squareRoot(), count: count)
    }

    /// The squared norm of the grafted rule's step at rate 1, its mean squares taken along.
    private func graftedSquare(_ g: UnsafePointer<Scalar>, steps: Double) -> Double {
        let count = rowCount * width + learnedCount
        switch options.graft {
        case .none, .sgd: return Self.square(g, count: count)
        case .adagrad:
            return Self.adaGradSquare(g, squares.base, count: count)
        case .rmsprop:
            let correction = 1 - power(options.graftDecay, steps)
            return Self.rmsPropSquare(g, squares.base, count: count, decay: options.graftDecay, correction: correction)
        }
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func square(_ g: UnsafePointer<Scalar>, count: Int) -> Double {
        var sum = 0.0
        for i in 0..<count { sum += Double(g[i]) * Double(g[i]) }
        return sum
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func adaGradSquare(
        _ g: UnsafePointer<Scalar>, _ squares: UnsafeMutablePointer<Scalar>, count: Int
    ) -> Double {
        var sum = 0.0
        for i in 0..<count {
            let s = squares[i] + g[i] * g[i]
            squares[i] = s
            let step = Double(g[i]) / (Double(s).squareRoot() + 1e-10)
            sum += step * step
        }
        return sum
    }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    private static func rmsPropSquare(
        _ g: UnsafePointer<Scalar>, _ squares: UnsafeMutablePointer<Scalar>, count: Int, decay: Double,
        correction: Double
    ) -> Double {
        var sum = 0.0
        let (kept, new) = (Scalar(decay), Scalar(1 - decay))
        for i in 0..<count {
            let s = kept * squares[i] + new * (g[i] * g[i])
            squares[i] = s
            let g = Double(g[i])
            sum += g * g / (Double(s) / correction + 1e-10)
        }
        return sum
    }

    func stateArrays(ofLayer index: Int) -> [StateArray] {
        let name = "shampoo.layers.\(index)"
        func arrays(_ moment: SecondMoment<Scalar>, _ part: String) -> [StateArray] {
            [
                StateArray("\(name).\(part)", [moment.order, moment.order], in: moment.sum),
                StateArray("\(name).\(part).root", [moment.order, moment.order], in: moment.root),
            ]
        }
        return blocks.enumerated().flatMap { arrays($1.left, "blocks.\($0).left") + arrays($1.right, "blocks.\($0).right") }
            + (learned.map { arrays($0, "learned") } ?? [])
            + (squares.count > 0 ? [StateArray("\(name).squares", [squares.count], in: squares)] : [])
    }
}
