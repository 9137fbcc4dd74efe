import ActivationCore

/// How LocoProp-S's local iterations form their gradients. With X frozen, X̃ = [X, 1] and Δ the displacement of [W; b] from
/// the weights that the targets were set with, X̃ᵀ r = X̃ᵀX̃ Δ + γ X̃ᵀ g: the residual r is not needed.
package enum LocalProducts: Sendable {
    /// By layer, whichever takes fewer operations.
    case cheapest
    /// a = X W + b, then Xᵀ(a − t): 4 B in out an iteration.
    case residuals
    /// X̃ᵀX̃ once, then its product with Δ: 2 (in + 1)² out an iteration.
    case gram
}

/// X̃ᵀX̃ of the layers whose local iterations take it, whole symmetric matrices [in + 1, in + 1].
///
/// Nothing cancels: Δ is the difference of stored numbers, exact where they are within a factor of two, and its product is
/// added to the first gradient, which is known.
final class GramMatrices<Scalar: ActivationScalar> {
    private unowned let workspace: Workspace<Scalar>
    /// By layer; `nil` where residuals are cheaper.
    private let matrices: [AlignedBuffer<Scalar>?]
    /// Where they begin: a plain array, because an optional mapped in a step allocates.
    private let starts: [UnsafePointer<Scalar>?]
    private let ones: AlignedBuffer<Scalar>

    init(_ workspace: Workspace<Scalar>, _ products: LocalProducts) {
        self.workspace = workspace
        let method = workspace.method
        let takesThem = method.kind == .locoPropS && method.iterations > 1
        matrices = workspace.layers.map { layer in
            let isCheaper = Self.isCheaper(
                inputs: layer.inputs, outputs: layer.outputs, rows: workspace.batchSize, iterations: method.iterations)
            guard takesThem, products == .gram || products == .cheapest && isCheaper else { return nil }
            return AlignedBuffer(count: (layer.inputs + 1) * (layer.inputs + 1))
        }
        starts = matrices.map { matrix in matrix.map { UnsafePointer($0.base) } }
        ones = AlignedBuffer(count: matrices.contains { $0 != nil } ? workspace.batchSize : 0)
        ones.fill(1)
    }

    /// Whether T iterations take fewer operations with X̃ᵀX̃, its making counted.
    static func isCheaper(inputs: Int, outputs: Int, rows: Int, iterations: Int) -> Bool {
        guard inputs < Trainability.largestMatrix else { return false }
        let (order, further) = (Double(inputs + 1), Double(iterations - 1))
        let plain = 4 * Double(rows) * Double(inputs) * Double(outputs) * further
        return Double(rows) * order * order + 2 * order * order * Double(outputs) * further < plain
    }

    private(set) lazy var isEmpty = matrices.allSatisfy { $0 == nil }

    subscript(layer: Int) -> UnsafePointer<Scalar>? { starts[layer] }

    /// What a column of the layer costs in all iterations, in multiply-adds.
    func columnCost(_ layer: LayerPlan<Scalar>) -> Int {
        let (rows, further) = (workspace.batchSize, workspace.method.iterations - 1)
        guard matrices[layer.index] != nil else { return rows * layer.inputs * (1 + 2 * further) }
        return rows * layer.inputs + (layer.inputs + 1) * (layer.inputs + 1) * further
    }

    /// A task a layer.
    private(set) lazy var section = TaskSection(
        costs: workspace.layers.map { matrices[$0.index] == nil ? 0 : Double($0.inputs) * Double($0.inputs) },
        members: workspace.members
    ) { [unowned self] task, _ in set(workspace.layers[task]) }

    private func set(_ layer: LayerPlan<Scalar>) {
        guard let matrix = matrices[layer.index]?.base else { return }
        let (width, order, rows) = (layer.inputs, layer.inputs + 1, workspace.rows)
        let x = workspace.input(ofLayer: layer.index)
        BLAS.addGram(transpose: true, n: width, k: rows, alpha: 1, x, ld: width, keeping: 0, into: matrix, ld: order)
        BLAS.multiply(
            m: 1, n: width, k: rows, ones.base, ld: rows, x, ld: width, into: matrix + width * order, ld: order)
        matrix[order * order - 1] = Scalar(rows)
        BLAS.mirror(n: order, matrix, ld: order)
    }
}
