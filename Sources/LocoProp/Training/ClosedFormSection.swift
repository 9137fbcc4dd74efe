import ActivationCore
import CTrainingKernels

/// LocoProp-S with the regulariser, solved exactly: W⁺ = W − ηγ (I + ηXᵀX)⁻¹ Xᵀ g.
///
/// Where there are fewer rows than inputs, the equal Xᵀ (I + ηXXᵀ)⁻¹ g is the smaller system. If the
/// bias is regularised, it is a further row of W and X has a column of ones; otherwise it stays.
/// Layers are shared out whole, because all columns of a layer have the same matrix.
final class ClosedFormSection<Scalar: ActivationScalar>: ParallelSection {
    private unowned let workspace: Workspace<Scalar>
    private let shares: [[Int]]
    /// By member: the matrix to be factorised, the right-hand sides with as many rows as it, the step
    /// [in + 1, out], and a row for the sums that setting a target yields.
    private let matrices: [AlignedBuffer<Scalar>]
    private let rightSides: [AlignedBuffer<Scalar>]
    private let steps: [AlignedBuffer<Scalar>]
    private let sums: [AlignedBuffer<Scalar>]
    /// A column of ones, [batch].
    private let ones: AlignedBuffer<Scalar>
    /// By layer: 1 where the system could not be solved, or its solution is not finite.
    private let failures: AlignedBuffer<Double>

    init(_ workspace: Workspace<Scalar>) {
        self.workspace = workspace
        let layers = workspace.layers
        let batch = workspace.batchSize
        let costs = layers.map { layer in
            let order = Double(min(layer.inputs, batch))
            return order * order * (order / 3 + Double(max(layer.inputs, batch)) + Double(layer.outputs))
                + 2 * Double(batch) * Double(layer.inputs) * Double(layer.outputs)
        }
        let shares = WorkPlan.layers(costs: costs, members: workspace.members)
        self.shares = shares
        func buffers(_ size: (LayerPlan<Scalar>) -> Int) -> [AlignedBuffer<Scalar>] {
            shares.map { share in AlignedBuffer(count: share.map { size(layers[$0]) }.max() ?? 0) }
        }
        let order = { (layer: LayerPlan<Scalar>) in min(layer.inputs + 1, batch) }
        matrices = buffers { order($0) * order($0) }
        rightSides = buffers { order($0) * $0.outputs }
        steps = buffers { ($0.inputs + 1) * $0.outputs }
        sums = buffers { $0.outputs }
        ones = AlignedBuffer(count: batch)
        ones.fill(1)
        failures = AlignedBuffer(count: layers.count)
    }

    /// The first layer (from 0) that could not be solved.
    var firstFailure: Int? { workspace.layers.indices.first { failures.base[$0] != 0 } }

    override func run(member: Int) {
        for index in shares[member] {
            failures.base[index] = solve(workspace.layers[index], member: member) ? 0 : 1
        }
    }

    private func solve(_ layer: LayerPlan<Scalar>, member: Int) -> Bool {
        let (rows, method) = (workspace.rows, workspace.method)
        // `Method` has no closed form without η.
        guard let eta = method.eta else { return false }
        let hasBias = method.bias == .regularised
        let x = workspace.input(ofLayer: layer.index)
        let g = workspace.gradients[layer.index].base
        let matrix = matrices[member].base
        let step = steps[member].base
        let unknowns = layer.inputs + (hasBias ? 1 : 0)
        let solved: Bool
        if unknowns <= rows {
            setMatrix(
                matrix, order: unknowns, gram: layer.inputs, of: x, ld: layer.inputs, transpose: true, k: rows,
                eta: eta)
            if hasBias { addBiasRow(matrix, layer, x, eta: eta) }
            multiplyByInputs(layer, x, g, scale: eta * workspace.gamma, hasBias: hasBias, into: step)
            solved = BLAS.solvePositiveDefinite(
                n: unknowns, columns: layer.outputs, matrix, ld: unknowns, into: step, ld: layer.outputs)
        } else {
            setMatrix(
                matrix, order: rows, gram: rows, of: x, ld: layer.inputs, transpose: false, k: layer.inputs,
                eta: eta)
            if hasBias { for i in 0..<rows { for j in 0...i { matrix[i * rows + j] += Scalar(eta) } } }
            let rightSide = rightSides[member].base
            rightSide.update(from: g, count: rows * layer.outputs)
            solved = BLAS.solvePositiveDefinite(
                n: rows, columns: layer.outputs, matrix, ld: rows, into: rightSide, ld: layer.outputs)
            multiplyByInputs(layer, x, rightSide, scale: eta * workspace.gamma, hasBias: hasBias, into: step)
        }
        guard solved else { return false }
        workspace.kernels.pointee.target(
            workspace.preActivations[layer.index].base, layer.outputs, g, layer.outputs, workspace.gamma,
            sums[member].base, rows, layer.outputs)
        return apply(step, layer, hasBias: hasBias)
    }

