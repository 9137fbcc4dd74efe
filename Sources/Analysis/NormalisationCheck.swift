import Catalogue
import Symbolic

/// Checks that the coordinates of an implicitly normalised link can always be made to add up to 1: φ has no jump,
/// comes as near to 0 as one wants, or below, and reaches 1.
struct NormalisationCheck {
    private(set) var finding = Finding(method: "the coordinates can be made to add up to 1")
    private let subject: Subject

    /// φ must come below this somewhere, so that up to a million coordinates can share the 1.
    private static let nearZero = 0x1p-20

    init(_ subject: Subject, kinks: [Kink]) {
        self.subject = subject
        if let kink = kinks.first(where: \.isJump) {
            refute(
                "normalised-jump",
                "link jumps at \(kink.location.map { "a = \($0)" } ?? "a zero of \(kink.condition)"), so the coordinates may miss the sum 1; with 'normalised: true' it must be continuous",
                witness: kink.condition.description)
            return
        }
        let evaluator = subject.evaluator([subject.link])
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let points = SamplePoints.coarse(domain: subject.entry.domain, kinks: subject.kinkLocations(parameters))
            let values = points.map { evaluator.values(at: $0)[0] }.filter { $0.status == .defined }
            let place = zip(subject.names, parameters).map { ", \($0.0) = \(text($0.1))" }.joined()
            guard values.contains(where: { $0.upper <= Self.nearZero }) else {
                let least = values.map(\.lower).min() ?? .nan
                refute(
                    "normalised-range",
                    "link does not come down to 0: its least value found is \(text(least))\(place); with 'normalised: true' many coordinates must be able to share the sum 1",
                    witness: "f ≥ \(text(least))\(place)")
                return
            }
            guard values.contains(where: { $0.lower >= 1 }) else {
                let most = values.map(\.upper).max() ?? .nan
                refute(
                    "normalised-range",
                    "link does not reach 1: its greatest value found is \(text(most))\(place); with 'normalised: true' one coordinate must be able to have the sum 1 alone",
                    witness: "f ≤ \(text(most))\(place)")
                return
            }
        }
    }

    private mutating func refute(_ code: String, _ message: String, witness: String) {
        finding = .refuted(
            "the coordinates cannot always add up to 1",
            Refutation(subject.entry.link.position, code, message, witness: witness))
    }
}
