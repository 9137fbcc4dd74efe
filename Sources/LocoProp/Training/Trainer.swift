import ActivationCore
import CTrainingKernels

/// Trains a network, batch by batch: forward and backward pass, then the local problems of a
/// ``Method``, on a team of threads.
///
/// All memory is taken at the start; `step(inputs:targets:learningRate:)` allocates nothing. The same
/// network, data and thread count give the same bits; another thread count, the same up to rounding.
/// A trainer and its network belong to one task at a time.
public final class Trainer<Scalar: ActivationScalar> {
    public let network: Network<Scalar>
    public let loss: FinalLoss
    public let method: Method
    public let optimizer: Optimizer
    public let decay: WeightDecay
    public let clip: GradientClip
    /// The most rows that a step takes.
    public let batchSize: Int
    public var threads: Int { team.count }

    let workspace: Workspace<Scalar>
    package let team: ThreadTeam
    let pass: PassSection<Scalar>
    /// `nil` where LocoProp clips nothing.
    private let clipping: ClipSection<Scalar>?
    /// Whether each step also measures ``localLosses``, at the cost of a forward pass.
    public var measuresLocalLosses = false
    /// By layer, the local objectives of the last step, if ``measuresLocalLosses``; empty where a step sets no targets.
    public private(set) var localLosses: [LocalLoss] = []
    private let solver: LocalSolver

    private enum LocalSolver {
        case iterative(LocalSection<Scalar>)
        case closedForm(ClosedFormSection<Scalar>)
        case preconditioned(any PreconditionedStep)

        var holder: (any StateHolder)? {
            switch self {
            case .iterative(let section): section as? any StateHolder
            case .closedForm(let section): section as? any StateHolder
            case .preconditioned(let step): step
            }
        }
    }

    /// What has state that lasts from step to step.
    var stateHolders: [any StateHolder] {
        [workspace] + (solver.holder.map { [$0] } ?? [])
    }

    /// - Parameters:
    ///   - network: what is trained, in place.
    ///   - loss: the final loss; the last layer is its link.
    ///   - method: how a step changes the weights.
    ///   - optimizer: the rule of the local problems, or under BackProp of the whole loss.
    ///   - decay: what pulls the weights towards 0.
    ///   - clip: what bounds the gradients.
    ///   - batchSize: the most rows that a step takes.
    ///   - threads: members of the team; ``availableThreads`` if `nil`.
    ///   - seed: of the targets that K-FAC draws.
    /// - Throws: ``LocoPropError/lossLink(loss:link:found:)``,
    ///   ``LocoPropError/cannotTrain(layer:activation:reason:)``,
    ///   ``LocoPropError/cannotLearn(layer:activation:parameter:reason:)``,
    ///   ``LocoPropError/batchSize(_:largest:)``, ``LocoPropError/threads(_:)``.
    public convenience init(
        network: Network<Scalar>, loss: FinalLoss, method: Method, optimizer: Optimizer, decay: WeightDecay = .off,
        clip: GradientClip = .off, batchSize: Int, threads: Int? = nil, seed: UInt64 = 0
    ) throws(LocoPropError) {
        try self.init(
            network: network, loss: loss, method: method, optimizer: optimizer, decay: decay, clip: clip,
            batchSize: batchSize, threads: threads, seed: seed, products: .cheapest)
    }

