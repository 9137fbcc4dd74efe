import Activations

/// Whether gradients pass through a network's activations.
enum Trainability {
    /// - Throws: ``LocoPropError/cannotTrain(layer:activation:reason:)`` for a hidden layer whose
    ///   activation's derivative is 0 everywhere (step): ∂L/∂a is then 0 there and in every layer below,
    ///   so BackProp's step, and the target's distance from f(a) under LocoProp, are 0 too.
    static func check(_ specification: NetworkSpecification) throws(LocoPropError) {
        for (index, layer) in specification.layers.dropLast().enumerated() {
            guard isFlat(layer.activation) else { continue }
            throw .cannotTrain(
                layer: index + 1, activation: type(of: layer.activation).descriptor.name,
                reason: "its derivative is 0 everywhere, so no gradient passes through layer \(index + 1) to it "
                    + "and the layers below; take an activation with a slope, such as 'sigmoid' for 'step'")
        }
    }

    /// Whether the derivative is 0 at every point of a fine grid.
    private static func isFlat(_ activation: any Activation) -> Bool {
        let kernels = LayerKernels<Double>(activation)
        guard !kernels.isCoupled else { return false }
        let points = (-256...256).map { (Double($0) + 0.5) / 16 }
        var gradients = [Double](repeating: 1, count: points.count)
        gradients.withUnsafeMutableBufferPointer { gradients in
            points.withUnsafeBufferPointer { points in
                // Neither array is empty.
                kernels.backward(
                    preActivations: points.baseAddress!, stride: points.count,
                    gradients: gradients.baseAddress!, stride: points.count, rows: 1, columns: points.count)
            }
        }
        return gradients.allSatisfy { $0 == 0 }
    }
}

extension FinalLoss {
    /// - Throws: ``LocoPropError/lossLink(loss:link:found:)`` if the last layer's activation is not
    ///   this loss's link: LocoProp-M's target f(a) − γ ∂L/∂a and the gradient f(a) − t would then
    ///   belong to two different links.
    func check(_ specification: NetworkSpecification) throws(LocoPropError) {
        let last = specification.layers[specification.layers.count - 1].activation
        let found = type(of: last).descriptor.name
        guard found == link else { throw .lossLink(loss: rawValue, link: link, found: found) }
    }
}
