import Symbolic
import YAMLReader

/// Reads one formula of an entry and places its errors in the file.
struct FormulaReader {
    let document: YAMLDocument
    let parameters: [String]

    func read(_ scalar: YAMLScalar, kind: FormulaContext.Kind, problems: inout Problems) -> LocatedFormula? {
        let indentation = scalar.text.prefix { $0.isWhitespace }.unicodeScalars.count
        // Line breaks become spaces one for one, so that offsets still count the scalar's characters.
        let text = oneLine(scalar.text)
        let positions = document.positions(in: scalar)
        switch Formula.parse(text, context: FormulaContext(kind: kind, parameters: parameters)) {
        case .success(let expression):
            let (start, end) = (positions[indentation], positions[indentation + text.unicodeScalars.count])
            return LocatedFormula(
                text: text, expression: expression, position: start, length: document.length(from: start, to: end))
        case .failure(let failure):
            for error in failure.errors {
                // The parser counts characters as one sees them, the reader of the file their Unicode scalars.
                let offset = indentation + text.prefix(error.offset).unicodeScalars.count
                let end = indentation + text.prefix(error.offset + error.length).unicodeScalars.count
                problems.add(
                    positions[offset], error.code,
                    error.message + (error.offset >= text.count ? commentHint(after: scalar) : ""),
                    length: document.length(from: positions[offset], to: positions[end]), fix: error.fix)
            }
            return nil
        }
    }

    /// What to add where a formula ends too early: it may have been cut at ` #`.
    private func commentHint(after scalar: YAMLScalar) -> String {
        let rest = document.restOfLine(after: scalar)
        guard scalar.style == .plain, rest.trimmingBlanks.first == "#" else { return "" }
        return "; YAML reads ' #' as the start of a comment: if it belongs to the formula, put it in quotes"
    }
}

/// What a formula refers to.
struct FormulaUse {
    private(set) var usesSum = false
    private(set) var usesVariable = false
    private(set) var parameters: Set<String> = []

    init(_ expression: Expression) { visit(expression) }

    /// The parser bounds the depth of trees, and with it this recursion.
    private mutating func visit(_ expression: Expression) {
        switch expression {
        case .number, .literal, .pi: break
        case .variable: usesVariable = true
        case .parameter(let name): parameters.insert(name)
        case .add(let x, let y), .subtract(let x, let y), .multiply(let x, let y), .divide(let x, let y), .power(let x, let y):
            visit(x)
            visit(y)
        case .negate(let x): visit(x)
        case .call(_, let arguments): arguments.forEach { visit($0) }
        case .select(let condition, let x, let y):
            for part in [condition.left, condition.right, x, y] { visit(part) }
        case .sum(let x):
            usesSum = true
            visit(x)
        }
    }
}
