/// An interval of the extended real line, such as `[0, inf)`.
public struct Interval: Hashable, Sendable {
    public var lower: Double
    public var upper: Double
    /// Whether the end belongs to the interval; never true of an infinite end.
    public var includesLower: Bool
    public var includesUpper: Bool

    public static let real = Interval(lower: -.infinity, upper: .infinity, includesLower: false, includesUpper: false)

    public init(lower: Double, upper: Double, includesLower: Bool, includesUpper: Bool) {
        self.lower = lower
        self.upper = upper
        self.includesLower = includesLower
        self.includesUpper = includesUpper
    }

    public func contains(_ x: Double) -> Bool {
        (includesLower ? x >= lower : x > lower) && (includesUpper ? x <= upper : x < upper)
    }
}
