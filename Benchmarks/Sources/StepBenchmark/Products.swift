import CBenchmarkBLAS

/// The matrix products of one step, on arrays of their own.
///
/// Forward X W and backward G Wᵀ of every layer (the first needs no backward product), then T times
/// Xᵀ R and, but for the first of them, whose residual is known, X W.
final class Products {
    private let widths: [Int]
    private let batch: Int
    private let localIterations: Int
    private let x: [Float]
    private let w: [Float]
    private var rows: [Float]
    private var gradient: [Float]

    init(widths: [Int], batch: Int, localIterations: Int) {
        let widest = widths.max() ?? 1
        self.widths = widths
        self.batch = batch
        self.localIterations = localIterations
        x = (0..<batch * widest).map { Float($0 % 7) * 0.1 - 0.3 }
        w = (0..<widest * widest).map { Float($0 % 5) * 0.01 - 0.02 }
        rows = Array(repeating: 0, count: batch * widest)
        gradient = Array(repeating: 0, count: widest * widest)
    }

    /// Multiplications and additions.
    var operations: Double {
        zip(widths, widths.dropFirst()).enumerated().reduce(0) { sum, layer in
            let count = layer.offset == 0 ? 2 * localIterations : 2 * localIterations + 1
            return sum + 2 * Double(batch) * Double(layer.element.0) * Double(layer.element.1) * Double(count)
        }
    }

    func run() {
        for (index, (inputs, outputs)) in zip(widths, widths.dropFirst()).enumerated() {
            forward(inputs, outputs)
            if index > 0 { backward(inputs, outputs) }
            for k in 0..<localIterations {
                if k > 0 { forward(inputs, outputs) }
                weightGradient(inputs, outputs)
            }
        }
    }

    private func forward(_ inputs: Int, _ outputs: Int) {
        multiply("N", "N", batch, outputs, inputs, x, inputs, w, outputs, &rows)
    }

    private func backward(_ inputs: Int, _ outputs: Int) {
        multiply("N", "T", batch, inputs, outputs, x, outputs, w, outputs, &rows)
    }

    private func weightGradient(_ inputs: Int, _ outputs: Int) {
        multiply("T", "N", inputs, outputs, batch, x, inputs, x, outputs, &gradient)
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
