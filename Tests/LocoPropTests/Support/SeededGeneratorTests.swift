import LocoProp
import Testing

@Suite struct SeededGeneratorTests {
    /// By an independent implementation of xoshiro256** seeded through SplitMix64.
    @Test("the sequence is xoshiro256**'s", arguments: [
        (0, [0x99ec_5f36_cb75_f2b4, 0xbf6e_1f78_4956_452a, 0x1a5f_849d_4933_e6e0, 0x6aa5_94f1_262d_2d2c]),
        (1, [0xb3f2_af6d_0fc7_10c5, 0x853b_5596_4736_4cea, 0x92f8_9756_082a_4514, 0x642e_1c7b_c266_a3a7]),
        (42, [0x1578_0b2e_0c2e_c716, 0x6104_d986_6d11_3a7e, 0xae17_5332_39e4_99a1, 0xecb8_ad47_03b3_60a1]),
    ] as [(UInt64, [UInt64])])
    func reference(seed: UInt64, expected: [UInt64]) {
        var generator = SeededGenerator(seed: seed)
        #expect((0..<4).map { _ in generator.next() } == expected)
    }

    @Test("numbers are uniform") func uniform() {
        var generator = SeededGenerator(seed: 5)
        let numbers = (0..<10_000).map { _ in generator.nextUnit() }
        #expect(numbers.allSatisfy { $0 >= 0 && $0 < 1 })
        // The mean's standard deviation is 0.0029, that of the squares' mean 0.003: five of them.
        #expect(abs(numbers.reduce(0, +) / 10_000 - 0.5) < 0.015)
        #expect(abs(numbers.reduce(0) { $0 + $1 * $1 } / 10_000 - 1.0 / 3) < 0.015)
        let indices = (0..<7000).map { _ in generator.nextIndex(below: 7) }
        for value in 0..<7 {
            // 1000 expected, standard deviation 29.
            #expect(abs(indices.count { $0 == value } - 1000) < 150)
        }
    }

    @Test("a permutation has every index once", arguments: [0, 1, 2, 1000]) func permutation(count: Int) {
        var generator = SeededGenerator(seed: 9)
        let order = generator.permutation(of: count)
        #expect(order.sorted() == Array(0..<count))
        if count == 1000 { #expect(order != Array(0..<count)) }
    }

    @Test("its words carry the sequence on") func words() {
        var first = SeededGenerator(seed: 7)
        _ = first.next()
        var second = SeededGenerator(seed: 8)
        second.words = first.words
        #expect((0..<3).map { _ in second.next() } == (0..<3).map { _ in first.next() })
    }
}
