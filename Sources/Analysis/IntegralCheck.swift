import Symbolic

/// What was found of an integral.
struct IntegralVerdict {
    var finding: Finding
    /// `nil` for an integral that is no formula but computed from the link.
    var outcome: EntryReport.IntegralOutcome?
}

/// Checks that the derivative of an elementwise integral is the link, and that the integral has no jump.
struct IntegralCheck {
    private(set) var finding = Finding(method: "")
    private let subject: Subject
    private var decidedCount = 0

    /// What bounds the rise of the integral between two points, if jumps are looked for.
    enum Rise {
        /// The link at either point: for one that has passed ``MonotonicityCheck``.
        case byIncreasingLink
        /// The link's bounds between them.
        case byBounds
        case unknown
    }

    /// How far F′ = f is established.
    private(set) var outcome = EntryReport.IntegralOutcome.undecided

    var verdict: IntegralVerdict { IntegralVerdict(finding: finding, outcome: outcome) }

    init(_ subject: Subject, rise: Rise = .byIncreasingLink) {
        self.subject = subject
        run(rise)
    }

    private mutating func run(_ rise: Rise) {
        let isProved = RationalForm.areEqual(subject.slope, subject.link, bounds: subject.bounds) == true
        finding.method = "F' = f by normal forms"
        let differences = subject.switches.map(\.difference)
        let expressions = [.subtract(subject.slope, subject.link), subject.slope, subject.link, subject.integral] + differences
        var evaluator = TwoStageEvaluator(expressions, of: subject, repeats: isProved ? 0 : 400)
        for parameters in subject.parameterSamples {
            evaluator.setParameters(parameters)
            let (domain, kinks) = (subject.entry.domain, subject.kinkLocations(parameters))
            let points = WorkBudget.thinned(SamplePoints.coarse(domain: domain, kinks: kinks), expressions, of: subject)
            var (wrong, missing): ([(a: Double, value: Enclosure)], [(a: Double, value: Enclosure)]) = ([], [])
            for a in points {
                let values = evaluator.values(at: a) { $0[0].isTight || $0[0].vanishes(against: $0[2].upper.magnitude) || ($0[0].sign ?? 0) != 0 }
                if values[3].status == .undefined { missing.append((a, values[2])) }
                if isMismatch(values) { wrong.append((a, values[0])) }
            }
            if let witness = missing.plainest { return refute(undefined(witness.a, link: witness.value, parameters)) }
            if let witness = wrong.plainest {
                return refute(mismatch(witness.a, evaluator.values(at: witness.a) { _ in true }, parameters))
            }
            switch rise {
            case .byIncreasingLink: if let refutation = jump(points, parameters) { return refute(refutation) }
            case .byBounds: if let refutation = jumpBeyondBounds(points, parameters) { return refute(refutation) }
            case .unknown: break
            }
        }
        if !isProved {
            finding.method = "F' = f at \(decidedCount) points in 256-bit interval arithmetic"
            finding.isDecided = decidedCount >= 50 * subject.parameterSamples.count
            if let bound = IntegralBound(subject)?.method(hasParameters: !subject.names.isEmpty) {
                finding.method = bound + ", " + finding.method
                outcome = .bounded
            }
        } else {
            outcome = .proved
        }
    }

    private mutating func refute(_ refutation: Refutation) {
        outcome = .refuted
        finding = Finding(method: "integral refuted at a point in 256-bit interval arithmetic", refutation: refutation)
    }

    private func undefined(_ a: Double, link: Enclosure, _ parameters: [Double]) -> Refutation {
        let place = subject.place(a, parameters)
        return Refutation(
            subject.integralPosition, "integral-undefined",
            "integral is not a real number at \(place), where link is \(text(link.midpoint)); write it so that it has a value on the whole domain",
            witness: place)
    }

    private mutating func isMismatch(_ values: [Enclosure]) -> Bool {
        let (difference, link) = (values[0], values[2])
        // At a kink the derivative is a convention.
        if values.dropFirst(4).contains(where: \.mayBeZero) { return false }
        if difference.status == .defined, !difference.mayBeZero { return true }
        if difference.vanishes(against: Swift.max(link.lower.magnitude, link.upper.magnitude)) { decidedCount += 1 }
        return false
    }

    private func mismatch(_ a: Double, _ found: [Enclosure], _ parameters: [Double]) -> Refutation {
        let (difference, slope, link) = (found[0], found[1], found[2])
        let place = subject.place(a, parameters)
        var values = "F' = \(text(slope.midpoint)), f = \(text(link.midpoint))"
        if slope.midpoint == link.midpoint { values += ", F' − f = \(text(difference.midpoint))" }
        return Refutation(
            subject.integralPosition, "integral-mismatch",
            "the derivative of integral is not link: at \(place) it is \(text(slope.midpoint)), but link is \(text(link.midpoint))"
                + (slope.midpoint == link.midpoint ? " (they differ by \(text(difference.midpoint)))" : "") + "; \(advice(parameters))",
            witness: "\(place), \(values)")
    }

