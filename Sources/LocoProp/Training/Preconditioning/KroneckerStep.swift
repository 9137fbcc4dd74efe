import ActivationCore
import CTrainingKernels

/// One step of K-FAC, or of LocoProp with `solver=kronecker`; see ``KFAC`` for the mathematics.
///
/// Sections, with a barrier after each: the gradients that G is made of (by rows); A, G and ∇ (a task each); the
/// inverses, when they are due; the directions (a task a layer); the quadratic model (by rows); the update (by columns).
///
/// Where A, G and the model are of a sample of the batch, the step is guarded: a row outside the sample may have a gradient
/// along directions in which the sample has next to no curvature, and α then takes the weights far beyond where the model
/// holds. So each step's loss is looked at on as many of the batch's last rows, which the model has not seen. A step that raises
/// it is not taken: the velocity is 0 again, λ rises as for a bad ratio, and for some steps the model is of the whole batch.
final class KroneckerStep<Scalar: ActivationScalar>: PreconditionedStep {
    private unowned let workspace: Workspace<Scalar>
    private let options: KroneckerOptions
    private let seed: UInt64
    private let factors: [KroneckerFactors<Scalar>]
    private let gradient: GradientSection<Scalar>
    private let direction: AlignedBuffer<Scalar>
    private let fisher: FisherSection<Scalar>?
    private let model: QuadraticModelSection<Scalar>?
    private let update: DirectionUpdateSection<Scalar>
    /// By member, room for a layer's weights and biases.
    private let rooms: [AlignedBuffer<Scalar>]
    private let ones: AlignedBuffer<Scalar>
    /// [layer, 5]: ∇·D, D·D, ∇·v, D·v and v·v, with v the velocity.
    private let products: AlignedBuffer<Double>
    /// [2 · layer + (0 for A, 1 for G)]: the damping of each, and whether it could not be inverted.
    private let dampings, failures: AlignedBuffer<Double>

    /// Steps begun, and the current λ.
    private var steps: UInt64 = 0
    private var damping: Double
    /// By how much the quadratic model says that the last step changes the loss.
    private var predicted = 0.0
    /// For how many steps more the model is that of the whole batch; ``longestCaution`` after a step that was not taken.
    private var caution: UInt64 = 0
    private static var longestCaution: UInt64 { 50 }
    /// By what share of itself the loss of the last rows may rise at most, where the model tells of a fall that is larger still.
    private static var tolerance: Double { 0.01 }
    /// The rows of the step's batch.
    private var batchRows = 0

    init(_ workspace: Workspace<Scalar>, _ options: KroneckerOptions, seed: UInt64) {
        self.workspace = workspace
        self.options = options
        self.seed = seed
        damping = options.damping
        let layers = workspace.layers
        factors = layers.map { KroneckerFactors($0) }
        gradient = GradientSection(workspace)
        direction = AlignedBuffer(count: workspace.nextParameters.count)
        fisher = options.fisher == .empirical ? nil : FisherSection(workspace, sample: options.sample ?? .max)
        // The workspace's optimizer is momentum under an adaptive step.
        model = options.step == .adaptive
            ? QuadraticModelSection(workspace, directions: [direction, workspace.slots[0]]) : nil
        update = DirectionUpdateSection(workspace, direction: direction)
        let largest = layers.map { ($0.inputs + 1) * $0.outputs }.max() ?? 0
        rooms = (0..<workspace.members).map { _ in AlignedBuffer(count: largest) }
        ones = AlignedBuffer(count: workspace.batchSize)
        ones.fill(1)
        products = AlignedBuffer(count: 5 * layers.count)
        dampings = AlignedBuffer(count: 2 * layers.count)
        failures = AlignedBuffer(count: 2 * layers.count)
    }

    // MARK: The step

    func solve(learningRate: Double, _ team: ThreadTeam) throws(LocoPropError) {
        steps += 1
        batchRows = workspace.rows
        team.run(gradient)
        takeStatistics(team)
        // In the first three steps too, while the averages still change much (section 8 of the paper), and with a λ that has
        // just been raised because a step was not taken.
        if caution == Self.longestCaution || steps <= 3 || (steps - 1) % UInt64(options.period) == 0 { try invert(team) }
        team.run(directions)
        setStep(learningRate, team)
        team.run(update)
        if let layer = update.firstNotFinite { throw .notFinite(.parameters(workspace.place(ofLayer: layer))) }
    }

