import CActivationSupport

/// A floating-point type that the kernels are compiled for: `Float` and `Double`.
public protocol ActivationScalar: BinaryFloatingPoint, LosslessStringConvertible, Sendable {
    /// `ACTIVATION_FLOAT` or `ACTIVATION_DOUBLE`: which of an entry's two kernel tables is this type's.
    static var kernelPrecision: Int { get }
}

extension Float: ActivationScalar {
    public static var kernelPrecision: Int { ACTIVATION_FLOAT }
}

extension Double: ActivationScalar {
    public static var kernelPrecision: Int { ACTIVATION_DOUBLE }
}
