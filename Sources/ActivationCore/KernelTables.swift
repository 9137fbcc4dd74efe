import CActivationSupport

/// An entry's compiled kernels, in both precisions.
///
/// Unsafe by design and made only by generated code: the tables are constants of the program, so they live as
/// long as it does and may be shared between threads.
public struct KernelTables: @unchecked Sendable {
    private let float: UnsafePointer<activation_kernels>
    private let double: UnsafePointer<activation_kernels>

    public init(float: UnsafePointer<activation_kernels>, double: UnsafePointer<activation_kernels>) {
        self.float = float
        self.double = double
    }

    /// The table for one scalar type.
    func table<Scalar: ActivationScalar>(_: Scalar.Type) -> UnsafePointer<activation_kernels> {
        Scalar.kernelPrecision == Int32(ACTIVATION_FLOAT) ? float : double
    }
}
