/// The losses of a run's batches, thinned so that any number of them takes little room: when it is full, neighbours
/// become their mean.
package struct LossTrace: Sendable, Equatable {
    package private(set) var values: [Double] = []
    private var sum = 0.0
    private var pending = 0
    /// How many losses make a value.
    private var stride = 1
    private static let most = 512

    package init() {}

    package mutating func append(_ loss: Double) {
        sum += loss
        pending += 1
        guard pending == stride else { return }
        values.append(sum / Double(stride))
        (sum, pending) = (0, 0)
        guard values.count == Self.most else { return }
        values = Swift.stride(from: 0, to: values.count, by: 2).map { (values[$0] + values[$0 + 1]) / 2 }
        stride *= 2
    }
}
