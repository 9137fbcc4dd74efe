import ActivationCore
import CTrainingKernels

/// The forward pass, the final loss, and the backward pass, cut by rows: no row needs another, so each
/// member takes its rows through the whole network without a barrier.
///
/// a_m = y_{m−1} W_m + b_m, y_m = f_m(a_m); g of the last layer is the loss's, averaged over the batch;
/// g_{m−1} = J_{m−1}(a_{m−1})ᵀ (g_m W_mᵀ).
final class PassSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    private let lossKernel: training_loss
    var goesBackward = true
    /// Of how many rows, the batch's last ones, ``tailSum`` is wanted.
    var tail = 0
    /// By member: the loss summed over its rows but the tail's, that of the tail's, and the flat index of an invalid target or −1.
    private let sums, tailSums: AlignedBuffer<Double>
    private var invalid: [Int]

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        lossKernel = workspace.loss.kernel(workspace.kernels)
        sums = AlignedBuffer(count: workspace.members)
        tailSums = AlignedBuffer(count: workspace.members)
        invalid = Array(repeating: -1, count: workspace.members)
    }

    /// The loss summed over the batch; in the members' order, so that it does not depend on their speed.
    var lossSum: Double { (0..<workspace.members).reduce(0) { $0 + (sums.base[$1] + tailSums.base[$1]) } }

    /// The part of it that is the tail's.
    var tailSum: Double { (0..<workspace.members).reduce(0) { $0 + tailSums.base[$1] } }

    /// The flat index of a target that the loss is not defined for.
    var invalidTarget: Int? { invalid.first { $0 >= 0 } }

    override func run(member: Int) {
        let workspace = workspace
        let range = WorkPlan.rows(workspace.rows, member: member, members: workspace.members)
        sums.base[member] = 0
        tailSums.base[member] = 0
        invalid[member] = -1
        guard !range.isEmpty else { return }
        forward(range)
        let cut = min(max(range.lowerBound, workspace.rows - tail), range.upperBound)
        sums.base[member] = lossAndGradient(range.lowerBound..<cut, member: member)
        tailSums.base[member] = lossAndGradient(cut..<range.upperBound, member: member)
        if goesBackward { workspace.backward(range, workspace.gradients, keepingOutputGradients: true) }
    }

    private func forward(_ range: Range<Int>) {
        for layer in workspace.layers {
            let parameters = workspace.network.parameters.base + layer.offset
            let a = workspace.preActivations[layer.index].base + range.lowerBound * layer.outputs
            let y = workspace.outputs[layer.index].base + range.lowerBound * layer.outputs
            BLAS.multiply(
                m: range.count, n: layer.outputs, k: layer.inputs,
                workspace.input(ofLayer: layer.index) + range.lowerBound * layer.inputs, ld: layer.inputs,
                parameters, ld: layer.outputs, into: a, ld: layer.outputs)
            layer.kernels.forward(
                preActivations: a, stride: layer.outputs, bias: parameters + layer.biasOffset,
                outputs: y, stride: layer.outputs, rows: range.count, columns: layer.outputs)
        }
    }

    private func lossAndGradient(_ range: Range<Int>, member: Int) -> Double {
        guard !range.isEmpty else { return 0 }
        let last = workspace.layers.count - 1
        let width = workspace.layers[last].outputs
        let start = range.lowerBound * width
        var bad = -1
        let sum = lossKernel(
            workspace.preActivations[last].base + start, width, workspace.targets + start, width,
            workspace.gradients[last].base + start, width, range.count, width,
            1 / Double(workspace.rows), &bad)
        if bad >= 0, invalid[member] < 0 { invalid[member] = start + bad }
        return sum
    }
}
