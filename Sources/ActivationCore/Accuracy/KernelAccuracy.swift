import CActivationSupport

/// What is measured of an elementwise activation's kernels.
public enum KernelQuantity: String, CaseIterable, Sendable {
    case link, derivative, integral, inverse

    /// The largest error allowed, in ulp, at the parameters' defaults (`Documentation/Accuracy.md`).
    public var goal: Double {
        switch self {
        case .link, .derivative: 2
        case .integral, .inverse: 4
        }
    }

    /// The kernel of this quantity in an elementwise entry's table.
    public func map(_ table: activation_kernels) -> activation_map {
        switch self {
        case .link: table.link
        // Elementwise tables have it.
        case .derivative: table.derivative
        case .integral: table.integral
        case .inverse: table.inverse
        }
    }
}

/// The largest error found of a Float kernel, in units of the last place, against the Double kernel at the same inputs.
public struct KernelAccuracy: Sendable {
    public var ulps: Double
    /// Where it was found first, what was computed there, and what should have been.
    public var input: Float
    public var value: Float
    public var reference: Double
    /// How many inputs were tried.
    public var inputCount: Int

    /// The worse of two, over the inputs of both.
    public func merged(with other: KernelAccuracy) -> KernelAccuracy {
        var worst = other.ulps > ulps ? other : self
        worst.inputCount = inputCount + other.inputCount
        return worst
    }
}

extension ElementwiseActivation {
    /// Measures a Float kernel at the floats whose bit patterns are `first`, `first` + `stride`, … up to `last`.
    ///
    /// The reference is the Double kernel, which the tests hold to high precision; its own error of a few units in
    /// Double's last place does not show in Float's. About 5 ns an input, the inverse more.
    /// `kernel` is the Float kernel of an instruction set; without one, that of the best is measured.
    public func accuracy(
        of quantity: KernelQuantity, first: UInt32 = 0, last: UInt32 = .max, stride: Int = 1, kernel: activation_map? = nil
    ) -> KernelAccuracy {
        precondition(stride > 0, "a stride is at least 1")
        let blockSize = 4096
        var inputs = [Float](repeating: 0, count: blockSize), values = inputs
        var wideInputs = [Double](repeating: 0, count: blockSize), references = wideInputs
        var worst = KernelAccuracy(ulps: -1, input: 0, value: 0, reference: 0, inputCount: 0)
        var next = UInt64(first)
        while next <= UInt64(last) {
            var count = 0
            while count < blockSize, next <= UInt64(last) {
                inputs[count] = Float(bitPattern: UInt32(next))
                wideInputs[count] = Double(inputs[count])
                count += 1
                next += UInt64(stride)
            }
            withKernels(Float.self) { (kernel ?? quantity.map($0))(inputs, &values, 1, count, $1) }
            withKernels(Double.self) { quantity.map($0)(wideInputs, &references, 1, count, $1) }
            let found = largest_ulp_error(values, references, count)
            worst.inputCount += count
            if found.ulps > worst.ulps {
                (worst.ulps, worst.input) = (found.ulps, inputs[found.index])
                (worst.value, worst.reference) = (values[found.index], references[found.index])
            }
        }
        return worst
    }
}