    /// A common slip leaves a constant ratio of F′ to f.
    private func advice(_ parameters: [Double]) -> String {
        let ratio = Expression.divide(subject.slope, subject.link)
        let evaluator = subject.evaluator([ratio])
        evaluator.setParameters(parameters)
        let ratios = SamplePoints.coarse(domain: subject.entry.domain).filter { $0.magnitude >= 0x1p-6 && $0.magnitude <= 16 }
            .map { evaluator.values(at: $0)[0] }.filter(\.isTight).map(\.midpoint)
        guard ratios.count >= 20, let first = ratios.first, first != 0, (first - 1).magnitude > 1e-6,
            ratios.allSatisfy({ ($0 - first).magnitude <= 1e-9 * first.magnitude })
        else { return "write an antiderivative of link" }
        if (first + 1).magnitude <= 1e-9 { return "its sign is the wrong way round" }
        let rounded = (first * 1e6).rounded() / 1e6
        return "it is \(text((rounded - first).magnitude < 1e-9 ? rounded : first)) times too large; divide it by that"
    }

    // MARK: Jumps

    /// For increasing f with F′ = f between any two points f(a) h ≤ F(a + h) − F(a) ≤ f(a + h) h: where that
    /// fails, F jumps. It finds what derivatives cannot: branches that do not meet.
    private func jump(_ points: [Double], _ parameters: [Double]) -> Refutation? {
        let step = "h "
        let next = Expression.add(.variable, .parameter(step))
        let rise = Expression.subtract(subject.integral.substitutingVariable(next), subject.integral)
        let width = Expression.parameter(step)
        let expressions: [Expression] = [
            .subtract(rise, .multiply(subject.link, width)),
            .subtract(.multiply(subject.link.substitutingVariable(next), width), rise), rise,
        ]
        let evaluator = Evaluator(expressions, parameters: subject.names + [step], precision: 256)
        for (a, b) in zip(points, points.dropFirst()) {
            // The distance of two Doubles within a factor of two is exact; of others a bound suffices that ends inside the domain.
            let h = b - a
            guard subject.entry.domain.contains(a + h) else { continue }
            evaluator.setParameters(parameters + [h])
            let values = evaluator.values(at: a)
            guard values[0].isNegative || values[1].isNegative else { continue }
            return jump(from: a, to: b, by: values[2], parameters)
        }
        return nil
    }

    /// The same for a link that falls somewhere, by its bounds m ≤ f ≤ M between the points: m h ≤ F(b) − F(a) ≤ M h.
    private func jumpBeyondBounds(_ points: [Double], _ parameters: [Double]) -> Refutation? {
        let boxes = BoxEvaluator([subject.link], parameters: subject.names)
        let integral = subject.evaluator([subject.integral])
        integral.setParameters(parameters)
        for (a, b) in zip(points, points.dropFirst()) {
            let link = boxes.values(over: BoxInterval(a, b), parameters: parameters.map(BoxInterval.init(point:)))[0]
            let (from, to) = (integral.values(at: a)[0], integral.values(at: b)[0])
            guard link.status == .defined, from.status == .defined, to.status == .defined else { continue }
            // Doubles rounded outward, with a margin for the products and differences made of them here.
            let h = (b - a).nextUp
            let margin = 0x1p-40 * [from.lower, from.upper, to.lower, to.upper].map(\.magnitude).reduce(0, Swift.max)
            let (least, most) = (Swift.min(link.lower * h, 0), Swift.max(link.upper * h, 0))
            let rise = Enclosure(lower: to.lower - from.upper, upper: to.upper - from.lower)
            let excess = margin + 0x1p-40 * Swift.max(least.magnitude, most.magnitude)
            if rise.lower > most + excess || rise.upper < least - excess { return jump(from: a, to: b, by: rise, parameters) }
        }
        return nil
    }

    private func jump(from a: Double, to b: Double, by rise: Enclosure, _ parameters: [Double]) -> Refutation {
        let (from, to) = (subject.place(a, parameters), subject.place(b, parameters))
        return Refutation(
            subject.integralPosition, "integral-jump",
            "integral is not continuous: from \(from) to \(to) it changes by \(text(rise.midpoint)), which link does not account for; add the constant that makes its branches meet",
            witness: "\(from); \(to); F changes by \(text(rise.midpoint))")
    }
}
