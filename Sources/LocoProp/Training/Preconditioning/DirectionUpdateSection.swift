import ActivationCore
import CTrainingKernels

/// One step of an optimizer that takes a direction, laid out like the parameters, for the gradient; cut by columns.
final class DirectionUpdateSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    private let direction: AlignedBuffer<Scalar>
    private let pieces: [[Piece]]
    private let kernel: training_optimizer
    /// [member, layer]: 1 where a parameter came out NaN or infinite.
    private let notFinite: AlignedBuffer<Double>
    /// As `Optimizer.constants(rate:t:)` gives them.
    var rate = 0.0
    var constants = (0.0, 0.0, 0.0, 0.0)

    init(_ workspace: Workspace<Scalar>, direction: AlignedBuffer<Scalar>) {
        self.workspace = workspace
        self.direction = direction
        pieces = workspace.pieces
        kernel = workspace.optimizer.kernel(workspace.kernels)
        notFinite = AlignedBuffer(count: workspace.members * workspace.layers.count)
    }

    /// The first layer (from 0) with a parameter that is not finite.
    var firstNotFinite: Int? {
        workspace.layers.indices.first { layer in
            (0..<workspace.members).contains { notFinite.base[$0 * workspace.layers.count + layer] != 0 }
        }
    }

    override func run(member: Int) {
        let flags = notFinite.base + member * workspace.layers.count
        for layer in workspace.layers.indices { flags[layer] = 0 }
        for piece in pieces[member] {
            let layer = workspace.layers[piece.layer]
            let start = layer.offset + piece.columns.lowerBound
            var isFinite = update(start, rows: layer.inputs + 1, columns: piece.columns.count, stride: layer.outputs)
            if let learning = layer.learning {
                let (start, count) = (layer.offset + layer.learnedOffset, learning.places.count)
                isFinite = update(start, rows: 1, columns: count, stride: count) && isFinite
                learning.project(workspace.nextParameters.base + start)
            }
            if !isFinite { flags[piece.layer] = 1 }
        }
    }

    private func update(_ start: Int, rows: Int, columns: Int, stride: Int) -> Bool {
        let slots = workspace.slots
        var arguments = training_update(
            from: workspace.network.parameters.base + start, to: workspace.nextParameters.base + start, centre: nil,
            slot0: slots.count > 0 ? slots[0].base + start : nil, slot1: slots.count > 1 ? slots[1].base + start : nil,
            stride: stride, gradient: direction.base + start, gradient_stride: stride, rows: rows, columns: columns,
            rate: rate, inverse_eta: 0, constants: constants, adjustment: nil)
        return kernel(&arguments) != 0
    }
}
