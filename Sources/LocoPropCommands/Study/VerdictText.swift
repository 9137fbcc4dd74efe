import Charts
import Training

/// A verdict in words.
struct VerdictText {
    let verdict: Verdict
    let methods: [String]

    private var unit: String { verdict.judge == .testAccuracy ? " %" : "" }
    private var factor: Double { verdict.judge == .testAccuracy ? 100 : 1 }

    func number(_ x: Double) -> String { NumberText.short(factor * x, digits: 5) + unit }

    /// `[204.1, 206.3]`; nothing of a single seed.
    func range(_ statistics: SeedStatistics) -> String {
        statistics.count > 1 ? "[\(number(statistics.least)), \(number(statistics.most))]" : ""
    }

    /// `1.9 ± 0.4 behind`.
    func gap(_ place: Verdict.Place) -> String {
        guard let gap = place.gap else { return place.statistics == nil ? "no result from every seed" : "" }
        guard let half = gap.halfWidth else { return "\(number(gap.mean)) behind (one seed: no uncertainty)" }
        let words = place.isToldApart == true ? "behind" : "behind, not told apart"
        return "\(number(gap.mean)) ± \(number(half)) \(words)"
    }

    /// A line for each method, the best first.
    var rows: [[String]] {
        verdict.places.enumerated().map { index, place in
            let value = place.statistics.map { "\(number($0.mean))" } ?? "-"
            return ["  \(place.statistics == nil ? "-" : "\(index + 1)")", methods[place.method], value, place.statistics.map(range) ?? "", gap(place)]
        }
    }

    /// One or two sentences.
    var sentence: String {
        let told = verdict.places.filter { $0.statistics != nil }
        guard let best = told.first, let statistics = best.statistics else { return "No method has a result from every seed." }
        let name = methods[best.method]
        let what = "\(verdict.judge.title) after the last epoch"
        var text = "\(name) has the best \(what): \(number(statistics.mean))"
        text += statistics.count > 1 ? ", the mean of \(statistics.count) seeds." : " with one seed, so how sure that is cannot be said."
        guard statistics.count > 1, told.count > 1 else { return text }
        let apart = told.dropFirst().filter { $0.isToldApart == true }.map { methods[$0.method] }
        let alike = told.dropFirst().filter { $0.isToldApart != true }.map { methods[$0.method] }
        if alike.isEmpty { return text + " Every other method is behind it by more than the 95 % interval of the difference." }
        text += " It is not told apart from \(alike.joined(separator: ", ")): the 95 % interval of the paired difference holds 0."
        if !apart.isEmpty { text += " All others are behind by more than theirs." }
        return text
    }
}
