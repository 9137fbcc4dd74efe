import Symbolic

/// A formula in the shape that rewrite rules and renderers want: sums and products are flat lists in a
/// canonical order, subtraction is a factor −1 and division a power −1, so that `1 + exp(a)` and
/// `exp(a) + 1` are one term. Built from an ``Expression``, rewritten by ``StableForms``, printed by the
/// renderers.
indirect enum Term: Hashable, Sendable {
    case number(Rational)
    /// A constant by its decimal digits: π, or a literal longer than ``Rational`` holds.
    case constant(String)
    case variable
    case parameter(String)
    /// A value computed before, by its name in the generated code.
    case local(String)
    /// At least two terms, none of them a sum; at most one number, and that last.
    case sum([Term])
    /// At least two factors, none of them a product; at most one number, and that first.
    case product([Term])
    /// An integer power other than 0 and 1.
    case power(Term, Int)
    case call(Primitive, [Term])
    case select(TermCondition, Term, Term)
    /// Over all coordinates of the vector; inside, ``variable`` runs.
    case reduction(Reduction, Term)

    enum Reduction: String, Hashable, Sendable {
        case sum, max
    }
}

struct TermCondition: Hashable, Sendable {
    var left: Term
    var relation: Condition.Relation
    var right: Term
}

// MARK: - Building canonical terms

extension Term {
    static let zero = Term.number(.zero)
    static let one = Term.number(.one)

    static func integer(_ n: Int) -> Term { .number(Rational(Int128(n))) }

    /// The term as a rational coefficient times a core without one; a number is a coefficient of 1.
    var scaled: (coefficient: Rational, core: Term) {
        switch self {
        case .number(let n): return (n, .one)
        case .product(let factors):
            guard case .number(let n) = factors[0] else { return (.one, self) }
            let rest = Array(factors.dropFirst())
            return (n, rest.count == 1 ? rest[0] : .product(rest))
        default: return (.one, self)
        }
    }

    /// Σ terms, flattened, equal cores collected. Coefficients too large for ``Rational`` stay apart.
    static func adding(_ terms: [Term]) -> Term {
        var coefficients: [(core: Term, coefficient: Rational)] = []
        var apart: [Term] = []
        var pending = Array(terms.reversed())
        while let term = pending.popLast() {
            if case .sum(let inner) = term {
                pending.append(contentsOf: inner.reversed())
                continue
            }
            let (coefficient, core) = term.scaled
            if let i = coefficients.firstIndex(where: { $0.core == core }) {
                if let total = coefficients[i].coefficient.adding(coefficient) {
                    coefficients[i].coefficient = total
                } else {
                    apart.append(term)
                }
            } else {
                coefficients.append((core, coefficient))
            }
        }
        let collected = coefficients.compactMap { core, coefficient in
            coefficient == .zero ? nil : multiplying([.number(coefficient), core])
        }
        let result = (collected + apart).sorted(by: precedesInSum)
        return result.isEmpty ? .zero : result.count == 1 ? result[0] : .sum(result)
    }

    /// Π factors, flattened, equal bases collected into integer powers.
    static func multiplying(_ factors: [Term]) -> Term {
        var coefficient = Rational.one
        var bases: [(base: Term, exponent: Int)] = []
        var apart: [Term] = []
        var pending = Array(factors.reversed())
        while let factor = pending.popLast() {
            switch factor {
            case .product(let inner):
                pending.append(contentsOf: inner.reversed())
            case .number(let n):
                if let total = coefficient.multiplied(by: n) { coefficient = total } else { apart.append(factor) }
            default:
                let (base, exponent) = factor.asPower
                if let i = bases.firstIndex(where: { $0.base == base }) {
                    bases[i].exponent += exponent
                } else {
                    bases.append((base, exponent))
                }
            }
        }
        if coefficient == .zero { return .zero }
        let powers = bases.compactMap { base, exponent in
            exponent == 0 ? nil : exponent == 1 ? base : Term.power(base, exponent)
        }
        var result = (powers + apart).sorted(by: precedesInProduct)
        if result.isEmpty { return .number(coefficient) }
        if coefficient != .one {
            // c · (x + y) stays a product: distributing would undo the author's factoring.
            result.insert(.number(coefficient), at: 0)
        }
        return result.count == 1 ? result[0] : .product(result)
    }

