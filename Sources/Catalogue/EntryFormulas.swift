import Symbolic
import YAMLReader

/// The formulas of one entry and how they fit together as formulas; whether they fit as mathematics is
/// Analysis's question.
struct EntryFormulas {
    private(set) var link: LocatedFormula?
    private(set) var integral: LocatedFormula?
    private(set) var inverse: LocatedFormula?
    private(set) var dual: LocatedFormula?
    /// Whether a formula stands in the file but could not be read.
    private var isIncomplete = false

    var isCoupled: Bool { link.map { FormulaUse($0.expression).usesSum } ?? false }

    init(_ fields: Fields, document: YAMLDocument, parameters: [String], problems: inout Problems) {
        let reader = FormulaReader(document: document, parameters: parameters)
        func read(_ kind: FormulaContext.Kind) -> LocatedFormula? {
            guard fields[kind.rawValue] != nil else { return nil }
            let formula = fields.scalar(kind.rawValue, problems: &problems)
                .flatMap { reader.read($0, kind: kind, problems: &problems) }
            if formula == nil { isIncomplete = true }
            return formula
        }
        link = read(.link)
        integral = read(.integral)
        inverse = read(.inverse)
        dual = read(.dual)
    }

    /// Reports formulas of which one is coupled and the other is not, and parameters that no formula uses.
    func check(parameters: [CatalogueParameter], problems: inout Problems) {
        guard !isIncomplete, let link else { return }
        if isCoupled {
            for (formula, key) in [(integral, "integral"), (dual, "dual")] {
                guard let formula else { continue }
                let use = FormulaUse(formula.expression)
                guard !use.usesSum, key == "integral" || use.usesVariable else { continue }
                problems.add(formula.position, "coupling",
                    "the link uses sum, so the \(key) is one number for the whole vector and must use sum too")
            }
        } else {
            for (formula, key) in [(integral, "integral"), (inverse, "inverse"), (dual, "dual")] {
                guard let formula, FormulaUse(formula.expression).usesSum else { continue }
                problems.add(formula.position, "coupling",
                    "the \(key) uses sum but the link does not; without sum in the link, write the \(key) of one coordinate")
            }
        }
        let used = [link, integral, inverse, dual].compactMap { $0 }
            .reduce(into: Set<String>()) { $0.formUnion(FormulaUse($1.expression).parameters) }
        for parameter in parameters where !used.contains(parameter.name.value) {
            problems.add(parameter.name.position, "unused-parameter",
                "no formula uses the parameter '\(parameter.name.value)'; use it or remove it")
        }
    }
}
