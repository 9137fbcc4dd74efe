import Emit
import Testing

/// Which slopes have a matching loss in closed form: slope, exponential and rate, logistic density and rate.
@Suite("Shapes of slopes")
struct SlopeShapeTests {
    @Test("sums of constants, exponentials and logistic densities, chosen by comparisons", arguments: [
        ("1", ["1", "0", "1", "0", "1"]),
        ("0", ["0", "0", "1", "0", "1"]),
        ("where(a >= 0, 1, beta)", ["where(a >= 0, 1, beta)", "0", "1", "0", "1"]),
        ("where(a >= 0, 1, beta*exp(a))", ["where(a >= 0, 1, 0)", "where(a >= 0, 0, beta)", "1", "0", "1"]),
        ("exp(a/beta)", ["0", "1", "1/beta", "0", "1"]),
        ("1/cosh(a)^2", ["0", "0", "1", "4", "2"]),
        ("exp(-a)/(1 + exp(-a))^2", ["0", "0", "1", "1", "-1"]),
        ("beta + 3*exp(2*a) + 1/cosh(beta*a)^2/2", ["beta", "3", "2", "2", "2*beta"]),
        ("where(a >= 0, 1, 0)/6", ["where(a >= 0, 1/6, 0)", "0", "1", "0", "1"]),
        ("1 + where(a >= 0, beta, 0)", ["where(a >= 0, beta + 1, 1)", "0", "1", "0", "1"]),
    ])
    func recognised(_ slope: String, _ shape: [String]) throws {
        #expect(try slopeShape(of: slope, parameters: ["beta"]) == shape)
    }

    @Test("other slopes have none", arguments: [
        "a", "1/(1 + a^2)", "exp(-a^2)", "exp(a + 1)", "a*exp(a)", "exp(a) + exp(2*a)", "where(a >= 0, 1, a)", "1/(1 + exp(-a))",
        "1/cosh(a)^2 + 1/cosh(2*a)^2",
    ])
    func others(_ slope: String) throws {
        #expect(try slopeShape(of: slope) == nil)
    }
}
