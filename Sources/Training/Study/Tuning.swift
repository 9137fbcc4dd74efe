import LocoProp

/// The one number of a method that a sweep searches, on a logarithmic grid.
package enum Tuning: Sendable, Equatable {
    /// The optimizer's rate.
    case rate
    /// An option of the method, such as `gamma` or `damping`.
    case option(String)
    /// Nothing: the method runs as it is written.
    case none

    package static let rateName = "learning-rate"
    package static let form = "learning-rate, the name of one of the method's options above 0, or none"

    package init(_ text: String) {
        self = switch text {
        case Self.rateName: .rate
        case "none": .none
        default: .option(text)
        }
    }

    package var text: String {
        switch self {
        case .rate: Self.rateName
        case .option(let name): name
        case .none: "none"
        }
    }

    /// - Throws: ``SettingError`` if the configuration's method has no such number.
    package func check(_ configuration: Configuration) throws(SettingError) {
        guard case .option(let name) = self else { return }
        let options = configuration.plan.method.optionTexts.map(\.name)
        guard options.contains(name), value(in: configuration) != nil else {
            throw SettingError("tune: '\(name.prefix(60))' is no number above 0 of \(configuration.plan.method.kind.rawValue); write \(Self.form)")
        }
    }

    /// The value that a configuration has; `nil` where it has none above 0, or does not use it.
    package func value(in configuration: Configuration) -> Double? {
        let plan = configuration.plan
        let value: Double? = switch self {
        case .none: nil
        case .rate: plan.method.choosesItsRate ? nil : plan.learningRate
        case .option(let name): plan.method.optionTexts.first { $0.name == name }.flatMap { Double($0.text) }
        }
        return value.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    }

    /// The settings that give it another value.
    package func settings(_ value: Double, in configuration: Configuration) -> [SettingText] {
        func text(_ key: String, _ text: String) -> [SettingText] {
            // The keys are in the table.
            Setting.named(key).map { [SettingText(setting: $0, text: text, source: .assignment("\(key)=\(text)"))] } ?? []
        }
        switch self {
        case .none: return []
        case .rate: return text(Self.rateName, "\(value)")
        case .option(let name):
            let method = configuration.plan.method
            let options = method.optionTexts.map { "\($0.name)=\($0.name == name ? "\(value)" : $0.text)" }
            return text("method", "\(method.kind.rawValue)(\(options.joined(separator: ", ")))")
        }
    }
}
