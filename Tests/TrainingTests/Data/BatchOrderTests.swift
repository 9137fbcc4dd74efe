import Testing
import Training

@Suite struct BatchOrderTests {
    @Test func `every epoch is a permutation of its own, the same for the same seed`() {
        let order = BatchOrder(count: 1000, batchSize: 64, seed: 3)
        let epochs = (0..<5).map { order.permutation(epoch: $0) }
        for epoch in epochs { #expect(epoch.sorted() == Array(0..<1000)) }
        #expect(Set(epochs).count == 5)
        #expect(BatchOrder(count: 1000, batchSize: 64, seed: 3).permutation(epoch: 4) == epochs[4])
        #expect(BatchOrder(count: 1000, batchSize: 64, seed: 4).permutation(epoch: 4) != epochs[4])
        #expect(order.batchesPerEpoch == 15)
    }

    /// 24 orders of four, 24,000 draws: each is expected 1000 times with a standard deviation of 31, so six of
    /// them are 186.
    @Test func `all orders are equally likely`() {
        var counts: [[Int]: Int] = [:]
        for seed in 0..<24_000 {
            counts[BatchOrder(count: 4, batchSize: 1, seed: UInt64(seed)).permutation(epoch: 0), default: 0] += 1
        }
        #expect(counts.count == 24)
        #expect(counts.values.allSatisfy { abs($0 - 1000) < 186 })
    }
}
