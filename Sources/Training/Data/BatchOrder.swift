import LocoProp

/// The order in which training sees the examples: a fresh permutation each epoch, cut into full batches.
package struct BatchOrder: Sendable {
    package let count: Int
    package let batchSize: Int
    package let seed: UInt64

    /// - Precondition: 1 ≤ batchSize ≤ count.
    package init(count: Int, batchSize: Int, seed: UInt64) {
        precondition(1...max(1, count) ~= batchSize, "checked against the data by TrainingPlan")
        self.count = count
        self.batchSize = batchSize
        self.seed = seed
    }

    /// Full batches of an epoch; the rest of the permutation is left out of it.
    package var batchesPerEpoch: Int { count / batchSize }

    /// The permutation of an epoch, which depends on the seed and the epoch alone.
    package func permutation(epoch: Int) -> [Int] {
        var random = SeededGenerator(seed: seed, stream: UInt64(epoch))
        return random.permutation(of: count)
    }
}
