import CBenchmarkBLAS

/// The matrix products of one step, on arrays of their own, as many and as large as the step's.
///
/// Forward X W and backward G Wᵀ of every layer (the first needs no backward product), then T times
/// Xᵀ R and, but for the first of them, whose residual is known, X W.
final class Products {
    /// What belongs to a layer: its input X [batch, in], weights W [in, out], ∂L/∂a and products [batch, out], and the
    /// gradients with respect to X and W.
    private final class Arrays {
        let inputs, outputs: Int
        let x, w, g: [Float]
        var products, inputGradient, weightGradient: [Float]

        init(batch: Int, inputs: Int, outputs: Int) {
            (self.inputs, self.outputs) = (inputs, outputs)
            x = (0..<batch * inputs).map { Float($0 % 7) * 0.1 - 0.3 }
            w = (0..<inputs * outputs).map { Float($0 % 5) * 0.01 - 0.02 }
            g = (0..<batch * outputs).map { Float($0 % 3) * 0.01 - 0.01 }
            products = Array(repeating: 0, count: batch * outputs)
            inputGradient = Array(repeating: 0, count: batch * inputs)
            weightGradient = Array(repeating: 0, count: inputs * outputs)
        }
    }

    private let layers: [Arrays]
    private let batch: Int
    private let localIterations: Int

    init(widths: [Int], batch: Int, localIterations: Int) {
        self.batch = batch
        self.localIterations = localIterations
        layers = zip(widths, widths.dropFirst()).map { Arrays(batch: batch, inputs: $0, outputs: $1) }
    }

    /// Multiplications and additions.
    var operations: Double {
        layers.enumerated().reduce(0) { sum, layer in
            let count = layer.offset == 0 ? 2 * localIterations : 2 * localIterations + 1
            return sum + 2 * Double(batch) * Double(layer.element.inputs) * Double(layer.element.outputs) * Double(count)
        }
    }

    func run() {
        for layer in layers { forward(layer) }
        for layer in layers.dropFirst().reversed() { backward(layer) }
        for layer in layers {
            for k in 0..<localIterations {
                if k > 0 { forward(layer) }
                weightGradient(layer)
            }
        }
    }

    private func forward(_ layer: Arrays) {
        let (m, n, k) = (batch, layer.outputs, layer.inputs)
        multiply("N", "N", m, n, k, layer.x, k, layer.w, n, &layer.products)
    }

    private func backward(_ layer: Arrays) {
        let (m, n, k) = (batch, layer.inputs, layer.outputs)
        multiply("N", "T", m, n, k, layer.g, k, layer.w, k, &layer.inputGradient)
    }

    private func weightGradient(_ layer: Arrays) {
        let (m, n, k) = (layer.inputs, layer.outputs, batch)
        multiply("T", "N", m, n, k, layer.x, m, layer.g, n, &layer.weightGradient)
    }

    private func multiply(
        _ opA: Unicode.Scalar, _ opB: Unicode.Scalar, _ m: Int, _ n: Int, _ k: Int, _ a: [Float],
        _ lda: Int, _ b: [Float], _ ldb: Int, _ c: inout [Float]
    ) {
        _ = dnnl_sgemm(
            CChar(opA.value), CChar(opB.value), dnnl_dim_t(m), dnnl_dim_t(n), dnnl_dim_t(k), 1, a, dnnl_dim_t(lda),
            b, dnnl_dim_t(ldb), 0, &c, dnnl_dim_t(n))
    }
}
