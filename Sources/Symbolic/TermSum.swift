/// A sum in collected form: distinct terms with exact coefficients.
struct TermSum {
    private struct Term {
        var coefficient: Rational
        /// The term without its coefficient; `1` for the constant.
        var body: Expression
    }

    private var terms: [Term] = []

    init() {}

    /// Adds `scale` times a simplified tree.
    mutating func add(_ expression: Expression, scale: Rational = .one) {
        switch expression {
        case .add(let x, let y):
            add(x, scale: scale)
            add(y, scale: scale)
        case .subtract(let x, let y):
            add(x, scale: scale)
            add(y, scale: scale.negated)
        case .negate(let x):
            add(x, scale: scale.negated)
        case .number(let value):
            guard let scaled = value.multiplied(by: scale) else { return append(expression, scale) }
            append(.one, scaled)
        case .multiply, .divide, .power:
            let product = FactorProduct(expression)
            let body = product.body.expression()
            guard let scaled = product.coefficient.multiplied(by: scale) else { return append(expression, scale) }
            switch body {
            case .add, .subtract, .negate, .number: add(body, scale: scaled)
            default: append(body, scaled)
            }
        default:
            append(expression, scale)
        }
    }

    private mutating func append(_ body: Expression, _ coefficient: Rational) {
        if let i = terms.firstIndex(where: { $0.body == body }), let sum = terms[i].coefficient.adding(coefficient) {
            terms[i].coefficient = sum
        } else {
            terms.append(Term(coefficient: coefficient, body: body))
        }
    }

    /// The sum as a tree, a positive term first where there is one.
    func expression() -> Expression {
        var live = terms.filter { $0.coefficient != .zero }
        guard !live.isEmpty else { return .zero }
        // A sum with a division by zero has no value, whatever its sign.
        let undefined = Expression.divide(.one, .zero)
        if live.contains(where: { $0.body == undefined }) { return undefined }
        if live[0].coefficient.numerator < 0, let lead = live.firstIndex(where: { $0.coefficient.numerator > 0 }) {
            live.insert(live.remove(at: lead), at: 0)
        }
        var result: Expression?
        for term in live {
            let isNegative = term.coefficient.numerator < 0
            var product = FactorProduct(term.body)
            let fits = product.scale(by: isNegative ? term.coefficient.negated : term.coefficient)
            let part = fits ? product.expression() : .multiply(.number(term.coefficient), term.body)
            let subtracts = isNegative && fits
            if let sum = result {
                result = subtracts ? .subtract(sum, part) : .add(sum, part)
            } else if subtracts {
                result = part.rational.map { .number($0.negated) } ?? .negate(part)
            } else {
                result = part
            }
        }
        return result ?? .zero
    }
}
