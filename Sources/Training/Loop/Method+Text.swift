import LocoProp

extension Method {
    /// The method as it is written on the command line, with all its options:
    /// `locoprop-m(gamma=10.0, iterations=10, eta=off, bias=free, schedule=decaying, solver=iterative, sample=250)`. ``init(parsing:)`` reads it back.
    package var text: String {
        let options = optionTexts.map { "\($0.name)=\($0.text)" }
        return options.isEmpty ? kind.rawValue : "\(kind.rawValue)(\(options.joined(separator: ", ")))"
    }

    /// The method with another γ or T.
    /// - Throws: ``LocoPropError/option(owner:name:value:domain:)``.
    /// - Precondition: it has local problems, and so γ and T.
    package func with(gamma: Double?, iterations: Int?) throws(LocoPropError) -> Method {
        precondition(kind.hasLocalProblems, "the others have neither")
        let list = optionTexts.map { option in
            switch option.name {
            case "gamma": "gamma=\(gamma ?? self.gamma)"
            case "iterations": "iterations=\(iterations ?? self.iterations)"
            default: "\(option.name)=\(option.text)"
            }
        }.joined(separator: ", ")
        return try Method(parsing: "\(kind.rawValue)(\(list))")
    }
}
