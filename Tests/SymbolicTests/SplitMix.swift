import Symbolic

/// A seeded generator (SplitMix64) of numbers and of formulas.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A tree that the parser could have returned: no negative numbers, no quotient of numbers as a number.
    mutating func tree(depth: Int, inSum: Bool = false) -> Expression {
        if depth == 0 || Int.random(in: 0..<6, using: &self) == 0 { return leaf() }
        func child(_ random: inout SplitMix) -> Expression { random.tree(depth: depth - 1, inSum: inSum) }
        switch Int.random(in: 0..<10, using: &self) {
        case 0, 1: return .add(child(&self), child(&self))
        case 2: return .subtract(child(&self), child(&self))
        case 3, 4: return .multiply(child(&self), child(&self))
        case 5: return .divide(child(&self), child(&self))
        case 6: return .power(child(&self), child(&self))
        case 7: return .negate(child(&self))
        case 8:
            let relation = Condition.Relation.allCases.randomElement(using: &self) ?? .less
            return .select(Condition(child(&self), relation, child(&self)), child(&self), child(&self))
        default:
            if !inSum, Int.random(in: 0..<8, using: &self) == 0 { return .sum(tree(depth: depth - 1, inSum: true)) }
            let function = Function.allCases.randomElement(using: &self) ?? .exp
            return .call(function, (0..<function.arity).map { _ in child(&self) })
        }
    }

    private mutating func leaf() -> Expression {
        switch Int.random(in: 0..<6, using: &self) {
        case 0: .pi
        case 1: .parameter("beta")
        case 2: .number(Rational(Int128.random(in: 0..<5, using: &self)))
        case 3: .number(Rational(Int128.random(in: 1..<50, using: &self), 8) ?? .one)
        default: .variable
        }
    }
}
