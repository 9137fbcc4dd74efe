import CActivationSupport
import Foundation
import Symbolic
import Testing

/// Formulas whose terms cancel towards a point where no rewrite reaches them, compiled, against high precision.
@Suite("Differences of near-equal terms, compiled")
struct SeriesFormTests {
    struct Entry: CustomTestStringConvertible, Sendable {
        var name: String
        var link: String
        var further = ""
        /// Where the terms cancel.
        var point = 0.0
        var testDescription: String { name }
    }

    static let entries = [
        Entry(name: "minus_sine", link: "a - sin(a)"),
        Entry(name: "minus_atan", link: "a - atan(a)", further: "integral: \"a^2/2 - a*atan(a) + log(1 + a^2)/2\""),
        Entry(name: "sinh_minus", link: "sinh(a) - a"),
        Entry(name: "minus_reciprocal", link: "1 - 1/a", further: "domain: \"(0, inf)\", integral: \"a - 1 - log(a)\"", point: 1),
        Entry(name: "scaled_sine", link: "b*a - sin(b*a)", further: "parameters: {b: {default: 2, domain: \"(0, inf)\"}}, assume: increasing"),
        Entry(name: "two_sided", link: "sign(a)*(abs(a) - atan(abs(a)))"),
        // Cancels in the second order after its rewrite, expm1_minus.
        Entry(name: "third_order", link: "where(a >= 0, exp(a) - 1 - a - a^2/2, 0)", further: "assume: increasing"),
    ]

    private static let compiled = Result {
        try CompiledCatalogue(
            entries.reduce("schema: 1\nactivations:\n") { text, entry in
                let type = entry.name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
                let further = entry.further.isEmpty ? "" : ", " + entry.further
                return text + "  - {name: \(entry.name), type: \(type), title: \(type), link: \"\(entry.link)\"\(further)}\n"
            }, names: entries.map(\.name))
    }

    /// Distances from the point on a logarithmic scale, both sides, over the polynomials' ends.
    private static let distances: [Double] = (0..<400).map { i in
        let significand = 1 + Double(i % 10) / 10.3
        return Double(sign: i % 2 == 0 ? .plus : .minus, exponent: -(i / 10), significand: significand)
    }

    @Test("link, slope and integral keep their digits", arguments: entries)
    func keepsDigits(_ entry: Entry) throws {
        let table = try #require(try Self.compiled.get().kernels(of: entry.name))
        let parameters = entry.name == "scaled_sine" ? ["b"] : []
        let link = try Formula.parse(entry.link, context: FormulaContext(kind: .link, parameters: parameters)).get()
        let exact = Evaluator([link, link.derivative()], parameters: parameters, precision: 640)
        exact.setParameters([2])
        var worst = (link: 0.0, slope: 0.0)
        for distance in Self.distances where entry.point + distance > 0 || entry.point == 0 {
            var (a, found, slope, integral) = (entry.point + distance, Double.nan, Double.nan, Double.nan)
            table.link(&a, &found, 1, 1, [2])
            table.derivative(&a, &slope, 1, 1, [2])
            table.integral(&a, &integral, 1, 1, [2])
            let wanted = exact.values(at: a)
            func error(_ found: Double, _ wanted: Enclosure) -> Double {
                let w = wanted.midpoint
                return w == 0 ? found.magnitude : (found - w).magnitude / w.ulp
            }
            worst.link = max(worst.link, error(found, wanted[0]))
            worst.slope = max(worst.slope, error(slope, wanted[1]))
            // F = f h/(m + 1) near a zero of order m, at most f h anywhere, and not less than a twentieth of it as far as this
            // looks; lost digits leave 0, a negative number or more.
            let share = integral / (found.magnitude * distance.magnitude)
            #expect(found == 0 ? integral == 0 : (0.05...1).contains(share), "F(\(a)) = \(integral), f = \(found)")
        }
        #expect(worst.link <= 4, "link: \(worst.link) ulp")
        #expect(worst.slope <= 4, "slope: \(worst.slope) ulp")
    }

    /// In ulp. minus_atan's integral has shown 6 within its series, whose terms alternate, and 14 just outside, where it is a fifth of what it
    /// is the difference of.
    @Test("integrals keep their digits", arguments: [
        ("minus_atan", "a^2/2 - a*atan(a) + log(1 + a^2)/2", 0.0, 16.0), ("minus_reciprocal", "a - 1 - log(a)", 1, 4),
        ("minus_sine", "a^2/2 + cos(a) - 1", 0, 4),
    ])
    func integral(_ name: String, _ formula: String, _ point: Double, _ limit: Double) throws {
        let table = try #require(try Self.compiled.get().kernels(of: name))
        let exact = Evaluator([try Formula.parse(formula, context: FormulaContext(kind: .integral, parameters: [])).get()], precision: 640)
        for distance in Self.distances where point + distance > 0 || point == 0 {
            var (a, found) = (point + distance, Double.nan)
            table.integral(&a, &found, 1, 1, [0])
            let wanted = exact.values(at: a)[0].midpoint
            #expect((found - wanted).magnitude <= limit * wanted.ulp, "F(\(a)) = \(found), not \(wanted)")
        }
    }
}
