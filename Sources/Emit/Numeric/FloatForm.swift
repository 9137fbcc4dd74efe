import Analysis
import Catalogue
import Symbolic

/// Whether a formula may be computed in Float for arrays of Float, or must be computed in Double and rounded once.
///
/// The vector functions keep Float's digits themselves; a formula around them may lose more than the goals allow (2 ulp
/// for f and f′, 4 for F), or overflow on the way. Then the Double form stands in: half the width of a vector register,
/// for an error of half an ulp.
struct FloatForm {
    enum Goal {
        case link, integral
    }

    let entry: CatalogueEntry

    func isSufficient(_ term: Term, _ goal: Goal) -> Bool {
        if Self.isPlain(term) { return true }
        let analysis = RoundingAnalysis(term, parameters: entry.parameters.map(\.name.value), format: .float, precision: 192)
        let limit = Self.limit(term, goal)
        for parameters in ParameterSamples.combinations(of: entry.parameters).prefix(4) {
            analysis.setParameters(parameters)
            let results = Self.points.filter(entry.domain.contains).compactMap(analysis.result)
            let crosses = results.contains { $0.value < 0 } && results.contains { $0.value > 0 }
            for result in results where !Self.isKept(result, crosses: crosses, limit) { return false }
        }
        return true
    }

    /// In units of half an ulp of 1, as the analysis counts them: bounds of which the worst case uses about two thirds.
    /// Arithmetic alone costs no more in Double than the memory does, so that it is held to less.
    private static func limit(_ term: Term, _ goal: Goal) -> Double {
        guard term.contains({ if case .call = $0 { true } else { false } }) else { return 2.9 }
        return goal == .link ? 3.9 : 7
    }

    private static func isKept(_ result: RoundingAnalysis.Result, crosses: Bool, _ limit: Double) -> Bool {
        let format = RoundingAnalysis.Format.float
        // Where the value itself overflows, so may its parts.
        if result.value.magnitude > format.greatest { return true }
        let measure = crosses ? result.scale : result.value.magnitude
        return result.error <= max(limit * format.unit * measure, 2 * format.least)
    }

    /// One function of the variable, or a choice of such: as good as the function.
    private static func isPlain(_ term: Term) -> Bool {
        switch term {
        case .number, .constant, .variable, .parameter, .local: true
        case .call(_, let arguments): arguments.allSatisfy { isAtom($0) || isAtom($0.negated) }
        case .product(let factors): factors.count == 2 && factors[0] == .integer(-1) && isPlain(factors[1])
        case .select(_, let x, let y): isPlain(x) && isPlain(y)
        case .sum, .power, .reduction: false
        }
    }

    private static func isAtom(_ term: Term) -> Bool {
        switch term {
        case .number, .constant, .variable, .parameter, .local: true
        default: false
        }
    }

    /// Both signs, over all of Float's exponents; more of them where links bend.
    private static let points: [Double] = {
        let far = [-149, -148, -140, -127, -126, -110, -90, -63, -40, -28, -20, -14, 20, 24, 31, 62, 63, 64, 90, 120, 126, 127]
        // The square of 2.2e19 is out of range, its half is not.
        let sizes = far.map { Double(sign: .plus, exponent: $0, significand: 1.7) } + [2.2e19]
            + [0.001, 0.01, 0.1, 0.3, 0.6, 0.9, 1, 1.3, 1.9, 2.5, 3.7, 5.3, 7.9, 11, 17, 31, 50, 73, 86, 88.5, 100, 103.5, 400, 9000]
        return (sizes + sizes.map { -$0 }).map { Double(Float($0)) }
    }()
}

extension Primitive {
    /// How far the Float function is off at most, in units of half an ulp of 1; most are computed in Double.
    var floatUnits: Double {
        switch self {
        case .abs, .sign, .min, .max: 0
        case .exp, .expm1, .log, .log1p, .atan: 1.5
        case .gelu, .normalCDF: 2
        case .sigmoid, .erf: 2.5
        case .geluSlope, .silu, .siluSlope, .sinh, .hypot1, .softsign, .cosh, .tanh, .softplus, .logCosh, .sigmoidDerivative, .sech2, .sin, .cos, .tan, .asin, .acos, .pow: 3
        case .expm1Minus, .minusLog1p, .li2NegExp: 4.5
        case .atanIntegral: 6
        default: 1
        }
    }
}
