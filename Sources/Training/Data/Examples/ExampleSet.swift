/// Examples of one shape, with their labels where they have any.
public struct ExampleSet: Sendable {
    public let count: Int
    /// Of one example: [values], [rows, columns] or [rows, columns, channels].
    public let shape: [Int]
    /// The number of values of an example.
    public let width: Int
    /// One class an example, counted from 0; `nil` without labels.
    public let labels: [Int32]?
    /// What the values were stored as: `uint8`, `float64`, `decimal numbers`.
    public let storedAs: String
    package let storage: ExampleStorage
    /// The places in ``storage`` of these examples, in order; `nil` for all of them.
    package let selection: [Int]?
    /// What is done to the values on their way into a batch.
    package var scale: FeatureScale?

    /// - Precondition: `storage` holds `count` examples of that shape, and `labels` as many.
    package init(
        count: Int, shape: [Int], storage: ExampleStorage, storedAs: String = "", labels: [Int32]? = nil,
        selection: [Int]? = nil, scale: FeatureScale? = nil
    ) {
        self.count = count
        self.shape = shape
        width = shape.reduce(1, *)
        self.storage = storage
        self.storedAs = storedAs
        self.labels = labels
        self.selection = selection
        self.scale = scale
        precondition(labels.map { $0.count == count } ?? true, "each example has its label")
        precondition(selection.map { $0.count == count } ?? true, "each example has its place")
    }

    /// The number of classes that the labels count from 0; 0 without labels.
    public var classCount: Int { labels.map { Int($0.max() ?? 0) + 1 } ?? 0 }

    /// `28×28`, or `30` for rows of a table.
    public var shapeText: String { shape.map(String.init).joined(separator: "×") }

    /// The examples at `places` of these, in that order: they share their storage.
    package func choosing(_ places: [Int]) -> ExampleSet {
        ExampleSet(
            count: places.count, shape: shape, storage: storage, storedAs: storedAs,
            labels: labels.map { labels in places.map { labels[$0] } },
            selection: selection.map { selection in places.map { selection[$0] } } ?? places, scale: scale)
    }

    /// The same examples with these labels.
    func labelled(_ labels: [Int32]) -> ExampleSet {
        ExampleSet(
            count: count, shape: shape, storage: storage, storedAs: storedAs, labels: labels, selection: selection, scale: scale)
    }

    /// Writes the examples of these indices into `buffer` ([examples, width]), scaled.
    /// - Throws: ``DataError`` if a file that is read batch by batch cannot be read any more.
    package func copyExamples(
        _ indices: some Collection<Int>, into buffer: UnsafeMutableBufferPointer<Float>
    ) throws {
        precondition(buffer.count >= indices.count * width, "the buffer holds a batch")
        guard let base = buffer.baseAddress else { return }
        if let selection {
            try storage.copy(indices.lazy.map { selection[$0] }, width: width, into: base)
        } else {
            try storage.copy(indices, width: width, into: base)
        }
        scale?.apply(to: base, rows: indices.count)
    }

    /// Writes the labels of these indices into `buffer` ([examples, classes]) as rows with a single one.
    package func copyLabels(
        _ indices: some Collection<Int>, classes: Int, into buffer: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(buffer.count >= indices.count * classes, "the buffer holds a batch")
        guard let labels else { return }
        buffer.update(repeating: 0)
        for (row, index) in indices.enumerated() where Int(labels[index]) < classes {
            buffer[row * classes + Int(labels[index])] = 1
        }
    }

    /// Calls `body` with all examples in order, as many at a time as make 64 Ki numbers, or one.
    /// - Throws: what `copyExamples` or `body` throw.
    package func forEachBlock(_ body: (_ first: Int, _ values: UnsafeBufferPointer<Float>) throws -> Void) throws {
        let rows = min(count, max(1, (1 << 16) / width))
        var values = [Float](repeating: 0, count: rows * width)
        for first in stride(from: 0, to: count, by: rows) {
            let indices = first..<min(first + rows, count)
            try values.withUnsafeMutableBufferPointer { buffer in
                try copyExamples(indices, into: buffer)
                try body(first, UnsafeBufferPointer(rebasing: buffer[..<(indices.count * width)]))
            }
        }
    }
}
