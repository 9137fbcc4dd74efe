import Catalogue
import Symbolic

/// What is proved of the growth of an elementwise link, over its whole domain and all parameters in theirs.
///
/// 1. Sign rules: the normal form of f′ is a quotient of sums of terms of one sign; or one box, the whole domain,
///    already has bounds that decide.
/// 2. Bisection: boxes of a and the parameters, ends at infinity included, halved until the bounds of f′ decide.
/// 3. At kinks, where f′ says nothing, the link must not jump down (``JumpProof``).
///
/// Between kinks f′ is analytic: if it is ≥ 0 and not 0 at some point, its zeros are isolated and f increases strictly.
struct GrowthProof {
    enum Outcome {
        case strict
        case strictExcept([ParameterValue])
        case nondecreasing
        case falls(a: Double, parameters: [Double], slope: Enclosure)
        case missing(a: Double, parameters: [Double])
        /// What is left over, as intervals of a.
        case undecided([BoxInterval])
    }

    private(set) var outcome = Outcome.undecided([])
    /// How it was decided.
    private(set) var method = ""

    private let subject: Subject

    init(_ subject: Subject) {
        self.subject = subject
        let interior = subject.entry.parameters.map { BoxInterval($0.domain).interior }
        let inside = decide(subject.derivative, bounds: subject.bounds, parameters: interior)
        guard let isStrict = inside.isStrict else {
            outcome = inside.open
            method = describe(inside)
            return
        }
        // A slope of one sign on either side of a pole says nothing of the link across it.
        if inside.boxes == 0 {
            let open = DomainProof(subject, pieces: pieces).open
            if !open.isEmpty {
                outcome = .undecided(open)
                return
            }
        }
        var exceptions: [ParameterValue] = []
        var isSound = true
        for (i, parameter) in subject.entry.parameters.enumerated() where parameter.domain.lower < parameter.domain.upper {
            for end in ParameterSamples.closedEnds(parameter.domain) {
                let face = decideFace(i, at: end, parameters: interior)
                switch face.open {
                case .falls, .missing:
                    outcome = face.open
                    return
                default: break
                }
                if face.isStrict == nil { isSound = false }
                if face.isStrict != true { exceptions.append(ParameterValue(parameter: parameter.name.value, value: end)) }
            }
        }
        outcome = !isStrict ? .nondecreasing : exceptions.isEmpty ? .strict : .strictExcept(exceptions)
        method = describe(inside, exceptions) + (isSound ? "" : ", and by continuity at the ends of the parameters' domains")
    }

    /// What is found for one range of parameters.
    private struct Part {
        /// `nil`: not proved.
        var isStrict: Bool?
        var open = Outcome.undecided([])
        var boxes = 0
    }

    private func describe(_ part: Part, _ exceptions: [ParameterValue] = []) -> String {
        let relation = part.isStrict == true && isPositiveEverywhere ? "f' > 0" : "f' ≥ 0"
        var scope = subject.scope
        if part.isStrict == true, isPositiveEverywhere, !exceptions.isEmpty {
            let ends = exceptions.map { "\($0.parameter) = \(text($0.value))" }.joined(separator: ", ")
            scope += " except \(ends), where f' ≥ 0"
        }
        let how = part.boxes <= 1 ? "sign rules" : "interval bisection into \(part.boxes) boxes"
        return "\(relation) \(scope): \(how)"
    }

    private var isPositiveEverywhere = true

    private mutating func decideFace(_ i: Int, at end: Double, parameters: [BoxInterval]) -> Part {
        let name = subject.names[i]
        var face = parameters
        face[i] = BoxInterval(point: end)
        var bounds = subject.bounds
        bounds[.parameter(name)] = nil
        let wasPositive = isPositiveEverywhere
        defer { isPositiveEverywhere = wasPositive }
        return decide(subject.derivative.substituting([name: .exact(end)]).simplified(), bounds: bounds, parameters: face)
    }

