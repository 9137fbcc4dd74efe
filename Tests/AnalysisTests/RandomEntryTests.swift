import Analysis
import Catalogue
import Foundation
import Symbolic
import Testing

// Foundation has a type of that name, too.
private typealias Expression = Symbolic.Expression

/// Random formulas, the same in every run: whatever the analysis says of them must hold in plain Double.
///
/// The oracle shares nothing with the analysis: formulas are evaluated by the C library's functions, slopes are
/// differences, and a sample counts only where differences of two steps agree.
@Suite struct RandomEntryTests {
    private static let count = 200

    /// What one formula gave.
    private struct Tally {
        var accepted = 0, refused = 0, proved = 0, checkedSlopes = 0, wrongIntegrals = 0, checkedIntegrals = 0
    }

    @Test func noVerdictContradictsTheNumbers() throws {
        var random = FormulaGenerator(seed: 20_261_125)
        var tally = Tally()
        for _ in 0..<Self.count {
            let link = random.formula(depth: 3)
            // The integral of one formula in three is another's, or changed: it must not pass for F.
            let integral = random.integral(of: link)
            let entry = try EntryText(link.description, (integral ?? link).description).entry()
            let (checked, _, report) = Analyzer.check(entry)
            try check(link, integral, checked != nil, report, &tally)
        }
        #expect(tally.accepted > 10 && tally.refused > 50 && tally.checkedSlopes > 400, "\(tally)")
        #expect(tally.proved > 5 && tally.checkedIntegrals > 100, "\(tally)")
    }

    /// Without an integral: what the analysis derives must have the link as its slope.
    @Test func derivedIntegralsHaveTheLinkAsSlope() throws {
        var random = FormulaGenerator(seed: 7_919)
        var (derived, points) = (0, 0)
        for _ in 0..<120 {
            let link = random.formula(depth: 2)
            var text = EntryText(link.description, "")
            text.leavesIntegralOut = true
            guard let entry = Analyzer.check(try text.entry()).0?.entry, let integral = entry.integral?.expression else { continue }
            derived += 1
            for a in Self.points {
                guard let slope = Self.slope(of: integral, at: a), let f = Double(evaluating: link, at: a), f.isFinite else { continue }
                points += 1
                #expect(abs(slope.value - f) <= slope.error + 1e-6 * (1 + abs(f)), "F = \(integral), f = \(link) at \(a): \(slope.value), not \(f)")
            }
        }
        #expect(derived > 10 && points > 200, "\(derived) derived, \(points) points")
    }

    private func check(_ link: Expression, _ integral: Expression?, _ isAccepted: Bool, _ report: EntryReport, _ tally: inout Tally) throws {
        if isAccepted { tally.accepted += 1 } else { tally.refused += 1 }
        let isSaidToIncrease = report.monotone == .strict || report.monotone == .nondecreasing
        if isSaidToIncrease {
            for a in Self.points {
                guard let slope = Self.slope(of: link, at: a) else { continue }
                tally.checkedSlopes += 1
                #expect(
                    slope.value >= -(slope.error + 1e-9 * (1 + abs(slope.value))),
                    "\(link) is said to increase (\(report.method)), but its slope at \(a) is \(slope.value)")
            }
        }
        if report.integral == .proved || report.integral == .bounded { tally.proved += 1 }
        guard report.integral == .proved || report.integral == .bounded || isAccepted else { return }
        let stated = integral ?? link
        for a in Self.points {
            guard let slope = Self.slope(of: stated, at: a), let f = Double(evaluating: link, at: a), f.isFinite else { continue }
            tally.checkedIntegrals += 1
            #expect(
                abs(slope.value - f) <= slope.error + 1e-6 * (1 + abs(f)),
                "F = \(stated) passed for f = \(link) (\(report.method)), but F' is \(slope.value) at \(a), f \(f)")
        }
    }

    // MARK: The oracle

    private static let points: [Double] = stride(from: -9.0, through: 9, by: 0.37).map { $0 + 0.013 } + [-40.3, 25.7, 63.1, 0.001, -0.02]

    /// The slope by central differences, and how far those of half the step are from it; `nil` where they disagree: near
    /// a kink, a pole, or where the values are too large for a difference to mean anything.
    private static func slope(of formula: Expression, at a: Double) -> (value: Double, error: Double)? {
        func difference(_ h: Double) -> (slope: Double, noise: Double)? {
            guard let up = Double(evaluating: formula, at: a + h), let down = Double(evaluating: formula, at: a - h) else { return nil }
            let slope = (up - down) / (2 * h)
            return slope.isFinite ? (slope, 1e-14 * max(abs(up), abs(down)) / h) : nil
        }
        guard let coarse = difference(2e-4), let fine = difference(1e-4), let finest = difference(5e-5) else { return nil }
        let spread = max(abs(coarse.slope - fine.slope), abs(fine.slope - finest.slope))
        let error = 2 * spread + finest.noise
        return error <= 1e-3 * (1 + abs(finest.slope)) ? (finest.slope, error) : nil
    }
}

/// Formulas grown from the language's grammar, out of one seed.
private struct FormulaGenerator {
    private var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private mutating func pick(_ n: Int) -> Int { Int.random(in: 0..<n, using: &random) }

