import ActivationCore
import CTrainingKernels

extension Trainer {
    /// The loss of any number of examples, averaged over them; the network stays as it is.
    /// - Throws: ``LocoPropError``, for a batch of the wrong shape, a target that the loss is not
    ///   defined for, and a loss that is not finite.
    public func loss(
        inputs: UnsafeBufferPointer<Scalar>, targets: UnsafeBufferPointer<Scalar>
    ) throws(LocoPropError) -> Double {
        let rows = try rowCount(inputs: inputs, targets: targets)
        var sum = 0.0
        for start in stride(from: 0, to: rows, by: batchSize) {
            sum += try runPass(
                inputs: inputs, targets: targets, from: start, rows: min(batchSize, rows - start),
                goesBackward: false)
        }
        return sum / Double(rows)
    }

    /// `loss(inputs:targets:)` of arrays.
    public func loss(inputs: [Scalar], targets: [Scalar]) throws(LocoPropError) -> Double {
        try withBuffers(inputs, targets) { (inputs, targets) throws(LocoPropError) in
            try loss(inputs: inputs, targets: targets)
        }
    }

    /// The loss of one batch, averaged over its rows, and ∂L/∂a of every layer, [rows, out] each.
    /// - Throws: as `step(inputs:targets:learningRate:)`.
    public func preActivationGradients(
        inputs: [Scalar], targets: [Scalar]
    ) throws(LocoPropError) -> (loss: Double, gradients: [[Scalar]]) {
        let sum = try withBuffers(inputs, targets) { (inputs, targets) throws(LocoPropError) in
            let rows = try rowCount(inputs: inputs, targets: targets)
            guard rows <= batchSize else { throw .batchTooLarge(rows: rows, batchSize: batchSize) }
            return try runPass(inputs: inputs, targets: targets, from: 0, rows: rows, goesBackward: true)
        }
        return (sum / Double(workspace.rows), workspace.layers.map { blocks(workspace.gradients, $0) })
    }

    /// The targets t of every layer in the last step, [rows, out] each; empty under methods that have
    /// none, and after anything but a step.
    public var localTargets: [[Scalar]] {
        guard workspace.holdsTargets else { return [] }
        return workspace.layers.map { blocks(workspace.gradients, $0) }
    }

    /// The network's outputs for 1 … ``batchSize`` rows of inputs, [rows, out].
    /// - Throws: ``LocoPropError``, for a batch of the wrong shape, and outputs that are not finite.
    public func outputs(inputs: [Scalar]) throws(LocoPropError) -> [Scalar] {
        let rows = try wholeRows(inputs.count, network.specification.inputWidth, part: "inputs")
        // The loss of targets that every loss is defined for is computed along, and not looked at.
        let width = network.specification.outputWidth
        let targets = [Scalar](repeating: 1 / Scalar(width), count: rows * width)
        guard rows <= batchSize else { throw .batchTooLarge(rows: rows, batchSize: batchSize) }
        _ = try withBuffers(inputs, targets) { (inputs, targets) throws(LocoPropError) in
            try runPass(inputs: inputs, targets: targets, from: 0, rows: rows, goesBackward: false)
        }
        return blocks(workspace.outputs, workspace.layers[workspace.layers.count - 1])
    }

    /// Every layer's outputs for 1 … ``batchSize`` rows of inputs, [rows, out] each.
    /// - Throws: as ``outputs(inputs:)``.
    package func layerOutputs(inputs: [Scalar]) throws(LocoPropError) -> [[Scalar]] {
        _ = try outputs(inputs: inputs)
        return workspace.layers.map { blocks(workspace.outputs, $0) }
    }

    private func blocks(_ buffers: [AlignedBuffer<Scalar>], _ layer: LayerPlan<Scalar>) -> [Scalar] {
        buffers[layer.index].values(0..<workspace.rows * layer.outputs)
    }

    // MARK: Passes

    /// The loss summed over the rows `from ..< from + rows` of the batch.
    func runPass(
        inputs: UnsafeBufferPointer<Scalar>, targets: UnsafeBufferPointer<Scalar>, from start: Int,
        rows: Int, goesBackward: Bool
    ) throws(LocoPropError) -> Double {
        let specification = network.specification
        // `rowCount` has seen at least one row in both, so neither is without an address.
        workspace.inputs = inputs.baseAddress! + start * specification.inputWidth
        workspace.targets = targets.baseAddress! + start * specification.outputWidth
        workspace.rows = rows
        workspace.holdsTargets = false
        workspace.readLearnedParameters()
        pass.goesBackward = goesBackward
        team.run(pass)
        if let index = pass.invalidTarget {
            let width = specification.outputWidth
            throw .target(
                loss: loss.rawValue, row: start + index / width, column: index % width,
                value: Double(workspace.targets[index]), domain: loss.targetDomain)
        }
        let sum = pass.lossSum
        guard sum.isFinite else { throw .notFinite(sourceOfNonFiniteLoss(firstRow: start)) }
        return sum
    }

    private func sourceOfNonFiniteLoss(firstRow: Int) -> LocoPropError.NonFinite {
        if let input = nonFiniteInput(firstRow: firstRow) { return input }
        // Every variant's table is filled by the same initialiser, field by field.
        let isFinite = workspace.kernels.pointee.is_finite!
        for layer in workspace.layers {
            let (rows, width) = (workspace.rows, layer.outputs)
            if isFinite(workspace.preActivations[layer.index].base, width, rows, width) == 0 {
                return .preActivation(workspace.place(ofLayer: layer.index))
            }
            if isFinite(workspace.outputs[layer.index].base, width, rows, width) == 0 {
                return .output(workspace.place(ofLayer: layer.index))
            }
        }
        return .loss
    }

    /// The first number of the running pass's inputs that is not finite.
    func nonFiniteInput(firstRow: Int) -> LocoPropError.NonFinite? {
        let width = network.specification.inputWidth
        for index in 0..<workspace.rows * width where !workspace.inputs[index].isFinite {
            return .input(row: firstRow + index / width, column: index % width)
        }
        return nil
    }

    // MARK: Shapes

    /// The rows of a batch whose inputs and targets fit the network and each other.
    func rowCount(
        inputs: UnsafeBufferPointer<Scalar>, targets: UnsafeBufferPointer<Scalar>
    ) throws(LocoPropError) -> Int {
        let rows = try wholeRows(inputs.count, network.specification.inputWidth, part: "inputs")
        let targetRows = try wholeRows(targets.count, network.specification.outputWidth, part: "targets")
        guard rows == targetRows else { throw .rowCount(inputs: rows, targets: targetRows) }
        return rows
    }

    private func wholeRows(_ count: Int, _ width: Int, part: String) throws(LocoPropError) -> Int {
        guard count > 0 else { throw .emptyBatch }
        guard count.isMultiple(of: width) else { throw .raggedBatch(part: part, count: count, width: width) }
        return count / width
    }

    func withBuffers<Result>(
        _ inputs: [Scalar], _ targets: [Scalar],
        _ body: (UnsafeBufferPointer<Scalar>, UnsafeBufferPointer<Scalar>) throws(LocoPropError) -> Result
    ) throws(LocoPropError) -> Result {
        try inputs.withUnsafeBufferPointer { (inputs) throws(LocoPropError) in
            try targets.withUnsafeBufferPointer { (targets) throws(LocoPropError) in
                try body(inputs, targets)
            }
        }
    }
}
