import CVectorMathProbe
import Testing

@Suite("Functions of one argument against MPFR")
struct AccuracyTests {
    @Test("The table and the compiled functions are the same set")
    func tableIsComplete() {
        #expect(Set(functionTable.map(\.name)) == Set(probes.keys))
        #expect(functionTable.count == probes.count)
    }

    @Test("Float is within its bound everywhere, in every instruction set", arguments: functionTable)
    func float(row: FunctionRow) throws {
        try check(row, Float.self, bound: row.float)
    }

    @Test("Double is within its bound everywhere, in every instruction set", arguments: functionTable)
    func double(row: FunctionRow) throws {
        try check(row, Double.self, bound: row.double)
    }

    private func check<T: ProbedReal>(_ row: FunctionRow, _: T.Type, bound: Double) throws {
        let probe = try #require(probes[row.name])
        let points = samples(T.self, domain: row.domain, seed: 20_220_328)
        let results = variants.compactMap { variant in T.apply(probe, variant: variant, to: points).map { (variant, $0) } }
        #expect(!results.isEmpty)
        var worst = results.map { _ in (error: 0.0, x: T(0), value: T(0), expected: 0.0) }
        for (i, x) in points.enumerated() {
            let expected = row.reference(Real(Double(x)))
            for (k, (_, values)) in results.enumerated() {
                let error = ulpError(of: values[i], from: expected)
                if error > worst[k].error { worst[k] = (error, x, values[i], expected.double) }
            }
        }
        for ((variant, _), worst) in zip(results, worst) {
            #expect(
                worst.error <= bound,
                "\(row.name) \(T.precision) variant \(variant) at \(worst.x): \(worst.value), should be \(worst.expected), \(worst.error) ulp")
        }
    }
}
