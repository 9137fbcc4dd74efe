import CVectorMathProbe
import Testing

@Suite("Functions of one argument against MPFR")
struct AccuracyTests {
    @Test("The table and the compiled functions are the same set")
    func tableIsComplete() {
        #expect(Set(functionTable.map(\.name)) == Set(probes.keys))
        #expect(functionTable.count == probes.count)
    }

    @Test("Float is within its bound everywhere", arguments: functionTable)
    func float(row: FunctionRow) throws {
        try check(row, Float.self, bound: row.float)
    }

    @Test("Double is within its bound everywhere", arguments: functionTable)
    func double(row: FunctionRow) throws {
        try check(row, Double.self, bound: row.double)
    }

    private func check<T: ProbedReal>(_ row: FunctionRow, _: T.Type, bound: Double) throws {
        let probe = try #require(probes[row.name])
        let points = samples(T.self, domain: row.domain, seed: 20_220_328)
        let values = try #require(T.apply(probe, variant: 0, to: points))
        var worst = (error: 0.0, x: T(0), value: T(0), expected: 0.0)
        for (x, value) in zip(points, values) {
            let expected = row.reference(Real(Double(x)))
            let error = ulpError(of: value, from: expected)
            if error > worst.error { worst = (error, x, value, expected.double) }
        }
        #expect(
            worst.error <= bound,
            "\(row.name) \(T.precision) at \(worst.x): \(worst.value), should be \(worst.expected)")
    }
}
