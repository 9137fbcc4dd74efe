/// An owned block of numbers on a cache-line boundary, zero at first.
final class AlignedBuffer<Scalar: BinaryFloatingPoint> {
    let base: UnsafeMutablePointer<Scalar>
    let count: Int

    /// - Parameter count: at least 0; an empty block holds one unused element, so that `base` is valid.
    init(count: Int) {
        let elements = max(count, 1)
        let raw = UnsafeMutableRawPointer.allocate(
            byteCount: elements * MemoryLayout<Scalar>.stride, alignment: 64)
        base = raw.initializeMemory(as: Scalar.self, repeating: 0, count: elements)
        self.count = count
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    func fill(_ value: Scalar) { base.update(repeating: value, count: count) }

    func copy(from other: AlignedBuffer<Scalar>) {
        precondition(count == other.count)
        base.update(from: other.base, count: count)
    }

    func values(_ range: Range<Int>) -> [Scalar] {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }
}
