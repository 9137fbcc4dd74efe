/// The kinds of numbers of a safetensors file that are read, under the names that the format gives them.
package enum TensorType: String, CaseIterable, Sendable {
    case f32 = "F32"
    case f64 = "F64"
    case f16 = "F16"
    case bf16 = "BF16"

    package var byteCount: Int {
        switch self {
        case .f64: 8
        case .f32: 4
        case .f16, .bf16: 2
        }
    }

    /// Little-endian numbers as Float: exact but for F64, which is rounded.
    package func floats(_ bytes: [UInt8]) -> [Float] {
        bytes.withUnsafeBytes { raw in
            (0..<raw.count / byteCount).map { index in
                switch self {
                case .f32: Float(bitPattern: UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
                case .f64: Float(Double(bitPattern: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 * index, as: UInt64.self))))
                case .bf16: Float(bitPattern: UInt32(Self.half(raw, index)) << 16)
                case .f16: Self.float(half: Self.half(raw, index))
                }
            }
        }
    }

    private static func half(_ raw: UnsafeRawBufferPointer, _ index: Int) -> UInt16 {
        UInt16(littleEndian: raw.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self))
    }

    /// IEEE binary16. Swift's Float16 is not there on every platform.
    private static func float(half bits: UInt16) -> Float {
        let (sign, exponent, fraction) = (bits >> 15, Int(bits >> 10 & 0x1F), bits & 0x3FF)
        let magnitude: Float =
            switch exponent {
            case 0: Float(fraction) * 0x1p-24
            case 31: fraction == 0 ? .infinity : .nan
            default: Float(sign: .plus, exponent: exponent - 15, significand: 1 + Float(fraction) * 0x1p-10)
            }
        return sign == 0 ? magnitude : -magnitude
    }
}
