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
    private(set) var repeats: Int

    init(_ expressions: [Expression], of subject: Subject, repeats: Int = 240) {
        first = subject.evaluator(expressions, precision: 256)
        second = subject.evaluator(expressions, precision: 2048)
        self.repeats = repeats
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