    private func takeStatistics(_ team: ThreadTeam) {
        guard let fisher else { return team.run(statistics) }
        switch options.fisher {
        case .exact:
            for output in 0..<workspace.layers[workspace.layers.count - 1].outputs {
                fisher.residual = .root(output: output)
                team.run(fisher)
                // The first of them starts the new term, and takes A and ∇ along.
                team.run(output == 0 ? statistics : furtherStatistics)
            }
        case .sampled, .empirical:
            var generator = SeededGenerator(seed: seed &+ steps &* 0x9E37_79B9_7F4A_7C15)
            fisher.residual = .sampled(seed: generator.next())
            team.run(fisher)
            team.run(statistics)
        }
    }

    /// Inverts the damped factors. An adaptive step raises λ where one is not positive definite in this precision.
    private func invert(_ team: ThreadTeam) throws(LocoPropError) {
        for _ in 0..<64 {
            for index in factors.indices {
                let balance = factors[index].balance
                dampings.base[2 * index] = balance * damping.squareRoot()
                dampings.base[2 * index + 1] = damping.squareRoot() / balance
            }
            team.run(inversion)
            guard let failed = (0..<failures.count).first(where: { failures.base[$0] != 0 }) else { return }
            let isFinite = workspace.kernels.pointee.is_finite(gradient.gradient.base, 1, gradient.gradient.count, 1) != 0
            guard options.step == .adaptive, isFinite else { throw .preconditioner(layer: failed / 2 + 1) }
            damping *= 10
        }
        throw .preconditioner(layer: 1)
    }

    private func setStep(_ learningRate: Double, _ team: ThreadTeam) {
        func sum(_ i: Int) -> Double { workspace.layers.indices.reduce(0) { $0 + products.base[5 * $1 + i] } }
        let (slope, length) = (sum(0), sum(1))
        guard let model else {
            let scale = options.clip.map { min(1, ($0 / max(slope * learningRate * learningRate, 1e-300)).squareRoot()) }
            (update.rate, update.constants) = workspace.optimizer.constants(
                rate: learningRate * (scale ?? 1), t: workspace.iterations + 1)
            return
        }
        model.sample = caution > 0 ? workspace.batchSize : min(options.sample ?? .max, workspace.batchSize)
        if caution > 0 { caution -= 1 }
        let (velocitySlope, mixed, velocityLength) = (sum(2), sum(3), sum(4))
        model.hasOneDirection = velocityLength == 0
        team.run(model)
        let curvature = model.products
        // M(α, μ) = −α ∇·D − μ ∇·v + ½ (α, μ) Q (α, μ)ᵀ.
        let q = (
            curvature.0 + damping * length, curvature.1 + damping * mixed, curvature.2 + damping * velocityLength
        )
        // Where the gradient is 0, so is D.
        var (rate, momentum) = (q.0 > 0 ? slope / q.0 : 0, 0.0)
        let determinant = q.0 * q.2 - q.1 * q.1
        // Where D and v are parallel to rounding, D alone has the whole step.
        if velocityLength > 0, determinant > 1e-6 * q.0 * q.2 {
            rate = (q.2 * slope - q.1 * velocitySlope) / determinant
            momentum = (q.0 * velocitySlope - q.1 * slope) / determinant
        }
        predicted = -(rate * slope + momentum * velocitySlope) / 2
        (update.rate, update.constants) = (rate, (momentum, 0, 0, 0))
    }

    // MARK: λ

    var tail: Int {
        guard options.step == .adaptive, let sample = options.sample, sample < workspace.batchSize else { return 0 }
        return sample
    }

    var rejects: Bool { tail > 0 && tail < batchRows }

    private var isCompared: Bool { options.step == .adaptive && steps % UInt64(options.dampingPeriod) == 0 }

    var comparedRows: Int { isCompared ? batchRows : rejects ? tail : 0 }

    func accepts(before: Double, after: Double) -> Bool {
        var factor = 1.0
        for _ in 0..<options.dampingPeriod { factor *= options.dampingDecay }
        if rejects, !(after - before <= min(-predicted, Self.tolerance * before)) {
            damping = min(damping / factor, 1e12)
            caution = Self.longestCaution
            return false
        }
        guard isCompared else { return true }
        let ratio = (after - before) / predicted
        if ratio > 0.75 {
            damping = max(damping * factor, options.leastDamping)
        } else if !(ratio >= 0.25) {
            damping = min(damping / factor, 1e12)
        }
        return true
    }

    // MARK: Tasks

    /// The rows of the batch that A and G are taken of.
    private var sampleRows: Int { min(options.sample ?? .max, workspace.rows) }

