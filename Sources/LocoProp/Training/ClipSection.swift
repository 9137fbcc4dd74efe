import ActivationCore
import CTrainingKernels

/// LocoProp's part of ``GradientClip``, cut by rows: moves the numbers of every g_m into their bounds, or sums their
/// squares for the norm, after the backward pass and before any target is set.
final class ClipSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    /// By member.
    private let squares: AlignedBuffer<Double>

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        squares = AlignedBuffer(count: workspace.members)
    }

    /// The Euclidean norm of g over all layers and rows; in the members' order, so that it does not depend on their speed.
    var norm: Double { (0..<workspace.members).reduce(0) { $0 + squares.base[$1] }.squareRoot() }

    override func run(member: Int) {
        let range = WorkPlan.rows(workspace.rows, member: member, members: workspace.members)
        let (kernels, clip) = (workspace.kernels.pointee, workspace.clip)
        var sum = 0.0
        for layer in workspace.layers {
            let (width, start) = (layer.outputs, range.lowerBound * layer.outputs)
            let g = workspace.gradients[layer.index].base + start
            guard clip.kind == .value else {
                sum += kernels.inner_product(g, width, g, width, range.count, width)
                continue
            }
            kernels.clip(g, width, clip.limit, range.count, width)
            if let learning = layer.learning {
                kernels.clip(learning.outputGradients.base + start, width, clip.limit, range.count, width)
            }
        }
        squares.base[member] = sum
    }
}
