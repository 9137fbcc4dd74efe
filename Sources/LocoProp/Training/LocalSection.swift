import ActivationCore
import CTrainingKernels

/// The local problems of LocoProp, or the one step of BackProp, cut by columns (``WorkPlan``): T
/// iterations on each piece without a barrier.
///
/// At k = 0 the residual is γ g for both variants, because the target was set from the same weights:
/// the first product of the T iterations is therefore known. The first update reads the network's
/// parameters and writes `nextParameters`; the later ones stay there.
///
/// Where a link falls somewhere (gelu), LocoProp-M linearises the concave part −F₋ of its integral at a⁰, the
/// convex–concave procedure: residual f₊(a) − t₊ with t₊ = f₊(a⁰) − γ g.
final class LocalSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    private let pieces: [[Piece]]
    /// By member: a piece's products and residuals [batch, columns], and its gradient [in + 1, columns], with those of
    /// learned parameters behind it.
    private let residuals: [AlignedBuffer<Scalar>]
    private let gradients: [AlignedBuffer<Scalar>]
    /// By member, for layers with a Gram matrix: the displacement from the starting weights, and the first gradient,
    /// [in + 1, columns] each.
    private let displacements: [AlignedBuffer<Scalar>]
    private let firstGradients: [AlignedBuffer<Scalar>]
    private let grams: GramMatrices<Scalar>
    private let updateKernel: training_optimizer
    /// [member, layer]: 1 where a parameter came out NaN or infinite.
    private let notFinite: AlignedBuffer<Double>
    var learningRate = 0.0
    /// What a run does. Where BackProp's gradient is clipped by its norm, all of it is needed between its two halves.
    enum Phase { case whole, gradient, update }
    var phase = Phase.whole
    /// What the norm's limit leaves of BackProp's gradient.
    var gradientScale = 1.0
    /// By member: Σ of its pieces' gradients squared, after ``Phase/gradient``.
    private let squares: AlignedBuffer<Double>

    init(_ workspace: Workspace<Scalar>, _ products: LocalProducts) {
        self.workspace = workspace
        let layers = workspace.layers
        let grams = GramMatrices(workspace, products)
        self.grams = grams
        pieces = grams.isEmpty
            ? workspace.pieces
            : WorkPlan.pieces(
                layers: layers.map { (grams.columnCost($0), $0.outputs, $0.isWhole) }, members: workspace.members)
        let iterates = workspace.method.iterations > 1
        residuals = pieces.map { pieces in
            let widest = pieces.filter { grams[$0.layer] == nil }.map(\.columns.count).max() ?? 0
            return AlignedBuffer(count: iterates ? workspace.batchSize * widest : 0)
        }
        let keepsAll = workspace.clipsNormOfStep
        gradients = pieces.map { pieces in
            let counts = pieces.map { Self.gradientCount($0, layers) }
            return AlignedBuffer(count: keepsAll ? counts.reduce(0, +) : counts.max() ?? 0)
        }
        func gramBlocks(_ pieces: [Piece]) -> AlignedBuffer<Scalar> {
            AlignedBuffer(
                count: pieces.filter { grams[$0.layer] != nil }
                    .map { (layers[$0.layer].inputs + 1) * $0.columns.count }.max() ?? 0)
        }
        displacements = pieces.map(gramBlocks)
        firstGradients = pieces.map(gramBlocks)
        squares = AlignedBuffer(count: workspace.members)
        updateKernel = workspace.optimizer.kernel(workspace.kernels)
        notFinite = AlignedBuffer(count: workspace.members * layers.count)
    }

    /// Forms the Gram matrices that the iterations take, before ``run(member:)``.
    func prepare(_ team: ThreadTeam) {
        if !grams.isEmpty { team.run(grams.section) }
    }

    /// The first layer (from 0) with a parameter that is not finite.
    var firstNotFinite: Int? {
        workspace.layers.indices.first { layer in
            (0..<workspace.members).contains { notFinite.base[$0 * workspace.layers.count + layer] != 0 }
        }
    }

    /// The Euclidean norm of the whole gradient, after ``Phase/gradient``; in the members' order, so that it does not
    /// depend on their speed.
    var gradientNorm: Double { (0..<workspace.members).reduce(0) { $0 + squares.base[$1] }.squareRoot() }

    private static func gradientCount(_ piece: Piece, _ layers: [LayerPlan<Scalar>]) -> Int {
        (layers[piece.layer].inputs + 1) * piece.columns.count + (layers[piece.layer].learning?.places.count ?? 0)
    }

    override func run(member: Int) {
        let flags = notFinite.base + member * workspace.layers.count
        for layer in workspace.layers.indices { flags[layer] = 0 }
        squares.base[member] = 0
        var gradient = gradients[member].base
        for piece in pieces[member] {
            if phase != .update { setGradient(piece, gradient) }
            if phase == .gradient {
                squares.base[member] += squaredNorm(piece, gradient)
            } else {
                let isFinite = solve(piece, residual: residuals[member].base, gradient: gradient, member: member)
                if !isFinite { flags[piece.layer] = 1 }
            }
            if phase != .whole { gradient += Self.gradientCount(piece, workspace.layers) }
        }
    }

    private func squaredNorm(_ piece: Piece, _ gradient: UnsafePointer<Scalar>) -> Double {
        let (layer, width) = (workspace.layers[piece.layer], piece.columns.count)
        // Every variant's table is filled by the same initialiser, field by field.
        let product = workspace.kernels.pointee.inner_product!
        let learned = gradient + (layer.inputs + 1) * width
        let count = layer.learning?.places.count ?? 0
        return product(gradient, width, gradient, width, layer.inputs + 1, width) + product(learned, count, learned, count, 1, count)
    }

    /// Sets the target, and the gradient at the network's parameters: γ Xᵀ g, and the sums of γ g.
    private func setGradient(_ piece: Piece, _ gradient: UnsafeMutablePointer<Scalar>) {
        let layer = workspace.layers[piece.layer]
        let (width, start) = (piece.columns.count, piece.columns.lowerBound)
        let x = workspace.input(ofLayer: piece.layer)
        let t = workspace.gradients[piece.layer].base + start
        multiplyByInputs(layer, x, t, ld: layer.outputs, scale: workspace.gamma, width: width, into: gradient)
        if let learning = layer.learning {
            learning.gradients.base.update(from: t, count: workspace.rows * width)
            setLearnedGradient(layer, learning, gradient, reached: nil)
        }
        setTarget(layer, t, start: start, width: width, sums: gradient + layer.inputs * width)
    }

    /// The first step along the gradient that was set, and the further iterations.
    /// - Returns: whether all parameters of the piece are finite.
    private func solve(
        _ piece: Piece, residual: UnsafeMutablePointer<Scalar>, gradient: UnsafeMutablePointer<Scalar>, member: Int
    ) -> Bool {
        let layer = workspace.layers[piece.layer]
        let (rows, width, start) = (workspace.rows, piece.columns.count, piece.columns.lowerBound)
        let x = workspace.input(ofLayer: piece.layer)
        let next = workspace.nextParameters.base + layer.offset + start
        let t = workspace.gradients[piece.layer].base + start
        let sums = gradient + layer.inputs * width
        let method = workspace.method

        let gram = grams[piece.layer]
        let first = firstGradients[member].base
        if gram != nil { first.update(from: gradient, count: (layer.inputs + 1) * width) }
        var isFinite = update(layer, start: start, width: width, gradient: gradient, k: 0)

        for k in 1..<max(method.iterations, 1) {
            if let gram {
                if let learning = layer.learning { setLearnedGradient(layer, learning, gradient, reached: nil) }
                setGradient(
                    layer, gram, first: first, displacement: displacements[member].base, start: start, width: width,
                    into: gradient)
                isFinite = update(layer, start: start, width: width, gradient: gradient, k: k)
                continue
            }
            BLAS.multiply(
                m: rows, n: width, k: layer.inputs, x, ld: layer.inputs, next, ld: layer.outputs,
                into: residual, ld: width)
            let bias = next + layer.biasOffset
            if method.kind == .locoPropM, let learning = layer.learning {
                learning.kernels.forward(
                    preActivations: residual, stride: width, bias: bias, outputs: learning.outputs.base, stride: width,
                    rows: rows, columns: width)
                setLearnedGradient(layer, learning, gradient, reached: residual)
                learning.residual(
                    gamma: workspace.gamma, startingPoint: workspace.preActivations[layer.index].base, into: residual,
                    rows: rows, columns: width, sums: sums, workspace.kernels.pointee)
            } else if method.kind == .locoPropM, layer.kernels.hasSplit {
                layer.kernels.risingResidual(
                    products: residual, stride: width, bias: bias, targets: t, stride: layer.outputs,
                    columnSums: sums, rows: rows, columns: width)
            } else if method.kind == .locoPropM {
                layer.kernels.residual(
                    products: residual, stride: width, bias: bias, targets: t, stride: layer.outputs,
                    columnSums: sums, rows: rows, columns: width)
            } else {
                if let learning = layer.learning { setLearnedGradient(layer, learning, gradient, reached: nil) }
                workspace.kernels.pointee.linear_residual(
                    residual, width, bias, t, layer.outputs, sums, rows, width)
            }
            multiplyByInputs(layer, x, residual, ld: width, scale: 1, width: width, into: gradient)
            isFinite = update(layer, start: start, width: width, gradient: gradient, k: k)
        }
        return isFinite
    }

    /// gradient ← X̃ᵀX̃ Δ + γ X̃ᵀ g with Δ the displacement of [W; b].
    private func setGradient(
        _ layer: LayerPlan<Scalar>, _ gram: UnsafePointer<Scalar>, first: UnsafePointer<Scalar>,
        displacement: UnsafeMutablePointer<Scalar>, start: Int, width: Int, into gradient: UnsafeMutablePointer<Scalar>
    ) {
        let order = layer.inputs + 1
        let current = workspace.network.parameters.base + layer.offset + start
        let next = workspace.nextParameters.base + layer.offset + start
        for row in 0..<order {
            (displacement + row * width).update(from: current + row * layer.outputs, count: width)
        }
        // next − 1 · current; the gradient's first row is room for the sums, which nobody asks for.
        workspace.kernels.pointee.target(next, layer.outputs, displacement, width, 1, gradient, order, width)
        gradient.update(from: first, count: order * width)
        BLAS.multiply(
            m: order, n: width, k: order, gram, ld: order, displacement, ld: width, keeping: 1, into: gradient,
            ld: width)
    }

    /// The gradient of the local objective with respect to the learned parameters, behind that of W and b.
    /// - Parameter a: the pre-activations reached, of LocoProp-M alone; the other methods' objectives have θ in their
    ///   frozen part only, as LocoProp-M's has at k = 0. The bias's gradient is overwritten.
    private func setLearnedGradient(
        _ layer: LayerPlan<Scalar>, _ learning: LayerLearning<Scalar>, _ gradient: UnsafeMutablePointer<Scalar>,
        reached a: UnsafePointer<Scalar>?
    ) {
        let a0 = UnsafePointer(workspace.preActivations[layer.index].base)
        let (rows, width, kernels) = (workspace.rows, layer.outputs, workspace.kernels.pointee)
        for i in learning.places.indices {
            var slope = learning.frozenSlope(
                i, gamma: workspace.gamma, startingPoint: a0, rows: rows, columns: width, kernels)
            if let a {
                slope += learning.divergenceSlope(
                    i, of: a, startingPoint: a0, rows: rows, columns: width, sums: gradient + layer.biasOffset, kernels)
            }
            gradient[layer.learnedOffset + i] = Scalar(slope)
        }
    }

    /// gradient ← scale · Xᵀ r.
    private func multiplyByInputs(
        _ layer: LayerPlan<Scalar>, _ x: UnsafePointer<Scalar>, _ r: UnsafePointer<Scalar>, ld: Int,
        scale: Double, width: Int, into gradient: UnsafeMutablePointer<Scalar>
    ) {
        BLAS.multiply(
            transposeA: true, m: layer.inputs, n: width, k: workspace.rows, alpha: scale,
            x, ld: layer.inputs, r, ld: ld, into: gradient, ld: width)
    }

    /// Turns ∂L/∂a into the target in place (BackProp has none), and sums γ ∂L/∂a over the rows.
    private func setTarget(
        _ layer: LayerPlan<Scalar>, _ t: UnsafeMutablePointer<Scalar>, start: Int, width: Int,
        sums: UnsafeMutablePointer<Scalar>
    ) {
        let base: UnsafePointer<Scalar>
        switch workspace.method.kind {
        case .backProp, .kfac, .shampoo:
            workspace.kernels.pointee.column_sums(t, layer.outputs, sums, workspace.rows, width)
            return
        case .locoPropM where layer.kernels.hasSplit:
            layer.kernels.risingTarget(
                preActivations: workspace.preActivations[layer.index].base + start, stride: layer.outputs, targets: t,
                stride: layer.outputs, gamma: workspace.gamma, columnSums: sums, rows: workspace.rows,
                columns: width)
            return
        case .locoPropM: base = UnsafePointer(workspace.outputs[layer.index].base + start)
        case .locoPropS: base = UnsafePointer(workspace.preActivations[layer.index].base + start)
        }
        workspace.kernels.pointee.target(
            base, layer.outputs, t, layer.outputs, workspace.gamma, sums, workspace.rows, width)
    }

    /// One step of the optimizer on the columns of W and b, and on the learned parameters.
    private func update(
        _ layer: LayerPlan<Scalar>, start: Int, width: Int, gradient: UnsafeMutablePointer<Scalar>, k: Int
    ) -> Bool {
        let isFinite = updateColumns(layer, start: start, width: width, gradient: gradient, k: k)
        guard let learning = layer.learning else { return isFinite }
        // A whole layer: its columns start at 0, and its gradient is laid out like its parameters.
        let offset = layer.offset + layer.learnedOffset
        let (rate, constants) = workspace.optimizer.constants(
            rate: learningRate * workspace.method.rateFactor(k), t: workspace.iterations + Double(k + 1))
        let next = workspace.nextParameters.base + offset
        let slots = workspace.slots
        var arguments = training_update(
            from: k == 0 ? workspace.network.parameters.base + offset : next, to: next, centre: nil,
            slot0: slots.count > 0 ? slots[0].base + offset : nil,
            slot1: slots.count > 1 ? slots[1].base + offset : nil,
            stride: learning.places.count, gradient: gradient + layer.learnedOffset,
            gradient_stride: learning.places.count, rows: 1, columns: learning.places.count, rate: rate,
            inverse_eta: 0, constants: constants, adjustment: nil)
        let learnedAreFinite = step(&arguments, decays: false, rate: 0)
        learning.project(next)
        return isFinite && learnedAreFinite
    }

    /// One call of the optimizer's kernel, with what clip and decay ask for.
    /// - Parameter rate: of the step, before the optimizer's own corrections.
    private func step(_ arguments: inout training_update, decays: Bool, rate: Double) -> Bool {
        let (clip, decay) = (workspace.clip, workspace.decay)
        // Of LocoProp the backward gradients are clipped, before targets are set.
        let clips = workspace.method.kind == .backProp && clip.kind != .off
        guard clips || (decays && decay.kind != .off) else { return updateKernel(&arguments) != 0 }
        let adjustment = training_adjustment(
            scale: gradientScale, limit: clips && clip.kind == .value ? clip.limit : .infinity,
            l2: decays && decay.kind == .l2 ? decay.rate : 0,
            decay: decays && decay.kind == .decoupled ? rate * decay.rate : 0)
        return withUnsafePointer(to: adjustment) { pointer in
            arguments.adjustment = pointer
            return updateKernel(&arguments) != 0
        }
    }

    private func updateColumns(
        _ layer: LayerPlan<Scalar>, start: Int, width: Int, gradient: UnsafeMutablePointer<Scalar>, k: Int
    ) -> Bool {
        let method = workspace.method
        let localRate = learningRate * method.rateFactor(k)
        let (rate, constants) = workspace.optimizer.constants(rate: localRate, t: workspace.iterations + Double(k + 1))
        let current = workspace.network.parameters.base + layer.offset + start
        let next = workspace.nextParameters.base + layer.offset + start
        let slots = workspace.slots

        func update(rows: Range<Int>, regularised: Bool, decays: Bool = false) -> Bool {
            let skipped = rows.lowerBound * layer.outputs
            // At k = 0 the parameters are the centre, and the regulariser's gradient is zero.
            let centre = regularised && k > 0 ? UnsafeRawPointer(current + skipped) : nil
            var arguments = training_update(
                from: (k == 0 ? current : next) + skipped, to: next + skipped, centre: centre,
                slot0: slots.count > 0 ? slots[0].base + layer.offset + start + skipped : nil,
                slot1: slots.count > 1 ? slots[1].base + layer.offset + start + skipped : nil,
                stride: layer.outputs, gradient: gradient + rows.lowerBound * width, gradient_stride: width,
                rows: rows.count, columns: width, rate: rate, inverse_eta: method.eta.map { 1 / $0 } ?? 0,
                constants: constants, adjustment: nil)
            return step(&arguments, decays: decays, rate: localRate)
        }

        let weights = 0..<layer.inputs
        // The weights alone decay.
        let decays = workspace.decay.kind != .off
        switch (method.bias, method.eta) {
        case (.regularised, _) where !decays, (.free, nil) where !decays:
            return update(rows: 0..<layer.inputs + 1, regularised: method.eta != nil)
        case (.regularised, _), (.free, _):
            let weightsFinite = update(rows: weights, regularised: method.eta != nil, decays: decays)
            let biasFinite = update(
                rows: layer.inputs..<layer.inputs + 1, regularised: method.bias == .regularised && method.eta != nil)
            return weightsFinite && biasFinite
        case (.fixed, _):
            if k == 0 {
                (next + layer.biasOffset).update(from: current + layer.biasOffset, count: width)
            }
            return update(rows: weights, regularised: method.eta != nil, decays: decays)
        }
    }
}
