import CVectorMathProbe
import Testing

private let inf = Double.infinity
private let nan = Double.nan

/// Limits and ends of domains, written down rather than taken from MPFR. Each value is exact in
/// both precisions.
private let specialValues: [(name: String, values: [(x: Double, value: Double)])] = [
    ("abs", [(-0.0, 0), (-inf, inf)]),
    ("sign", [(0, 0), (-0.0, -0.0), (5e-45, 1), (-inf, -1)]),
    ("sqrt", [(-0.0, -0.0), (-1, nan), (inf, inf)]),
    ("exp", [(0, 1), (-0.0, 1), (-inf, 0), (inf, inf), (1000, inf), (-1000, 0)]),
    ("expm1", [(-0.0, -0.0), (-inf, -1), (inf, inf), (-100, -1)]),
    ("log", [(0, -inf), (-0.0, -inf), (1, 0), (-1, nan), (-inf, nan), (inf, inf)]),
    ("log1p", [(-0.0, -0.0), (-1, -inf), (-2, nan), (-inf, nan), (inf, inf)]),
    ("sinh", [(-0.0, -0.0), (-inf, -inf), (inf, inf)]),
    ("cosh", [(0, 1), (-inf, inf), (inf, inf)]),
    ("tanh", [(-0.0, -0.0), (-inf, -1), (inf, 1), (50, 1)]),
    ("atanh", [(-0.0, -0.0), (1, inf), (-1, -inf), (1.5, nan), (-inf, nan)]),
    ("acosh", [(1, 0), (0.5, nan), (-inf, nan), (inf, inf)]),
    ("asinh", [(-0.0, -0.0), (-inf, -inf), (inf, inf)]),
    ("atan", [(-0.0, -0.0)]),
    ("li2", [(0, 0), (-0.0, -0.0), (1.5, nan), (inf, nan), (-inf, -inf)]),
    ("log_cosh", [(0, 0), (-inf, inf), (inf, inf)]),
    ("softplus", [(-inf, 0), (inf, inf), (100, 100), (-1000, 0)]),
    ("sigmoid", [(0, 0.5), (-0.0, 0.5), (-inf, 0), (inf, 1), (-1000, 0), (100, 1)]),
    ("sigmoid_derivative", [(0, 0.25), (-inf, 0), (inf, 0)]),
    ("sech2", [(0, 1), (-inf, 0), (inf, 0)]),
    ("expm1_minus", [(0, 0), (-inf, inf), (inf, inf)]),
    ("minus_log1p", [(0, 0), (-1, inf), (-2, nan), (-inf, nan), (inf, inf)]),
    ("atan_integral", [(0, 0), (-inf, inf), (inf, inf)]),
    ("sqrt1p_minus1", [(-0.0, -0.0), (-1, -1), (-2, nan), (3, 1), (inf, inf)]),
    ("hypot1", [(0, 1), (-inf, inf), (1e30, 1e30)]),
    ("hypot1_minus1", [(0, 0), (-inf, inf), (inf, inf), (1e30, 1e30)]),
    ("logit", [(0, -inf), (1, inf), (0.5, 0), (-1, nan), (2, nan), (inf, nan), (-inf, nan)]),
    ("log_expm1", [(0, -inf), (-1, nan), (100, 100), (inf, inf), (-inf, nan)]),
    ("symmetric_entropy", [(0, 0), (2, nan), (-2, nan), (inf, nan)]),
    ("log1p_excess", [(0, 0), (-1, 1), (-2, nan), (inf, inf), (-inf, nan)]),
    ("binary_entropy", [(0, 0), (1, 0), (-1, nan), (2, nan), (inf, nan)]),
    ("log_cos", [(2, nan), (inf, nan)]),
    ("li2_neg_exp", [(-inf, -0.0), (inf, -inf)]),
    ("li2_one_minus_exp", [(0, -0.0), (inf, -inf)]),
    ("normal_density", [(-inf, 0), (inf, 0)]),
    ("erfc", [(0, 1), (-inf, 2), (inf, 0)]),
    ("erfcx", [(0, 1), (-inf, inf), (inf, 0)]),
    ("log_erfc", [(inf, -inf)]),
    ("normal_cdf", [(0, 0.5), (-inf, 0), (inf, 1)]),
]

@Suite("Limits, ends of domains, nan")
struct SpecialValueTests {
    @Test("Each instruction set gives the limit, with its sign", arguments: variants)
    func limits(variant: Int32) throws {
        for (name, values) in specialValues {
            let probe = try #require(probes[name])
            check(Double.apply(probe, variant: variant, to: values.map(\.x)), values, name)
            check(Float.apply(probe, variant: variant, to: values.map { Float($0.x) }), values, name)
        }
    }

    /// `results` is nil where the processor has no such instruction set.
    private func check<T: ProbedReal>(_ results: [T]?, _ values: [(x: Double, value: Double)], _ name: String) {
        for (result, (x, value)) in zip(results ?? [], values) {
            let expected = T(value)
            let same = expected.isNaN ? result.isNaN : result == expected && result.sign == expected.sign
            #expect(same, "\(name) \(T.precision) of \(x): \(result), should be \(expected)")
        }
    }

    @Test("nan gives nan in every function")
    func nanPropagates() {
        for (name, probe) in probes {
            for variant in variants {
                #expect(Double.apply(probe, variant: variant, to: [nan])?[0].isNaN != false, "\(name) variant \(variant)")
                #expect(Float.apply(probe, variant: variant, to: [.nan])?[0].isNaN != false, "\(name) variant \(variant)")
            }
        }
    }
}
