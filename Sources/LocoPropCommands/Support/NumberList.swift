import ActivationCore
import Training

/// Numbers on the command line, such as `-1,0.5`.
enum NumberList {
    /// A coupled activation's Jacobian has the square of this many numbers.
    static let longestVector = 1024

    /// Reads the list straight into the precision that is computed in, so that no number is rounded twice.
    static func parse<Scalar: ActivationScalar>(_ text: String, option: String) throws -> [Scalar] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
            let word = part.filter { !$0.isWhitespace }
            guard let value = number(word, Scalar.self) else {
                let what = word.isEmpty ? "a number is missing" : "'\(part)' is no number"
                throw UsageError("--\(option)=\(text.prefix(60)): \(what); write it like --\(option)=-1,0.5")
            }
            return value
        }
    }

    private static func number<Scalar: ActivationScalar>(_ text: String, _: Scalar.Type) -> Scalar? {
        // Float(text) and Double(text) round once, from the decimal digits.
        Scalar.self == Float.self ? Float(text).map { Scalar($0) } : Double(text).map { Scalar($0) }
    }
}

extension JSONValue {
    /// A number in its own precision.
    init<Scalar: ActivationScalar>(_ value: Scalar) {
        self = if let float = value as? Float { .float(float) } else { .double(Double(value)) }
    }

    init<Scalar: ActivationScalar>(_ values: [Scalar]) { self = .array(values.map { JSONValue($0) }) }
}