    /// The share of A and G that step k keeps.
    private var kept: Double { min(1 - 1 / Double(steps), options.decay) }

    private lazy var statistics = TaskSection(
        costs: workspace.layers.flatMap { [Double($0.inputs * $0.inputs), Double($0.outputs * $0.outputs)] },
        members: workspace.members
    ) { [unowned self] task, _ in
        let layer = workspace.layers[task / 2]
        guard task % 2 == 0 else { return addOutputs(layer, kept: kept) }
        factors[layer.index].addInputs(
            workspace.input(ofLayer: layer.index), rows: sampleRows, kept: kept, ones: ones.base)
    }

    private lazy var furtherStatistics = TaskSection(
        costs: workspace.layers.map { Double($0.outputs * $0.outputs) }, members: workspace.members
    ) { [unowned self] task, _ in addOutputs(workspace.layers[task], kept: 1) }

    private func addOutputs(_ layer: LayerPlan<Scalar>, kept share: Double) {
        // The data's gradients are of the loss averaged over the batch.
        let scale = Double(workspace.rows)
        factors[layer.index].addOutputs(
            (fisher?.gradients ?? workspace.gradients)[layer.index].base, rows: sampleRows,
            weight: (1 - kept) * (fisher == nil ? scale * scale : 1) / Double(sampleRows), kept: share)
    }

    private lazy var inversion = TaskSection(
        costs: workspace.layers.flatMap { layer in
            [layer.inputs + 1, layer.outputs].map { Double($0) * Double($0) * Double($0) }
        },
        members: workspace.members
    ) { [unowned self] task, _ in
        let (factors, damping) = (factors[task / 2], dampings.base[task])
        let isInverted = task % 2 == 0 ? factors.invertInputs(damping: damping) : factors.invertOutputs(damping: damping)
        failures.base[task] = isInverted ? 0 : 1
    }

    private lazy var directions = TaskSection(
        costs: workspace.layers.map { Double($0.inputs + 1) * Double($0.outputs) * Double($0.inputs + $0.outputs) },
        members: workspace.members
    ) { [unowned self] task, member in setDirection(workspace.layers[task], room: rooms[member].base) }

    private func setDirection(_ layer: LayerPlan<Scalar>, room: UnsafeMutablePointer<Scalar>) {
        let (rows, width, factors) = (layer.inputs + 1, layer.outputs, factors[layer.index])
        let g = UnsafePointer(gradient.gradient.base + layer.offset)
        let d = direction.base + layer.offset
        BLAS.multiply(
            m: rows, n: width, k: rows, factors.inverseInputs.base, ld: rows, g, ld: width, into: room, ld: width)
        BLAS.multiply(
            m: rows, n: width, k: width, room, ld: width, factors.inverseOutputs.base, ld: width, into: d, ld: width)
        let learned = layer.learning?.places.count ?? 0
        for i in 0..<learned {
            let slope = Double(g[layer.learnedOffset + i])
            let moment = kept * factors.learned.base[i] + (1 - kept) * Double(workspace.rows) * slope * slope
            factors.learned.base[i] = moment
            d[layer.learnedOffset + i] = Scalar(slope / (moment + damping))
        }
        let count = rows * width + learned
        func product(_ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>) -> Double {
            // By rows, because each row's sum is rounded to double.
            workspace.kernels.pointee.inner_product(x, width, y, width, rows, width)
                + workspace.kernels.pointee.inner_product(x + rows * width, learned, y + rows * width, learned, 1, count - rows * width)
        }
        let result = products.base + 5 * layer.index
        result[0] = product(g, d)
        guard model != nil else { return }
        let v = UnsafePointer(workspace.slots[0].base + layer.offset)
        result[1] = product(d, d)
        result[2] = product(g, v)
        result[3] = product(d, v)
        result[4] = product(v, v)
    }

    // MARK: State

    func reset() {
        steps = 0
        caution = 0
        damping = options.damping
        for layer in factors { layer.reset() }
    }

    var stateArrays: [StateArray] {
        factors.enumerated().flatMap { index, factors in factors.stateArrays(ofLayer: index) }
    }

    var stateCounters: [StateCounter] {
        [
            StateCounter("kfac.steps", read: { self.steps }) { self.steps = $0 },
            StateCounter("kfac.damping", read: { self.damping.bitPattern }) { self.damping = Double(bitPattern: $0) },
        ] + (options.sample == nil ? [] : [StateCounter("kfac.caution", read: { self.caution }) { self.caution = $0 }])
    }
}
