import Symbolic

/// The kinks of an elementwise link, and whether it jumps there.
enum KinkSearch {
    static func kinks(of subject: Subject) -> [Kink] {
        Switch.all(in: [subject.link]).map { place in
            Kink(condition: place.difference, location: place.location, isJump: jumps(at: place, subject))
        }
    }

    /// A continuous link changes less over a shorter distance; a jump stays.
    private static func jumps(at place: Switch, _ subject: Subject) -> Bool {
        let evaluator = subject.evaluator([subject.link])
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let values = Dictionary(uniqueKeysWithValues: zip(subject.names, parameters))
            for kink in place.locations(parameters: values, domain: subject.entry.domain) {
                func change(_ exponent: Int) -> Double? {
                    let distance = Swift.max(kink.magnitude, 1) * Double(sign: .plus, exponent: exponent, significand: 1)
                    let (left, right) = (evaluator.values(at: kink - distance)[0], evaluator.values(at: kink + distance)[0])
                    guard left.status == .defined, right.status == .defined else { return nil }
                    return right.midpoint - left.midpoint
                }
                if let near = change(-46), let far = change(-20), near != 0, near.magnitude > far.magnitude / 2 { return true }
            }
        }
        return false
    }
}
