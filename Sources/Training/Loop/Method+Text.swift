import LocoProp

extension Method {
    /// The method as it is written on the command line, with all its options:
    /// `locoprop-m(gamma=10.0, iterations=10, eta=off, bias=free, schedule=decaying)`. ``init(parsing:)`` reads it back.
    package var text: String {
        options.isEmpty
            ? kind.rawValue : "\(kind.rawValue)(\(options.map { "\($0.name)=\($0.text)" }.joined(separator: ", ")))"
    }

    private var options: [(name: String, text: String)] {
        guard kind != .backProp else { return [] }
        let local = [
            (name: "gamma", text: "\(gamma)"), (name: "iterations", text: "\(iterations)"),
            (name: "eta", text: eta.map { "\($0)" } ?? "off"), (name: "bias", text: bias.rawValue),
            (name: "schedule", text: schedule.rawValue),
        ]
        return kind == .locoPropS ? local + [(name: "solver", text: solver.rawValue)] : local
    }

    /// The method with another γ or T.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    /// - Precondition: it is no BackProp, which has neither.
    package func with(gamma: Double?, iterations: Int?) throws(LocoPropError) -> Method {
        precondition(kind != .backProp, "BackProp has neither")
        let list = options.map { option in
            switch option.name {
            case "gamma": "gamma=\(gamma ?? self.gamma)"
            case "iterations": "iterations=\(iterations ?? self.iterations)"
            default: "\(option.name)=\(option.text)"
            }
        }.joined(separator: ", ")
        return try Method(parsing: "\(kind.rawValue)(\(list))")
    }
}
