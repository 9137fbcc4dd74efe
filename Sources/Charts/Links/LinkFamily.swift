/// Which values of a parameter are worth drawing beside its default.
package enum LinkFamily {
    /// At most five values, in increasing order, whose graphs can be told apart; empty where no value makes a
    /// difference to be seen.
    /// - Parameters:
    ///   - base: the parameter's default, which is among the values.
    ///   - lowest: the lower end of the parameter's domain, where it belongs to the domain.
    ///   - contains: whether a value is in the parameter's domain.
    ///   - window: what the figure shows.
    ///   - link: the link at a value of the parameter.
    package static func values(
        default base: Double, lowest: Double?, contains: (Double) -> Bool, over window: LinkWindow,
        link: (Double) -> ((Double) -> Double)?
    ) -> [Double] {
        var pair: [Double] = []
        for multiples in [[0.5, 2], [0.2, 0.5, 2, 5], [0.05, 0.2, 5, 20], [0.01, 0.1, 10, 100]] {
            // Around 0 there is nothing to multiply.
            let others = base == 0 ? multiples.map { $0 < 1 ? -1 / $0 : $0 }.map { $0 / 2 } : multiples.map { $0 * base }
            let candidates = [base] + (lowest.map { [$0] } ?? []) + others.map(tidied).filter { $0.isFinite && contains($0) }
            let seen = distinguishable(candidates, over: window, link: link)
            if seen.count > 2 { return seen.prefix(5).sorted() }
            if seen.count == 2, pair.isEmpty { pair = seen.sorted() }
        }
        return pair
    }

    private static func distinguishable(
        _ candidates: [Double], over window: LinkWindow, link: (Double) -> ((Double) -> Double)?
    ) -> [Double] {
        let profiles = candidates.map { value -> [Double] in
            guard let f = link(value) else { return [] }
            return (0...96).map { i in
                f(window.x.lowerBound + (window.x.upperBound - window.x.lowerBound) * Double(i) / 96)
            }
        }
        guard let first = profiles.first?.filter(\.isFinite), let low = first.min(), let high = first.max() else { return [] }
        let needed = 0.03 * max(high - low, 0.1)
        var kept: [Int] = []
        for (i, profile) in profiles.enumerated() where !profile.isEmpty {
            let isNew = kept.allSatisfy { j in
                zip(profile, profiles[j]).contains { ($0 - $1).magnitude > needed }
            }
            if isNew { kept.append(i) }
        }
        return kept.map { candidates[$0] }
    }

    /// To two significant digits.
    private static func tidied(_ x: Double) -> Double {
        guard x != 0, x.isFinite, x.magnitude > 1e-300, x.magnitude < 1e300 else { return x }
        let places = 1 - NumberText.decimalExponent(x.magnitude)
        let scale = NumberText.powerOfTen(abs(places))
        return places >= 0 ? (x * scale).rounded() / scale : (x / scale).rounded() * scale
    }
}
