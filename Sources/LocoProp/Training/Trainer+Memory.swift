import ActivationCore

extension Trainer {
    /// The bytes that a network of this shape and its trainer take for arrays, before any is taken. What BLAS takes for
    /// its own work comes on top: some MB for each thread.
    package static func memory(
        for specification: NetworkSpecification, method: Method, optimizer: Optimizer, clip: GradientClip = .off,
        batchSize: Int, threads: Int
    ) -> Int {
        let layers = specification.layers.enumerated().map { index, layer in
            let kernels: LayerKernels<Scalar> = LayerKernels(layer.activation)
            return (
                inputs: specification.inputWidth(ofLayer: index), outputs: layer.width,
                isWhole: kernels.isCoupled || !layer.learned.isEmpty)
        }
        // The parameters before and after a step, and the optimizer's slots.
        let slots = (method.ownOptimizer ?? optimizer).descriptor.slotNames.count
        var count = specification.parameterCount * (2 + slots)
        // Pre-activations, outputs and gradients.
        count += 3 * batchSize * layers.reduce(0) { $0 + $1.outputs }
        // What LayerLearning has.
        count += 5 * batchSize * specification.layers.reduce(0) { $0 + ($1.learned.isEmpty ? 0 : $1.width) }
        if method.kronecker != nil || method.shampoo != nil {
            // Gradient and direction; each layer's two factors and what is made of them, at most, because Shampoo may
            // cut them into blocks; and room for the largest on each thread.
            let orders = layers.map { ($0.inputs + 1, $0.outputs) }
            count += 2 * specification.parameterCount + 2 * orders.reduce(0) { $0 + $1.0 * $1.0 + $1.1 * $1.1 }
            count += threads * (orders.map { max($0.0, $0.1) * max($0.0, $0.1) }.max() ?? 0)
            count += batchSize * layers.reduce(0) { $0 + $1.outputs }
            // The tangents of the quadratic model.
            if method.kronecker?.step == .adaptive { count += 4 * batchSize * (layers.map(\.outputs).max() ?? 0) }
        } else if method.solver == .closedForm {
            // Of the dearest layer for each thread: matrix, right-hand sides and step.
            count += threads * (layers.map { layer in
                let order = min(layer.inputs + 1, batchSize)
                return order * (order + layer.outputs) + (layer.inputs + 2) * layer.outputs
            }.max() ?? 0)
        } else {
            count += localProblems(layers, method, clip, batchSize: batchSize, threads: threads)
        }
        return count * MemoryLayout<Scalar>.stride
    }

    /// What `LocalSection` has: Gram matrices where they are cheaper, and blocks for the pieces of each thread.
    private static func localProblems(
        _ layers: [(inputs: Int, outputs: Int, isWhole: Bool)], _ method: Method, _ clip: GradientClip, batchSize: Int,
        threads: Int
    ) -> Int {
        let hasGram = layers.map { layer in
            method.kind == .locoPropS && method.iterations > 1 && GramMatrices<Scalar>.isCheaper(
                inputs: layer.inputs, outputs: layer.outputs, rows: batchSize, iterations: method.iterations)
        }
        var count = zip(layers, hasGram).reduce(0) { $0 + ($1.1 ? ($1.0.inputs + 1) * ($1.0.inputs + 1) : 0) }
        let keepsAll = method.kind == .backProp && clip.kind == .norm
        // Where a piece is cut matters little here: as the pieces of layers without Gram matrices are.
        for pieces in WorkPlan.pieces(layers: layers, members: threads) {
            func block(_ piece: Piece) -> Int { (layers[piece.layer].inputs + 1) * piece.columns.count }
            let gradients = pieces.map(block)
            count += keepsAll ? gradients.reduce(0, +) : gradients.max() ?? 0
            count += 2 * (pieces.filter { hasGram[$0.layer] }.map(block).max() ?? 0)
            if method.iterations > 1 {
                count += batchSize * (pieces.filter { !hasGram[$0.layer] }.map(\.columns.count).max() ?? 0)
            }
        }
        return count
    }
}
