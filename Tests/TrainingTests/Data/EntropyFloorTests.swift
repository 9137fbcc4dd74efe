import Testing
import Training

@Suite struct EntropyFloorTests {
    @Test func `black and white images can be rebuilt without loss`() throws {
        #expect(try set([0, 255, 255, 0]).entropyFloor() == 0)
    }

    @Test func `a grey pixel costs its entropy`() throws {
        // 51/255 = 0.2; −0.2 log 0.2 − 0.8 log 0.8 = 0.500402423538188…; four of them.
        #expect(try abs(set([51, 51, 204, 51]).entropyFloor() - 4 * 0.5004024235381879) < 1e-14)
        let floats = ExampleSet(count: 2, shape: [2], storage: .floats([0.2, 0, 0.2, 1]))
        // The Float nearest 0.2 is off by 3e-9, where the entropy has slope log 4.
        #expect(try abs(floats.entropyFloor() - 0.5004024235381879) < 1e-8)
    }

    @Test(.enabled(if: FashionMNIST.isInstalled)) func `Fashion-MNIST has its known floors`() throws {
        let data = try Dataset.load("fashion-mnist")
        #expect(data.train.count == 60_000)
        #expect(data.test.count == 10_000)
        #expect(data.classCount == 10)
        // Known to three decimals.
        #expect(try abs(data.train.entropyFloor() - 188.281) < 5e-4)
        #expect(try abs(data.test.entropyFloor() - 189.858) < 5e-4)
    }

    @Test func `the floor of a part is that of its examples, and a scale counts`() throws {
        let bytes: [UInt8] = [51, 51, 0, 255, 204, 9, 51, 255]
        let set = ExampleSet(count: 4, shape: [2], storage: .bytes(bytes, unit: 255))
        let part = set.choosing([2, 0, 0])
        let floats = try ExampleSet(count: 3, shape: [2], storage: .floats(part.values(0..<3)))
        // The one sums over a histogram of bytes, the other over Floats near them.
        #expect(try abs(part.entropyFloor() - floats.entropyFloor()) < 1e-6)
        var scaled = ExampleSet(count: 4, shape: [2], storage: .bytes(bytes, unit: 1))
        scaled.scale = try FeatureScale(.bytes, training: scaled)
        #expect(try abs(scaled.entropyFloor() - set.entropyFloor()) < 1e-6)
    }

    private func set(_ bytes: [UInt8]) -> ExampleSet {
        ExampleSet(count: 1, shape: [2, 2], storage: .bytes(bytes, unit: 255))
    }
}
