import ActivationCore
import CTrainingKernels

/// Products of the exact Fisher matrix F = (1/B) Σ Jᵀ H J of the batch, or of its first rows, with two directions, J the Jacobian of the last
/// pre-activations and H the loss's Hessian with respect to them; cut by rows.
///
/// Only (J d)ᵀ H (J d′) is formed, by forward differentiation (Martens and Grosse 2015, appendix C):
/// ȧ = ẏ_{m−1} W + y_{m−1} Ẇ + ḃ, ẏ = f′(a) ȧ + ∂f/∂θ θ̇. The Jacobian of a link is symmetric, because the link is a
/// gradient, so the backward kernel serves.
final class QuadraticModelSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    /// The most rows of a batch, from the first on, that F is the mean of; no more than there is room for.
    var sample: Int
    private let directions: [AlignedBuffer<Scalar>]
    /// By direction two, [batchSize, widest]: a layer's tangent and the next one's. A member's part begins where the widest
    /// layer has its rows, whatever the layer: members are at different layers.
    private let tangents: [[AlignedBuffer<Scalar>]]
    private let widest: Int
    /// A column of ones, [batchSize].
    private let ones: AlignedBuffer<Scalar>
    /// [member, 3]: dᵀHd, dᵀHd′, d′ᵀHd′ of the tangents, summed over its rows.
    private let sums: AlignedBuffer<Double>
    /// Whether the second direction is left out, because it is 0.
    var hasOneDirection = false

    /// - Parameters:
    ///   - directions: two, laid out like the parameters.
    init(_ workspace: Workspace<Scalar>, directions: [AlignedBuffer<Scalar>]) {
        self.workspace = workspace
        let batch = workspace.batchSize
        sample = batch
        self.directions = directions
        let widest = workspace.layers.map(\.outputs).max() ?? 0
        self.widest = widest
        tangents = directions.map { _ in (0..<2).map { _ in AlignedBuffer(count: batch * widest) } }
        ones = AlignedBuffer(count: batch)
        ones.fill(1)
        sums = AlignedBuffer(count: 3 * workspace.members)
    }

    private var rows: Int { min(sample, workspace.rows) }

    /// dᵀFd, dᵀFd′ and d′ᵀFd′.
    var products: (Double, Double, Double) {
        func mean(_ i: Int) -> Double {
            (0..<workspace.members).reduce(0) { $0 + sums.base[3 * $1 + i] } / Double(rows)
        }
        return (mean(0), mean(1), mean(2))
    }

    override func run(member: Int) {
        let range = WorkPlan.rows(rows, member: member, members: workspace.members)
        let result = sums.base + 3 * member
        for i in 0..<3 { result[i] = 0 }
        guard !range.isEmpty else { return }
        let last = workspace.layers[workspace.layers.count - 1]
        let (width, rows, start) = (last.outputs, range.count, range.lowerBound * widest)
        let count = hasOneDirection ? 1 : 2
        var current = 0
        for index in 0..<count { current = differentiate(index, range) }
        // The other buffer of each takes H times the tangent.
        for index in 0..<count {
            let tangent = tangents[index][current].base + start
            let product = tangents[index][1 - current].base + start
            product.update(from: tangent, count: rows * width)
            last.kernels.backward(
                preActivations: workspace.preActivations[last.index].base + range.lowerBound * width, stride: width,
                gradients: product, stride: width, rows: rows, columns: width)
        }
        func product(_ i: Int, _ j: Int) -> Double {
            workspace.kernels.pointee.inner_product(
                tangents[i][current].base + start, width, tangents[j][1 - current].base + start, width, rows, width)
        }
        result[0] = product(0, 0)
        guard count == 2 else { return }
        result[1] = product(0, 1)
        result[2] = product(1, 1)
    }

    /// The tangent of the last pre-activations on these rows.
    /// - Returns: which of the direction's two buffers holds it.
    private func differentiate(_ index: Int, _ range: Range<Int>) -> Int {
        let rows = range.count
        var current = 0
        for layer in workspace.layers {
            let (inputs, width) = (layer.inputs, layer.outputs)
            let direction = UnsafePointer(directions[index].base + layer.offset)
            let tangent = tangents[index][1 - current].base + range.lowerBound * widest
            BLAS.multiply(
                m: rows, n: width, k: 1, ones.base, ld: 1, direction + layer.biasOffset, ld: width, into: tangent,
                ld: width)
            BLAS.multiply(
                m: rows, n: width, k: inputs, workspace.input(ofLayer: layer.index) + range.lowerBound * inputs,
                ld: inputs, direction, ld: width, keeping: 1, into: tangent, ld: width)
            if layer.index > 0 {
                BLAS.multiply(
                    m: rows, n: width, k: inputs, tangents[index][current].base + range.lowerBound * widest, ld: inputs,
                    workspace.network.parameters.base + layer.offset, ld: width, keeping: 1, into: tangent, ld: width)
            }
            current = 1 - current
            guard layer.index < workspace.layers.count - 1 else { break }
            let a = workspace.preActivations[layer.index].base + range.lowerBound * width
            layer.kernels.backward(
                preActivations: a, stride: width, gradients: tangent, stride: width, rows: rows, columns: width)
            guard let learning = layer.learning else { continue }
            for (i, place) in learning.places.enumerated() {
                let slopes = learning.first.base + range.lowerBound * width
                layer.kernels.linkSlope(parameter: place, preActivations: a, into: slopes, rows: rows, columns: width)
                BLAS.add(
                    slopes, times: Double(direction[layer.learnedOffset + i]), to: tangent, count: rows * width)
            }
        }
        return current
    }
}