    /// Half of them sums and products of growing parts, so that not everything is refused.
    mutating func formula(depth: Int) -> Expression {
        switch pick(4) {
        case 0: growing(depth: depth)
        case 1: .add(.multiply(.integer(Int128(1 + pick(4))), .variable), tree(depth: depth - 1))
        default: tree(depth: depth)
        }
    }

    private mutating func growing(depth: Int) -> Expression {
        if depth == 0 { return .variable }
        let inner = growing(depth: depth - 1)
        switch pick(9) {
        case 0: return .add(inner, growing(depth: depth - 1))
        case 1: return .multiply(number(), inner)
        case 2: return .call(.tanh, [inner])
        case 3: return .call(.atan, [inner])
        case 4: return .call(.asinh, [inner])
        case 5: return .call(.erf, [inner])
        case 6: return .call(.max, [inner, number()])
        case 7: return .select(Condition(.variable, .less, number()), .multiply(number(), .variable), inner)
        default: return .divide(inner, .add(.one, .call(.abs, [inner])))
        }
    }

    mutating func tree(depth: Int) -> Expression {
        if depth == 0 || pick(7) == 0 { return pick(3) == 0 ? number() : .variable }
        switch pick(12) {
        case 0, 1: return .add(tree(depth: depth - 1), tree(depth: depth - 1))
        case 2: return .subtract(tree(depth: depth - 1), tree(depth: depth - 1))
        case 3, 4: return .multiply(tree(depth: depth - 1), tree(depth: depth - 1))
        case 5: return .divide(tree(depth: depth - 1), tree(depth: depth - 1))
        case 6: return .power(tree(depth: depth - 1), .integer(Int128(2 + pick(2))))
        case 7:
            let relation = Condition.Relation.allCases[pick(Condition.Relation.allCases.count)]
            return .select(Condition(tree(depth: 1), relation, number()), tree(depth: depth - 1), tree(depth: depth - 1))
        default:
            let function = Function.allCases[pick(Function.allCases.count)]
            return .call(function, (0..<function.arity).map { _ in tree(depth: depth - 1) })
        }
    }

    private mutating func number() -> Expression {
        Rational(Int128(1 + pick(12)), 4).map { pick(4) == 0 ? .negate(.number($0)) : .number($0) } ?? .one
    }

    /// A formula for F: the derived one if there is one, that one changed, or one at random.
    mutating func integral(of link: Expression) -> Expression? {
        guard let found = Antiderivative.find(link.simplified(), bounds: [:])?.expression else { return pick(2) == 0 ? tree(depth: 2) : nil }
        switch pick(3) {
        case 0: return .add(found, .multiply(.number(Rational(1, 8) ?? .one), tree(depth: 1)))
        default: return found
        }
    }
}

/// Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014.
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension Double {
    /// A formula's value by the C library's functions; `nil` where it is not a number.
    fileprivate init?(evaluating formula: Expression, at a: Double) {
        guard let value = Self.value(formula, a), !value.isNaN else { return nil }
        self = value
    }

    private static func value(_ formula: Expression, _ a: Double) -> Double? {
        func both(_ x: Expression, _ y: Expression, _ join: (Double, Double) -> Double) -> Double? {
            guard let x = value(x, a), let y = value(y, a) else { return nil }
            return join(x, y)
        }
        switch formula {
        case .number(let n): return Double(n.numerator) / Double(n.denominator)
        case .literal(let digits): return Double(digits)
        case .pi: return .pi
        case .variable: return a
        case .parameter, .sum: return nil
        case .add(let x, let y): return both(x, y, +)
        case .subtract(let x, let y): return both(x, y, -)
        case .multiply(let x, let y): return both(x, y, *)
        case .divide(let x, let y): return both(x, y, /)
        case .power(let x, let y): return both(x, y, pow)
        case .negate(let x): return value(x, a).map { -$0 }
        case .select(let condition, let x, let y):
            guard let left = value(condition.left, a), let right = value(condition.right, a) else { return nil }
            let holds =
                switch condition.relation {
                case .less: left < right
                case .lessOrEqual: left <= right
                case .greater: left > right
                case .greaterOrEqual: left >= right
                }
            return value(holds ? x : y, a)
        case .call(let function, let arguments):
            guard let x = value(arguments[0], a) else { return nil }
            switch function {
            case .abs: return Swift.abs(x)
            case .sign: return x > 0 ? 1 : x < 0 ? -1 : x
            case .min: return value(arguments[1], a).map { Swift.min(x, $0) }
            case .max: return value(arguments[1], a).map { Swift.max(x, $0) }
            case .sqrt: return x.squareRoot()
            case .exp: return exp(x)
            case .expm1: return expm1(x)
            case .log: return log(x)
            case .log1p: return log1p(x)
            case .sinh: return sinh(x)
            case .cosh: return cosh(x)
            case .tanh: return tanh(x)
            case .asinh: return asinh(x)
            case .acosh: return acosh(x)
            case .atanh: return atanh(x)
            case .sin: return sin(x)
            case .cos: return cos(x)
            case .tan: return tan(x)
            case .asin: return asin(x)
            case .acos: return acos(x)
            case .atan: return atan(x)
            case .erf: return erf(x)
            // Of no elementary form: such samples are left out.
            case .li2: return nil
            }
        }
    }
}
