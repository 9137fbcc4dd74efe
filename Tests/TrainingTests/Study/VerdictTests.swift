import Foundation
import Testing
import Training

@Suite struct SeedStatisticsTests {
    @Test func `mean, median, range, and Student's interval`() throws {
        // R: t.test(c(1, 2, 4)): mean 2.333333, 95 percent confidence interval -1.461250 6.127917.
        let statistics = try #require(SeedStatistics([4, 1, 2]))
        #expect(statistics.median == 2 && statistics.least == 1 && statistics.most == 4)
        #expect(abs(statistics.mean - 7 / 3.0) < 1e-12)
        #expect(abs((statistics.halfWidth ?? 0) - 3.794583) < 1e-3)
        #expect(SeedStatistics([1, 2, 3, 10])?.median == 2.5)
    }

    @Test func `many values come near the normal distribution's`() throws {
        // qt(0.975, 99) = 1.984217.
        let values = (0..<100).map { Double($0 % 2) }
        let deviation = (0.25 * 100 / 99).squareRoot()
        #expect(abs((try #require(SeedStatistics(values)?.halfWidth)) - 1.984217 * deviation / 10) < 1e-5)
    }

    @Test func `nothing is said of nothing, of one value no uncertainty, of no number nothing`() {
        #expect(SeedStatistics([]) == nil)
        #expect(SeedStatistics([3])?.halfWidth == nil)
        #expect(SeedStatistics([1, .nan]) == nil)
        #expect(SeedStatistics([1, .infinity]) == nil)
        #expect(SeedStatistics([5, 5, 5])?.halfWidth == 0)
    }
}

@Suite struct VerdictTests {
    private func result(_ loss: Double, ending: StudyResult.Ending = .finished) -> StudyResult {
        let record = EpochRecord(
            epoch: 1, train: Evaluation(loss: loss, accuracy: 1 / loss), test: Evaluation(loss: loss + 1, accuracy: 1 / loss), trainExcess: nil,
            testExcess: nil, batchLoss: loss, learningRate: 1, steps: 1, seconds: 2, learned: [], layers: [])
        return StudyResult(folder: "run", records: [record], ending: ending)
    }

    @Test func `differences are paired: what seeds share does not count`() {
        // Seeds differ by 100, the methods by 1 on each.
        let verdict = Verdict(.trainLoss, [[result(101), result(201), result(301)], [result(102), result(202.1), result(301.9)]])
        #expect(verdict.places.map(\.method) == [0, 1])
        #expect(verdict.places[1].isToldApart == true)
        #expect(abs((verdict.places[1].gap?.mean ?? 0) - 1) < 1e-9)
        #expect(verdict.places[0].gap == nil)
    }

    @Test func `methods whose difference changes its sign are not told apart`() {
        let verdict = Verdict(.trainLoss, [[result(10), result(12)], [result(11), result(11.5)]])
        #expect(verdict.places[1].isToldApart == false)
    }

    @Test func `a method that diverged or is not done has no place among the others`() {
        let verdict = Verdict(.trainLoss, [
            [result(1), result(1, ending: .diverged("x"))], [result(5), result(6)], [result(2), nil], [result(4), result(5)],
        ])
        #expect(verdict.places.map(\.method) == [3, 1, 0, 2])
        #expect(verdict.places[2].statistics == nil && verdict.places[2].isToldApart == nil)
    }

    @Test func `more accuracy is better, less loss is`() {
        let runs = [[result(4)], [result(2)]]
        #expect(Verdict(.testAccuracy, runs).places.map(\.method) == [1, 0])
        #expect(Verdict(.testLoss, runs).places.map(\.method) == [1, 0])
        #expect((Verdict(.testAccuracy, runs).places[1].gap?.mean ?? 0) > 0)
        #expect(Verdict(.testLoss, runs).places[1].isToldApart == nil)
    }
}
