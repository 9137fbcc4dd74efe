/// What counts as a class.
enum ClassLabel {
    /// The most classes that labels may count.
    static let largest = 1 << 20

    /// - Throws: ``DataError``, for anything but a whole number from 0.
    static func number(_ value: Double, at place: String, in name: String) throws(DataError) -> Int32 {
        guard value >= 0, value < Double(largest), value == value.rounded() else {
            throw DataError(name, .badHeader(reason: "\(place) is \(text(value)); classes are counted by whole numbers from 0 to \(largest - 1)"))
        }
        return Int32(value)
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}
