import CVectorMathProbe

/// The loops of `vector_math` by name, for both precisions.
protocol ProbedReal: BinaryFloatingPoint, Sendable {
    /// The function's loop compiled for `variant`, applied to `x`; nil where this processor
    /// cannot run it.
    static func apply(_ probe: vector_math_probe, variant: Int32, to x: [Self]) -> [Self]?
    static var precision: String { get }
    /// The pattern of bits, all nans alike.
    var canonicalBits: UInt64 { get }
}

let variants: [Int32] = [
    Int32(VECTOR_MATH_BASELINE), Int32(VECTOR_MATH_X86_64_V3), Int32(VECTOR_MATH_X86_64_V4),
]

let probes: [String: vector_math_probe] = Dictionary(
    uniqueKeysWithValues: (0..<vector_math_probe_count()).map {
        let probe = vector_math_probe_at($0)
        return (String(cString: probe.name), probe)
    })

extension Float: ProbedReal {
    static func apply(_ probe: vector_math_probe, variant: Int32, to x: [Float]) -> [Float]? {
        let loops = probe.f32
        let loop = [loops.0, loops.1, loops.2][Int(variant)]
        return loop.map { loop in
            [Float](unsafeUninitializedCapacity: x.count) { buffer, count in
                loop(x, buffer.baseAddress, x.count)
                count = x.count
            }
        }
    }
    static var precision: String { "f32" }
    var canonicalBits: UInt64 { isNaN ? .max : UInt64(bitPattern) }
}

extension Double: ProbedReal {
    static func apply(_ probe: vector_math_probe, variant: Int32, to x: [Double]) -> [Double]? {
        let loops = probe.f64
        let loop = [loops.0, loops.1, loops.2][Int(variant)]
        return loop.map { loop in
            [Double](unsafeUninitializedCapacity: x.count) { buffer, count in
                loop(x, buffer.baseAddress, x.count)
                count = x.count
            }
        }
    }
    static var precision: String { "f64" }
    var canonicalBits: UInt64 { isNaN ? .max : bitPattern }
}
