import ActivationCore
import CTrainingKernels

/// A layer's local objective in one step, summed over the batch and without the regulariser.
///
/// LocoProp-S: ½‖a − t‖². LocoProp-M: Σ F(a) − t·a, the matching loss up to a term of t alone; it may be
/// negative, and has no lower bound where t leaves the link's range. Of a link that falls somewhere: the convex
/// Σ F₊(a) − t₊·a, which lies above Σ F(a) − t·a up to a constant and touches it at the start. Of a layer that learns parameters of its
/// activation: the joint objective of `Documentation/Methods.md`.
public struct LocalLoss: Sendable, Equatable {
    /// At the weights that the targets were set with.
    public let before: Double
    /// At the weights reached.
    public let after: Double

    package init(before: Double, after: Double) {
        self.before = before
        self.after = after
    }
}

/// The local objectives after a step, cut by rows.
///
/// From the last layer down, because each layer's outputs, once the layer above has been measured, are
/// room to work in, as its pre-activations are; only the targets are kept.
final class LocalLossSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    /// [member, layer]: before and after.
    private let sums: AlignedBuffer<Double>
    /// By member, room for a row.
    private let rowSums: [AlignedBuffer<Scalar>]

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        let widest = workspace.layers.map(\.outputs).max() ?? 0
        rowSums = (0..<workspace.members).map { _ in AlignedBuffer(count: widest) }
        sums = AlignedBuffer(count: 2 * workspace.members * workspace.layers.count)
    }

    var losses: [LocalLoss] {
        let count = workspace.layers.count
        func total(_ layer: Int, _ when: Int) -> Double {
            (0..<workspace.members).reduce(0) { $0 + sums.base[2 * ($1 * count + layer) + when] }
        }
        return workspace.layers.indices.map { LocalLoss(before: total($0, 0), after: total($0, 1)) }
    }

    /// Reads the parameters reached from the network: call it after they have been exchanged.
    override func run(member: Int) {
        let workspace = workspace
        let range = WorkPlan.rows(workspace.rows, member: member, members: workspace.members)
        for layer in workspace.layers.reversed() {
            let result = sums.base + 2 * (member * workspace.layers.count + layer.index)
            result[0] = 0
            result[1] = 0
            guard !range.isEmpty else { continue }
            let (width, start) = (layer.outputs, range.lowerBound * layer.outputs)
            let parameters = workspace.network.parameters.base + layer.offset
            let a = workspace.preActivations[layer.index].base + start
            let room = workspace.outputs[layer.index].base + start
            if let learning = layer.learning {
                (result[0], result[1]) = objectives(layer, learning, parameters, range, sums: rowSums[member].base)
                continue
            }
            let t = UnsafePointer(workspace.gradients[layer.index].base + start)
            result[0] = objective(layer, a, t, room: room, rows: range.count)
            BLAS.multiply(
                m: range.count, n: width, k: layer.inputs,
                workspace.input(ofLayer: layer.index) + range.lowerBound * layer.inputs, ld: layer.inputs,
                parameters, ld: width, into: a, ld: width)
            layer.kernels.forward(
                preActivations: a, stride: width, bias: parameters + layer.biasOffset, outputs: room,
                stride: width, rows: range.count, columns: width)
            result[1] = objective(layer, a, t, room: room, rows: range.count)
        }
    }

    /// Before and after, of a layer that learns: its pre-activations stay, as the starting point.
    private func objectives(
        _ layer: LayerPlan<Scalar>, _ learning: LayerLearning<Scalar>, _ parameters: UnsafePointer<Scalar>,
        _ range: Range<Int>, sums: UnsafeMutablePointer<Scalar>
    ) -> (Double, Double) {
        let (width, start) = (layer.outputs, range.lowerBound * layer.outputs)
        let a0 = UnsafePointer(workspace.preActivations[layer.index].base + start)
        let a = workspace.outputs[layer.index].base + start
        func objective(_ a: UnsafePointer<Scalar>, _ kernels: LayerKernels<Scalar>) -> Double {
            learning.objective(
                workspace.method.kind, gamma: workspace.gamma, at: a, startingPoint: a0, kernels: kernels, row: range.lowerBound,
                rows: range.count, columns: width, sums: sums, workspace.kernels.pointee)
        }
        let before = objective(a0, layer.kernels)
        BLAS.multiply(
            m: range.count, n: width, k: layer.inputs,
            workspace.input(ofLayer: layer.index) + range.lowerBound * layer.inputs, ld: layer.inputs,
            parameters, ld: width, into: a, ld: width)
        learning.kernels.forward(
            preActivations: a, stride: width, bias: parameters + layer.biasOffset,
            outputs: learning.outputs.base + start, stride: width, rows: range.count, columns: width)
        return (before, objective(a, learning.kernels))
    }

    private func objective(
        _ layer: LayerPlan<Scalar>, _ a: UnsafeMutablePointer<Scalar>, _ t: UnsafePointer<Scalar>,
        room: UnsafeMutablePointer<Scalar>, rows: Int
    ) -> Double {
        let (kernels, width) = (workspace.kernels.pointee, layer.outputs)
        guard workspace.method.kind == .locoPropM else {
            var ignored = 0
            return kernels.squared_error(a, width, t, width, room, width, rows, width, 1, &ignored)
        }
        if layer.kernels.hasSplit {
            layer.kernels.risingIntegral(preActivations: a, into: room, rows: rows, columns: width)
        } else {
            layer.kernels.integral(preActivations: a, into: room, rows: rows, columns: width)
        }
        let columns = layer.kernels.isCoupled ? 1 : width
        return kernels.sum(room, columns, rows, columns) - kernels.inner_product(a, width, t, width, rows, width)
    }
}
