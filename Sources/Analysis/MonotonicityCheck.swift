import Symbolic

/// Checks that an elementwise link is a real number over its domain and does not decrease, and finds where it is flat.
struct MonotonicityCheck {
    private(set) var finding = Finding(method: "")
    private(set) var monotonicity = Monotonicity.nondecreasing
    /// For each of the subject's parameter samples, whether the link is strictly increasing there.
    private(set) var isStrictAt: [Bool] = []

    private let subject: Subject
    private let proof: RationalForm.Sign?
    private var pointCount = 0
    private var undecidedCount = 0

    init(_ subject: Subject) {
        self.subject = subject
        proof = RationalForm.sign(of: subject.derivative, bounds: subject.bounds)
        finding.method = "f' ≥ 0"
        var evaluator = TwoStageEvaluator([subject.link, subject.derivative], of: subject, repeats: proof == nil ? 400 : 0)
        let stride = Self.stride(for: subject)
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let kinks = subject.kinkLocations(parameters)
            let all = SamplePoints.dense(domain: subject.entry.domain, kinks: kinks)
            let points = stride == 1 ? all : all.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
            if let refutation = look(at: points, parameters, &evaluator) {
                finding.refutation = refutation
                return
            }
        }
        conclude()
    }

    /// A formula of hundreds of operations is looked at in fewer points, so that the time stays bounded.
    private static func stride(for subject: Subject) -> Int {
        let operations = Evaluator.operationCount([subject.link, subject.derivative]) * subject.parameterSamples.count
        return max(1, operations / 2_000)
    }

    private mutating func look(
        at points: [Double], _ parameters: [Double], _ evaluator: inout TwoStageEvaluator
    ) -> Refutation? {
        var previous: (a: Double, link: Enclosure, slope: Enclosure)?
        var isStrict = true
        for a in points {
            let values = evaluator.values(at: a) { $0[0].status != .unknown && ($0[1].sign != nil || $0[1].status == .undefined) }
            let (link, slope) = (values[0], values[1])
            pointCount += 1
            if link.status == .undefined { return undefined(a, parameters) }
            if slope.isNegative { return decreasing(a, slope, parameters) }
            if slope.sign == nil || slope.status != .defined {
                undecidedCount += 1
                if proof != .positive, a.magnitude <= 16, slope.status != .undefined { isStrict = false }
            }
            if let previous, previous.link.status == .defined, link.status == .defined {
                if link.upper < previous.link.lower { return falling(previous.a, previous.link, a, link, parameters) }
                if slope.isZero, previous.slope.isZero, link.lower <= previous.link.upper { isStrict = false }
            }
            previous = (a, link, slope)
        }
        isStrictAt.append(isStrict)
        return nil
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
            "link decreases at \(place): its slope there is \(text(slope.midpoint)); a link must not decrease anywhere on its domain",
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