    /// With `products`, how LocoProp-S forms its local gradients: for tests that compare the forms.
    package init(
        network: Network<Scalar>, loss: FinalLoss, method: Method, optimizer: Optimizer, decay: WeightDecay = .off,
        clip: GradientClip = .off, batchSize: Int, threads: Int? = nil, seed: UInt64 = 0, products: LocalProducts
    ) throws(LocoPropError) {
        try Self.check(network.specification, loss: loss, method: method, decay: decay, clip: clip, batchSize: batchSize)
        team = try ThreadTeam(count: threads ?? Self.availableThreads)
        self.network = network
        self.loss = loss
        self.method = method
        self.optimizer = optimizer
        self.decay = decay
        self.clip = clip
        self.batchSize = batchSize
        workspace = Workspace(
            network: network, loss: loss, method: method, optimizer: optimizer, decay: decay, clip: clip,
            batchSize: batchSize, members: team.count)
        pass = PassSection(workspace)
        clipping = method.kind.hasLocalProblems && clip.kind != .off ? ClipSection(workspace) : nil
        solver =
            if let options = method.kronecker {
                .preconditioned(KroneckerStep(workspace, options, seed: seed))
            } else if let options = method.shampoo {
                .preconditioned(ShampooStep(workspace, options))
            } else {
                method.solver == .closedForm
                    ? .closedForm(ClosedFormSection(workspace)) : .iterative(LocalSection(workspace, products))
            }
        if case .preconditioned(let step) = solver { pass.tail = step.tail }
    }

    /// Whether such a network can be trained so; takes no memory.
    /// - Throws: as `init(network:loss:method:optimizer:decay:clip:batchSize:threads:)`, but for threads.
    public static func check(
        _ specification: NetworkSpecification, loss: FinalLoss, method: Method, decay: WeightDecay = .off,
        clip: GradientClip = .off, batchSize: Int
    ) throws(LocoPropError) {
        try loss.check(specification)
        try Trainability.check(specification, method)
        try Trainability.check(decay, clip, method)
        try Trainability.checkLearned(specification, method, Scalar.self)
        let largest = largestBatchSize(for: specification, method: method)
        guard (1...largest).contains(batchSize) else { throw .batchSize(batchSize, largest: largest) }
    }

    /// The number of processors this process may run on.
    public static var availableThreads: Int {
        min(Int(thread_team_processors()), ThreadTeam.largestCount)
    }

    /// The most rows a step of such a network may have: 2²⁰, and no array of it beyond 2²⁸ numbers.
    public static func largestBatchSize(for specification: NetworkSpecification, method: Method) -> Int {
        let widths = specification.layers.map(\.width)
        let largest = max(1, min(1 << 20, (1 << 28) / widths.reduce(specification.inputWidth, +)))
        // The closed form factorises matrices of order min(in + 1, rows).
        let inputs = [specification.inputWidth] + widths.dropLast()
        let isWide = method.solver == .closedForm && inputs.contains { $0 >= 1 << 14 }
        return isWide ? min(largest, 1 << 14) : largest
    }

    /// One step on a batch.
    ///
    /// If it throws, the network is as it was before. After ``LocoPropError/notFinite(_:)`` the
    /// optimizer starts afresh, because its state may hold what diverged.
    /// - Parameters:
    ///   - inputs: [rows, in], row-major; 1 … ``batchSize`` rows.
    ///   - targets: [rows, out]; an autoencoder's are its inputs.
    ///   - learningRate: of the optimizer, at k = 0; 0 is allowed. The closed form and adaptive steps do not use it.
    /// - Returns: the loss before the step, averaged over the batch.
    /// - Throws: ``LocoPropError``, for a batch of the wrong shape, a target that the loss is not
    ///   defined for, a bad rate, a step that is not finite, and a failed factorisation.
    @discardableResult
    public func step(
        inputs: UnsafeBufferPointer<Scalar>, targets: UnsafeBufferPointer<Scalar>, learningRate: Double
    ) throws(LocoPropError) -> Double {
        guard learningRate.isFinite, learningRate >= 0 else { throw .learningRate(learningRate) }
        let rows = try rowCount(inputs: inputs, targets: targets)
        guard rows <= batchSize else { throw .batchTooLarge(rows: rows, batchSize: batchSize) }
        let lossBefore = try runPass(inputs: inputs, targets: targets, from: 0, rows: rows, goesBackward: true)
        try clipBackwardGradients()
        try solveLocalProblems(learningRate: learningRate)
        workspace.iterations += Double(method.iterations)
        swap(&network.parameters, &workspace.nextParameters)
        try compareLosses(before: lossBefore, inputs: inputs, targets: targets)
        workspace.holdsTargets = method.setsTargets
        if measuresLocalLosses, method.setsTargets {
            let section = LocalLossSection(workspace)
            team.run(section)
            localLosses = section.losses
        }
        return lossBefore / Double(rows)
    }

