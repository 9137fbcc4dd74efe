import Catalogue
import Symbolic

/// A box of points a and parameters, ends open or closed, finite or not.
struct Region {
    var a: BoxInterval
    var parameters: [BoxInterval]
    /// How often a and each parameter have been halved on the way here.
    private var halvings: [Int]

    init(a: BoxInterval, parameters: [BoxInterval]) {
        self.a = a
        self.parameters = parameters
        halvings = Array(repeating: 0, count: 1 + parameters.count)
    }

    /// A point inside.
    var inside: (a: Double, parameters: [Double]) { (a.inside, parameters.map(\.inside)) }

    /// The two halves along the side whose turn it is: a twice as often as a parameter that is used. `nil` where
    /// nothing is left to halve.
    func halves(_ isUsed: [Bool]) -> (Region, Region)? {
        let order = halvings.indices.filter { $0 == 0 || isUsed[$0 - 1] }.sorted { turn($0) < turn($1) }
        for side in order {
            guard let (low, high) = (side == 0 ? a : parameters[side - 1]).halves else { continue }
            return (replacing(side, low), replacing(side, high))
        }
        return nil
    }

    private func turn(_ side: Int) -> Int { side == 0 ? halvings[0] : 2 * halvings[side] + 1 }

    private func replacing(_ side: Int, _ interval: BoxInterval) -> Region {
        var copy = self
        if side == 0 { copy.a = interval } else { copy.parameters[side - 1] = interval }
        copy.halvings[side] += 1
        return copy
    }
}

extension BoxInterval {
    init(_ interval: Interval) {
        self.init(
            interval.lower, interval.upper, isLowerOpen: !interval.includesLower, isUpperOpen: !interval.includesUpper)
    }

    /// Without its ends, unless it is a single number.
    var interior: BoxInterval { lower == upper ? self : BoxInterval(lower, upper, isLowerOpen: true, isUpperOpen: true) }

    /// `[0, inf)`, as the catalogue writes it, ends rounded to a few digits.
    var text: String {
        func end(_ x: Double) -> String {
            if x.isInfinite { return x < 0 ? "-inf" : "inf" }
            let rounded = (x * 1e9).rounded() / 1e9
            return Analysis.text(rounded.isFinite && (rounded != 0 || x == 0) ? rounded : x)
        }
        return "\(isLowerOpen ? "(" : "[")\(end(lower)), \(end(upper))\(isUpperOpen ? ")" : "]")"
    }
}
