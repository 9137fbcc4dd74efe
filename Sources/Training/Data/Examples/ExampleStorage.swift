/// Where the values of examples lie until their batch: example after example, last dimension fastest.
package enum ExampleStorage: Sendable {
    /// Bytes that stand for byte / `unit`: 255 for grey values, 1 for small whole numbers.
    case bytes([UInt8], unit: Float)
    case floats([Float])
    /// In a file, from which each batch reads its own examples.
    case file(StoredArray)

    /// Writes the examples at these places into `target`, [places, width].
    /// - Precondition: the storage holds examples of `width` values at all of them, and `target` has room.
    /// - Throws: ``DataError``, for a file that cannot be read any more.
    func copy(_ places: some Sequence<Int>, width: Int, into target: UnsafeMutablePointer<Float>) throws {
        switch self {
        case .bytes(let bytes, let unit):
            bytes.withUnsafeBufferPointer { source in
                var target = target
                for place in places {
                    let example = source[place * width..<(place + 1) * width]
                    // Through plain pointers, so that the loop is vectorised.
                    let from = UnsafeBufferPointer(rebasing: example).baseAddress!  // width > 0: never empty
                    for at in 0..<width { target[at] = Float(from[at]) / unit }
                    target += width
                }
            }
        case .floats(let floats):
            floats.withUnsafeBufferPointer { source in
                var target = target
                for place in places {
                    let example = UnsafeBufferPointer(rebasing: source[place * width..<(place + 1) * width])
                    target.update(from: example.baseAddress!, count: width)  // width > 0: never empty
                    target += width
                }
            }
        case .file(let array):
            try array.copy(places, into: target)
        }
    }

    /// What holding it costs, in bytes of memory; those of a file are the system's cache.
    package var memory: Int {
        switch self {
        case .bytes(let bytes, _): bytes.count
        case .floats(let floats): 4 * floats.count
        case .file: 0
        }
    }
}