    /// LocoProp's part of ``GradientClip``.
    private func clipBackwardGradients() throws(LocoPropError) {
        guard let clipping else { return }
        team.run(clipping)
        guard clip.kind == .norm else { return }
        workspace.gamma = method.gamma * (try scale(forNorm: clipping.norm))
    }

    /// min(1, limit/norm).
    private func scale(forNorm norm: Double) throws(LocoPropError) -> Double {
        guard norm.isFinite else {
            workspace.resetOptimizer()
            throw .notFinite(nonFiniteOrigin() ?? .gradient(workspace.place(ofLayer: workspace.layers.count - 1)))
        }
        return min(1, clip.limit / norm)
    }

    private func solveLocalProblems(learningRate: Double) throws(LocoPropError) {
        switch solver {
        case .iterative(let section):
            section.learningRate = learningRate
            section.prepare(team)
            if workspace.clipsNormOfStep {
                section.phase = .gradient
                team.run(section)
                section.gradientScale = try scale(forNorm: section.gradientNorm)
                section.phase = .update
            }
            team.run(section)
            guard let layer = section.firstNotFinite else { return }
            workspace.resetOptimizer()
            throw .notFinite(nonFiniteOrigin() ?? .parameters(workspace.place(ofLayer: layer)))
        case .closedForm(let section):
            team.run(section)
            guard let layer = section.firstFailure else { return }
            if let origin = nonFiniteOrigin() { throw .notFinite(origin) }
            throw .factorisation(layer: layer + 1)
        case .preconditioned(let step):
            do {
                try step.solve(learningRate: learningRate, team)
            } catch {
                forget(step)
                if let origin = nonFiniteOrigin() { throw .notFinite(origin) }
                throw error
            }
        }
    }

    /// Tells a step that asks for it the batch's loss, or that of its last rows, at the parameters reached. If that is not
    /// finite, or the step says so, the old ones are put back.
    private func compareLosses(
        before: Double, inputs: UnsafeBufferPointer<Scalar>, targets: UnsafeBufferPointer<Scalar>
    ) throws(LocoPropError) {
        guard case .preconditioned(let step) = solver, step.comparedRows > 0 else { return }
        let (all, rows) = (workspace.rows, step.comparedRows)
        let before = rows == all ? before : pass.tailSum
        var after = Double.infinity
        do {
            after = try runPass(inputs: inputs, targets: targets, from: all - rows, rows: rows, goesBackward: false)
        } catch where !step.rejects {
            swap(&network.parameters, &workspace.nextParameters)
            forget(step)
            throw error
        } catch {}
        guard !step.accepts(before: before / Double(rows), after: after / Double(rows)) else { return }
        swap(&network.parameters, &workspace.nextParameters)
        workspace.resetOptimizer()
    }

    private func forget(_ step: any PreconditionedStep) {
        step.reset()
        workspace.resetOptimizer()
    }

    /// `step(inputs:targets:learningRate:)` on arrays.
    @discardableResult
    public func step(
        inputs: [Scalar], targets: [Scalar], learningRate: Double
    ) throws(LocoPropError) -> Double {
        try withBuffers(inputs, targets) { (inputs, targets) throws(LocoPropError) in
            try step(inputs: inputs, targets: targets, learningRate: learningRate)
        }
    }

    /// Where NaN or infinity entered a step whose loss was finite (an infinite input can hide behind a
    /// saturated activation): an input, or a gradient, from the last layer down.
    private func nonFiniteOrigin() -> LocoPropError.NonFinite? {
        if let input = nonFiniteInput(firstRow: 0) { return input }
        for plan in workspace.layers.reversed() {
            let gradients = workspace.gradients[plan.index].base
            if workspace.kernels.pointee.is_finite(gradients, plan.outputs, workspace.rows, plan.outputs) == 0 {
                return .gradient(workspace.place(ofLayer: plan.index))
            }
        }
        return nil
    }
}