    /// The lower triangle of I + η XᵀX (or XXᵀ), which fills the first `gram` rows of `order`.
    private func setMatrix(
        _ matrix: UnsafeMutablePointer<Scalar>, order: Int, gram: Int, of x: UnsafePointer<Scalar>, ld: Int,
        transpose: Bool, k: Int, eta: Double
    ) {
        matrix.update(repeating: 0, count: order * order)
        for i in 0..<order { matrix[i * order + i] = 1 }
        BLAS.addGram(transpose: transpose, n: gram, k: k, alpha: eta, x, ld: ld, into: matrix, ld: order)
    }

    /// The last row of I + ηX̃ᵀX̃ for X̃ = [X, 1]: η 1ᵀX, and 1 + ηB.
    private func addBiasRow(
        _ matrix: UnsafeMutablePointer<Scalar>, _ layer: LayerPlan<Scalar>, _ x: UnsafePointer<Scalar>,
        eta: Double
    ) {
        let order = layer.inputs + 1
        BLAS.multiply(
            m: 1, n: layer.inputs, k: workspace.rows, alpha: eta, ones.base, ld: workspace.rows,
            x, ld: layer.inputs, into: matrix + layer.inputs * order, ld: order)
        matrix[order * order - 1] += Scalar(eta * Double(workspace.rows))
    }

    /// step ← scale · [X, 1]ᵀ r, without the last row if the bias stays.
    private func multiplyByInputs(
        _ layer: LayerPlan<Scalar>, _ x: UnsafePointer<Scalar>, _ r: UnsafePointer<Scalar>, scale: Double,
        hasBias: Bool, into step: UnsafeMutablePointer<Scalar>
    ) {
        BLAS.multiply(
            transposeA: true, m: layer.inputs, n: layer.outputs, k: workspace.rows, alpha: scale,
            x, ld: layer.inputs, r, ld: layer.outputs, into: step, ld: layer.outputs)
        guard hasBias else { return }
        BLAS.multiply(
            m: 1, n: layer.outputs, k: workspace.rows, alpha: scale, ones.base, ld: workspace.rows,
            r, ld: layer.outputs, into: step + layer.biasOffset, ld: layer.outputs)
    }

    /// Writes the parameters less the step. Returns whether they are finite.
    private func apply(
        _ step: UnsafeMutablePointer<Scalar>, _ layer: LayerPlan<Scalar>, hasBias: Bool
    ) -> Bool {
        let current = workspace.network.parameters.base + layer.offset
        let next = workspace.nextParameters.base + layer.offset
        if !hasBias { (next + layer.biasOffset).update(from: current + layer.biasOffset, count: layer.outputs) }
        var arguments = training_update(
            from: current, to: next, centre: nil, slot0: nil, slot1: nil, stride: layer.outputs,
            gradient: step, gradient_stride: layer.outputs, rows: layer.inputs + (hasBias ? 1 : 0),
            columns: layer.outputs, rate: 1, inverse_eta: 0, constants: (0, 0, 0, 0), adjustment: nil)
        return workspace.kernels.pointee.sgd(&arguments) != 0
    }
}
