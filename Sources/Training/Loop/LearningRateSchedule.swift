/// How the learning rate goes with the epochs, counted from 0 here.
public enum LearningRateSchedule: String, CaseIterable, Sendable {
    case constant
    /// LocoProp's published schedule: e/5 of the rate for e < 5, so that epoch 0 does not move, then
    /// 1 − (e − 4)/95 of it, which reaches 0 after 99. Runs of more than 100 epochs stretch the descent to
    /// end with their last one; shorter ones stop on the way.
    case locoprop2022

    public var title: String {
        switch self {
        case .constant: "the same rate in every epoch"
        case .locoprop2022: "rises from 0 over 5 epochs, then falls to 0 at the 100th"
        }
    }

    /// The factor of the learning rate in epoch `epoch` of `epochs`.
    public func factor(epoch: Int, epochs: Int) -> Double {
        switch self {
        case .constant: 1
        case .locoprop2022:
            epoch < 5 ? Double(epoch) / 5 : max(0, 1 - Double(epoch - 4) / Double(max(epochs, 100) - 5))
        }
    }

    /// Reads a schedule by its name.
    /// - Throws: ``PlanError/unknownSchedule(_:known:)``.
    public init(parsing name: String) throws(PlanError) {
        guard let schedule = Self(rawValue: name) else {
            throw .unknownSchedule(name, known: Self.allCases.map(\.rawValue))
        }
        self = schedule
    }
}
