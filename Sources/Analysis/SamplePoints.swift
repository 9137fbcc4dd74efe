import Catalogue

/// The points a at which an entry is looked at, increasing.
enum SamplePoints {
    /// A few hundred points: small numbers on both sides of 0 and of every kink, powers of two up to 2⁶⁰, a
    /// spread over the middle, and the neighbourhood of the domain's ends.
    static func coarse(domain: Interval, kinks: [Double] = []) -> [Double] {
        var random = SeededRandom(seed: 0xC0A45E)
        let cells = (-64..<64).map { Double($0) / 2 + random.unit() / 2 }
        return sorted(cells + special(domain, kinks) + spread(domain, 96), domain)
    }

    private static func special(_ domain: Interval, _ kinks: [Double]) -> [Double] {
        var points = (-8...8).map(Double.init)
        for exponent in stride(from: -60, through: 0, by: 3) { points += both(scalbn(1, exponent)) }
        for exponent in 6...30 { points += both(scalbn(1.25, exponent)) }
        for exponent in [40, 50, 60] { points += both(scalbn(1, exponent)) }
        for kink in kinks {
            points.append(kink)
            let unit = max(kink.magnitude, 1)
            for exponent in stride(from: -48, through: -2, by: 2) {
                points += both(scalbn(unit, exponent)).map { kink + $0 }
            }
        }
        for end in [domain.lower, domain.upper] where end.isFinite {
            points.append(end)
            let unit = max(end.magnitude, 1)
            for exponent in stride(from: -48, through: 6, by: 3) {
                points += both(scalbn(unit, exponent)).map { end + $0 }
            }
        }
        return points
    }

    /// Over a bounded domain, whatever its width.
    private static func spread(_ domain: Interval, _ count: Int) -> [Double] {
        guard domain.lower.isFinite, domain.upper.isFinite else { return [] }
        return (1..<count).map { domain.lower + (domain.upper - domain.lower) * (Double($0) / Double(count)) }
    }

    private static func both(_ value: Double) -> [Double] { [-value, value] }

    private static func scalbn(_ value: Double, _ exponent: Int) -> Double {
        value * Double(sign: .plus, exponent: exponent, significand: 1)
    }

    private static func sorted(_ points: [Double], _ domain: Interval) -> [Double] {
        Set(points).filter { $0.isFinite && domain.contains($0) }.sorted()
    }
}
