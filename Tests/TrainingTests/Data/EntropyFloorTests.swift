import Testing
import Training

@Suite struct EntropyFloorTests {
    @Test func `black and white images can be rebuilt without loss`() {
        #expect(set([0, 255, 255, 0]).entropyFloor == 0)
    }

    @Test func `a grey pixel costs its entropy`() {
        // 51/255 = 0.2; −0.2 log 0.2 − 0.8 log 0.8 = 0.500402423538188…; four of them.
        #expect(abs(set([51, 51, 204, 51]).entropyFloor - 4 * 0.5004024235381879) < 1e-14)
        let floats = ImageSet(count: 2, rows: 1, columns: 2, pixels: .floats([0.2, 0, 0.2, 1]), labels: nil)
        // The Float nearest 0.2 is off by 3e-9, where the entropy has slope log 4.
        #expect(abs(floats.entropyFloor - 0.5004024235381879) < 1e-8)
    }

    @Test(.enabled(if: FashionMNIST.isInstalled)) func `Fashion-MNIST has its known floors`() throws {
        let data = try Dataset.load("fashion-mnist")
        #expect(data.train.count == 60_000)
        #expect(data.test.count == 10_000)
        #expect(data.classCount == 10)
        // Known to three decimals.
        #expect(abs(data.train.entropyFloor - 188.281) < 5e-4)
        #expect(abs(data.test.entropyFloor - 189.858) < 5e-4)
    }

    private func set(_ bytes: [UInt8]) -> ImageSet {
        ImageSet(count: 1, rows: 2, columns: 2, pixels: .bytes(bytes), labels: nil)
    }
}
