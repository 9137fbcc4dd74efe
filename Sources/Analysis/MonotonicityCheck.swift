import Symbolic

/// Checks that an elementwise link is a real number over its domain and does not decrease, and finds where it is flat.
struct MonotonicityCheck {
    private(set) var finding = Finding(method: "")
    private(set) var monotonicity = Monotonicity.nondecreasing
    /// Where the link falls, if it does.
    private(set) var fall: (a: Double, parameters: [Double])?
    /// For each of the subject's parameter samples, whether the link is strictly increasing there.
    private(set) var isStrictAt: [Bool] = []

    /// Among so many one is plain.
    private static let enoughWitnesses = 1_000

    private let subject: Subject
    private let proof: RationalForm.Sign?
    private var pointCount = 0
    private var undecidedCount = 0

    init(_ subject: Subject) {
        self.subject = subject
        proof = RationalForm.sign(of: subject.derivative, bounds: subject.bounds)
        finding.method = "f' ≥ 0"
        var evaluator = TwoStageEvaluator([subject.link, subject.derivative], of: subject, repeats: proof == nil ? 400 : 0)
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let kinks = subject.kinkLocations(parameters)
            let all = SamplePoints.dense(domain: subject.entry.domain, kinks: kinks)
            let points = WorkBudget.thinned(all, [subject.link, subject.derivative], of: subject)
            if let refutation = look(at: points, parameters, &evaluator) {
                if let fall { describeFall(in: refutation, fall.a, fall.parameters) }
                if finding.refutation == nil {
                    finding = Finding(method: "refuted at a point in 256-bit interval arithmetic", refutation: refutation)
                }
                return
            }
        }
        conclude()
    }

    private mutating func look(
        at points: [Double], _ parameters: [Double], _ evaluator: inout TwoStageEvaluator
    ) -> Refutation? {
        var previous: (a: Double, link: Enclosure, slope: Enclosure)?
        var isStrict = true
        var (falls, missing): ([(a: Double, value: Enclosure)], [(a: Double, value: Enclosure)]) = ([], [])
        var drop: (a: Double, refutation: Refutation)?
        for a in points {
            let values = evaluator.values(at: a) { $0[0].status != .unknown && ($0[1].sign != nil || $0[1].status == .undefined) }
            let (link, slope) = (values[0], values[1])
            pointCount += 1
            if link.status == .undefined { missing.append((a, link)) }
            if slope.isNegative { falls.append((a, slope)) }
            if slope.sign == nil || slope.status != .defined {
                undecidedCount += 1
                if proof != .positive, a.magnitude <= 16, slope.status != .undefined { isStrict = false }
            }
            if let previous, previous.link.status == .defined, link.status == .defined {
                if link.upper < previous.link.lower, drop == nil {
                    drop = (a, falling(previous.a, previous.link, a, link, parameters))
                }
                if slope.isZero, previous.slope.isZero, link.lower <= previous.link.upper { isStrict = false }
            }
            previous = (a, link, slope)
            if falls.count + missing.count >= Self.enoughWitnesses { break }
        }
        isStrictAt.append(isStrict)
        if let witness = missing.plainest { return undefined(witness.a, parameters) }
        if let witness = steepest(falls) {
            fall = (witness.a, parameters)
            return decreasing(witness.a, witness.value, parameters)
        }
        if let drop { fall = (drop.a, parameters) }
        return drop?.refutation
    }

    /// Where the link falls plainly, and among such points the plainest.
    private func steepest(_ falls: [(a: Double, value: Enclosure)]) -> (a: Double, value: Enclosure)? {
        let near = falls.filter { $0.a.magnitude <= 128 }
        let candidates = near.isEmpty ? falls : near
        let most = candidates.map { $0.value.midpoint.magnitude }.filter(\.isFinite).max() ?? 0
        return candidates.filter { $0.value.midpoint.magnitude >= most / 2 }.plainest
    }

    private mutating func conclude() {
        monotonicity = Self.monotonicity(subject, isStrictAt)
        switch proof {
        case .positive: finding.method = "f' > 0 by its normal form"
        case .nonnegative, .zero: finding.method = "f' ≥ 0 by its normal form"
        case nil:
            finding.method = "f' ≥ 0 at \(pointCount - undecidedCount) points in 256-bit interval arithmetic"
            finding.isDecided = undecidedCount * 2 < pointCount
        }
    }

    /// Flat at some samples only: named by the ends of parameter domains where that explains them all.
    static func monotonicity(_ subject: Subject, _ isStrictAt: [Bool]) -> Monotonicity {
        if !isStrictAt.contains(false) { return .strict }
        if !isStrictAt.contains(true) { return .nondecreasing }
        let samples = zip(subject.parameterSamples, isStrictAt)
        var exceptions: [ParameterValue] = []
        for (i, parameter) in subject.entry.parameters.enumerated() {
            for end in ParameterSamples.closedEnds(parameter.domain) {
                let there = samples.filter { $0.0[i] == end }
                if !there.isEmpty, there.allSatisfy({ !$0.1 }) {
                    exceptions.append(ParameterValue(parameter: parameter.name.value, value: end))
                }
            }
        }
        let explained = samples.allSatisfy { values, isStrict in
            isStrict || exceptions.contains { exception in
                subject.names.firstIndex(of: exception.parameter).map { values[$0] == exception.value } ?? false
            }
        }
        return explained ? .strictExcept(exceptions) : .nondecreasing
    }

    // MARK: Witnesses

    /// Adds to a refutation on which intervals the link falls, and what to do about it.
    private mutating func describeFall(in refutation: Refutation, _ a: Double, _ parameters: [Double]) {
        let intervals = FallingIntervals(subject).intervals(at: parameters, seeds: [a])
        var refutation = refutation
        if !intervals.isEmpty { refutation.diagnostic.message += "; it falls \(FallingEntry.text(intervals))" }
        refutation.diagnostic.message += ". If it is meant to fall, say so: 'monotone: false'"
        finding = Finding(method: "refuted at a point in 256-bit interval arithmetic", refutation: refutation)
    }

    private func undefined(_ a: Double, _ parameters: [Double]) -> Refutation {
        let place = subject.place(a, parameters)
        return Refutation(
            subject.entry.link.position, "link-undefined",
            "link is not a real number at \(place); give the entry the domain on which it is one, such as 'domain: \"(0, inf)\"', or mend the formula",
            witness: place)
    }

    private func decreasing(_ a: Double, _ slope: Enclosure, _ parameters: [Double]) -> Refutation {
        let place = subject.place(a, parameters)
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link decreases at \(place): its slope there is \(slope.midpoint == 0 ? "negative" : text(slope.midpoint)); a link must not decrease anywhere on its domain",
            witness: "\(place), f' = \(text(slope.midpoint))")
    }

    private func falling(_ a: Double, _ x: Enclosure, _ b: Double, _ y: Enclosure, _ parameters: [Double]) -> Refutation {
        let places = (subject.place(a, parameters), subject.place(b, parameters))
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link falls from \(text(x.midpoint)) at \(places.0) to \(text(y.midpoint)) at \(places.1); a link must not decrease anywhere on its domain",
            witness: "\(places.0), f = \(text(x.midpoint)); \(places.1), f = \(text(y.midpoint))")
    }
}
