import Suggestions

/// How values are scaled before a network sees them.
public enum Scaling: String, CaseIterable, Sendable {
    case none
    case bytes
    case minMax = "min-max"
    case standardise

    public var title: String {
        switch self {
        case .none: "values as they are stored; bytes of pictures count as byte / 255"
        case .bytes: "every value divided by 255: grey values 0 … 255 that were stored as numbers"
        case .minMax: "each column to [0, 1] by the training part's least and largest value; what lies beyond them is clipped"
        case .standardise: "each column less the training part's mean, divided by its standard deviation"
        }
    }

    /// - Throws: ``SettingError`` with the names that there are.
    package init(parsing name: String) throws(SettingError) {
        guard let scaling = Self(rawValue: name) else {
            let known = Self.allCases.map(\.rawValue)
            throw SettingError("unknown scaling '\(name.prefix(60))'.\(suggestion(for: name, in: known)) Known: \(known.joined(separator: ", ")).")
        }
        self = scaling
    }
}

/// The numbers of a scaling: column j's value x becomes (x − offset_j) / divisor_j, clipped to [0, 1] if `clips`.
package struct FeatureScale: Sendable, Equatable {
    package let offsets: [Float]
    package let divisors: [Float]
    package let clips: Bool

    /// The most columns: the numbers are kept in the header of a file of weights.
    static let largestWidth = 1 << 14

    package init(offsets: [Float], divisors: [Float], clips: Bool) {
        precondition(offsets.count == divisors.count, "an offset and a divisor a column")
        self.offsets = offsets
        self.divisors = divisors
        self.clips = clips
    }

    /// The scaling's numbers for these examples, whose own scale is not looked at; `nil` for none.
    /// A column that never changes has the divisor 1: both ways put it at 0.
    /// - Throws: ``DataError``, for a file that cannot be read, examples of more columns than are kept with weights, and
    ///   columns whose range is no 32-bit float.
    package init?(_ scaling: Scaling, training set: ExampleSet, path: String = "") throws {
        guard scaling == .none || scaling == .bytes || set.width <= Self.largestWidth else {
            throw DataError(path, .unfitOption(option: "scale", reason: "--scale=\(scaling.rawValue) keeps two numbers a column with the weights, for at most \(Self.largestWidth) columns, and there are \(set.width); scale the data beforehand"))
        }
        var set = set
        set.scale = nil
        switch scaling {
        case .none: return nil
        case .bytes:
            self.init(
                offsets: Array(repeating: 0, count: set.width), divisors: Array(repeating: 255, count: set.width),
                clips: false)
        case .minMax:
            let columns = try ColumnStatistics(set)
            let spans = try columns.spans(scaling, path).map { $0 > 0 ? $0 : 1 }
            self.init(offsets: columns.least, divisors: spans, clips: true)
        case .standardise:
            let columns = try ColumnStatistics(set)
            _ = try columns.spans(scaling, path)
            let deviations = columns.deviations.map { Float($0) }.map { $0 > 0 ? $0 : 1 }
            self.init(offsets: columns.means.map { Float($0) }, divisors: deviations, clips: false)
        }
    }

    /// - Precondition: `values` has `rows` rows of as many columns as there are offsets.
    func apply(to values: UnsafeMutablePointer<Float>, rows: Int) {
        let width = offsets.count
        offsets.withUnsafeBufferPointer { offsets in
            divisors.withUnsafeBufferPointer { divisors in
                for row in 0..<rows {
                    let values = values + row * width
                    for at in 0..<width { values[at] = (values[at] - offsets[at]) / divisors[at] }
                    if clips { for at in 0..<width { values[at] = min(max(values[at], 0), 1) } }
                }
            }
        }
    }

    /// Back to the data's own values, where nothing was clipped.
    package func undo(_ values: inout [Float]) {
        let width = offsets.count
        for at in values.indices { values[at] = values[at] * divisors[at % width] + offsets[at % width] }
    }
}

/// Least, largest, mean and variance of each column, in one pass over a set.
private struct ColumnStatistics {
    private(set) var least: [Float]
    private(set) var largest: [Float]
    /// Welford's running means and sums of squared deviations: no digits are lost where a mean is large.
    private(set) var means: [Double]
    private var squares: [Double]
    private var count = 0.0

    init(_ set: ExampleSet) throws {
        let width = set.width
        least = [Float](repeating: .infinity, count: width)
        largest = [Float](repeating: -.infinity, count: width)
        means = [Double](repeating: 0, count: width)
        squares = means
        try set.forEachBlock { _, values in
            for row in 0..<values.count / width {
                count += 1
                for at in 0..<width {
                    let value = values[row * width + at]
                    least[at] = min(least[at], value)
                    largest[at] = max(largest[at], value)
                    let step = Double(value) - means[at]
                    means[at] += step / count
                    squares[at] += step * (Double(value) - means[at])
                }
            }
        }
    }

    /// Largest less least. Where that is no float, nor is what a value is apart from either.
    func spans(_ scaling: Scaling, _ path: String) throws(DataError) -> [Float] {
        let spans = zip(least, largest).map { $1 - $0 }
        guard let wide = spans.firstIndex(where: { !$0.isFinite }) else { return spans }
        throw DataError(path, .unfitOption(option: "scale", reason: "--scale=\(scaling.rawValue) needs ranges that are 32-bit floats, and column \(wide) goes from \(least[wide]) to \(largest[wide]); scale the data beforehand"))
    }

    var deviations: [Double] { squares.map { ($0 / count).squareRoot() } }
}
