import Catalogue
import Symbolic

/// Checks that an elementwise link is a real number over its domain and does not decrease, and finds where it is flat.
///
/// First at points, which refutes quickly and with a plain witness; then by proof (``GrowthProof``).
struct MonotonicityCheck {
    private(set) var finding = Finding(method: "")
    private(set) var monotonicity = Monotonicity.nondecreasing
    /// Where the link falls, if it does.
    private(set) var fall: (a: Double, parameters: [Double])?
    /// What neither proof nor refutation reaches: intervals of a.
    private(set) var undecided: [BoxInterval] = []
    /// For each of the subject's parameter samples, whether the link is strictly increasing there.
    private(set) var isStrictAt: [Bool] = []

    /// Among so many one is plain.
    private static let enoughWitnesses = 1_000

    private let subject: Subject
    private var pointCount = 0
    private var undecidedCount = 0

    init(_ subject: Subject) {
        self.subject = subject
        var evaluator = TwoStageEvaluator([subject.link, subject.derivative], of: subject, repeats: 100)
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let kinks = subject.kinkLocations(parameters)
            let all = SamplePoints.coarse(domain: subject.entry.domain, kinks: kinks)
            let points = WorkBudget.thinned(all, [subject.link, subject.derivative], of: subject)
            if let refutation = look(at: points, parameters, &evaluator) {
                refute(refutation)
                return
            }
        }
        prove()
    }

    // MARK: At points

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
                if a.magnitude <= 16, slope.status != .undefined { isStrict = false }
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

    // MARK: By proof

    private mutating func prove() {
        let proof = GrowthProof(subject)
        finding.method = proof.method
        switch proof.outcome {
        case .strict: monotonicity = .strict
        case .nondecreasing: monotonicity = .nondecreasing
        case .strictExcept(let exceptions): monotonicity = .strictExcept(exceptions)
        case .falls(let a, let parameters, let slope):
            fall = (a, parameters)
            return refute(decreasing(a, slope, parameters))
        case .missing(let a, let parameters): return refute(undefined(a, parameters))
        case .undecided(let intervals): return leaveOpen("f' ≥ 0 undecided \(Self.places(intervals))", intervals)
        }
        let jumps = JumpProof(subject)
        if let drop = jumps.drop {
            fall = (drop.a, drop.parameters)
            return refute(jumping(drop))
        }
        if !jumps.open.isEmpty {
            return leaveOpen("\(proof.method), but whether f jumps down is undecided \(Self.places(jumps.open))", jumps.open)
        }
        setStrictness()
    }

    private mutating func leaveOpen(_ method: String, _ intervals: [BoxInterval]) {
        monotonicity = Self.monotonicity(subject, isStrictAt)
        undecided = intervals
        finding.method = "\(method); f' ≥ 0 at \(pointCount - undecidedCount) points in 256-bit interval arithmetic"
        // At points that mostly say nothing there is no reason to ask for trust either.
        finding.isDecided = undecidedCount * 2 < pointCount
    }

    /// What is proved takes the place of what the points suggest.
    private mutating func setStrictness() {
        switch monotonicity {
        case .strict: isStrictAt = isStrictAt.map { _ in true }
        case .strictExcept(let exceptions):
            isStrictAt = subject.parameterSamples.map { values in
                !exceptions.contains { exception in
                    zip(subject.names, values).contains { $0 == exception.parameter && $1 == exception.value }
                }
            }
        case .nondecreasing, .falling: break
        }
    }

    /// `for a in [1, 2] and [3, 4]`.
    static func places(_ intervals: [BoxInterval]) -> String {
        guard !intervals.isEmpty else { return "at a kink" }
        let shown = intervals.prefix(3).map(\.text).joined(separator: " and ")
        let more = intervals.count - 3
        return "for a in \(shown)" + (more > 0 ? " and \(more) more interval\(more == 1 ? "" : "s")" : "")
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

    private mutating func refute(_ refutation: Refutation) {
        var refutation = refutation
        if let fall { describeFall(in: &refutation, fall.a, fall.parameters) }
        finding = Finding(method: "refuted at a point in 256-bit interval arithmetic", refutation: refutation)
    }

    /// Adds to a refutation on which intervals the link falls, and what to do about it.
    private func describeFall(in refutation: inout Refutation, _ a: Double, _ parameters: [Double]) {
        let intervals = FallingIntervals(subject).intervals(at: parameters, seeds: [a])
        if !intervals.isEmpty { refutation.diagnostic.message += "; it falls \(FallingEntry.text(intervals))" }
        refutation.diagnostic.message += ". If it is meant to fall, say so: 'monotone: false'"
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

    private func jumping(_ drop: JumpProof.Drop) -> Refutation {
        let place = subject.place(drop.a, drop.parameters)
        let values = "from \(text(drop.before.midpoint)) to \(text(drop.after.midpoint))"
        let size = text(drop.before.midpoint) == text(drop.after.midpoint) ? ", by less than a Double tells" : ""
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link jumps down at \(place), \(values)\(size); a link must not decrease anywhere on its domain",
            witness: "\(place), f jumps \(values)")
    }

    private func falling(_ a: Double, _ x: Enclosure, _ b: Double, _ y: Enclosure, _ parameters: [Double]) -> Refutation {
        let places = (subject.place(a, parameters), subject.place(b, parameters))
        return Refutation(
            subject.entry.link.position, "link-decreasing",
            "link falls from \(text(x.midpoint)) at \(places.0) to \(text(y.midpoint)) at \(places.1); a link must not decrease anywhere on its domain",
            witness: "\(places.0), f = \(text(x.midpoint)); \(places.1), f = \(text(y.midpoint))")
    }
}
