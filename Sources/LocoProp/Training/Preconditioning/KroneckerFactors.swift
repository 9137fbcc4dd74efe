import ActivationCore

/// A layer's factors A [in + 1, in + 1] and G [out, out], lower triangles of row-major matrices, and the inverses of the
/// damped ones, whole matrices.
final class KroneckerFactors<Scalar: ActivationScalar> {
    let inputs, outputs: AlignedBuffer<Scalar>
    let inverseInputs, inverseOutputs: AlignedBuffer<Scalar>
    /// Of learned parameters θ, the running average of B (∂L/∂θ)²: each has a Fisher block of its own, taken from the
    /// batch's gradient.
    let learned: AlignedBuffer<Double>
    private let inputOrder, outputOrder: Int

    init(_ layer: LayerPlan<Scalar>) {
        (inputOrder, outputOrder) = (layer.inputs + 1, layer.outputs)
        inputs = AlignedBuffer(count: inputOrder * inputOrder)
        inverseInputs = AlignedBuffer(count: inputOrder * inputOrder)
        outputs = AlignedBuffer(count: outputOrder * outputOrder)
        inverseOutputs = AlignedBuffer(count: outputOrder * outputOrder)
        learned = AlignedBuffer(count: layer.learning?.places.count ?? 0)
    }

    func reset() {
        for buffer in [inputs, outputs, inverseInputs, inverseOutputs] { buffer.fill(0) }
        learned.fill(0)
    }

    /// A ← kept A + (1 − kept) X̃ᵀX̃ / rows, X̃ = [X, 1] with X [rows, in].
    /// - Parameter ones: a column of them, [rows].
    func addInputs(_ x: UnsafePointer<Scalar>, rows: Int, kept: Double, ones: UnsafePointer<Scalar>) {
        let (width, order) = (inputOrder - 1, inputOrder)
        let weight = (1 - kept) / Double(rows)
        BLAS.addGram(
            transpose: true, n: width, k: rows, alpha: weight, x, ld: width, keeping: kept, into: inputs.base, ld: order)
        let last = inputs.base + width * order
        BLAS.multiply(
            m: 1, n: width, k: rows, alpha: weight, ones, ld: rows, x, ld: width, keeping: kept, into: last, ld: order)
        last[width] = 1
    }

    /// G ← kept G + weight gᵀg with g [rows, out].
    func addOutputs(_ g: UnsafePointer<Scalar>, rows: Int, weight: Double, kept: Double) {
        BLAS.addGram(
            transpose: true, n: outputOrder, k: rows, alpha: weight, g, ld: outputOrder, keeping: kept,
            into: outputs.base, ld: outputOrder)
    }

    /// π = √((tr A/(in + 1)) / (tr G/out)); 1 where a trace is 0 or not finite.
    var balance: Double {
        let a = BLAS.trace(n: inputOrder, inputs.base, ld: inputOrder) / Double(inputOrder)
        let g = BLAS.trace(n: outputOrder, outputs.base, ld: outputOrder) / Double(outputOrder)
        let balance = (a / g).squareRoot()
        return balance.isFinite && balance > 0 ? balance : 1
    }

    /// A⁻¹ ← (A + damping I)⁻¹.
    /// - Returns: whether it is positive definite in this precision.
    func invertInputs(damping: Double) -> Bool {
        Self.invert(inputs, into: inverseInputs, order: inputOrder, damping: damping)
    }

    /// G⁻¹ ← (G + damping I)⁻¹.
    /// - Returns: whether it is positive definite in this precision.
    func invertOutputs(damping: Double) -> Bool {
        Self.invert(outputs, into: inverseOutputs, order: outputOrder, damping: damping)
    }

    static func invert(
        _ factor: AlignedBuffer<Scalar>, into inverse: AlignedBuffer<Scalar>, order: Int, damping: Double
    ) -> Bool {
        inverse.base.update(from: factor.base, count: order * order)
        for i in 0..<order { inverse.base[i * (order + 1)] += Scalar(damping) }
        guard BLAS.invertPositiveDefinite(n: order, inverse.base, ld: order) else { return false }
        BLAS.mirror(n: order, inverse.base, ld: order)
        return true
    }

    /// What a checkpoint keeps: the inverses too, because they are older than the factors.
    func stateArrays(ofLayer index: Int) -> [StateArray] {
        let name = "kfac.layers.\(index)"
        let (a, g) = ([inputOrder, inputOrder], [outputOrder, outputOrder])
        return [
            StateArray("\(name).inputs", a, in: inputs), StateArray("\(name).outputs", g, in: outputs),
            StateArray("\(name).inverse_inputs", a, in: inverseInputs),
            StateArray("\(name).inverse_outputs", g, in: inverseOutputs),
        ] + (learned.count > 0 ? [StateArray("\(name).learned", [learned.count], in: learned)] : [])
    }
}
