/// What is known of a real value: bounds that hold, and whether there is a value at all.
public struct Enclosure: Hashable, Sendable {
    public enum Status: Int, Hashable, Sendable, Comparable {
        /// There is a real value, within the bounds.
        case defined
        /// At this precision it cannot be told whether there is one; if so it is within the bounds.
        case unknown
        /// There is none: a logarithm of a negative number, a division by zero.
        case undefined

        public static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
    }

    public var lower: Double
    public var upper: Double
    public var status: Status
    /// The sign, where the bounds agree on it: also of a value too small for a Double, whose bound is then 0.
    public var sign: Int?

    public init(lower: Double, upper: Double, status: Status = .defined, sign: Int? = nil) {
        self.lower = lower
        self.upper = upper
        self.status = status
        self.sign = sign ?? (lower > 0 ? 1 : upper < 0 ? -1 : lower == 0 && upper == 0 ? 0 : nil)
    }

    /// A Double within the bounds, of the value's sign where that is known; nan where there is no value.
    public var midpoint: Double {
        if status == .undefined { return .nan }
        if lower == upper { return lower }
        if lower.isFinite && upper.isFinite { return lower / 2 + upper / 2 }
        return lower.isFinite ? lower : upper.isFinite ? upper : 0
    }

    /// Proved to be above zero.
    public var isPositive: Bool { status == .defined && sign == 1 }
    /// Proved to be below zero.
    public var isNegative: Bool { status == .defined && sign == -1 }
    /// Proved to be zero.
    public var isZero: Bool { status == .defined && sign == 0 }
    /// Whether the bounds leave zero possible.
    public var mayBeZero: Bool { status != .undefined && (sign ?? 0) == 0 }
    /// The distance of the bounds.
    public var width: Double { lower == upper ? 0 : upper - lower }
}
