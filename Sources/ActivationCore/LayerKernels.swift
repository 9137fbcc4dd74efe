import CActivationSupport

/// The passes that a layer makes over its arrays with a given activation; row-major blocks,
/// `…Stride` elements from row to row. Nothing is allocated.
///
/// Unsafe by design: the caller owns the buffers and vouches for shapes. Everything above the layer library
/// uses the safe forms of ``Activation``.
public struct LayerKernels<Scalar: ActivationScalar>: Sendable {
    private nonisolated(unsafe) let table: UnsafePointer<activation_kernels>
    private let parameters: [Double]
    /// Where the parameters are read from instead, if they may change.
    private nonisolated(unsafe) var changing: UnsafePointer<Double>?
    /// Whether a row must be processed whole (softmax); otherwise any range of columns may be.
    public let isCoupled: Bool

    public init(_ activation: some Activation) {
        table = type(of: activation).kernels.table(Scalar.self)
        parameters = activation.parameterValues
        isCoupled = type(of: activation).descriptor.isCoupled
    }

    /// The same kernels with parameters that may change: each call reads them from `values`, as many as the activation
    /// has, in the catalogue's order. The caller keeps them alive and in their domains.
    public func reading(parametersFrom values: UnsafePointer<Double>) -> LayerKernels {
        var copy = self
        copy.changing = values
        return copy
    }

    /// a ← a + bias (added to each row), y ← f(a).
    @inlinable
    public func forward(
        preActivations a: UnsafeMutablePointer<Scalar>, stride aStride: Int,
        bias: UnsafePointer<Scalar>,
        outputs y: UnsafeMutablePointer<Scalar>, stride yStride: Int,
        rows: Int, columns: Int
    ) {
        call { table, parameters in
            table.pointee.forward(a, aStride, bias, y, yStride, rows, columns, parameters)
        }
    }

    /// a ← f(a + bias) − target, in place; columnSums ← its sums over the rows.
    @inlinable
    public func residual(
        products a: UnsafeMutablePointer<Scalar>, stride aStride: Int,
        bias: UnsafePointer<Scalar>,
        targets: UnsafePointer<Scalar>, stride targetStride: Int,
        columnSums: UnsafeMutablePointer<Scalar>,
        rows: Int, columns: Int
    ) {
        call { table, parameters in
            table.pointee.residual(
                a, aStride, bias, targets, targetStride, columnSums, rows, columns, parameters)
        }
    }

    /// g ← J(a)ᵀ g: the gradient with respect to f(a) becomes that with respect to a.
    @inlinable
    public func backward(
        preActivations a: UnsafePointer<Scalar>, stride aStride: Int,
        gradients g: UnsafeMutablePointer<Scalar>, stride gStride: Int,
        rows: Int, columns: Int
    ) {
        call { table, parameters in
            table.pointee.backward(a, aStride, g, gStride, rows, columns, parameters)
        }
    }

    /// F(a): an element each; of a coupled activation a row each. Rows are contiguous.
    @inlinable
    public func integral(
        preActivations a: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
    ) {
        call { table, parameters in table.pointee.integral(a, result, rows, columns, parameters) }
    }

    /// result ← f(a). Rows are contiguous.
    @inlinable
    public func link(
        preActivations a: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>, rows: Int, columns: Int
    ) {
        call { table, parameters in table.pointee.link(a, result, rows, columns, parameters) }
    }

    /// result ← ∂f/∂θ(a), for the parameter θ at place `index`. Rows are contiguous.
    @inlinable
    public func linkSlope(
        parameter index: Int, preActivations a: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>,
        rows: Int, columns: Int
    ) {
        // The table has a map for each parameter.
        call { table, parameters in table.pointee.link_by_parameter[index]!(a, result, rows, columns, parameters) }
    }

    /// ∂F/∂θ(a): an element each; of a coupled activation a row each. Rows are contiguous.
    @inlinable
    public func integralSlope(
        parameter index: Int, preActivations a: UnsafePointer<Scalar>, into result: UnsafeMutablePointer<Scalar>,
        rows: Int, columns: Int
    ) {
        // The table has a map for each parameter.
        call { table, parameters in table.pointee.integral_by_parameter[index]!(a, result, rows, columns, parameters) }
    }

    @usableFromInline
    func call(_ body: (UnsafePointer<activation_kernels>, UnsafePointer<Double>?) -> Void) {
        if let changing { return body(table, changing) }
        parameters.withUnsafeBufferPointer { body(table, $0.baseAddress) }
    }
}