    static func raising(_ base: Term, to exponent: Int) -> Term {
        switch (base, exponent) {
        case (_, 0): return .one
        case (_, 1): return base
        case (.number(let n), -1):
            return n.reciprocal.map(Term.number) ?? .power(base, -1)
        case (.number(let n), 2...16):
            var result: Rational? = .one
            for _ in 0..<exponent { result = result?.multiplied(by: n) }
            return result.map(Term.number) ?? .power(base, exponent)
        case (.power(let inner, let n), _):
            let (product, overflow) = n.multipliedReportingOverflow(by: exponent)
            return overflow ? .power(base, exponent) : raising(inner, to: product)
        case (.product(let factors), _):
            return multiplying(factors.map { raising($0, to: exponent) })
        default:
            return .power(base, exponent)
        }
    }

    var negated: Term {
        if case .sum(let terms) = self { return .adding(terms.map(\.negated)) }
        return .multiplying([.integer(-1), self])
    }

    /// The term as base and integer exponent.
    var asPower: (base: Term, exponent: Int) {
        if case .power(let base, let exponent) = self { return (base, exponent) }
        return (self, 1)
    }

    private static func precedesInSum(_ a: Term, _ b: Term) -> Bool {
        (a.isNumber ? 1 : 0, a.sortKey) < (b.isNumber ? 1 : 0, b.sortKey)
    }

    private static func precedesInProduct(_ a: Term, _ b: Term) -> Bool {
        (a.isNumber ? 0 : 1, a.sortKey) < (b.isNumber ? 0 : 1, b.sortKey)
    }

    private var isNumber: Bool {
        if case .number = self { return true }
        return false
    }

    /// Any total order that does not change between runs will do.
    private var sortKey: String { description }
}

// MARK: - From expressions

extension Term {
    init(_ expression: Expression) {
        switch expression {
        case .number(let n): self = .number(n)
        case .literal(let digits): self = .constant(digits)
        case .pi: self = .constant("3.14159265358979323846264338327950288")
        case .variable: self = .variable
        case .parameter(let name): self = .parameter(name)
        case .add(let x, let y): self = .adding([Term(x), Term(y)])
        case .subtract(let x, let y): self = .adding([Term(x), Term(y).negated])
        case .multiply(let x, let y): self = .multiplying([Term(x), Term(y)])
        case .divide(let x, let y): self = .multiplying([Term(x), .raising(Term(y), to: -1)])
        case .negate(let x): self = Term(x).negated
        case .power(let base, let exponent):
            let (base, exponent) = (Term(base), Term(exponent))
            if case .number(let n) = exponent, n.isInteger, abs(n.numerator) <= 64 {
                self = .raising(base, to: Int(n.numerator))
            } else if exponent == .number(Rational(1, 2)!) {  // 1/2 is a valid fraction
                self = .call(.sqrt, [base])
            } else {
                self = .call(.pow, [base, exponent])
            }
        case .call(let function, let arguments):
            self = .call(Primitive(function), arguments.map(Term.init))
        case .select(let condition, let x, let y):
            let condition = TermCondition(
                left: Term(condition.left), relation: condition.relation, right: Term(condition.right))
            self = .select(condition, Term(x), Term(y))
        case .sum(let x): self = .reduction(.sum, Term(x))
        }
    }
}

// MARK: - Walking

extension Term {
    /// The direct subterms, in order.
    var children: [Term] {
        switch self {
        case .number, .constant, .variable, .parameter, .local: []
        case .sum(let terms), .product(let terms), .call(_, let terms): terms
        case .power(let base, _): [base]
        case .select(let condition, let x, let y): [condition.left, condition.right, x, y]
        case .reduction(_, let x): [x]
        }
    }

    /// The term with its direct subterms transformed, in canonical shape.
    func mappingChildren(_ transform: (Term) -> Term) -> Term {
        switch self {
        case .number, .constant, .variable, .parameter, .local: self
        case .sum(let terms): .adding(terms.map(transform))
        case .product(let factors): .multiplying(factors.map(transform))
        case .power(let base, let exponent): .raising(transform(base), to: exponent)
        case .call(let primitive, let arguments): .call(primitive, arguments.map(transform))
        case .select(let condition, let x, let y):
            .select(
                TermCondition(
                    left: transform(condition.left), relation: condition.relation,
                    right: transform(condition.right)),
                transform(x), transform(y))
        case .reduction(let kind, let x): .reduction(kind, transform(x))
        }
    }

    func contains(_ predicate: (Term) -> Bool) -> Bool {
        predicate(self) || children.contains { $0.contains(predicate) }
    }

    var dependsOnVariable: Bool {
        contains { if case .variable = $0 { true } else { false } }
    }
}
