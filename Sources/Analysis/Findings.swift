import Symbolic
import YAMLReader

/// What refutes an entry: the problem at its place, and the witness in short.
struct Refutation {
    var diagnostic: Diagnostic
    var witness: String

    init(_ position: SourcePosition, _ code: String, _ message: String, witness: String) {
        diagnostic = Diagnostic(position, code: code, message)
        self.witness = witness
    }
}

/// What one check found.
struct Finding {
    /// How it was decided, as a clause for people.
    var method: String
    var refutation: Refutation?
    var isDecided = true

    static func refuted(_ method: String, _ refutation: Refutation) -> Finding {
        Finding(method: method, refutation: refutation)
    }
}

/// Evaluates at 256 bits, and again at 2048 where the bounds are too wide to say anything; how often is bounded.
struct TwoStageEvaluator {
    private let first: Evaluator
    private let second: Evaluator
    private var repeats: Int

    init(_ expressions: [Expression], of subject: Subject, repeats: Int = 240) {
        first = subject.evaluator(expressions, precision: 256)
        second = subject.evaluator(expressions, precision: 2048)
        self.repeats = Swift.min(repeats, WorkBudget.repeatedCost / Swift.max(1, Evaluator.cost(expressions)))
    }

    func setParameters(_ values: [Double]) {
        first.setParameters(values)
        second.setParameters(values)
    }

    func setVector(_ values: [Double]) {
        first.setVector(values)
        second.setVector(values)
    }

    mutating func values(at a: Double, settled: ([Enclosure]) -> Bool) -> [Enclosure] {
        let values = first.values(at: a)
        guard !settled(values), repeats > 0 else { return values }
        repeats -= 1
        return second.values(at: a)
    }
}

extension Enclosure {
    /// Whether the bounds are as tight as a Double can say, relative to the value; exact zeros count.
    var isTight: Bool {
        status == .defined && (isZero || width <= 0x1p-40 * Swift.max(lower.magnitude, upper.magnitude))
    }

    /// Whether the value is a number and zero within 2⁻⁴⁰ of `scale`.
    func vanishes(against scale: Double) -> Bool {
        status == .defined && mayBeZero && Swift.max(lower.magnitude, upper.magnitude) <= 0x1p-40 * scale
    }
}

/// Bounds on the work for one entry, so that a formula of a thousand operations takes no longer than one of ten:
/// it is looked at in fewer points.
enum WorkBudget {
    /// Of one check at 256 bits, in multiplications.
    static let cost = 3_000_000
    /// Of its repetitions at 2048 bits.
    static let repeatedCost = 60_000

    /// The points themselves, or every n-th of them.
    static func thinned(_ points: [Double], _ expressions: [Expression], of subject: Subject) -> [Double] {
        let total = points.count * subject.parameterSamples.count * Evaluator.cost(expressions)
        let stride = (total + cost - 1) / cost
        return stride <= 1 ? points : points.enumerated().filter { $0.offset % stride == 0 }.map(\.element)
    }
}

extension Sequence<(a: Double, value: Enclosure)> {
    /// The one to show of several witnesses: near 1 in size, a whole number if possible.
    var plainest: Element? {
        self.min { x, y in Self.strangeness(x.a) < Self.strangeness(y.a) }
    }

    private static func strangeness(_ a: Double) -> Double {
        if a == 0 { return 3 }
        // Doublings away from 1, as the exponent counts them.
        let distance = Double(a.exponent.magnitude)
        return a == a.rounded() ? distance : distance + 2
    }
}
