/// f′ as a sum of shapes, on every branch: slope + exponential · exp(exponentialRate · a) + logistic · σ′(logisticRate · a).
///
/// The matching loss of such a link has a closed form in Float without cancellation (`loss_pieces.h`). The five terms are
/// functions of the parameters and, by comparisons alone, of the variable.
struct SlopeShape: Equatable, Sendable {
    var slope = Term.zero
    var exponential = Term.zero, exponentialRate = Term.one
    var logistic = Term.zero, logisticRate = Term.one

    /// - Returns: `nil` where some branch is not such a sum, or has two exponentials or two logistic densities.
    init?(of derivative: Term) {
        if let hoisted = Self.hoisted(derivative) {
            guard case .select(let condition, let x, let y) = hoisted,
                let shape = SlopeShape(of: x), let otherwise = SlopeShape(of: y)
            else { return nil }
            func choice(_ part: KeyPath<SlopeShape, Term>) -> Term {
                shape[keyPath: part] == otherwise[keyPath: part]
                    ? shape[keyPath: part] : .select(condition, shape[keyPath: part], otherwise[keyPath: part])
            }
            slope = choice(\.slope)
            exponential = choice(\.exponential)
            exponentialRate = choice(\.exponentialRate)
            logistic = choice(\.logistic)
            logisticRate = choice(\.logisticRate)
            return
        }
        let terms = if case .sum(let terms) = derivative { terms } else { [derivative] }
        for term in terms {
            guard add(term) else { return nil }
        }
    }

    /// The term as a choice, where it is one or is a sum or a product with one.
    private static func hoisted(_ term: Term) -> Term? {
        func around(_ parts: [Term], _ join: ([Term]) -> Term) -> Term? {
            for (i, part) in parts.enumerated() {
                guard case .select(let condition, let x, let y)? = hoisted(part) else { continue }
                func replaced(_ choice: Term) -> Term {
                    var parts = parts
                    parts[i] = choice
                    return join(parts)
                }
                return .select(condition, replaced(x), replaced(y))
            }
            return nil
        }
        switch term {
        case .select: return term
        case .sum(let terms): return around(terms, Term.adding)
        case .product(let factors): return around(factors, Term.multiplying)
        default: return nil
        }
    }

    private mutating func add(_ term: Term) -> Bool {
        let (scale, shape) = Self.split(term)
        guard shape != .one else {
            slope = .adding([slope, scale])
            return true
        }
        guard case .call(let primitive, let arguments) = shape, arguments.count == 1 else { return false }
        // A rate without an offset.
        let (rate, variable) = Self.split(arguments[0])
        guard variable == .variable else { return false }
        switch primitive {
        case .exp where exponential == .zero: (exponential, exponentialRate) = (scale, rate)
        case .sigmoidDerivative where logistic == .zero: (logistic, logisticRate) = (scale, rate)
        // sech² x = 4 σ′(2x)
        case .sech2 where logistic == .zero:
            (logistic, logisticRate) = (.multiplying([.integer(4), scale]), .multiplying([.integer(2), rate]))
        default: return false
        }
        return true
    }

    /// The factors without the variable, and those with it.
    private static func split(_ term: Term) -> (scale: Term, rest: Term) {
        let factors = if case .product(let factors) = term { factors } else { [term] }
        return (.multiplying(factors.filter { !$0.dependsOnVariable }), .multiplying(factors.filter(\.dependsOnVariable)))
    }
}
