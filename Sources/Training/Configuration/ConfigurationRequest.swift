import ActivationCore
import LocoProp
import Suggestions
import YAMLReader

/// What a user gave of a configuration, by source. From weak to strong: the recipe, the file, further layers in their
/// order, the assignments, the flags.
package struct ConfigurationRequest: Sendable {
    package var file: ConfigurationFile?
    /// Settings of which each array is stronger than those before it. Those with places in a file have them in ``file``.
    package var layers: [[SettingText]]
    /// `--set key=value`.
    package var assignments: [String]
    /// By the settings' keys; of one given twice the last counts, as is usual for flags.
    package var flags: [(key: String, text: String)]

    package init(
        file: ConfigurationFile? = nil, layers: [[SettingText]] = [], assignments: [String] = [],
        flags: [(key: String, text: String)] = []
    ) {
        self.file = file
        self.layers = layers
        self.assignments = assignments
        self.flags = flags
    }

    /// The configuration that was asked for.
    /// - Throws: ``ConfigurationError`` with every problem; `ActivationError` if the registry does not have what the
    ///   first recipe names.
    package func resolved(registry: ActivationRegistry) throws -> Configuration {
        let (configuration, error) = try resolution(registry: registry)
        guard error.isEmpty else { throw error }
        return configuration
    }

    /// The configuration with the recipe's values in place of those that were refused, and every problem.
    package func resolution(registry: ActivationRegistry) throws -> (Configuration, ConfigurationError) {
        var configuration = try Configuration(plan: TrainingPlan(Recipe.all[0], registry: registry))
        let (given, problems) = strongest()
        var error = problems
        for setting in Setting.all {
            guard let value = given[setting.key] else { continue }
            do { try setting.read(value.text, &configuration) } catch let problem {
                error.add("\(problem)", of: value, .refusedValue, in: file)
            }
        }
        return (configuration, error)
    }

    /// A problem that showed when the configuration was used, with its source where it is about a value that was
    /// given; else the problem as it is.
    package func locating(_ problem: any Error) -> any Error {
        let given = strongest().values
        guard let value = settings(of: problem).lazy.compactMap({ given[$0] }).first else { return problem }
        var error = ConfigurationError(file: file)
        error.add("\(problem)", of: value, .misfit, in: file)
        return error
    }

    /// Runs `body`, ``locating(_:)`` what it throws.
    package func locatingProblems<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw locating(error) }
    }

    /// The keys of the settings that a problem is about, the likeliest first.
    private func settings(of problem: any Error) -> [String] {
        switch problem {
        case let problem as PlanError: return [problem.setting]
        case let problem as DataError:
            switch problem.problem {
            case .unknown, .unknownFormat, .unknownFolder: return ["data"]
            case .unfitOption(let option, _): return [option]
            default: return []
            }
        case let problem as LocoPropError:
            switch problem {
            case .noLayers, .width, .tooManyParameters: return ["network"]
            case .lossLink: return ["network", "loss"]
            case .cannotTrain: return ["activation", "network", "method"]
            case .cannotLearn: return ["learn", "activation", "method"]
            case .batchSize: return ["batch-size"]
            case .unsupported(let choice, _): return [choice]
            case .threads: return ["threads"]
            default: return []
            }
        default: return []
        }
    }

    /// By key, what the strongest source that has it says; and what is wrong before values are looked at.
    private func strongest() -> (values: [String: SettingText], problems: ConfigurationError) {
        var problems = ConfigurationError(file: file)
        var values: [String: SettingText] = [:]
        func take(_ layer: [SettingText]) {
            let keys = Set(layer.map(\.setting.key))
            for setting in Setting.all where setting.partOf.map(keys.contains) ?? false { values[setting.key] = nil }
            for value in layer { values[value.setting.key] = value }
        }
        take(file?.values ?? [])
        layers.forEach(take)
        take(assigned(&problems))
        take(flagged)
        return (values, problems)
    }

    private func assigned(_ problems: inout ConfigurationError) -> [SettingText] {
        var seen: Set<String> = []
        return assignments.compactMap { assignment in
            let source = SettingText.Source.assignment(assignment)
            func refuse(_ reason: String) -> SettingText? {
                problems.usage.append((source.prefix ?? "") + reason)
                return nil
            }
            guard let equals = assignment.firstIndex(of: "=") else { return refuse("write it like epochs=5") }
            let (key, text) = (String(assignment[..<equals]), String(assignment[assignment.index(after: equals)...]))
            guard let setting = Setting.named(key) else {
                let keys = Setting.all.map(\.key)
                let near = suggestion(for: key, in: keys)
                return refuse("unknown key \(excerpt(key))" + (near.isEmpty ? "; the keys are \(keys.joined(separator: ", "))" : ".\(near)"))
            }
            guard seen.insert(key).inserted else { return refuse("'\(key)' is given twice; leave one of them out") }
            guard !text.isEmpty else { return refuse("the value is empty; write \(setting.form)") }
            return SettingText(setting: setting, text: text, source: source)
        }
    }

    private var flagged: [SettingText] {
        flags.compactMap { key, text in
            Setting.named(key).map { SettingText(setting: $0, text: text, source: .flag(key)) }
        }
    }
}

/// Every problem of a configuration. `description` has a line for each.
package struct ConfigurationError: Error, CustomStringConvertible {
    /// The file, for the lines to be shown; `nil` where none was given.
    package let file: ConfigurationFile?
    /// Problems in the file, by their places.
    package private(set) var diagnostics: [Diagnostic]
    /// Problems of flags and assignments, which name them.
    package var usage: [String] = []
    /// The keys of the settings whose values are among them.
    package private(set) var settings: Set<String> = []

    init(file: ConfigurationFile?) {
        self.file = file
        diagnostics = file?.diagnostics ?? []
    }

    package var isEmpty: Bool { diagnostics.isEmpty && usage.isEmpty }

    mutating func add(_ message: String, of value: SettingText, _ kind: ConfigurationProblem, in file: ConfigurationFile?) {
        settings.insert(value.setting.key)
        if case .file(let position) = value.source, let file {
            diagnostics.append(file.diagnostic(position, kind, message))
            diagnostics.sort { $0.position < $1.position }
        } else {
            usage.append((value.source.prefix ?? "") + message)
        }
    }

    /// Takes the problems of another request for the same file that are not here yet.
    package mutating func add(_ other: ConfigurationError) {
        diagnostics += other.diagnostics.filter { !diagnostics.contains($0) }
        diagnostics.sort { $0.position < $1.position }
        usage += other.usage.filter { !usage.contains($0) }
    }

    package var description: String {
        (diagnostics.map { $0.rendered(path: file?.name ?? "") } + usage).joined(separator: "\n")
    }
}
