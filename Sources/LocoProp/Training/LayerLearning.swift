import ActivationCore
import CTrainingKernels

/// What a layer needs to train parameters θ of its activation f_θ: their values, and the frozen parts of the local
/// problem.
///
/// The local objective of LocoProp-M, jointly in W, b and θ (Documentation/Methods.md), is
///
///     J = Σ [F_θ(a) − F_θ(a⁰) − ⟨f_θ(a⁰), a − a⁰⟩] + γ⟨g_a, a − a⁰⟩ + γ⟨g_y, f_θ(a⁰)⟩
///
/// with a⁰, g_a = ∂L/∂a and g_y = ∂L/∂y, y = f(a), frozen at the batch's first pass. In LocoProp-S the bracket is
/// ½‖a − a⁰‖²; BackProp has the last term alone, with γ = 1.
///
/// Unchecked: the passes write rows apart, and the local phase has one member on a layer that learns.
final class LayerLearning<Scalar: ActivationScalar>: @unchecked Sendable {
    /// The places of the learned parameters in the catalogue's order.
    let places: [Int]
    /// All parameters of the activation: at the network's values, and where the local problem has moved them.
    let current: AlignedBuffer<Double>
    let moved: AlignedBuffer<Double>
    /// The kernels at `moved`.
    let kernels: LayerKernels<Scalar>
    /// [batch, out]: g_y, and g_a, which the target otherwise takes the place of.
    let outputGradients: AlignedBuffer<Scalar>
    let gradients: AlignedBuffer<Scalar>
    /// [batch, out]: room to work in.
    let outputs, first, second: AlignedBuffer<Scalar>
    /// [out].
    let zeros: AlignedBuffer<Scalar>
    private let bounds: [LearnedBounds<Scalar>]

    /// - Returns: `nil` for a layer that learns no parameter.
    init?(_ layer: NetworkSpecification.Layer, batchSize: Int) {
        guard !layer.learned.isEmpty else { return nil }
        places = layer.learned
        bounds = layer.learnedBounds(Scalar.self)
        let values = layer.activation.parameterValues
        (current, moved) = (AlignedBuffer(count: values.count), AlignedBuffer(count: values.count))
        for (i, value) in values.enumerated() { (current.base[i], moved.base[i]) = (value, value) }
        let kernels: LayerKernels<Scalar> = LayerKernels(layer.activation)
        self.kernels = kernels.reading(parametersFrom: moved.base)
        func block() -> AlignedBuffer<Scalar> { AlignedBuffer(count: batchSize * layer.width) }
        (outputGradients, gradients) = (block(), block())
        (outputs, first, second) = (block(), block(), block())
        zeros = AlignedBuffer(count: layer.width)
    }

    /// Takes the values that the network has.
    func read(_ values: UnsafePointer<Scalar>) {
        for (i, place) in places.enumerated() {
            current.base[place] = Double(values[i])
            moved.base[place] = Double(values[i])
        }
    }

    /// Moves a step's values into their domains, where it left them, and takes them for the local problem.
    func project(_ values: UnsafeMutablePointer<Scalar>) {
        for (i, place) in places.enumerated() {
            values[i] = bounds[i].nearest(to: values[i])
            moved.base[place] = Double(values[i])
        }
    }

    /// γ ⟨g_y, ∂f/∂θ(a⁰)⟩ of the i-th learned parameter, at `moved`.
    func frozenSlope(
        _ i: Int, gamma: Double, startingPoint a: UnsafePointer<Scalar>, rows: Int, columns: Int,
        _ training: training_kernels
    ) -> Double {
        kernels.linkSlope(parameter: places[i], preActivations: a, into: first.base, rows: rows, columns: columns)
        return gamma * training.inner_product(first.base, columns, outputGradients.base, columns, rows, columns)
    }

    /// ∂/∂θ of Σ F_θ(a) − F_θ(a⁰) − ⟨f_θ(a⁰), a − a⁰⟩ for the i-th learned parameter, at `moved`. Uses `second`, and
    /// `first`, where it expects ∂f/∂θ(a⁰).
    func divergenceSlope(
        _ i: Int, of a: UnsafePointer<Scalar>, startingPoint a0: UnsafePointer<Scalar>, rows: Int, columns: Int,
        sums: UnsafeMutablePointer<Scalar>, _ training: training_kernels
    ) -> Double {
        subtract(a0, from: a, into: second.base, rows: rows, columns: columns, sums: sums, training)
        let linear = training.inner_product(first.base, columns, second.base, columns, rows, columns)
        // F is one number a row where the activation is coupled.
        let numbers = kernels.isCoupled ? 1 : columns
        kernels.integralSlope(parameter: places[i], preActivations: a, into: first.base, rows: rows, columns: columns)
        kernels.integralSlope(parameter: places[i], preActivations: a0, into: second.base, rows: rows, columns: columns)
        training.target(first.base, numbers, second.base, numbers, 1, sums, rows, numbers)
        return training.sum(second.base, numbers, rows, numbers) - linear
    }

    /// residual ← f_θ(a) − t_θ with t_θ = f_θ(a⁰) − γ g_a, and its column sums; f_θ(a) is in `outputs`.
    func residual(
        gamma: Double, startingPoint a0: UnsafePointer<Scalar>, into residual: UnsafeMutablePointer<Scalar>,
        rows: Int, columns: Int, sums: UnsafeMutablePointer<Scalar>, _ training: training_kernels
    ) {
        kernels.link(preActivations: a0, into: first.base, rows: rows, columns: columns)
        second.base.update(from: gradients.base, count: rows * columns)
        training.target(first.base, columns, second.base, columns, gamma, sums, rows, columns)
        residual.update(from: outputs.base, count: rows * columns)
        training.linear_residual(residual, columns, zeros.base, second.base, columns, sums, rows, columns)
    }

    /// result ← x − y. `sums` is room for a row.
    private func subtract(
        _ y: UnsafePointer<Scalar>, from x: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>,
        rows: Int, columns: Int, sums: UnsafeMutablePointer<Scalar>, _ training: training_kernels
    ) {
        result.update(from: y, count: rows * columns)
        training.target(x, columns, result, columns, 1, sums, rows, columns)
    }

    /// J of the class's comment on some rows, from `row` on, of which a, a⁰ and `sums` are those; `kernels` are those of θ.
    func objective(
        _ kind: Method.Kind, gamma: Double, at a: UnsafePointer<Scalar>, startingPoint a0: UnsafePointer<Scalar>,
        kernels: LayerKernels<Scalar>, row: Int, rows: Int, columns: Int, sums: UnsafeMutablePointer<Scalar>,
        _ training: training_kernels
    ) -> Double {
        let start = row * columns
        let (f, step) = (first.base + start, second.base + start)
        func product(_ x: UnsafePointer<Scalar>, _ y: UnsafePointer<Scalar>) -> Double {
            training.inner_product(x, columns, y, columns, rows, columns)
        }
        kernels.link(preActivations: a0, into: f, rows: rows, columns: columns)
        subtract(a0, from: a, into: step, rows: rows, columns: columns, sums: sums, training)
        var value = gamma * (product(gradients.base + start, step) + product(outputGradients.base + start, f))
        guard kind == .locoPropM else { return value + product(step, step) / 2 }
        value -= product(f, step)
        let numbers = kernels.isCoupled ? 1 : columns
        kernels.integral(preActivations: a, into: f, rows: rows, columns: columns)
        kernels.integral(preActivations: a0, into: step, rows: rows, columns: columns)
        training.target(f, numbers, step, numbers, 1, sums, rows, numbers)
        return value + training.sum(step, numbers, rows, numbers)
    }
}
