import CActivationSupport

extension Activation {
    /// The table for a scalar type and the parameters, as the kernels want them.
    func withKernels<Scalar: ActivationScalar>(
        _: Scalar.Type, _ body: (activation_kernels, UnsafePointer<Double>?) -> Void
    ) {
        let table = Self.kernels.table(Scalar.self).pointee
        parameterValues.withUnsafeBufferPointer { body(table, $0.baseAddress) }
    }

    /// `result` ← one of the maps over `x`, `rows` × `columns`. Shapes are checked by the callers.
    func map<Scalar: ActivationScalar>(
        _ x: Span<Scalar>, into result: inout MutableSpan<Scalar>, rows: Int, columns: Int,
        _ kernel: (activation_kernels) -> activation_map
    ) {
        x.withUnsafeBufferPointer { x in
            result.withUnsafeMutableBufferPointer { result in
                guard rows > 0, columns > 0 else { return }
                // Both are non-empty here, so both have a base address.
                withKernels(Scalar.self) { kernel($0)(x.baseAddress!, result.baseAddress!, rows, columns, $1) }
            }
        }
    }

    /// The same of two arrays.
    func combine<Scalar: ActivationScalar>(
        _ x: Span<Scalar>, _ y: Span<Scalar>, into result: inout MutableSpan<Scalar>, rows: Int, columns: Int,
        _ kernel: (activation_kernels) -> activation_zip
    ) {
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                result.withUnsafeMutableBufferPointer { result in
                    guard rows > 0, columns > 0 else { return }
                    // All are non-empty here, so all have a base address.
                    withKernels(Scalar.self) {
                        kernel($0)(x.baseAddress!, y.baseAddress!, result.baseAddress!, rows, columns, $1)
                    }
                }
            }
        }
    }

    /// The same of two arrays with two results.
    func combine<Scalar: ActivationScalar>(
        _ x: Span<Scalar>, _ y: Span<Scalar>, into first: inout MutableSpan<Scalar>,
        _ second: inout MutableSpan<Scalar>, rows: Int, columns: Int,
        _ kernel: (activation_kernels) -> activation_zip_2
    ) {
        x.withUnsafeBufferPointer { x in
            y.withUnsafeBufferPointer { y in
                first.withUnsafeMutableBufferPointer { first in
                    second.withUnsafeMutableBufferPointer { second in
                        guard rows > 0, columns > 0 else { return }
                        // All are non-empty here, so all have a base address.
                        withKernels(Scalar.self) {
                            kernel($0)(
                                x.baseAddress!, y.baseAddress!, first.baseAddress!, second.baseAddress!, rows,
                                columns, $1)
                        }
                    }
                }
            }
        }
    }
}

/// Traps with the shapes if two counts differ: the check that keeps the kernels inside their arrays.
func requireCount(_ given: Int, _ expected: Int, _ what: StaticString) {
    precondition(given == expected, "\(what): expected \(expected) elements, not \(given)")
}
