import Emit
import Symbolic
import Testing

@Suite("Common subexpressions of generated code")
struct SharedTermsTests {
    @Test("what occurs twice is computed once, in an order that defines before use", arguments: [
        ("exp(2*a) + 1/exp(2*a)", ["t0 = exp(2*a)"], "1/t0 + t0"),
        ("sqrt(1 + exp(a)) * exp(a)", ["t0 = exp(a)"], "sqrt(t0 + 1)*t0"),
        ("tanh(a)", [], "tanh(a)"),
    ])
    func shares(_ formula: String, _ bindings: [String], _ result: String) throws {
        let shared = try sharedForm(of: formula, context: FormulaContext(kind: .link))
        #expect(shared.bindings == bindings)
        #expect(shared.result == result)
    }
}
