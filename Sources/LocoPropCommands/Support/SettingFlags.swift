import ArgumentParser
import Training

/// The settings as flags: one line for each of `Setting.all`, whose help is the table's. A test holds that none is
/// missing and none is left over.
struct SettingFlags: ParsableArguments {
    @OptionGroup(title: Setting.Group.data.rawValue) var data: Data
    @OptionGroup(title: Setting.Group.network.rawValue) var network: Network
    @OptionGroup(title: Setting.Group.method.rawValue) var method: Method
    @OptionGroup(title: Setting.Group.schedule.rawValue) var schedule: Schedule
    @OptionGroup(title: Setting.Group.run.rawValue) var run: Run

    struct Data: ParsableArguments {
        @Option(help: .setting("recipe"), completion: .setting("recipe")) var recipe: String?
        @Option(help: .setting("data"), completion: .setting("data")) var data: String?
        @Option(help: .setting("data-seed")) var dataSeed: String?
        @Option(help: .setting("test-fraction")) var testFraction: String?
        // -1 is a column, and no flag.
        @Option(parsing: .unconditional, help: .setting("label-column")) var labelColumn: String?
        @Option(help: .setting("csv-header")) var csvHeader: String?
        @Option(help: .setting("scale")) var scale: String?
        @Option(help: .setting("validation")) var validation: String?
    }

    struct Network: ParsableArguments {
        @Option(help: .setting("network")) var network: String?
        @Option(help: .setting("activation"), completion: .setting("activation")) var activation: String?
        @Option(help: .setting("learn")) var learn: String?
        @Option(help: .setting("loss"), completion: .setting("loss")) var loss: String?
    }

    struct Method: ParsableArguments {
        @Option(help: .setting("method"), completion: .setting("method")) var method: String?
        @Option(help: .setting("gamma")) var gamma: String?
        @Option(help: .setting("local-iterations")) var localIterations: String?
        @Option(help: .setting("optimizer"), completion: .setting("optimizer")) var optimizer: String?
        @Option(help: .setting("weight-decay")) var weightDecay: String?
        @Option(help: .setting("clip")) var clip: String?
    }

    struct Schedule: ParsableArguments {
        @Option(help: .setting("learning-rate")) var learningRate: String?
        @Option(help: .setting("schedule"), completion: .setting("schedule")) var schedule: String?
        @Option(help: .setting("epochs")) var epochs: String?
        @Option(help: .setting("batch-size")) var batchSize: String?
        @Option(help: .setting("patience")) var patience: String?
        @Option(help: .setting("min-delta")) var minDelta: String?
    }

    struct Run: ParsableArguments {
        @Option(help: .setting("seed")) var seed: String?
        @Option(help: .setting("threads")) var threads: String?
        @Option(help: .setting("histograms")) var histograms: String?
    }

    /// The flags that were given, by the settings' keys.
    var given: [(key: String, text: String)] {
        let groups: [any ParsableArguments] = [data, network, method, schedule, run]
        return groups.flatMap { group in
            // The parser finds its options so, too: as properties with an underscore before their names.
            Mirror(reflecting: group).children.compactMap { child in
                guard let name = child.label?.dropFirst(), let text = (child.value as? Option<String?>)?.wrappedValue
                else { return nil }
                return (key: Self.key(name), text: text)
            }
        }
    }

    /// `batch-size` for `batchSize`.
    private static func key(_ property: Substring) -> String {
        property.map { $0.isUppercase ? "-\($0.lowercased())" : String($0) }.joined()
    }
}

extension ArgumentHelp {
    /// What the table says of a setting, with what the first recipe takes.
    static func setting(_ key: String) -> ArgumentHelp {
        // A key that is none shows as such in the help, where the test of the table looks.
        guard let setting = Setting.named(key) else { return ArgumentHelp("no setting") }
        let text = setting.defaultText(Recipe.all[0])
        return ArgumentHelp(
            "\(setting.help) (default: \(text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text))",
            valueName: setting.valueName)
    }
}
