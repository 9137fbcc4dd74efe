import ActivationCore
import Emit
import Testing

/// What the generator tells the library that runs of a link.
@Suite("Link graphs")
struct LinkGraphTests {
    @Test("nodes in an order of evaluation, equal ones once", arguments: [
        ("a", "LinkGraph([.variable])"),
        ("exp(a) - 1", "LinkGraph([.variable, .call(.expm1, [0])])"),
        ("a^3/6", "LinkGraph([.number(0.16666666666666666), .variable, .power(1, 3), .multiply(0, 2)])"),
        ("-a/(1 + a^2)", "LinkGraph([.variable, .power(0, 2), .number(1.0), .add(1, 2), .divide(0, 3), .negate(4)])"),
        ("1/a^2", "LinkGraph([.variable, .power(0, 2), .number(1.0), .divide(2, 1)])"),
        (
            "exp(a)/sum(exp(a))",
            "LinkGraph([.variable, .greatest(0), .subtract(0, 1), .call(.exp, [2]), .total(3), .divide(3, 4)])"
        ),
        (
            "where(a >= 0, beta*a, 0)",
            "LinkGraph([.variable, .number(0.0), .parameter(0), .multiply(0, 2), .select(0, .greaterOrEqual, 1, 3, 1)])"
        ),
    ])
    func literals(_ formula: String, _ literal: String) throws {
        #expect(try linkGraph(of: formula, parameters: ["beta"]) == literal)
    }

    /// A function that the library that runs does not know would not compile in a generated file; one more there
    /// would never be used.
    @Test func `both sides know the same functions`() {
        #expect(Set(primitiveNames) == Set(LinkFunction.allCases.map(\.rawValue)))
        #expect(Set(primitiveSpellings) == Set(LinkFunction.allCases.map { "\($0)" }))
    }
}
