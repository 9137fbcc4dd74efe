import ActivationCore
import CTrainingKernels

/// ∂L/∂W = Xᵀ g, ∂L/∂b = column sums of g, and ∂L/∂θ of learned parameters, laid out like the parameters; cut by
/// columns (``WorkPlan``). The backward pass has run.
final class GradientSection<Scalar: ActivationScalar>: ParallelSection {
    let gradient: AlignedBuffer<Scalar>
    private unowned let workspace: Workspace<Scalar>
    private let pieces: [[Piece]]

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        pieces = workspace.pieces
        gradient = AlignedBuffer(count: workspace.nextParameters.count)
    }

    override func run(member: Int) {
        let (rows, kernels) = (workspace.rows, workspace.kernels.pointee)
        for piece in pieces[member] {
            let layer = workspace.layers[piece.layer]
            let (start, width) = (piece.columns.lowerBound, piece.columns.count)
            let g = UnsafePointer(workspace.gradients[layer.index].base + start)
            let block = gradient.base + layer.offset
            BLAS.multiply(
                transposeA: true, m: layer.inputs, n: width, k: rows, workspace.input(ofLayer: layer.index),
                ld: layer.inputs, g, ld: layer.outputs, into: block + start, ld: layer.outputs)
            kernels.column_sums(g, layer.outputs, block + layer.biasOffset + start, rows, width)
            guard let learning = layer.learning else { continue }
            for i in learning.places.indices {
                block[layer.learnedOffset + i] = Scalar(
                    learning.frozenSlope(
                        i, gamma: 1, startingPoint: workspace.preActivations[layer.index].base, rows: rows,
                        columns: layer.outputs, kernels))
            }
        }
    }
}
