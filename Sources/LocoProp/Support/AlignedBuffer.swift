/// An owned block of numbers on a cache-line boundary, zero at first.
final class AlignedBuffer<Scalar: BinaryFloatingPoint> {
    let base: UnsafeMutablePointer<Scalar>
    let count: Int

    /// - Parameter count: at least 0; an empty block holds one unused element, so that `base` is valid.
    init(count: Int) {
        let elements = max(count, 1)
        let byteCount = elements * MemoryLayout<Scalar>.stride
        let raw = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
        // All bits zero are 0 in every IEEE format, and much faster to write than a generic number.
        raw.initializeMemory(as: UInt8.self, repeating: 0, count: byteCount)
        base = raw.bindMemory(to: Scalar.self, capacity: elements)
        self.count = count
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func fill(_ value: Scalar) { base.update(repeating: value, count: count) }

    func values(_ range: Range<Int>) -> [Scalar] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
}
