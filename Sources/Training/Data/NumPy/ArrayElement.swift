/// The element of a NumPy array, as its `descr` has it without the byte order.
package enum ArrayElement: String, CaseIterable, Sendable {
    case b1, u1, i1, u2, i2, u4, i4, u8, i8, f2, f4, f8

    package var size: Int {
        switch self {
        case .b1, .u1, .i1: 1
        case .u2, .i2, .f2: 2
        case .u4, .i4, .f4: 4
        case .u8, .i8, .f8: 8
        }
    }

    /// As NumPy calls it.
    package var name: String {
        switch self {
        case .b1: "bool"
        case .u1: "uint8"
        case .i1: "int8"
        case .u2: "uint16"
        case .i2: "int16"
        case .u4: "uint32"
        case .i4: "int32"
        case .u8: "uint64"
        case .i8: "int64"
        case .f2: "float16"
        case .f4: "float32"
        case .f8: "float64"
        }
    }

    /// Whether each element fits a byte as it is kept in memory.
    var isByte: Bool { self == .u1 || self == .b1 }

    /// What a byte is divided by to become a value: those of pictures are 0 … 255.
    var unit: Float { self == .u1 ? 255 : 1 }

    /// Writes `count` elements that begin at `raw`, which need not be aligned, as values. Numbers beyond the
    /// range of `Value` become infinite, those between two of its numbers the nearest.
    func decode<Value: BinaryFloatingPoint>(
        _ raw: UnsafeRawPointer, count: Int, isSwapped: Bool, into target: UnsafeMutablePointer<Value>
    ) {
        switch self {
        case .b1: convert(raw, count, false, target) { (bits: UInt8) in bits == 0 ? 0 : 1 }
        case .u1: convert(raw, count, false, target) { (bits: UInt8) in Value(bits) / 255 }
        case .i1: convert(raw, count, false, target) { (bits: UInt8) in Value(Int8(bitPattern: bits)) }
        case .u2: convert(raw, count, isSwapped, target) { (bits: UInt16) in Value(bits) }
        case .i2: convert(raw, count, isSwapped, target) { (bits: UInt16) in Value(Int16(bitPattern: bits)) }
        case .u4: convert(raw, count, isSwapped, target) { (bits: UInt32) in Value(bits) }
        case .i4: convert(raw, count, isSwapped, target) { (bits: UInt32) in Value(Int32(bitPattern: bits)) }
        case .u8: convert(raw, count, isSwapped, target) { (bits: UInt64) in Value(bits) }
        case .i8: convert(raw, count, isSwapped, target) { (bits: UInt64) in Value(Int64(bitPattern: bits)) }
        case .f2: convert(raw, count, isSwapped, target) { (bits: UInt16) in Value(Self.half(bits)) }
        case .f4: convert(raw, count, isSwapped, target) { (bits: UInt32) in Value(Float(bitPattern: bits)) }
        case .f8: convert(raw, count, isSwapped, target) { (bits: UInt64) in Value(Double(bitPattern: bits)) }
        }
    }

    @inline(__always)
    private func convert<Bits: FixedWidthInteger, Value>(
        _ raw: UnsafeRawPointer, _ count: Int, _ isSwapped: Bool, _ target: UnsafeMutablePointer<Value>,
        _ value: (Bits) -> Value
    ) {
        for index in 0..<count {
            let bits = raw.loadUnaligned(fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self)
            target[index] = value(isSwapped ? bits.byteSwapped : bits)
        }
    }

    /// IEEE 754 binary16. Not through `Float16`, which macOS has on one of its two processors only.
    private static func half(_ bits: UInt16) -> Float {
        let sign: Float = bits >> 15 == 0 ? 1 : -1
        let (exponent, fraction) = (Int(bits >> 10 & 31), Float(bits & 1023))
        switch exponent {
        case 0: return sign * fraction * 0x1p-24
        case 31: return fraction == 0 ? sign * .infinity : .nan
        default: return sign * Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
        }
    }
}