    private mutating func decide(
        _ derivative: Expression, bounds: [Expression: RationalBounds], parameters: [BoxInterval]
    ) -> Part {
        let sign = RationalForm.sign(of: derivative, bounds: bounds)
        isPositiveEverywhere = sign == .positive && isPositiveAtKinks(derivative, parameters)
        if sign == .positive || sign == .zero { return Part(isStrict: sign == .positive) }
        var search = SlopeSearch(subject, derivative: derivative)
        let pieces = self.pieces.map { Region(a: $0, parameters: parameters) }
        let verdict = search.run(pieces)
        let boxes = search.boxCount <= pieces.count ? 1 : search.boxCount
        switch verdict {
        case .positive:
            isPositiveEverywhere = true
            return Part(isStrict: true, boxes: boxes)
        case .nonnegative:
            let isRising = hasFixedKinks && pieces.allSatisfy { rises($0, search) }
            return Part(isStrict: isRising, boxes: boxes)
        // Not negative by its normal form, whatever the boxes leave open.
        case .undecided where sign != nil: return Part(isStrict: false, boxes: 0)
        case .falls(let a, let parameters, let slope):
            return Part(isStrict: nil, open: .falls(a: a, parameters: parameters, slope: slope), boxes: boxes)
        case .missing(let a, let parameters):
            return Part(isStrict: nil, open: .missing(a: a, parameters: parameters), boxes: boxes)
        case .undecided(let left): return Part(isStrict: nil, open: .undecided(left), boxes: boxes)
        }
    }

    // MARK: Pieces

    /// The kinks that are the same for all parameters, where they are known.
    private var fixedKinks: [Double] {
        subject.switches.compactMap(\.location)
            .compactMap { $0.contains { if case .parameter = $0 { true } else { false } } ? nil : Evaluator.nearestDouble(of: $0) }
    }

    private var hasFixedKinks: Bool {
        Switch.all(in: [subject.link]).allSatisfy { place in
            place.location.map { !$0.contains { if case .parameter = $0 { true } else { false } } } ?? false
        }
    }

    /// The domain between those kinks, without the kinks.
    private var pieces: [BoxInterval] {
        let domain = subject.entry.domain
        let cuts = Set(fixedKinks).filter { $0 > domain.lower && $0 < domain.upper }.sorted()
        let ends = [domain.lower] + cuts + [domain.upper]
        return zip(ends, ends.dropFirst()).map { BoxInterval($0, $1, isLowerOpen: true, isUpperOpen: true) }
    }

    /// Whether the slope of the branch that a kink selects is above 0 there too: a normal form tells cases apart, and
    /// says nothing of the points between them.
    private func isPositiveAtKinks(_ derivative: Expression, _ parameters: [BoxInterval]) -> Bool {
        guard hasFixedKinks else { return false }
        let boxes = BoxEvaluator([derivative], parameters: subject.names)
        return fixedKinks.filter(subject.entry.domain.contains)
            .allSatisfy { boxes.values(over: BoxInterval(point: $0), parameters: parameters)[0].isPositive }
    }

    /// Whether f′ > 0 at some point of a piece, for all parameters at once.
    private func rises(_ piece: Region, _ search: SlopeSearch) -> Bool {
        var (low, high) = (piece.a, piece.a)
        for _ in 0..<12 {
            for place in [low, high] {
                if search.slope(over: Region(a: BoxInterval(point: place.inside), parameters: piece.parameters)).isPositive { return true }
            }
            guard let left = low.halves, let right = high.halves else { return false }
            (low, high) = (left.1, right.0)
        }
        return false
    }
}

extension Subject {
    /// `for all a and beta in [0, inf)`.
    var scope: String {
        let a = entry.domain == .real ? "a" : "a in \(entry.domain)"
        guard !entry.parameters.isEmpty else { return "for all \(a)" }
        let parameters = entry.parameters.map { $0.domain == .real ? $0.name.value : "\($0.name.value) in \($0.domain)" }
        return "for all " + ([a] + parameters.dropLast()).joined(separator: ", ") + " and \(parameters.last ?? "")"
    }
}
