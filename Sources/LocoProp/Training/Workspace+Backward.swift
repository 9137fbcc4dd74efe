import ActivationCore

extension Workspace {
    /// The backward pass of these rows, from gradients with respect to the last pre-activations down:
    /// g_{m−1} = J_{m−1}(a_{m−1})ᵀ (g_m W_mᵀ).
    /// - Parameters:
    ///   - gradients: by layer, [rows, out]; the last one's are given.
    ///   - keepingOutputGradients: whether layers that learn parameters of their activation take ∂L/∂y of this pass.
    func backward(
        _ range: Range<Int>, _ gradients: [AlignedBuffer<Scalar>], keepingOutputGradients: Bool = false
    ) {
        for index in stride(from: layers.count - 1, to: 0, by: -1) {
            let layer = layers[index]
            let below = layers[index - 1]
            let g = gradients[index - 1].base + range.lowerBound * below.outputs
            BLAS.multiply(
                transposeB: true, m: range.count, n: layer.inputs, k: layer.outputs,
                gradients[index].base + range.lowerBound * layer.outputs, ld: layer.outputs,
                network.parameters.base + layer.offset, ld: layer.outputs, into: g, ld: layer.inputs)
            if keepingOutputGradients, let learning = below.learning {
                (learning.outputGradients.base + range.lowerBound * below.outputs)
                    .update(from: g, count: range.count * below.outputs)
            }
            below.kernels.backward(
                preActivations: preActivations[index - 1].base + range.lowerBound * below.outputs,
                stride: below.outputs, gradients: g, stride: below.outputs,
                rows: range.count, columns: below.outputs)
        }
    }
}
