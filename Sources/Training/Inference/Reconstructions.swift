import LocoProp

/// Examples and what a network makes of them, in the data's own values.
public struct Reconstructions: Sendable {
    public let count: Int
    /// Of one example.
    public let shape: [Int]
    /// [count, 2, shape…]: each example, and behind it its reconstruction.
    public let values: [Float]

    /// `count` different examples of the data, chosen by the seed, in the data's order.
    /// - Precondition: the data have as many.
    /// - Throws: ``PlanError``, `LocoPropError`, ``DataError``.
    public init(of data: SelectedData, count: Int, seed: UInt64, by prediction: Prediction) throws {
        var generator = SeededGenerator(seed: seed)
        // Floyd's sampling: no permutation of all examples is needed for a few of them.
        var chosen: Set<Int> = []
        for last in data.count - count..<data.count {
            let place = generator.nextIndex(below: last + 1)
            chosen.insert(chosen.contains(place) ? last : place)
        }
        var values: [Float] = []
        var first = 0
        for set in data.sets {
            let places = chosen.filter { (first..<first + set.count).contains($0) }.map { $0 - first }.sorted()
            values += try Self.pairs(of: set, places, of: data.name, by: prediction)
            first += set.count
        }
        self.count = count
        shape = data.sets[0].shape
        self.values = values
    }

    /// The examples at `places` of a set, each before its reconstruction.
    private static func pairs(
        of set: ExampleSet, _ places: [Int], of name: String, by prediction: Prediction
    ) throws -> [Float] {
        var pairs: [Float] = []
        pairs.reserveCapacity(2 * places.count * set.width)
        try prediction.run(on: set, places, of: name) { inputs, outputs in
            for start in stride(from: 0, to: inputs.count, by: set.width) {
                pairs += inputs[start..<start + set.width]
                pairs += outputs[start..<start + set.width]
            }
        }
        set.scale?.undo(&pairs)
        return pairs
    }

    public func input(_ index: Int) -> ArraySlice<Float> { half(2 * index) }

    public func reconstruction(_ index: Int) -> ArraySlice<Float> { half(2 * index + 1) }

    private func half(_ index: Int) -> ArraySlice<Float> {
        let width = values.count / (2 * count)
        return values[index * width..<(index + 1) * width]
    }
}
