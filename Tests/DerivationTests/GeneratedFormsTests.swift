import CActivationSupport
import Testing

/// The generated code of entries that give their link alone against values of 40 digits.
@Suite("Derived forms, compiled")
struct GeneratedFormsTests {
    private static let compiled = Result { try CompiledCatalogue(DerivedForms.catalogue, names: DerivedForms.all.map(\.name)) }

    private func kernels(_ entry: DerivedForms) throws -> activation_kernels {
        try #require(try Self.compiled.get().kernels(of: entry.name))
    }

    private func map(_ kernel: activation_map?, _ x: Double, _ parameters: [Double]) -> Double {
        var (x, result) = (x, Double.nan)
        kernel?(&x, &result, 1, 1, parameters + [0])
        return result
    }

    /// - Parameter largest: what errors are relative to where the value is less.
    private func error(_ found: Double, _ wanted: Double, largest: Double = 0) -> Double {
        let size = max(wanted.magnitude, largest)
        return size == 0 ? found.magnitude : (found - wanted).magnitude / size
    }

    @Test("The integral is within 1e-14, relative, where it crosses zero to the largest term", arguments: DerivedForms.all)
    func integral(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        #expect(!entry.integral.isEmpty)
        for row in entry.integral {
            let found = map(table.integral, row[0], entry.parameterValues)
            #expect(error(found, row[1], largest: entry.largest ?? 0) <= 1e-14, "F(\(row[0])) = \(found), not \(row[1])")
        }
    }

    @Test("The integral is 0 at 0, or at 1 where 0 is outside the domain; NaN gives NaN", arguments: DerivedForms.all)
    func base(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        #expect(map(table.integral, entry.base, entry.parameterValues) == 0)
        #expect(map(table.integral, .nan, entry.parameterValues).isNaN)
    }

    @Test("The integral is convex: between neighbouring points no chord lies below", arguments: DerivedForms.all)
    func convex(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        let low = entry.stretch.lowerBound
        let step = (entry.stretch.upperBound - low) / 600
        for i in 1..<600 {
            let a = low + Double(i) * step
            let values = [a - step, a, a + step].map { map(table.integral, $0, entry.parameterValues) }
            let size = values.map(\.magnitude).max() ?? 0
            #expect(values[0] + values[2] - 2 * values[1] >= -1e-14 * size, "at a = \(a)")
        }
    }

    @Test("The integral's limits at ±∞ are numbers or infinite, not NaN", arguments: DerivedForms.all.filter { $0.domain == nil })
    func limits(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        for end in [-Double.infinity, .infinity] { #expect(!map(table.integral, end, entry.parameterValues).isNaN, "at \(end)") }
    }

    @Test("The inverse and the dual are within 1e-14, relative", arguments: DerivedForms.all)
    func dual(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        #expect(!entry.dual.isEmpty)
        for row in entry.dual {
            let inverse = map(table.inverse, row[0], entry.parameterValues)
            #expect(error(inverse, row[1]) <= 1e-14, "f⁻¹(\(row[0])) = \(inverse), not \(row[1])")
            let dual = map(table.dual, row[0], entry.parameterValues)
            #expect(error(dual, row[2]) <= 1e-14, "F*(\(row[0])) = \(dual), not \(row[2])")
        }
    }

    /// F*(y) = −F(−∞) for y = 0, and else y a − F(a) for a → ±∞, which may grow without end as a logarithm does. Within
    /// 1e-11: an infinite path is integrated over, to that.
    @Test("At the ends of the range the dual has its limit, and so has the loss of an infinite target", arguments: [
        ("isru_link", 1.0, 1.0), ("isru_link", -1, 1), ("softsign_link", 1, .infinity), ("softsign_link", -1, .infinity),
        ("squareplus_link", 0, .infinity), ("probit_link", 0, 0.398942280401432677939946059934), ("probit_link", 1, 0.398942280401432677939946059934),
        ("slow_link", 1, 693.147180559945309417232121458), ("steep_link", -1, 6.93147180559945309417232121458e-7),
        ("erf_link", 1, 0.564189583547756286948079451561), ("exponential_link", 0, 1),
    ])
    func ends(_ row: (name: String, y: Double, dual: Double)) throws {
        let entry = try #require(DerivedForms.all.first { $0.name == row.name })
        let table = try kernels(entry)
        let dual = map(table.dual, row.y, entry.parameterValues)
        #expect(dual == row.dual || error(dual, row.dual) <= 1e-11, "F*(\(row.y)) = \(dual)")
        // D(â, ±∞) = F(â) + F*(y) − y â.
        let end = map(table.inverse, row.y, entry.parameterValues)
        #expect(end.isInfinite)
        var (estimate, target, loss, gradient) = (-row.y / 2, end, Double.nan, Double.nan)
        table.matching_loss?(&estimate, &target, &loss, &gradient, 1, 1, entry.parameterValues + [0])
        let wanted = map(table.integral, estimate, entry.parameterValues) + row.dual - row.y * estimate
        #expect(loss == wanted || error(loss, wanted) <= 1e-11, "D(\(estimate), \(end)) = \(loss), not \(wanted)")
    }

    /// The definition is used where it keeps 2⁻¹⁶ of its largest term: 1e-12 leaves room for those 16 bits.
    @Test("There is a matching loss from the link alone", arguments: DerivedForms.all)
    func loss(_ entry: DerivedForms) throws {
        let table = try kernels(entry)
        #expect(!entry.loss.isEmpty)
        for row in entry.loss {
            var (estimate, target, loss, gradient) = (row[0], row[1], Double.nan, Double.nan)
            table.matching_loss?(&estimate, &target, &loss, &gradient, 1, 1, entry.parameterValues + [0])
            #expect(error(loss, row[2]) <= 1e-12, "D(\(row[0]), \(row[1])) = \(loss), not \(row[2])")
        }
    }
}
