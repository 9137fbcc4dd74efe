import ActivationCore

/// One step of Shampoo; see ``Shampoo`` for the mathematics.
///
/// Sections, with a barrier after each: ∇ (by columns); L and R (a task a layer); the roots, when they are due (a task a
/// matrix); the directions (a task a layer); the optimizer's update (by columns).
final class ShampooStep<Scalar: ActivationScalar>: PreconditionedStep {
    private unowned let workspace: Workspace<Scalar>
    private let options: Shampoo
    private let layers: [ShampooLayer<Scalar>]
    private let gradient: GradientSection<Scalar>
    private let direction: AlignedBuffer<Scalar>
    private let update: DirectionUpdateSection<Scalar>
    /// By member.
    private let rooms: [AlignedBuffer<Scalar>]
    private let eigenvectors: [SymmetricEigenvectors]
    /// Every matrix, and its layer.
    private let moments: [(layer: Int, moment: SecondMoment<Scalar>, p: Int)]
    /// By matrix, whether its root could not be computed.
    private let failures: AlignedBuffer<Double>
    private var steps: UInt64 = 0

    init(_ workspace: Workspace<Scalar>, _ options: Shampoo) {
        self.workspace = workspace
        self.options = options
        let layers = workspace.layers.map { ShampooLayer($0, options) }
        self.layers = layers
        gradient = GradientSection(workspace)
        direction = AlignedBuffer(count: workspace.nextParameters.count)
        update = DirectionUpdateSection(workspace, direction: direction)
        let blocks = layers.flatMap(\.blocks)
        let room = blocks.map { $0.rows.count * $0.columns.count }.max() ?? 0
        rooms = (0..<workspace.members).map { _ in AlignedBuffer(count: room) }
        moments = layers.indices.flatMap { layer in
            layers[layer].moments.map { (layer: layer, moment: $0.moment, p: $0.p) }
        }
        let largest = moments.map(\.moment.order).max() ?? 1
        eigenvectors = (0..<workspace.members).map { _ in SymmetricEigenvectors(largest: largest) }
        failures = AlignedBuffer(count: moments.count)
    }

    func solve(learningRate: Double, _ team: ThreadTeam) throws(LocoPropError) {
        steps += 1
        team.run(gradient)
        team.run(statistics)
        if (steps - 1) % UInt64(options.period) == 0 {
            team.run(roots)
            if let failed = moments.indices.first(where: { failures.base[$0] != 0 }) {
                throw .preconditioner(layer: moments[failed].layer + 1)
            }
        }
        team.run(directions)
        (update.rate, update.constants) = workspace.optimizer.constants(
            rate: learningRate, t: workspace.iterations + 1)
        team.run(update)
        if let layer = update.firstNotFinite { throw .notFinite(.parameters(workspace.place(ofLayer: layer))) }
    }

    private var costs: [Double] {
        workspace.layers.map { Double($0.inputs + 1) * Double($0.outputs) * Double($0.inputs + $0.outputs) }
    }

    private lazy var statistics = TaskSection(costs: costs, members: workspace.members) { [unowned self] task, _ in
        layers[task].add(gradient.gradient.base + workspace.layers[task].offset)
    }

    private lazy var roots = TaskSection(
        costs: moments.map { Double($0.moment.order) * Double($0.moment.order) * Double($0.moment.order) },
        members: workspace.members
    ) { [unowned self] task, member in
        // An average of t terms has the weight 1 − decayᵗ.
        let scale = options.decay.map { 1 / (1 - power($0, Double(steps))) } ?? 1
        let isFinite = moments[task].moment.setRoot(
            p: moments[task].p, epsilon: options.epsilon, scale: scale, eigenvectors[member])
        failures.base[task] = isFinite ? 0 : 1
    }

    private lazy var directions = TaskSection(costs: costs, members: workspace.members) { [unowned self] task, member in
        let offset = workspace.layers[task].offset
        layers[task].setDirection(
            gradient.gradient.base + offset, into: direction.base + offset, room: rooms[member].base,
            steps: Double(steps), workspace.kernels.pointee)
    }

    // MARK: State

    func reset() {
        steps = 0
        for layer in layers { layer.reset() }
    }

    var stateArrays: [StateArray] {
        layers.enumerated().flatMap { index, layer in layer.stateArrays(ofLayer: index) }
    }

    var stateCounters: [StateCounter] {
        [StateCounter("shampoo.steps", read: { self.steps }) { self.steps = $0 }]
    }
}
