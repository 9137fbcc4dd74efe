import Symbolic

/// How large the rounding error of a term may be when it is computed in Double or in Float: every operation's own error,
/// and what it does to those of its operands, to first order, with the values and slopes taken in high precision.
///
/// It tells a form that keeps its digits from one that cancels or overflows. A derived form that does is not used; a form
/// that keeps too few of Float's digits is computed in Double (``FloatForm``).
struct RoundingAnalysis {
    /// What a result is rounded to.
    struct Format: Sendable {
        /// Half an ulp of 1.
        var unit: Double
        /// From here on a value may overflow; below `leastNormal` it is rounded to a multiple of `least`.
        var greatest: Double, leastNormal: Double, least: Double
        /// What a primitive's own rounding amounts to, in units.
        var primitiveUnits: @Sendable (Primitive) -> Double

        /// Whether a parameter with this value is not rounded.
        func holds(_ x: Double) -> Bool { unit < 0x1p-50 || Double(Float(x)) == x }

        /// vector_math's functions are within 3 ulp.
        static let double = Format(
            unit: 0x1p-53, greatest: 0x1p1023, leastNormal: 0x1p-1022, least: 0x1p-1074, primitiveUnits: { _ in 4 })
        static let float = Format(
            unit: 0x1p-24, greatest: 0x1.fffffep127, leastNormal: 0x1p-126, least: 0x1p-149, primitiveUnits: \.floatUnits)
    }

    /// A value and a bound on its error, both absolute.
    struct Result {
        var value: Double
        var error: Double
        /// The size of the largest term, where the term is a sum (or a choice of one): what is measured against where
        /// the value crosses zero.
        var scale: Double
    }

    private let format: Format
    private let root: Term
    private let evaluator: Evaluator
    private let places: [Term: Int]
    private let slopes: [Term: [Int]]

    init(_ term: Term, parameters: [String], format: Format = .double, precision: Int = 320) {
        self.format = format
        var expressions: [Expression] = []
        var places: [Term: Int] = [:]
        var slopes: [Term: [Int]] = [:]
        func visit(_ term: Term) {
            guard places[term] == nil else { return }
            term.children.forEach(visit)
            places[term] = expressions.count
            expressions.append(Expression(term))
            guard case .call(let primitive, let arguments) = term else { return }
            let names = ["u ", "v "].map(Expression.parameter)
            let own = primitive.definition(names[0], names[1])
            var indices: [Int] = []
            for i in arguments.indices {
                let slope = own.derivative(withRespectToParameter: i == 0 ? "u " : "v ").rewritten { part in
                    part == names[0] ? Expression(arguments[0]) : part == names[1] ? Expression(arguments[1]) : part
                }
                indices.append(expressions.count)
                expressions.append(slope)
            }
            slopes[term] = indices
        }
        visit(term)
        (root, self.places, self.slopes) = (term, places, slopes)
        evaluator = Evaluator(expressions, parameters: parameters, precision: precision)
    }

    func setParameters(_ values: [Double]) { evaluator.setParameters(values) }

    /// - Returns: `nil` where the value is not known.
    func result(at x: Double) -> Result? {
        let values = evaluator.values(at: x)
        return result(of: root, values)
    }

    private func result(of term: Term, _ values: [Enclosure]) -> Result? {
        guard let place = places[term] else { return nil }
        let enclosure = values[place]
        guard enclosure.status == .defined else { return nil }
        let value = enclosure.midpoint
        // An intermediate overflow is an infinite error.
        if !value.isFinite || value.magnitude > format.greatest { return Result(value: value, error: .infinity, scale: .infinity) }
        let unit = format.unit
        var error = 0.0
        var scale = value.magnitude
        switch term {
        case .variable, .local: break
        case .parameter: error = format.holds(value) ? 0 : unit * value.magnitude
        case .number(let n): error = isExact(n) ? 0 : unit * value.magnitude
        case .constant: error = unit * value.magnitude
        case .sum(let terms):
            var (total, least) = (0.0, Double.infinity)
            for part in terms {
                guard let part = result(of: part, values) else { return nil }
                error += part.error
                total += part.value.magnitude
                least = min(least, part.value.magnitude)
                scale = max(scale, part.value.magnitude)
            }
            // A sum of two is off by no more than the smaller one.
            error += terms.count > 2 ? unit * total * Double(terms.count - 1) : min(unit * value.magnitude, least)
        case .product(let factors):
            for (i, factor) in factors.enumerated() {
                guard let part = result(of: factor, values) else { return nil }
                if part.error == 0 { continue }
                // The error times the other factors: where this one is 0, not by division.
                var others = 1.0
                for (k, other) in factors.enumerated() where k != i { others *= self.value(of: other, values).magnitude }
                error += part.error * others
            }
            // Powers of two cost nothing.
            let inexact = factors.filter { if case .number(let n) = $0 { !isPowerOfTwo(n) } else { true } }.count
            error += unit * Double(max(0, inexact - 1)) * value.magnitude
        case .power(let base, let n):
            guard let part = result(of: base, values) else { return nil }
            let relative = part.value == 0 ? 0 : part.error / part.value.magnitude
            error = (relative * Double(abs(n)) + unit * Double(abs(n) + 1)) * value.magnitude
        case .call(let primitive, let arguments):
            for (argument, slope) in zip(arguments, slopes[term] ?? []) {
                guard let part = result(of: argument, values) else { return nil }
                guard part.error > 0 else { continue }
                guard values[slope].status == .defined else { return nil }
                // A function that is constant out there takes an overflow for its limit.
                let steepness = values[slope].midpoint.magnitude
                if steepness > 0 { error += part.error * steepness }
            }
            error += format.primitiveUnits(primitive) * unit * value.magnitude
        case .select(let c, let x, let y):
            guard let holds = Self.holds(c.relation, self.value(of: c.left, values), self.value(of: c.right, values))
            else { return nil }
            return result(of: holds ? x : y, values)
        case .reduction: return nil
        }
        // What underflows is lost.
        if value.magnitude < format.leastNormal, error > 0 || !isAtom(term) { error = max(error, min(value.magnitude, format.least)) }
        return Result(value: value, error: error.isNaN ? .infinity : error, scale: scale)
    }

    private func value(of term: Term, _ values: [Enclosure]) -> Double {
        places[term].map { values[$0].midpoint } ?? .nan
    }

    private func isAtom(_ term: Term) -> Bool {
        switch term {
        case .number, .constant, .variable, .parameter, .local: true
        default: false
        }
    }

    private func isExact(_ n: Rational) -> Bool {
        Double(n.numerator.magnitude) * format.unit < 1 && n.denominator.magnitude & (n.denominator.magnitude - 1) == 0
    }

    private func isPowerOfTwo(_ n: Rational) -> Bool {
        isExact(n) && n.numerator.magnitude & (n.numerator.magnitude - 1) == 0
    }

    private static func holds(_ relation: Condition.Relation, _ x: Double, _ y: Double) -> Bool? {
        guard !x.isNaN, !y.isNaN else { return nil }
        return relation.holds(x < y ? -1 : x > y ? 1 : 0)
    }
}
