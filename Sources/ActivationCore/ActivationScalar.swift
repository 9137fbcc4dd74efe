import CActivationSupport

/// A floating-point type that the kernels are compiled for: `Float` and `Double`.
public protocol ActivationScalar: BinaryFloatingPoint, BitwiseCopyable, LosslessStringConvertible, Sendable {
    /// `ACTIVATION_FLOAT` or `ACTIVATION_DOUBLE`: which of an entry's two kernel tables is this type's.
    static var kernelPrecision: Int32 { get }
}

extension Float: ActivationScalar {
    public static var kernelPrecision: Int32 { Int32(ACTIVATION_FLOAT) }
}

extension Double: ActivationScalar {
    public static var kernelPrecision: Int32 { Int32(ACTIVATION_DOUBLE) }
}
