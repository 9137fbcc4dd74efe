import Foundation
import LocoProp
import Testing
import Training

@Suite struct LearningRateScheduleTests {
    private func factors(_ text: String, epochs: Int) throws -> [Double] {
        let schedule = try LearningRateSchedule(parsing: text)
        return (0..<epochs).map { schedule.factor(epoch: $0, epochs: epochs) }
    }

    /// METHODS: e < 5: e/5; then 1 − (e − 4)/95.
    @Test func `the published schedule rises for five epochs and falls to nothing at the hundredth`() {
        let factors = (0..<100).map { LearningRateSchedule.locoprop2022.factor(epoch: $0, epochs: 5) }
        #expect(Array(factors[..<5]) == [0, 0.2, 0.4, 0.6, 0.8])
        #expect(factors[5] == 1 - 1.0 / 95)
        #expect(factors[52] == 1 - 48.0 / 95)
        #expect(factors[99] == 0)
        #expect(LearningRateSchedule.locoprop2022.factor(epoch: 199, epochs: 200) == 0)
        #expect(LearningRateSchedule.locoprop2022.factor(epoch: 100, epochs: 200) > 0.5)
        #expect(LearningRateSchedule.constant.factor(epoch: 0, epochs: 1) == 1)
    }

    /// 1e-15: an operation or two on numbers of at most 1; the cosine's are rounded by libm.
    @Test func `each schedule is its formula`() throws {
        func expect(_ text: String, _ expected: [Double], sourceLocation: SourceLocation = #_sourceLocation) throws {
            let found = try factors(text, epochs: expected.count)
            for (a, b) in zip(found, expected) { #expect(abs(a - b) < 1e-15, sourceLocation: sourceLocation) }
        }
        try expect("constant", [1, 1, 1])
        try expect("linear", [1, 0.75, 0.5, 0.25])
        try expect("linear(end=0.2)", [1, 0.8, 0.6, 0.4])
        try expect("cosine", [1, (2 + 2.0.squareRoot()) / 4, 0.5, (2 - 2.0.squareRoot()) / 4])
        try expect("cosine(end=0.5)", [1, 0.5 + (2 + 2.0.squareRoot()) / 8, 0.75, 0.5 + (2 - 2.0.squareRoot()) / 8])
        try expect("step(every=2, factor=0.1)", [1, 1, 0.1, 0.1, 0.01, 0.01])
        try expect("exponential(factor=0.5)", [1, 0.5, 0.25, 0.125])
        try expect("linear(warmup=3)", [0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25])
        try expect("step(every=1, factor=0.5, warmup=1)", [0.5, 1, 0.5, 0.25])
        // A warm-up as long as the run, or longer, is cut off.
        try expect("cosine(warmup=5)", [1 / 6.0, 2 / 6.0, 3 / 6.0])
    }

    @Test(arguments: LearningRateSchedule.Kind.allCases) func `the table's rows read back and stay in 0 to 1`(kind: LearningRateSchedule.Kind) throws {
        let schedule = LearningRateSchedule(kind)
        #expect(try LearningRateSchedule(parsing: kind.rawValue) == schedule)
        #expect(try LearningRateSchedule(parsing: schedule.description) == schedule)
        let row = try #require(LearningRateSchedule.table.first { $0.name == kind.rawValue })
        #expect(!row.summary.isEmpty && schedule.values.allSatisfy(\.isFinite))
        for epochs in [1, 2, 7, 300] {
            for epoch in 0..<epochs { #expect((0...1).contains(schedule.factor(epoch: epoch, epochs: epochs))) }
        }
    }

    @Test(arguments: [
        ("cosin", "unknown schedule 'cosin'. Did you mean 'cosine'? Known: constant, linear, cosine, step, exponential, locoprop2022."),
        ("linear(end=2)", "linear: end is 2; it must be a number from 0 to 1"),
        ("step(factor=0)", "step: factor is 0; it must be above 0 and at most 1"),
        ("step(every=0)", "step: every is 0; it must be a whole number from 1 to 1000000"),
        ("cosine(warmup=1.5)", "cosine: warmup is 1.5; it must be a whole number from 0 to 1000000"),
        ("locoprop2022(warmup=1)", "locoprop2022 has no option 'warmup'. It has none."),
    ])
    func `what cannot be read says how to mend it`(text: String, message: String) throws {
        #expect(try #require(throws: LocoPropError.self) { try LearningRateSchedule(parsing: text) }.description == message)
    }
}
