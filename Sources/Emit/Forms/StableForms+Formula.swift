import Symbolic

/// The stable form of one formula of the catalogue's language, printed in it: what the rules make of it.
/// - Throws: `FormulaErrors` where the formula does not parse.
package func stableForm(of formula: String, context: FormulaContext) throws(FormulaErrors) -> String {
    let term = Term(try Formula.parse(formula, context: context).get())
    let stable =
        switch context.kind {
        case .link, .integral: StableForms.stabilised(ExponentialShift.applied(to: term))
        case .inverse: StableForms.stabilised(term)
        case .dual: StableForms.stabilisedDual(term)
        }
    return stable.description(variable: context.variable)
}

/// One formula as the generated code computes it: its common subexpressions `t0 = …`, and what uses them.
/// - Throws: `FormulaErrors` where the formula does not parse.
package func sharedForm(
    of formula: String, context: FormulaContext
) throws(FormulaErrors) -> (bindings: [String], result: String) {
    let shared = SharedTerms([StableForms.stabilised(Term(try Formula.parse(formula, context: context).get()))])
    return (shared.bindings.map { "\($0.name) = \($0.value)" }, shared.results[0].description)
}

/// The link's graph as the generated Swift has it: what `LinkGraphRenderer` prints for one formula.
/// - Throws: `FormulaErrors` where the formula does not parse.
package func linkGraph(of formula: String, parameters: [String] = []) throws(FormulaErrors) -> String {
    let context = FormulaContext(kind: .link, parameters: parameters)
    let term = ExponentialShift.applied(to: Term(try Formula.parse(formula, context: context).get()))
    return LinkGraphRenderer(parameters: parameters).literal(StableForms.stabilised(term), isNormalised: false)
}

/// The names of all functions that generated code may call.
package var primitiveNames: [String] { Primitive.allCases.map(\.rawValue) }

/// The spelling of each in Swift, as the generated graphs have it.
package var primitiveSpellings: [String] { Primitive.allCases.map { "\($0)" } }

/// The shape of a slope as the generator finds it: slope, exponential and its rate, logistic density and its rate.
/// - Returns: `nil` where the matching loss has no closed form.
/// - Throws: `FormulaErrors` where the formula does not parse.
package func slopeShape(of derivative: String, parameters: [String] = []) throws(FormulaErrors) -> [String]? {
    let context = FormulaContext(kind: .link, parameters: parameters)
    let term = StableForms.stabilised(Term(try Formula.parse(derivative, context: context).get()))
    return SlopeShape(of: term).map { shape in
        [shape.slope, shape.exponential, shape.exponentialRate, shape.logistic, shape.logisticRate].map(\.description)
    }
}
