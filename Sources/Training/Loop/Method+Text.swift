import LocoProp

extension Method {
    /// The method as it is written on the command line, with all its options:
    /// `locoprop-m(gamma=10.0, iterations=10, eta=off, bias=free, schedule=decaying)`. ``init(parsing:)`` reads it back.
    package var text: String {
        guard kind != .backProp else { return kind.rawValue }
        var options = [
            "gamma=\(gamma)", "iterations=\(iterations)", "eta=\(eta.map { "\($0)" } ?? "off")",
            "bias=\(bias.rawValue)", "schedule=\(schedule.rawValue)",
        ]
        if kind == .locoPropS { options.append("solver=\(solver.rawValue)") }
        return "\(kind.rawValue)(\(options.joined(separator: ", ")))"
    }
}
